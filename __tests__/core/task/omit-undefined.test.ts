import { describe, expect, it } from '@jest/globals'

import { withoutAbsent } from '../../../src/core/task/omit-undefined.ts'

describe('withoutAbsent', () => {
  it('leaves out what is undefined and nothing else', () => {
    expect(withoutAbsent({ a: undefined, b: null, c: 0, d: '', e: false })).toStrictEqual({
      b: null,
      c: 0,
      d: '',
      e: false,
    })
  })
})
