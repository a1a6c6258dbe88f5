import type { Clock } from './runtime.ts'
import { SPACING_MS } from './pacer.ts'

/** Lets the requests of a step start one after another. */
export type RequestBudget = {
  /**
   * Waits until the next request may start, in the order of the calls. It does not wait after the end or the stop. Each
   * `enter` is followed by one `leave`.
   */
  readonly enter: () => Promise<void>
  /** Takes note that an attempt is over; `proven` means that its answer showed the credential to be accepted. */
  readonly leave: (proven: boolean) => void
  /** Returns whether an answer has shown the credential to be accepted. */
  readonly isProven: () => boolean
  /** Delays every request that has not started by at least this long, in milliseconds. */
  readonly hold: (ms: number) => void
}

/** The clock and limits of a budget. */
export type BudgetRules = {
  readonly clock: Clock
  /** Fires when no request may be sent any more. */
  readonly stopped: AbortSignal
  /** Resolves when the credential can sign a request, or when waiting for that is of no use; undefined if it can now. */
  readonly ready: () => Promise<void> | undefined
  /** Returns the factor for the time between two requests, 1 or more. */
  readonly stretch: () => number
  /** Returns the longest time between two requests, in milliseconds. */
  readonly maxSpacingMs: () => number
  /** Returns the monotonic moment after which no request waits any longer, in milliseconds. */
  readonly endMs: () => number
}

/** How many requests may be in flight, or be repeated, until one shows that the credential is accepted: five bad signatures lock an access key (docs/reference.md, "Requests and credentials"). */
export const MAX_UNPROVEN = 3
const SILENCE_MS = 3000

/**
 * Creates the budget that all tasks of a step share. Requests start at least 125 ms apart. Until the credential is known
 * to be accepted, the next one starts only if none is in flight or the latest has been silent for 3 seconds, and at most
 * three are in flight.
 */
export function createRequestBudget({ clock, stopped, ready, ...rules }: BudgetRules): RequestBudget {
  const queue: (() => void)[] = []
  let queueHeld = false
  let proven = false
  let inFlight = 0
  let lastStartMs = Number.NEGATIVE_INFINITY
  let nextStartMs = Number.NEGATIVE_INFINITY
  let attemptOver = new AbortController()

  function releaseNext(): void {
    const next = queue.shift()
    if (next === undefined) queueHeld = false
    else next()
  }

  function credentialWaitMs(): number {
    if (proven || inFlight === 0) return 0
    return inFlight < MAX_UNPROVEN ? lastStartMs + SILENCE_MS - clock.now() : SILENCE_MS
  }

  async function nextStart(): Promise<void> {
    for (;;) {
      // The key may end, and the service may ask for a pause, while this sleeps.
      await ready()
      const leftMs = rules.endMs() - clock.now()
      const waitMs = Math.min(Math.max(nextStartMs - clock.now(), credentialWaitMs()), leftMs)
      if (waitMs <= 0 || stopped.aborted) return
      attemptOver = new AbortController()
      await clock.sleep(waitMs, proven ? stopped : AbortSignal.any([stopped, attemptOver.signal]))
    }
  }

  return {
    async enter() {
      if (queueHeld) await new Promise<void>((resolve) => void queue.push(resolve))
      queueHeld = true
      await nextStart()
      inFlight += 1
      lastStartMs = clock.now()
      nextStartMs = lastStartMs + Math.min(SPACING_MS * rules.stretch(), rules.maxSpacingMs())
      releaseNext()
    },
    leave(isProof) {
      inFlight -= 1
      attemptOver.abort()
      proven ||= isProof
    },
    isProven: () => proven,
    hold(ms) {
      nextStartMs = Math.max(nextStartMs, clock.now() + ms)
    },
  }
}
