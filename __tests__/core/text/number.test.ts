import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { grouped } from '../../../src/core/text/number.ts'

describe('grouped', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_031_800, '1,031,800'],
  ])('writes %i as %s', (count, text) => {
    expect(grouped(count)).toBe(text)
  })

  it.each(['en', 'zh-CN'])('writes any count as Intl does for %s', (locale) => {
    const format = new Intl.NumberFormat(locale)
    fc.assert(
      fc.property(fc.maxSafeNat(), (count) => {
        expect(grouped(count)).toBe(format.format(count))
      }),
    )
  })
})
