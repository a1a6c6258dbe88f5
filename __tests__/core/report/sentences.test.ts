import { describe, expect, it } from '@jest/globals'

import { clause, joined } from '../../../src/core/report/sentences.ts'
import { english } from '../../../src/core/report/words-en.ts'
import { chinese } from '../../../src/core/report/words-zh.ts'

describe('joined', () => {
  it('leaves out empty sentences, and is empty without any', () => {
    expect(joined(chinese, ['一。', '', '二。'])).toBe('一。二。')
    expect(joined(chinese, ['', ''])).toBe('')
    expect([english.join([]), chinese.join([])]).toEqual(['', ''])
  })
})

describe('clause', () => {
  it.each([
    ['It failed.', 'It failed'],
    ['作业失败。', '作业失败'],
    ['It failed...', 'It failed...'],
    ['.', '.'],
    ['Why?', 'Why?'],
  ])('of %j is %j', (text, words) => {
    expect(clause(text)).toBe(words)
  })
})
