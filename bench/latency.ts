/** Time from sending a request to its complete answer, in milliseconds. */
export const LATENCY_MS = 150

/** Time from sending a request to the moment whose state the answer shows, in milliseconds: half of the latency. */
export const LOOK_MS = LATENCY_MS / 2

/** Milliseconds that the efficiency subtracts from every delay (docs/benchmark.md, "What the columns mean"). */
export const ALLOWANCE_MS = 0.75 * LATENCY_MS
