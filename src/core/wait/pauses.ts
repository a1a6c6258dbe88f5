import type { Fault } from '../task/answer.ts'

// The formula and its numbers: docs/adr/0003-polling-law.md
const SHARE_OF_AGE = 0.1
const ROOT_FACTOR = 0.35
const JITTER = 0.1
const MAX_RETRY_MS = 10_000
const MAX_THROTTLE_MS = 30_000
// A little less than the budget of 8 requests a second, so that polls seldom queue.
const POLLS_PER_SECOND = 7

/** The user's limits for the pause between two polls of one task, in milliseconds; `minMs` is at most `maxMs`. */
export type PollBounds = { readonly minMs: number; readonly maxMs: number }

/** The facts that decide the pause between two polls, besides the age of the task. */
export type Pacing = {
  readonly bounds: PollBounds
  /** How many tasks share the budget, 1 or more. */
  readonly activeTasks: number
  /** Factor for the pause after earlier throttling, 1 or more. */
  readonly stretch: number
  /** A number in [0, 1); a test passes a constant. */
  readonly random: number
}

/**
 * Returns the pause before the next poll of a running task, in milliseconds: a tenth of its age, or 0.35 times the
 * square root of its age in seconds, whichever is less. Source: docs/adr/0003-polling-law.md
 *
 * @param ageMs age of the task by the service's clock, in milliseconds, 0 or more
 */
export function pollPauseMs(ageMs: number, { bounds, activeTasks, stretch, random }: Pacing): number {
  const ageSeconds = ageMs / 1000
  const wanted = 1000 * Math.min(SHARE_OF_AGE * ageSeconds, ROOT_FACTOR * Math.sqrt(ageSeconds))
  const pauseMs = Math.min(Math.max(wanted, bounds.minMs), bounds.maxMs) * stretch
  // The service's limit takes precedence over the user's longest pause. Throttled requests wait in the budget anyway.
  return Math.max(pauseMs, (1000 * activeTasks) / POLLS_PER_SECOND) * (1 - JITTER + 2 * JITTER * random)
}

/**
 * Returns the pause after a transient fault, in milliseconds: full jitter up to 1, 2, 4, 8, then 10 seconds, and at least
 * the shortest pause; after HTTP 429 the shortest pause plus full jitter up to 4, 8, 16, then 30 seconds. The pause is
 * never shorter than the fault's `Retry-After`.
 *
 * @param failures consecutive faults, this one included, 1 or more
 * @param minMs shortest pause, in milliseconds
 * @param random a number in [0, 1)
 */
export function faultPauseMs(
  { reason, retryAfterMs = 0 }: Pick<Fault, 'reason' | 'retryAfterMs'>,
  failures: number,
  minMs: number,
  random: number,
): number {
  // The jitter after HTTP 429 keeps clients that were throttled together from returning together.
  const pauseMs =
    reason === 'throttled'
      ? minMs + random * Math.min(MAX_THROTTLE_MS, 2000 * 2 ** failures)
      : Math.max(minMs, random * Math.min(MAX_RETRY_MS, 1000 * 2 ** (failures - 1)))
  return Math.max(pauseMs, retryAfterMs)
}
