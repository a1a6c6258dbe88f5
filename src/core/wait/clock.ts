/** A monotonic clock in milliseconds. */
export type Clock = {
  readonly now: () => number
  /** Resolves when `now` has advanced by `ms`, and not earlier, or as soon as the signal fires. It never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}
