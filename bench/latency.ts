/** Time from sending a request to its whole answer, in milliseconds. */
export const LATENCY_MS = 150

/** Time from sending a request to the moment whose state the answer shows: half way, as long to the service as back. */
export const LOOK_MS = LATENCY_MS / 2

/** What the definition of efficiency takes off every delay, in milliseconds (docs/benchmark.md, "What the columns mean"). */
export const ALLOWANCE_MS = 0.75 * LATENCY_MS
