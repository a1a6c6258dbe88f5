import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { formatDuration, parseDuration } from '../../../src/core/text/duration.ts'

describe('parseDuration', () => {
  it.each([
    ['0', 0],
    ['90', 90_000],
    ['1.5', 1500],
    ['90s', 90_000],
    ['15m', 900_000],
    ['1h30m', 5_400_000],
    ['1.5h', 5_400_000],
    ['5ms', 5],
    ['1m5ms', 60_005],
    ['1d2h3m4s5ms', 93_784_005],
  ])('reads %s as %i ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })

  it.each([
    '',
    ' ',
    '15 minutes',
    '-5s',
    '+5s',
    '1M',
    '5S',
    '30m1h',
    '1h1h',
    '1h30',
    '1.5.5',
    's',
    '1,5s',
    '.5s',
    '5.',
    '1e3',
    'Infinity',
    '9'.repeat(400),
  ])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })

  it('reads back any sum of units, largest first', () => {
    const part = fc.nat({ max: 999 })
    fc.assert(
      fc.property(part, part, part, part, part, (d, h, m, s, ms) => {
        const text = `${String(d)}d${String(h)}h${String(m)}m${String(s)}s${String(ms)}ms`
        expect(parseDuration(text)).toBe((((d * 24 + h) * 60 + m) * 60 + s) * 1000 + ms)
      }),
    )
  })
})

describe('formatDuration', () => {
  it.each([
    [0, '0ms'],
    [350, '350ms'],
    [999.4, '999ms'],
    [999.6, '1s'],
    [1000, '1s'],
    [4200, '4.2s'],
    [15_000, '15s'],
    [59_949, '59.9s'],
    [59_950, '1m'],
    [59_960, '1m'],
    [3_600_000, '1h'],
    [125_000, '2m 5s'],
    [5_400_000, '1h 30m'],
    [86_400_000, '1d'],
    [93_600_000, '1d 2h'],
  ])('writes %i ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text)
  })
})
