import { describe, expect, it } from '@jest/globals'

import type { Fault } from '../../../src/core/task/answer.ts'
import { untilSettled } from '../../../src/core/wait/retry.ts'
import { fakeClock } from '../../support/fakes/fake-clock.ts'

type Result = Fault | 'done'
const DOWN: Fault = { reason: 'http-status', httpStatus: 503 }

describe('untilSettled', () => {
  it('returns the first result that needs no other attempt', async () => {
    const { result, attempts, pauses } = await settle([DOWN, DOWN, 'done'])
    expect(result).toBe('done')
    expect(attempts).toEqual([0, 500, 1500])
    expect(pauses).toEqual([500, 1000])
  })

  it.each([
    [0.5, [500, 1000, 2000, 4000, 5000, 5000]],
    [0.999, [999, 1998, 3996, 7992, 9990, 9990]],
    [0, [500, 500, 500, 500, 500, 500]],
  ])('pauses with full jitter, but at least 500 ms, with luck %d', async (random, expected) => {
    const { result, pauses } = await settle([DOWN, DOWN, DOWN, DOWN, DOWN, DOWN, 'done'], { random })
    expect(result).toBe('done')
    expect(pauses).toEqual(expected)
  })

  it('makes its last attempt exactly after two minutes, and returns its fault', async () => {
    const { result, attempts } = await settle([DOWN], { startMs: 7000 })
    expect(result).toBe(DOWN)
    expect(attempts.at(-1)).toBe(127_000)
    expect(attempts.at(-2)).toBeLessThan(127_000)
    expect(attempts.at(-2)).toBeGreaterThanOrEqual(117_000)
  })

  it('begins no attempt once the two minutes are over', async () => {
    const { result, attempts } = await settle([DOWN], { attemptMs: 119_999 })
    expect(result).toBe(DOWN)
    expect(attempts).toEqual([0, 120_000])
  })

  it('waits as long as the service asks for, but not past the two minutes', async () => {
    const { attempts } = await settle([
      { ...DOWN, retryAfterMs: 7000 },
      { ...DOWN, retryAfterMs: 1e9 },
    ])
    expect(attempts).toEqual([0, 7000, 120_000])
  })

  it('makes no attempt if the run is already cancelled', async () => {
    const { result, attempts } = await settle(['done'], { cancelledAfter: 0 })
    expect(result).toBeUndefined()
    expect(attempts).toEqual([])
  })

  it('keeps a result that came with the cancellation, and does not pause again', async () => {
    expect(await settle(['done'], { cancelledAfter: 1 })).toMatchObject({ result: 'done', attempts: [0] })
    const { result, attempts, pauses } = await settle([DOWN, 'done'], { cancelledAfter: 1 })
    expect(result).toBeUndefined()
    expect(attempts).toEqual([0])
    expect(pauses).toEqual([])
  })
})

// The last result is repeated; the run is cancelled during the attempt of that number.
async function settle(
  results: readonly Result[],
  { startMs = 0, attemptMs = 0, random = 0.5, cancelledAfter = Number.POSITIVE_INFINITY } = {},
) {
  const clock = fakeClock(startMs)
  const cancelled = new AbortController()
  const attempts: number[] = []
  const pauses: number[] = []
  if (cancelledAfter === 0) cancelled.abort()
  const attempt = (): Promise<Result> => {
    attempts.push(clock.now())
    clock.advance(attemptMs)
    if (attempts.length === cancelledAfter) cancelled.abort()
    return Promise.resolve(results[Math.min(attempts.length, results.length) - 1] ?? 'done')
  }
  const result = await untilSettled(attempt, (each) => (each === 'done' ? undefined : each), {
    clock,
    random: () => random,
    cancelled: cancelled.signal,
    onPause: (_result, pauseMs) => void pauses.push(pauseMs),
  })
  return { result, attempts, pauses }
}
