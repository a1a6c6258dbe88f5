import type { Clock } from './clock.ts'

/** The parts of the process that the pure core needs: time, chance and the cancellation of the run. */
export type Runtime = {
  readonly clock: Clock
  /** Returns a number in [0, 1). */
  readonly random: () => number
  /** Fires when the run is cancelled. */
  readonly cancelled: AbortSignal
}
