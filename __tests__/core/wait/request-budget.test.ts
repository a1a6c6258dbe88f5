import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { type BudgetRules, createRequestBudget } from '../../../src/core/wait/request-budget.ts'
import { fakeClock } from '../../support/fakes/fake-clock.ts'

const never = new AbortController().signal

function setUp(rules: Partial<BudgetRules> = {}) {
  const clock = fakeClock()
  const budget = createRequestBudget({
    clock,
    stopped: never,
    ready: () => undefined,
    stretch: () => 1,
    maxSpacingMs: () => Number.POSITIVE_INFINITY,
    endMs: () => Number.POSITIVE_INFINITY,
    ...rules,
  })
  const entries: { readonly name: string; readonly atMs: number }[] = []
  const enter = async (name: string): Promise<void> => {
    await budget.enter()
    entries.push({ name, atMs: clock.now() })
  }
  const names = (): readonly string[] => entries.map(({ name }) => name)
  const starts = (): readonly number[] => entries.map(({ atMs }) => atMs)
  return { clock, budget, enter, names, starts }
}

/** A budget whose credential is known to be accepted. */
function proven(rules: Partial<BudgetRules> = {}) {
  const all = setUp(rules)
  const { budget } = all
  return {
    ...all,
    async prove() {
      await budget.enter()
      budget.leave(true)
    },
  }
}

