import { describe, expect, it } from '@jest/globals'
import { startProgress } from '../../simulator/progress.mjs'

const FIRST = { status: 400 }
const SECOND = { ms: 1_000 }
const THIRD = { polls: 2 }
const LAST = { status: 200 }
const STEPS = [FIRST, SECOND, THIRD, LAST]

describe('startProgress', () => {
  it('goes through the steps by polls and by time, and stays at the last', () => {
    const advance = startProgress()
    const seen = [0, 0, 900, 1_000, 1_100, 1_200, 9_000].map((now) => advance('a', STEPS, now)?.step)
    expect(seen).toEqual([FIRST, SECOND, SECOND, THIRD, THIRD, LAST, LAST])
  })

  it('passes over every timed step whose time is up', () => {
    const advance = startProgress()
    const steps = [{ ms: 100 }, { ms: 100 }, LAST]
    advance('a', steps, 0)
    expect(advance('a', steps, 250)).toEqual({ step: LAST, firstRequestAt: 0 })
  })

  it('counts for each task on its own', () => {
    const advance = startProgress()
    advance('a', STEPS, 0)
    expect(advance('b', STEPS, 50)).toEqual({ step: FIRST, firstRequestAt: 50 })
  })
})
