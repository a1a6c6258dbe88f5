import { describe, expect, it } from '@jest/globals'
import { startProgress } from '../../../simulator/server/progress.mjs'

const FIRST = { status: 400 }
const SECOND = { ms: 1_000 }
const THIRD = { polls: 2 }
const LAST = { status: 200 }
const STEPS = [FIRST, SECOND, THIRD, LAST]

describe('startProgress', () => {
  it('moves through the steps by polls and by time, and stays at the last one', () => {
    const { advance } = startProgress()
    const seen = [0, 0, 900, 1_000, 1_100, 1_200, 9_000].map((now) => advance('a', STEPS, now)?.step)
    expect(seen).toEqual([FIRST, SECOND, SECOND, THIRD, THIRD, LAST, LAST])
  })

  it('skips every timed step that is over', () => {
    const { advance } = startProgress()
    const steps = [{ ms: 100 }, { ms: 100 }, LAST]
    advance('a', steps, 0)
    expect(advance('a', steps, 250)).toEqual({ step: LAST, beganAt: 0 })
  })

  it('counts separately for each task', () => {
    const { advance } = startProgress()
    advance('a', STEPS, 0)
    expect(advance('b', STEPS, 50)).toEqual({ step: FIRST, beganAt: 50 })
  })

  it('leaves a step with a fixed end at that end, for any time of the first poll', () => {
    const { advance, endOf } = startProgress()
    const steps = [{ untilMs: 500 }, LAST]
    expect(advance('a', steps, 499)?.step).toBe(steps[0])
    expect(advance('b', steps, 900)?.step).toBe(LAST)
    expect([endOf('a'), endOf('b')]).toEqual([500, 500])
  })

  it('returns when the last step begins once only timed steps come before it', () => {
    const { advance, endOf } = startProgress()
    const steps = [{ polls: 2 }, { ms: 100 }, { ms: 50 }, LAST]
    expect(endOf('a')).toBeUndefined()
    advance('a', steps, 0)
    expect(endOf('a')).toBeUndefined()
    advance('a', steps, 10)
    expect(endOf('a')).toBe(160)
    advance('a', steps, 999)
    expect(endOf('a')).toBe(160)
  })

  it('counts from the time at which a task was begun', () => {
    const { begin, advance } = startProgress()
    begin('a', [{ ms: 100 }, LAST], 0)
    expect(advance('a', [], 100)).toEqual({ step: LAST, beganAt: 0 })
  })
})
