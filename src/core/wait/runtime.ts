import type { Clock } from './clock.ts'

/** What the pure core is given of the world outside: time, chance, and the end of the run. */
export type Runtime = {
  readonly clock: Clock
  /** Returns a number in [0, 1). */
  readonly random: () => number
  /** Fires when the run is cancelled. */
  readonly cancelled: AbortSignal
}
