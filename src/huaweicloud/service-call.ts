import type { Credential, UnsignedRequest } from './credentials.ts'
import type { SendRequest } from './http.ts'
import { dateHeader, readServiceAnswer, type ServiceAnswer } from './service-answer.ts'
import type { ServiceClock } from './service-clock.ts'

/** What calls of the service work with. */
export type CallPorts = {
  readonly send: SendRequest
  readonly credential: Credential
  readonly clock: ServiceClock
}

/** An answer and how many requests were sent for it. */
type CallResult = { readonly answer: ServiceAnswer; readonly attempts: number }

/** Sends a request with the credential added to it. */
export type ServiceCall = (request: UnsignedRequest, signal: AbortSignal) => Promise<CallResult>

/**
 * Creates the way to call the service. A request is repeated in one case alone: it was refused with HTTP 401, and the
 * credential has something better now (contract, "Polling").
 */
export function createServiceCall({ send, credential, clock }: CallPorts): ServiceCall {
  const attempt = async (request: UnsignedRequest, signal: AbortSignal): Promise<ServiceAnswer> => {
    const headers = { ...request.headers, ...(await credential.headersFor(request)) }
    const result = await send({ ...request, headers }, signal)
    const serviceMs = result.kind === 'response' ? dateHeader(result.headers) : undefined
    if (serviceMs !== undefined) clock.learn(serviceMs)
    return readServiceAnswer(result, clock.now)
  }
  return async (request, signal) => {
    const answer = await attempt(request, signal)
    const refused = answer.kind === 'final' && answer.fault.reason === 'unauthorized'
    if (!refused || !(await credential.recover(answer.fault.error ?? {}, request)))
      return { answer, attempts: 1 }
    return { answer: await attempt(request, signal), attempts: 2 }
  }
}
