import { createRateLimit } from '../../simulator/server/rate-limit.mjs'
import type { Random } from '../random.ts'

/** Requests a second that the service allows all clients of a user together. */
const REQUESTS_PER_SECOND = 10

/** Starts a limit; what it returns says of a request at a moment, in milliseconds, whether it is refused. */
export type CreateLimit = (random: Random) => (nowMs: number) => boolean

/** Counts anew with each second of the service's clock, as a gateway's policy "limit:10,time:1 second" reads. */
export const eachSecond: CreateLimit = (random) => {
  const phaseMs = 1000 * random()
  let second = Number.NaN
  let requests = 0
  return (nowMs) => {
    const current = Math.floor((nowMs + phaseMs) / 1000)
    requests = current === second ? requests + 1 : 1
    second = current
    return requests > REQUESTS_PER_SECOND
  }
}

/** The simulator's limit, the harshest of all: any second counts, and refused requests in it too. */
export const anySecond: CreateLimit = () => {
  const refuse = createRateLimit({ requestsPerSecond: REQUESTS_PER_SECOND })
  return (nowMs) => refuse(nowMs) !== undefined
}
