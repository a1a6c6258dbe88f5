import type { Clock } from '../src/core/wait/runtime.ts'

/** Creates a clock for a single waiter: a sleep advances it at once, because no other work runs in the meantime. */
export function lonelyClock(): Clock {
  let nowMs = 0
  return {
    now: () => nowMs,
    sleep(ms) {
      nowMs += ms
      return Promise.resolve()
    },
  }
}

type Sleeper = { readonly wakeMs: number; readonly wake: () => void }

/** A clock for many waiters, with the loop that advances it. */
export type SharedClock = Clock & {
  /** Wakes the sleepers one by one, the earliest first, until the work is done. */
  readonly runUntil: (work: Promise<unknown>) => Promise<void>
}

/** Creates a clock that jumps to the next sleeper once everything else has run. */
export function sharedClock(): SharedClock {
  // Sorted, latest first; sleepers with equal times wake in the order of their sleep calls.
  const sleepers: Sleeper[] = []
  let nowMs = 0

  return {
    now: () => nowMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          signal.removeEventListener('abort', cancel)
          resolve()
        }
        const sleeper = { wakeMs: nowMs + ms, wake }
        const cancel = (): void => {
          sleepers.splice(sleepers.indexOf(sleeper), 1)
          wake()
        }
        const place = sleepers.findIndex((other) => other.wakeMs <= sleeper.wakeMs)
        sleepers.splice(place === -1 ? sleepers.length : place, 0, sleeper)
        signal.addEventListener('abort', cancel)
      }),
    async runUntil(work) {
      const progress = { done: false }
      const finished = work.finally(() => {
        progress.done = true
      })
      for (;;) {
        // An immediate runs after all pending promise callbacks.
        await pass()
        if (progress.done) break
        const next = sleepers.pop()
        if (next === undefined) throw new Error('Everybody waits, and nobody sleeps.')
        nowMs = next.wakeMs
        next.wake()
      }
      await finished
    },
  }
}

function pass(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
