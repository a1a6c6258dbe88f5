import type { Clock } from './runtime.ts'

/** Shortest time between the starts of two requests, in milliseconds: 8 of the 10 a second that the service allows to each user (docs/reference.md, "Polling"). */
export const SPACING_MS = 1000 / 8

/** The service counts requests by the second, in milliseconds. */
export const SECOND_MS = 1000

// These numbers are measured: docs/adr/0003-polling-law.md
const SLOWER = 1.5
const FASTER = 0.9
const FASTER_AFTER_MS = 3000
const MAX_STRETCH = 4

/** Stretches all intervals of a step after throttling. */
export type Pacer = {
  /** Returns the factor for pauses and for the spacing of requests, from 1 to 4. */
  readonly stretch: () => number
  /** Takes note that the service has throttled a request. */
  readonly slowDown: () => void
  /** Takes note of a good answer. */
  readonly speedUp: () => void
}

/**
 * Creates the one pacer of a step. Throttling stretches by 1.5, at most once a second; a good answer shrinks by 0.9, at
 * most once in 3 seconds.
 */
export function createPacer(clock: Pick<Clock, 'now'>): Pacer {
  let stretch = 1
  let slowedMs = Number.NEGATIVE_INFINITY
  let spedMs = Number.NEGATIVE_INFINITY

  return {
    stretch: () => stretch,
    slowDown() {
      const now = clock.now()
      // All that is refused within a second was too much for the same second.
      if (now - slowedMs < SECOND_MS) return
      slowedMs = now
      stretch = Math.min(MAX_STRETCH, stretch * SLOWER)
    },
    speedUp() {
      const now = clock.now()
      if (now - spedMs < FASTER_AFTER_MS) return
      spedMs = now
      stretch = Math.max(1, stretch * FASTER)
    },
  }
}
