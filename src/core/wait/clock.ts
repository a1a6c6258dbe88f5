/** A monotonic clock in milliseconds. */
export type Clock = {
  readonly now: () => number
  /** Resolves when `now` has advanced by `ms`, never earlier, or as soon as the signal fires; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}
