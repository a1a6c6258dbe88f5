import { createRateLimit } from '../../simulator/server/rate-limit.mjs'
import type { Random } from '../random.ts'

/** Requests a second that the service allows to all clients of a user together. */
const REQUESTS_PER_SECOND = 10

/** Creates a limit: a function that says whether a request at a time in milliseconds is refused. */
export type CreateLimit = (random: Random) => (nowMs: number) => boolean

/** Restarts with each second of the service's clock, as the gateway's policy "limit:10,time:1 second" says. */
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

/** The limit of the simulator, the strictest: it applies to any period of one second, and counts refused requests too. */
export const anySecond: CreateLimit = () => {
  const refuse = createRateLimit({ requestsPerSecond: REQUESTS_PER_SECOND })
  return (nowMs) => refuse(nowMs) !== undefined
}
