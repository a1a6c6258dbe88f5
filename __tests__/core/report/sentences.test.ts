import { describe, expect, it } from '@jest/globals'

import { joined } from '../../../src/core/report/sentences.ts'
import { chinese } from '../../../src/core/report/words-zh.ts'

describe('joined', () => {
  it('leaves out empty sentences, and is empty without any', () => {
    expect(joined(chinese, ['一。', '', '二。'])).toBe('一。二。')
    expect(joined(chinese, ['', ''])).toBe('')
  })
})
