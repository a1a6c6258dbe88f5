/** The service's clock, as far as its answers have shown it. */
export type ServiceClock = {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Takes note of the service's time in an answer, in epoch milliseconds. */
  readonly learn: (serviceMs: number) => void
  /** Returns how far it is ahead of this machine's clock, in milliseconds; 0 if the difference is at most a minute. */
  readonly correctionMs: () => number
}

/** The time of transport and the whole seconds of the header explain a smaller difference, in milliseconds (docs/service.md, "Signature (SDK-HMAC-SHA256)"). */
export const TOLERANCE_MS = 60_000

/**
 * Creates a clock that follows the service's if this machine's is more than a minute off.
 *
 * @param wallClock this machine's clock, epoch milliseconds
 */
export function createServiceClock(wallClock: () => number): ServiceClock {
  let offsetMs = 0
  return {
    now: () => wallClock() + offsetMs,
    learn(serviceMs) {
      const difference = serviceMs - wallClock()
      offsetMs = Math.abs(difference) > TOLERANCE_MS ? difference : 0
    },
    correctionMs: () => offsetMs,
  }
}
