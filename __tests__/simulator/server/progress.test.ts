import { describe, expect, it } from '@jest/globals'
import { startProgress } from '../../../simulator/server/progress.mjs'

const FIRST = { status: 400 }
const SECOND = { ms: 1_000 }
const THIRD = { polls: 2 }
const LAST = { status: 200 }
const STEPS = [FIRST, SECOND, THIRD, LAST]

describe('startProgress', () => {
  it('goes through the steps by polls and by time, and stays at the last', () => {
    const { advance } = startProgress()
    const seen = [0, 0, 900, 1_000, 1_100, 1_200, 9_000].map((now) => advance('a', STEPS, now)?.step)
    expect(seen).toEqual([FIRST, SECOND, SECOND, THIRD, THIRD, LAST, LAST])
  })

  it('passes over every timed step whose time is up', () => {
    const { advance } = startProgress()
    const steps = [{ ms: 100 }, { ms: 100 }, LAST]
    advance('a', steps, 0)
    expect(advance('a', steps, 250)).toEqual({ step: LAST, beganAt: 0 })
  })

  it('counts for each task on its own', () => {
    const { advance } = startProgress()
    advance('a', STEPS, 0)
    expect(advance('b', STEPS, 50)).toEqual({ step: FIRST, beganAt: 50 })
  })

  it('leaves a step with a fixed end at that end, whenever it was first asked for', () => {
    const { advance, endOf } = startProgress()
    const steps = [{ untilMs: 500 }, LAST]
    expect(advance('a', steps, 499)?.step).toBe(steps[0])
    expect(advance('b', steps, 900)?.step).toBe(LAST)
    expect([endOf('a'), endOf('b')]).toEqual([500, 500])
  })

  it('says when the last step begins as soon as time alone decides it', () => {
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

  it('counts from the moment at which a task was begun', () => {
    const { begin, advance } = startProgress()
    begin('a', [{ ms: 100 }, LAST], 0)
    expect(advance('a', [], 100)).toEqual({ step: LAST, beganAt: 0 })
  })
})
