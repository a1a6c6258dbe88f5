import type { Clock } from './clock.ts'

/** Says when a request of the step may start; every `enter` is followed by one `leave`. */
export type RequestBudget = {
  /** Waits in line for the next moment at which a request may start; once the signal fires nobody waits for time any more, only for those ahead. */
  readonly enter: (signal: AbortSignal) => Promise<void>
  /** Tells that an attempt is over; `proven` says that the answer showed the credential to be accepted. */
  readonly leave: (proven: boolean) => void
  /** Tells that the service refused for too many requests; every request that has not started waits at least this long. */
  readonly slowDown: (holdMs: number) => void
  /** Tells that the service gave a good answer. */
  readonly speedUp: () => void
  /** Whether an answer has shown the credential to be accepted. */
  readonly isProven: () => boolean
}

/** Shortest time between the starts of two requests: of the 10 a second that the service allows a user, others use some too (docs/reference.md, "Polling"). */
export const SPACING_MS = 1000 / 8

// Refused requests count too: whoever goes on at the same rate gets nothing but refusals (docs/adr/0003-polling-law.md).
const SLOWER = 1.5
const FASTER = 0.99
/** The service counts by the second: what it refuses within one is one sign, and after one it has forgotten. */
export const SECOND_MS = 1000
// Two requests a second are left by any neighbour that keeps to the budget itself.
const MAX_SPACING_MS = 500

/**
 * Creates the budget that all tasks of a step share: requests start at least 125 ms apart, and only one is in flight
 * until the credential is known to be accepted, because five bad signatures lock an access key. A refusal for too many
 * requests moves them farther apart, good answers bring them together again.
 */
export function createRequestBudget(clock: Clock): RequestBudget {
  const line: (() => void)[] = []
  let proven = false
  let doorIsTaken = false
  let nextStartMs = Number.NEGATIVE_INFINITY
  let spacingMs = SPACING_MS
  let slowedDownMs = Number.NEGATIVE_INFINITY

  const passTheDoorOn = (): void => {
    const next = line.shift()
    if (next === undefined) doorIsTaken = false
    else next()
  }

  return {
    async enter(signal) {
      if (doorIsTaken) await new Promise<void>((resolve) => void line.push(resolve))
      doorIsTaken = true
      // Again and again, since the service may ask for a pause meanwhile.
      while (clock.now() < nextStartMs && !signal.aborted)
        await clock.sleep(nextStartMs - clock.now(), signal)
      nextStartMs = clock.now() + spacingMs
      if (proven) passTheDoorOn()
    },
    leave(isProof) {
      // An attempt whose credential was not proven when it began has kept the door.
      const keptTheDoor = !proven
      proven ||= isProof
      if (keptTheDoor) passTheDoorOn()
    },
    slowDown(holdMs) {
      const now = clock.now()
      nextStartMs = Math.max(nextStartMs, now + holdMs)
      if (now - slowedDownMs < SECOND_MS) return
      slowedDownMs = now
      spacingMs = Math.min(MAX_SPACING_MS, spacingMs * SLOWER)
    },
    speedUp() {
      spacingMs = Math.max(SPACING_MS, spacingMs * FASTER)
    },
    isProven: () => proven,
  }
}
