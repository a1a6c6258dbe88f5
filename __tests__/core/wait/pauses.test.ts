import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { type Pacing, pollPauseMs, faultPauseMs } from '../../../src/core/wait/pauses.ts'

function pacing(overrides: Partial<Pacing> = {}): Pacing {
  return { bounds: { minMs: 1000, maxMs: 10_000 }, activeTasks: 1, stretch: 1, random: 0.5, ...overrides }
}

const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const anyBounds = fc
  .tuple(fc.integer({ min: 100, max: 60_000 }), fc.integer({ min: 0, max: 60_000 }))
  .map(([minMs, more]) => ({ minMs, maxMs: minMs + more }))

describe('pollPauseMs', () => {
  it.each([
    [0, 1000],
    [10_000, 1000],
    [11_000, 1100],
    [12_000, 1200],
    [12_250, 1225],
    [16_000, 1400],
    [100_000, 3500],
    [400_000, 7000],
    [900_000, 10_000],
  ])('at the age of %i ms is %i ms', (ageMs, pauseMs) => {
    expect(pollPauseMs(ageMs, pacing())).toBeCloseTo(pauseMs, 6)
  })

  it.each([
    [0, 0.9],
    [0.25, 0.95],
    [0.5, 1],
    [0.75, 1.05],
    [1, 1.1],
  ])('spreads the chance %f to the factor %f', (random, factor) => {
    expect(pollPauseMs(100_000, pacing({ random }))).toBeCloseTo(3500 * factor, 6)
  })

  it('is stretched after throttling, beyond the longest pause too', () => {
    expect(pollPauseMs(900_000, pacing({ stretch: 1.5 }))).toBeCloseTo(15_000, 6)
  })

  it.each([
    [1, 1000],
    [7, 1000],
    [14, 2000],
    [70, 10_000],
    [140, 20_000],
  ])('of %i tasks together is at least %i ms', (activeTasks, pauseMs) => {
    expect(pollPauseMs(0, pacing({ activeTasks }))).toBeCloseTo(pauseMs, 6)
  })

  it('follows the law within the bounds, give or take a tenth', () => {
    const age = fc.double({ min: 0, max: 7 * 86_400_000, noNaN: true })
    const bounds = anyBounds.filter(({ minMs }) => minMs >= 143)
    fc.assert(
      fc.property(age, unit, bounds, (ageMs, random, { minMs, maxMs }) => {
        const t = ageMs / 1000
        const law = Math.min(Math.max(1000 * Math.min(0.1 * t, 0.35 * Math.sqrt(t)), minMs), maxMs)
        const pauseMs = pollPauseMs(ageMs, pacing({ random, bounds: { minMs, maxMs } }))
        expect(pauseMs).toBeCloseTo(law * (0.9 + 0.2 * random), 5)
      }),
    )
  })

  it('grows with the age', () => {
    const age = fc.nat({ max: 86_400_000 })
    fc.assert(
      fc.property(age, age, anyBounds, (a, b, bounds) => {
        const [young, old] = [Math.min(a, b), Math.max(a, b)]
        expect(pollPauseMs(young, pacing({ bounds }))).toBeLessThanOrEqual(
          pollPauseMs(old, pacing({ bounds })),
        )
      }),
    )
  })
})

describe('faultPauseMs of most faults', () => {
  it.each([
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [4, 8000],
    [5, 10_000],
    [6, 10_000],
    [5000, 10_000],
  ])('after %i faults is drawn from 0 to %i ms', (failures, ceilingMs) => {
    expect(faultPauseMs({ reason: 'http-status' }, failures, 100, 0.999)).toBeCloseTo(0.999 * ceilingMs, 6)
    expect(faultPauseMs({ reason: 'http-status' }, failures, 100, 0.25)).toBeCloseTo(0.25 * ceilingMs, 6)
  })

  it.each([
    [0, 1000],
    [0.25, 1000],
    [0.5, 2000],
  ])('is at least the shortest pause (chance %f: %i ms)', (random, pauseMs) => {
    expect(faultPauseMs({ reason: 'http-status' }, 3, 1000, random)).toBe(pauseMs)
  })
})

describe('faultPauseMs of HTTP 429', () => {
  it.each([
    [1, 4000],
    [2, 8000],
    [3, 16_000],
    [4, 30_000],
    [5000, 30_000],
  ])('after %i faults adds up to %i ms to the shortest pause', (failures, rangeMs) => {
    expect(faultPauseMs({ reason: 'throttled' }, failures, 100, 0)).toBe(100)
    expect(faultPauseMs({ reason: 'throttled' }, failures, 100, 0.5)).toBe(100 + rangeMs / 2)
  })
})

describe('faultPauseMs', () => {
  it.each([
    ['the law for refusals at HTTP 429', { reason: 'throttled' }, 4100],
    ['the law for everything else', { reason: 'http-status' }, 1000],
    ['what the service asks for where that is longer', { reason: 'http-status', retryAfterMs: 1001 }, 1001],
    ['the law where that is longer', { reason: 'throttled', retryAfterMs: 4099 }, 4100],
  ] as const)('follows %s', (_, fault, pauseMs) => {
    expect(faultPauseMs(fault, 2, 100, 0.5)).toBe(pauseMs)
  })
})
