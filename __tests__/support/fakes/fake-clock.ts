import type { Clock } from '../../../src/core/wait/runtime.ts'

type Sleeper = { readonly wakeMs: number; readonly wake: () => void }

/** A clock that jumps from one sleeper to the next as soon as no other work is left. */
export type FakeClock = Clock & {
  /** Moves the time on by hand, as a slow answer does. */
  readonly advance: (ms: number) => void
  /** Every sleep asked for, in milliseconds, in order. */
  readonly sleeps: readonly number[]
}

/** Creates a clock that starts at `startMs` and never waits in real time. */
export function fakeClock(startMs = 0): FakeClock {
  const sleepers: Sleeper[] = []
  const sleeps: number[] = []
  let nowMs = startMs
  let scheduled = false

  const wakeNext = (): void => {
    scheduled = false
    const next = sleepers.toSorted((a, b) => a.wakeMs - b.wakeMs)[0]
    if (next === undefined) return
    nowMs = Math.max(nowMs, next.wakeMs)
    next.wake()
  }
  // Runs when every promise that could go on without time has gone on.
  const schedule = (): void => {
    if (scheduled) return
    scheduled = true
    setImmediate(wakeNext)
  }

  return {
    sleeps,
    now: () => nowMs,
    advance: (ms) => {
      nowMs += ms
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleeps.push(ms)
        if (signal.aborted) {
          resolve()
          return
        }
        const wake = (): void => {
          sleepers.splice(sleepers.indexOf(sleeper), 1)
          signal.removeEventListener('abort', wake)
          resolve()
          if (sleepers.length > 0) schedule()
        }
        const sleeper = { wakeMs: nowMs + ms, wake }
        sleepers.push(sleeper)
        signal.addEventListener('abort', wake)
        schedule()
      }),
  }
}
