import type { Clock } from '../../core/wait/clock.ts'
import type { Credential, UnsignedRequest } from '../credential/credentials.ts'
import { ATTEMPT_TIMEOUT_MS, type SendRequest } from '../../http/transport.ts'
import { dateHeader, readServiceAnswer, type ServiceAnswer } from './service-answer.ts'
import type { ServiceClock } from './service-clock.ts'

/** What calls of the service work with. */
export type CallPorts = {
  readonly send: SendRequest
  readonly credential: Credential
  /** This machine's monotonic clock. */
  readonly clock: Clock
  readonly serviceClock: ServiceClock
}

/** An answer and how many requests were sent for it. */
type CallResult = { readonly answer: ServiceAnswer; readonly attempts: number }

/** Sends a request with the credential added to it; takes 15 s at most, signing in anew included. */
export type ServiceCall = (request: UnsignedRequest, signal: AbortSignal) => Promise<CallResult>

/** What a call says whose time was over while it waited for a key, with no request under way. */
export const NO_KEY_IN_TIME = 'no temporary key in time'

const TOO_LATE: ServiceAnswer = { kind: 'passing', fault: { reason: 'timeout', detail: NO_KEY_IN_TIME } }
const LATE = Symbol('late')

/**
 * Creates the way to call the service. A request is repeated in one case alone: it was refused with HTTP 401, and the
 * credential has something better now (docs/reference.md, "Requests and credentials").
 */
export function createServiceCall({ send, credential, clock, serviceClock }: CallPorts): ServiceCall {
  // What the credential was last refused with, for the requests of other tasks that then have nothing to show.
  let refusal: ServiceAnswer = { kind: 'final', fault: { reason: 'unauthorized' } }

  return async (request, signal) => {
    const endMs = clock.now() + ATTEMPT_TIMEOUT_MS
    let attempts = 0

    // A key may have to be fetched first, from others who may hang.
    async function inTime<T>(work: Promise<T>): Promise<T | typeof LATE> {
      const done = new AbortController()
      const over = clock.sleep(endMs - clock.now(), AbortSignal.any([signal, done.signal]))
      const first = await Promise.race([work, over.then((): typeof LATE => LATE)])
      done.abort()
      return first
    }

    async function attempt(): Promise<ServiceAnswer> {
      const added = await inTime(credential.headersFor(request))
      if (added === undefined) return refusal
      const leftMs = endMs - clock.now()
      if (added === LATE || leftMs <= 0) return TOO_LATE
      attempts += 1
      const result = await send({ ...request, headers: { ...request.headers, ...added } }, signal, leftMs)
      const answer = readServiceAnswer(result, serviceClock.now)
      const serviceMs = result.kind === 'response' ? dateHeader(result.headers) : undefined
      // What answers in place of the service, with a fault of its own or a page, may have another clock, or none.
      const isStranger = answer.kind === 'passing' || (answer.kind === 'success' && answer.body === undefined)
      if (serviceMs !== undefined && !isStranger) serviceClock.learn(serviceMs)
      return answer
    }

    async function answer(): Promise<ServiceAnswer> {
      const first = await attempt()
      if (first.kind !== 'final' || first.fault.reason !== 'unauthorized') return first
      refusal = first
      const better = await inTime(credential.recover(first.fault.error ?? {}, request))
      if (better === LATE) return TOO_LATE
      return better ? attempt() : first
    }

    return { answer: await answer(), attempts }
  }
}
