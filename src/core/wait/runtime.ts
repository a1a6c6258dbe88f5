import type { Clock } from './clock.ts'

/** What the pure core gets from outside: time, chance and the cancellation of the run. */
export type Runtime = {
  readonly clock: Clock
  /** Returns a number in [0, 1). */
  readonly random: () => number
  /** Fires when the run is cancelled. */
  readonly cancelled: AbortSignal
}
