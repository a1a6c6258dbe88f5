/** @import { ErrorAnswer, Settings } from '../types.d.ts' */

const WINDOW_MS = 1_000

/**
 * Counts the user's requests of the last second, including refused ones: a client that keeps sending stays refused.
 * The requests of the other client count as if they came evenly.
 * Source: docs/service.md, "Limits"
 * @param {Pick<Settings, 'requestsPerSecond' | 'neighbourRequestsPerSecond'>} settings
 * @returns {(now: number) => ErrorAnswer | undefined} counts a request, and returns the refusal if it is one too many
 */
export function createRateLimit({ requestsPerSecond: limit, neighbourRequestsPerSecond: neighbour = 0 }) {
  /** @type {number[]} */
  let times = []
  return (now) => {
    if (limit === undefined) return undefined
    times = [...times.filter((at) => now - at < WINDOW_MS), now]
    if (times.length + neighbour <= limit) return undefined
    const policy = `policy user over ratelimit,limit:${limit},time:1 second`
    return {
      status: 429,
      code: 'APIG.0308',
      message: `The throttling threshold has been reached: ${policy}`,
    }
  }
}
