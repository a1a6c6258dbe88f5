import { describe, expect, it } from '@jest/globals'

import { createRequestBudget } from '../../../src/core/wait/request-budget.ts'
import { fakeClock } from '../../support/fakes/fake-clock.ts'

const never = new AbortController().signal

function setUp(startMs = 0) {
  const clock = fakeClock(startMs)
  const budget = createRequestBudget(clock)
  const entries: { readonly name: string; readonly atMs: number }[] = []
  const enter = async (name: string, signal = never): Promise<void> => {
    await budget.enter(signal)
    entries.push({ name, atMs: clock.now() })
  }
  return { clock, budget, entries, enter }
}

/** Lets every promise go on that needs no time. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

describe('createRequestBudget', () => {
  it('lets the first request start at once', async () => {
    const { clock, entries, enter } = setUp(5000)
    await enter('a')
    expect(entries).toEqual([{ name: 'a', atMs: 5000 }])
    expect(clock.sleeps).toEqual([])
  })

  it('starts requests 125 ms apart once the credential is accepted', async () => {
    const { budget, entries, enter } = setUp()
    await enter('a')
    budget.leave(true)
    await Promise.all(['b', 'c', 'd'].map((name) => enter(name)))
    expect(entries.map(({ atMs }) => atMs)).toEqual([0, 125, 250, 375])
  })

  it('has the first in line alone watch the clock', async () => {
    const { clock, budget, enter } = setUp()
    await enter('a')
    budget.leave(true)
    const waiting = ['b', 'c', 'd'].map((name) => enter(name))
    budget.leave(false)
    await Promise.all(waiting)
    expect(clock.sleeps).toEqual([125, 125, 125])
  })

  it('saves no slots for later', async () => {
    const { clock, budget, entries, enter } = setUp()
    await enter('a')
    budget.leave(true)
    clock.advance(10_000)
    await Promise.all(['b', 'c'].map((name) => enter(name)))
    expect(entries.map(({ atMs }) => atMs)).toEqual([0, 10_000, 10_125])
  })

  it('keeps the distance from a start that is less than 125 ms ago', async () => {
    const { clock, budget, entries, enter } = setUp()
    await enter('a')
    budget.leave(true)
    clock.advance(100)
    await enter('b')
    expect(clock.sleeps).toEqual([25])
    expect(entries.at(-1)).toEqual({ name: 'b', atMs: 125 })
  })

  it('lets one request at a time through, in order, until the credential is accepted', async () => {
    const { budget, entries, enter } = setUp()
    const names = (): string[] => entries.map(({ name }) => name)
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => enter(name))
    await all[0]
    await settle()
    expect(names()).toEqual(['a'])
    budget.leave(false)
    await all[1]
    await settle()
    expect(names()).toEqual(['a', 'b'])
    expect(budget.isProven()).toBe(false)
    budget.leave(true)
    await Promise.all(all)
    expect(entries.map(({ atMs }) => atMs)).toEqual([0, 125, 250, 375, 500])
    expect(names()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('keeps the place for the one who is next in line', async () => {
    const { budget, entries, enter } = setUp()
    await enter('a')
    const second = enter('b')
    budget.leave(false)
    const third = enter('c')
    await second
    await settle()
    expect(entries.map(({ name }) => name)).toEqual(['a', 'b'])
    budget.leave(false)
    await third
    expect(entries.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  it('frees the place for one who comes later', async () => {
    const { budget, entries, enter } = setUp()
    await enter('a')
    budget.leave(false)
    await enter('b')
    expect(entries).toHaveLength(2)
  })

  it('remembers that the credential was accepted', async () => {
    const { budget, enter } = setUp()
    expect(budget.isProven()).toBe(false)
    await enter('a')
    budget.leave(true)
    budget.leave(false)
    expect(budget.isProven()).toBe(true)
    await Promise.all([enter('b'), enter('c')])
  })

  it('keeps nobody in line after the signal has fired', async () => {
    const { clock, budget, entries, enter } = setUp()
    const stop = new AbortController()
    await enter('a', stop.signal)
    const waiting = [enter('b', stop.signal), enter('c', stop.signal)]
    await settle()
    expect(entries).toHaveLength(1)
    stop.abort()
    // Each of them, once let in, sends nothing and leaves.
    for (const entered of [...waiting, enter('late', stop.signal)]) {
      budget.leave(false)
      await entered
    }
    expect(entries).toHaveLength(4)
    expect(clock.now()).toBe(0)
  })

  it('lets nobody wait for a slot after the signal has fired', async () => {
    const { clock, budget, enter } = setUp()
    const stop = new AbortController()
    await enter('a', stop.signal)
    budget.leave(true)
    const waiting = [enter('b', stop.signal), enter('c', stop.signal)]
    stop.abort()
    await Promise.all(waiting)
    expect(clock.now()).toBe(0)
  })

  it('moves requests apart by half at each second of refusals, and together by a hundredth at each good answer', async () => {
    const { clock, budget, entries, enter } = setUp()
    budget.leave(true)
    for (let second = 0; second < 6; second += 1) {
      // Several refusals within a second are one sign.
      for (let count = 0; count < 3; count += 1) budget.slowDown(0)
      clock.advance(1000)
    }
    await enter('a')
    await enter('b')
    expect(entries.at(-1)?.atMs).toBe(6500)
    for (let answer = 0; answer < 100; answer += 1) budget.speedUp()
    await enter('c')
    await enter('d')
    expect(entries.at(-1)?.atMs).toBeCloseTo(7000 + 500 * 0.99 ** 100)
    for (let answer = 0; answer < 100; answer += 1) budget.speedUp()
    await enter('e')
    await enter('f')
    expect((entries[5]?.atMs ?? 0) - (entries[4]?.atMs ?? 0)).toBe(125)
  })

  it('takes the first step of slowing down by half', async () => {
    const { clock, budget, entries, enter } = setUp()
    budget.leave(true)
    budget.slowDown(0)
    clock.advance(999)
    budget.slowDown(0)
    await enter('a')
    await enter('b')
    expect(entries.map(({ atMs }) => atMs)).toEqual([999, 999 + 187.5])
  })

  it('lets no request start before the pause that the service asked for', async () => {
    const { budget, entries, enter } = setUp()
    budget.leave(true)
    await enter('a')
    const queued = enter('b')
    budget.slowDown(3000)
    budget.slowDown(2000)
    await queued
    expect(entries.map(({ atMs }) => atMs)).toEqual([0, 3000])
  })
})
