/** The service's clock as far as its answers have told it. */
export type ServiceClock = {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Takes note of the time that the service gave, in epoch milliseconds. */
  readonly learn: (serviceMs: number) => void
  /** How far it is ahead of this machine's clock, in milliseconds; 0 where that is not worth correcting. */
  readonly correctionMs: () => number
}

/** A smaller difference may be the way of the answer and the whole seconds of its header (docs/service.md, "Signature (SDK-HMAC-SHA256)"). */
export const TOLERANCE_MS = 60_000

/**
 * Creates a clock that follows the service's where this machine's is more than a minute off.
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
