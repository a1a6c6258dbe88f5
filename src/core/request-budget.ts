import type { Clock } from './clock.ts'

/** Says when a request of the step may start; every `enter` is followed by one `leave`. */
export type RequestBudget = {
  /** Waits in line for the next moment at which a request may start; no longer than it takes to get there once the signal fires. */
  readonly enter: (signal: AbortSignal) => Promise<void>
  /** Tells that an attempt is over; `proven` says that the answer showed the credential to be accepted. */
  readonly leave: (proven: boolean) => void
  /** Keeps every request that has not started from doing so before a moment on the clock. */
  readonly holdUntil: (ms: number) => void
  /** Whether an answer has shown the credential to be accepted. */
  readonly isProven: () => boolean
}

/** Shortest time between the starts of two requests: of the 10 a second that the service allows a user, others use some too (contract, "Polling"). */
export const SPACING_MS = 1000 / 8

/**
 * Creates the budget that all tasks of a step share: requests start at least 125 ms apart, and only one is in flight
 * until the credential is known to be accepted, because five bad signatures lock an access key.
 *
 * @param stretch by how much the distance of two requests is stretched at the moment, 1 or more
 */
export function createRequestBudget(clock: Clock, stretch: () => number): RequestBudget {
  const line: (() => void)[] = []
  let proven = false
  let doorIsTaken = false
  let nextStartMs = Number.NEGATIVE_INFINITY

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
      nextStartMs = clock.now() + SPACING_MS * stretch()
      if (proven) passTheDoorOn()
    },
    leave(isProof) {
      // An attempt whose credential was not proven when it began has kept the door.
      const keptTheDoor = !proven
      proven ||= isProof
      if (keptTheDoor) passTheDoorOn()
    },
    holdUntil(ms) {
      nextStartMs = Math.max(nextStartMs, ms)
    },
    isProven: () => proven,
  }
}
