/** A monotonic clock in milliseconds. */
export type Clock = {
  readonly now: () => number
  /** Resolves when `now` has advanced by `ms`, and not earlier, or as soon as the signal fires. It never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/** The parts of the process that the pure core needs: time, chance and the cancellation of the run. */
export type Runtime = {
  readonly clock: Clock
  /** Returns a number in [0, 1). */
  readonly random: () => number
  /** Fires when the run is cancelled. */
  readonly cancelled: AbortSignal
}

/** How long one attempt may take, from connecting to the last byte of the body (docs/reference.md, "Polling"). */
export const ATTEMPT_TIMEOUT_MS = 15_000
