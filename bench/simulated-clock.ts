import type { Clock } from '../src/core/wait/clock.ts'

/** Creates a clock for one waiter alone: nobody else could do anything meanwhile, so that sleeping is moving it on. */
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

/** A clock for many, and the engine that moves it on. */
export type SharedClock = Clock & {
  /** Wakes one sleeper after the other, the earliest first, until the work is done. */
  readonly runUntil: (work: Promise<unknown>) => Promise<void>
}

/** Creates a clock that jumps to the next sleeper as soon as nobody has anything left to do without time. */
export function sharedClock(): SharedClock {
  // Sorted, latest first; sleepers of the same moment wake in the order in which they went to sleep.
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
        // An immediate runs after every promise that could go on has gone on.
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
