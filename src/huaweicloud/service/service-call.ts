import { ATTEMPT_TIMEOUT_MS, type Clock } from '../../core/wait/runtime.ts'
import { omitUndefined } from '../../core/task/omit-undefined.ts'
import type { Credential } from '../credential/credentials.ts'
import type { HttpRequest, SendRequest } from '../../http/transport.ts'
import { dateHeader, readServiceAnswer, type ServiceAnswer, withFacts } from './service-answer.ts'
import type { ServiceClock } from './service-clock.ts'

/** The parts that a call of the service is made of. */
export type CallParts = {
  readonly send: SendRequest
  readonly credential: Credential
  /** This machine's monotonic clock. */
  readonly clock: Clock
  readonly serviceClock: ServiceClock
}

/** An answer and how many requests were sent for it. */
type CallResult = { readonly answer: ServiceAnswer; readonly attempts: number }

/**
 * Sends a request with the credential added to it. `signal` ends the attempt early.
 *
 * @param limitMs longest time for all of it, in milliseconds; 15 s at most, and if absent
 */
export type ServiceCall = (request: HttpRequest, signal: AbortSignal, limitMs?: number) => Promise<CallResult>

/** The detail of an attempt that ended before the credential had a key, so that nothing was sent. */
export const NO_KEY_IN_TIME = 'no temporary key in time'

const TOO_LATE: ServiceAnswer = { kind: 'passing', fault: { reason: 'timeout', detail: NO_KEY_IN_TIME } }
const LATE = Symbol('late')

/** Creates a way to call the service that sends each request at most once. */
export function createServiceCall({ send, credential, clock, serviceClock }: CallParts): ServiceCall {
  // The latest HTTP 401, for requests that find no other key.
  let refusal: ServiceAnswer = { kind: 'final', fault: { reason: 'unauthorized' } }

  async function refused(answer: Refusal, request: HttpRequest, inTime: InTime): Promise<ServiceAnswer> {
    // Advice on HTTP 401 names what was used to sign in.
    const advised = withFacts(answer, omitUndefined({ advice: credential.refusedAdvice }))
    refusal = advised
    const better = await inTime(credential.recover(answer.fault.error ?? {}, request))
    if (better === LATE) return credential.problem() ?? TOO_LATE
    return better ? { ...advised, worthRepeating: true } : advised
  }

  return async (request, signal, limitMs = ATTEMPT_TIMEOUT_MS) => {
    const endMs = clock.now() + Math.min(limitMs, ATTEMPT_TIMEOUT_MS)
    const inTime = before(endMs, clock, signal)
    const key = credential.ready()
    // Stryker disable next-line ConditionalExpression: it only saves a sleep, because no key to wait for is never late.
    const isLate = key !== undefined && (await inTime(key)) === LATE
    const added = isLate ? undefined : await credential.headersFor(request)
    if (added === undefined) {
      return { answer: credential.problem() ?? (isLate ? TOO_LATE : refusal), attempts: 0 }
    }
    const signed = { ...request, headers: { ...request.headers, ...added } }
    const result = await send(signed, signal, endMs - clock.now())
    const answer = readServiceAnswer(result, serviceClock.now)
    const serviceMs = result.kind === 'response' ? dateHeader(result.headers) : undefined
    if (serviceMs !== undefined && !isFromGateway(answer)) serviceClock.learn(serviceMs)
    return { answer: isRefusal(answer) ? await refused(answer, request, inTime) : answer, attempts: 1 }
  }
}

/** Wraps a call so that a refused request is sent once more if the credential has changed (docs/reference.md, "Requests and credentials"). */
export function repeatedOnce(call: ServiceCall): ServiceCall {
  return async (...request) => {
    const first = await call(...request)
    if (!('worthRepeating' in first.answer)) return first
    const second = await call(...request)
    return { ...second, attempts: first.attempts + second.attempts }
  }
}

// A gateway or an error page may have another clock than the service, or none.
function isFromGateway(answer: ServiceAnswer): boolean {
  return answer.kind === 'passing' || (answer.kind === 'success' && answer.body === undefined)
}

type Refusal = Extract<ServiceAnswer, { kind: 'final' }>

function isRefusal(answer: ServiceAnswer): answer is Refusal {
  return answer.kind === 'final' && answer.fault.reason === 'unauthorized'
}

type InTime = <T>(work: Promise<T>) => Promise<T | typeof LATE>

// A key may have to be fetched first, from another service that may hang.
function before(endMs: number, clock: Clock, signal: AbortSignal): InTime {
  return async (work) => {
    const done = new AbortController()
    const over = clock.sleep(endMs - clock.now(), AbortSignal.any([signal, done.signal]))
    const first = await Promise.race([work, over.then((): typeof LATE => LATE)])
    done.abort()
    return first
  }
}
