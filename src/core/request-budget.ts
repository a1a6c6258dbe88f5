import type { Clock } from './clock.ts'

/** Says when a request of the step may start; every `enter` is followed by one `leave`. */
export type RequestBudget = {
  /** Waits for a free place and the next slot; returns early, without either, when the signal fires. */
  readonly enter: (signal: AbortSignal) => Promise<void>
  /** Frees the place; `proven` says that the answer showed the credential to be accepted. */
  readonly leave: (proven: boolean) => void
  /** Whether an answer has shown the credential to be accepted. */
  readonly isProven: () => boolean
}

/** Shortest time between the starts of two requests: of the 10 a second that the service allows a user, others use some too (contract, "Polling"). */
export const SPACING_MS = 1000 / 8

/**
 * Creates the budget that all tasks of a step share: requests start at least 125 ms apart, and only one is in flight
 * until the credential is known to be accepted, because five bad signatures lock an access key.
 */
export function createRequestBudget(clock: Clock): RequestBudget {
  const waiting: (() => void)[] = []
  let proven = false
  let occupied = false
  let nextSlotMs = Number.NEGATIVE_INFINITY

  return {
    async enter(signal) {
      if (!proven && occupied) await waitInLine(waiting, signal)
      occupied = true
      const slotMs = Math.max(clock.now(), nextSlotMs)
      nextSlotMs = slotMs + SPACING_MS
      if (slotMs > clock.now()) await clock.sleep(slotMs - clock.now(), signal)
    },
    leave(isProof) {
      proven ||= isProof
      occupied = false
      for (const proceed of waiting.splice(0, proven ? waiting.length : 1)) {
        occupied = true
        proceed()
      }
    },
    isProven: () => proven,
  }
}

async function waitInLine(waiting: (() => void)[], signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const proceed = (): void => {
      signal.removeEventListener('abort', proceed)
      resolve()
    }
    signal.addEventListener('abort', proceed)
    waiting.push(proceed)
    if (signal.aborted) proceed()
  })
}
