import { describe, expect, it } from '@jest/globals'

import { omitUndefined } from '../../../src/core/task/omit-undefined.ts'

describe('omitUndefined', () => {
  it('drops undefined fields and keeps null, zero, empty text and false', () => {
    expect(omitUndefined({ a: undefined, b: null, c: 0, d: '', e: false })).toStrictEqual({
      b: null,
      c: 0,
      d: '',
      e: false,
    })
  })
})