describe('createRequestBudget', () => {
  it('lets the first request start immediately', async () => {
    const { clock, enter, starts } = setUp()
    await enter('a')
    expect(starts()).toEqual([0])
    expect(clock.sleeps).toEqual([])
  })

  it('starts requests 125 ms apart once the credential is accepted', async () => {
    const { enter, starts, prove } = proven()
    await prove()
    await Promise.all(['b', 'c', 'd'].map(enter))
    expect(starts()).toEqual([125, 250, 375])
  })

  it('lets only the head of the queue watch the clock', async () => {
    const { clock, enter, prove } = proven()
    await prove()
    await Promise.all(['b', 'c', 'd'].map(enter))
    expect(clock.sleeps).toEqual([125, 125, 125])
  })

  it('saves no starts for later', async () => {
    const { clock, enter, starts, prove } = proven()
    await prove()
    clock.advance(10_000)
    await Promise.all(['b', 'c'].map(enter))
    expect(starts()).toEqual([10_000, 10_125])
  })

  it('keeps the spacing to a start that is less than 125 ms ago', async () => {
    const { clock, enter, starts, prove } = proven()
    await prove()
    clock.advance(100)
    await enter('b')
    expect(clock.sleeps).toEqual([25])
    expect(starts()).toEqual([125])
  })

  it('stretches the spacing, up to the longest one allowed', async () => {
    let stretch = 2
    let maxSpacingMs = 1000
    const { enter, starts, prove } = proven({ stretch: () => stretch, maxSpacingMs: () => maxSpacingMs })
    await prove()
    await enter('b')
    stretch = 4
    await enter('c')
    maxSpacingMs = 300
    await enter('d')
    await enter('e')
    expect(starts()).toEqual([250, 500, 1000, 1300])
  })

  it('lets no request start during a hold, even one that is next', async () => {
    const { budget, enter, starts, prove } = proven()
    await prove()
    const next = enter('b')
    budget.hold(3000)
    budget.hold(2000)
    await next
    expect(starts()).toEqual([3000])
  })

  describe('until the credential is accepted', () => {
    it('lets the next request start when the one in flight is over', async () => {
      const { clock, budget, enter, starts, names } = setUp()
      const all = ['a', 'b', 'c'].map(enter)
      await all[0]
      await clock.sleep(1000, never)
      budget.leave(false)
      await all[1]
      await clock.sleep(1000, never)
      expect(names()).toEqual(['a', 'b'])
      expect(budget.isProven()).toBe(false)
      budget.leave(true)
      await all[2]
      expect(starts()).toEqual([0, 1000, 2000])
      expect(budget.isProven()).toBe(true)
    })

    it('lets the next one start when the latest has been silent for 3 s, and three in all', async () => {
      const { clock, budget, enter, starts } = setUp()
      const all = ['a', 'b', 'c', 'd', 'e'].map(enter)
      await clock.sleep(20_000, never)
      expect(starts()).toEqual([0, 3000, 6000])
      budget.leave(false)
      await all[3]
      expect(starts()).toEqual([0, 3000, 6000, 20_000])
      budget.leave(true)
      await all[4]
      expect(starts().at(-1)).toBe(20_125)
    })

    it('stays accepted after an answer that proves nothing', async () => {
      const { budget, enter, prove } = proven()
      await prove()
      await enter('b')
      budget.leave(false)
      expect(budget.isProven()).toBe(true)
      await Promise.all(['c', 'd', 'e', 'f'].map(enter))
    })
  })

  describe('while there is no key', () => {
    it('waits for one before it takes a start, so that those behind are not released together', async () => {
      const clock = fakeClock()
      const key = { endsMs: 10_000 }
      const ready = (): Promise<void> | undefined => {
        if (clock.now() < key.endsMs) return undefined
        return clock.sleep(15_000, never).then(() => {
          key.endsMs = Number.POSITIVE_INFINITY
        })
      }
      const { enter, starts, prove } = proven({ clock, ready })
      await prove()
      clock.advance(9900 - clock.now())
      const entered: number[] = []
      await Promise.all(
        ['b', 'c', 'd'].map(async (name) => {
          await enter(name)
          entered.push(clock.now())
        }),
      )
      expect(starts()).toHaveLength(3)
      expect(entered).toEqual([9900, 25_025, 25_150])
    })
  })

  it('waits until the end at most, and not at all after it', async () => {
    const { budget, enter, starts, prove } = proven({ endMs: () => 300 })
    await prove()
    budget.hold(1000)
    await Promise.all(['b', 'c', 'd'].map(enter))
    expect(starts()).toEqual([300, 300, 300])
  })

  describe('after the stop', () => {
    it('releases every request in the queue', async () => {
      const stop = new AbortController()
      const { clock, enter, names } = setUp({ stopped: stop.signal })
      const waiting = ['a', 'b', 'c'].map(enter)
      await waiting[0]
      stop.abort()
      await Promise.all([...waiting, enter('late')])
      expect(names()).toEqual(['a', 'b', 'c', 'late'])
      expect(clock.now()).toBe(0)
    })

    it('waits for no start', async () => {
      const stop = new AbortController()
      const { clock, enter, prove } = proven({ stopped: stop.signal })
      await prove()
      const waiting = ['b', 'c'].map(enter)
      stop.abort()
      await Promise.all(waiting)
      expect(clock.now()).toBe(0)
    })
  })

  it('starts at most 8 requests a second, at most three unproven, and starts every request', async () => {
    const request = fc.record({
      arrivesMs: fc.nat({ max: 5000 }),
      takesMs: fc.nat({ max: 15_000 }),
      proves: fc.boolean(),
      holdMs: fc.constantFrom(0, 0, 0, 500, 4000),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 30 }), async (requests) => {
        const { clock, budget } = setUp()
        const starts: number[] = []
        const order: number[] = []
        let inFlight = 0
        const run = async (index: number, each: (typeof requests)[number]): Promise<void> => {
          await clock.sleep(each.arrivesMs, never)
          order.push(index)
          await budget.enter()
          expect(order.shift()).toBe(index)
          starts.push(clock.now())
          inFlight += 1
          if (!budget.isProven()) expect(inFlight).toBeLessThanOrEqual(3)
          await clock.sleep(each.takesMs, never)
          inFlight -= 1
          if (each.holdMs > 0) budget.hold(each.holdMs)
          budget.leave(each.proves)
        }
        await Promise.all(requests.map((each, index) => run(index, each)))
        expect(starts).toHaveLength(requests.length)
        starts.slice(1).forEach((atMs, index) => {
          expect(atMs - (starts[index] ?? 0)).toBeGreaterThanOrEqual(125 - 1e-6)
        })
      }),
      { numRuns: 200 },
    )
  }, 30_000)
})
