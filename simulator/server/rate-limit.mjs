/** @import { ErrorAnswer, Settings } from '../types.d.ts' */

const WINDOW_MS = 1_000

/**
 * Starts to count all requests of the user over the last second, refused ones included, so that who keeps on
 * asking too often stays locked out. The other client's share counts as if its requests came evenly.
 * Source: docs/service.md, "Limits"
 *
 * @param {Pick<Settings, 'requestsPerSecond' | 'neighbourRequestsPerSecond'>} settings
 * @returns {(now: number) => ErrorAnswer | undefined} notes a request and gives the refusal of one too many
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
