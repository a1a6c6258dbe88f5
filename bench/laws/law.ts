import { LATENCY_MS, LOOK_MS } from '../latency.ts'
import type { Random } from '../random.ts'

/** How a system polls; durations in milliseconds. */
export type Law = {
  readonly name: string
  /** The law in words, for the page. */
  readonly words: string
  /** Pause before the first request. */
  readonly firstWaitMs: number
  /** Pause after request number `attempt` (1 is the first), counted from its answer. */
  readonly pauseMs: (attempt: number, random: Random) => number
  /** Time and requests that the system spends after it has seen the end. */
  readonly after?: { readonly ms: number; readonly requests: number }
}

/** The cost of one wait. */
export type Outcome = {
  /** Milliseconds from the end of the task until the system acts on it. */
  readonly delayMs: number
  readonly requests: number
}

/** Waits by a law for a task that ends after `endMs`; the wait begins with the task. */
export function waitByLaw({ firstWaitMs, pauseMs, after }: Law, endMs: number, random: Random): Outcome {
  let nowMs = firstWaitMs
  for (let requests = 1; ; requests += 1) {
    const ended = nowMs + LOOK_MS >= endMs
    nowMs += LATENCY_MS
    if (ended)
      return { delayMs: nowMs + (after?.ms ?? 0) - endMs, requests: requests + (after?.requests ?? 0) }
    nowMs += pauseMs(requests, random)
  }
}
