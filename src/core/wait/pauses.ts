import type { Fault } from '../task/answer.ts'

// The law and its numbers: docs/adr/0003-polling-law.md
const SHARE_OF_AGE = 0.1
const ROOT_FACTOR = 0.35
const JITTER = 0.1
const MAX_RETRY_MS = 10_000
const MAX_THROTTLE_MS = 30_000
const STRETCH_STEP = 1.5
const STRETCH_DECAY = 0.9
// Sixteen times the longest pause is rare enough for any quota; without a bound a long throttle would never be recovered from.
const MAX_STRETCH = 16
// A little under the budget of 8 requests a second, so that polls seldom queue for it.
const POLLS_PER_SECOND = 7

/** The user's bounds of the pause between two polls of one task, in milliseconds; `minMs` is at most `maxMs`. */
export type PollBounds = { readonly minMs: number; readonly maxMs: number }

/** What the pause between two polls depends on besides the age of the task. */
export type Pacing = {
  readonly bounds: PollBounds
  /** How many tasks share the budget, 1 or more. */
  readonly activeTasks: number
  /** Factor by which earlier throttling has stretched the interval, 1 or more. */
  readonly stretch: number
  /** A number in [0, 1); a test passes a constant. */
  readonly random: number
}

/**
 * Returns how long to pause before the next poll of a task that is under way, in milliseconds.
 * A tenth of the task's age while it is young, then 0.35 times the square root of it: the optimum for durations without
 * a typical scale. Source: docs/adr/0003-polling-law.md
 *
 * @param ageMs age of the task by the service's clock, 0 or more
 */
export function pollPauseMs(ageMs: number, { bounds, activeTasks, stretch, random }: Pacing): number {
  const ageSeconds = ageMs / 1000
  const wanted = 1000 * Math.min(SHARE_OF_AGE * ageSeconds, ROOT_FACTOR * Math.sqrt(ageSeconds))
  // Many tasks raise the floor, even above the user's longest pause: the service's quota outranks it.
  const floor = Math.max(bounds.minMs, (1000 * activeTasks) / POLLS_PER_SECOND)
  const ceiling = Math.max(bounds.maxMs, floor)
  return clamp(wanted, floor, ceiling) * stretch * (1 - JITTER + 2 * JITTER * random)
}

/**
 * Returns how long to pause after a passing fault, in milliseconds: full jitter up to 1, 2, 4, 8, then 10 seconds, and
 * at least the shortest pause.
 *
 * @param failures faults in a row, this one included, 1 or more
 * @param minMs shortest pause, in milliseconds
 * @param random a number in [0, 1)
 */
export function retryPauseMs(failures: number, minMs: number, random: number): number {
  return Math.max(minMs, random * Math.min(MAX_RETRY_MS, 1000 * 2 ** (failures - 1)))
}

/**
 * Returns how long to pause after HTTP 429 without a usable `Retry-After`, in milliseconds: the shortest pause and full
 * jitter up to 4, 8, 16, then 30 seconds on top, so that clients that were refused together do not come back together.
 *
 * @param failures faults in a row, this one included, 1 or more
 * @param minMs shortest pause, in milliseconds
 * @param random a number in [0, 1)
 */
export function throttlePauseMs(failures: number, minMs: number, random: number): number {
  return minMs + random * Math.min(MAX_THROTTLE_MS, 2000 * 2 ** failures)
}

/**
 * Returns how long to pause after a fault that may pass, in milliseconds: by the law for its kind, and at least as long
 * as the service asks for.
 *
 * @param failures faults in a row, this one included, 1 or more
 * @param minMs shortest pause, in milliseconds
 * @param random a number in [0, 1)
 */
export function faultPauseMs(
  { reason, retryAfterMs = 0 }: Pick<Fault, 'reason' | 'retryAfterMs'>,
  failures: number,
  minMs: number,
  random: number,
): number {
  const law = reason === 'throttled' ? throttlePauseMs : retryPauseMs
  return Math.max(law(failures, minMs, random), retryAfterMs)
}

/** Returns the stretch of the interval after a throttled poll. */
export function stretched(stretch: number): number {
  return Math.min(MAX_STRETCH, stretch * STRETCH_STEP)
}

/** Returns the stretch of the interval after a good answer; it falls back to 1. */
export function relaxed(stretch: number): number {
  return Math.max(1, stretch * STRETCH_DECAY)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
