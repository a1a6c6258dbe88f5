import type { IncomingHttpHeaders } from 'node:http'

import type { Answer, Fault, FinalReason, PassingReason, ServiceError } from '../../core/task/answer.ts'
import { omitUndefined } from '../../core/task/omit-undefined.ts'
import type { HttpResult } from '../../http/transport.ts'
import { readErrorBody } from './service-error.ts'

/** An attempt that failed. */
export type FailedAnswer = Extract<Answer, { kind: 'passing' | 'final' }>

/** The meaning of the result of one attempt, for any kind of request. */
export type ServiceAnswer =
  /** A success with a body that declares no error; the caller checks the rest. */
  | {
      readonly kind: 'success'
      readonly body: unknown
      readonly requestId?: string
      /** The service's clock, epoch milliseconds. */
      readonly serverTimeMs?: number
      /** The error that an unexpected body describes, if it does. */
      readonly error: ServiceError
    }
  | FailedAnswer

type Response = Extract<HttpResult, { kind: 'response' }>

// RFC 9110: a number of seconds, or a date in exactly this form. Date.parse accepts almost anything.
const SECONDS = /^\d{1,9}(?:\.\d+)?$/
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const FINAL_REASONS: Readonly<Record<number, FinalReason>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'no-such-api',
}

/**
 * Returns the meaning of the result of one attempt. Texts are unchanged, secrets that they quote included, because the words
 * of the service are judged. The caller removes the secrets (src/core/task/remote-texts.ts).
 *
 * @param now epoch milliseconds, for a `Retry-After` with a date in an answer without a `Date` header
 * @param successes the HTTP statuses of a success
 */
export function readServiceAnswer(
  result: HttpResult,
  now: () => number,
  successes: readonly number[] = [200],
): ServiceAnswer {
  if (result.kind === 'response') return readResponse(result, now, successes)
  const { reason, status = 0, headers = {}, detail } = result
  const seen = { ...omitUndefined({ httpStatus: result.status, detail }) }
  // The status counts, even if the body is unusable: a refused credential is not sent again.
  if (status === 401) return { kind: 'final', fault: { reason: 'unauthorized', ...seen } }
  const passing = (why: PassingReason): ServiceAnswer => ({
    kind: 'passing',
    fault: { reason: why, ...seen, ...omitUndefined({ retryAfterMs: retryAfter(headers, status, now) }) },
  })
  if (status === 429) return passing('throttled')
  if (reason === 'connection' || reason === 'timeout' || reason === 'cut') return passing(reason)
  return status > 0 && isPassing(status)
    ? passing('http-status')
    : { kind: 'final', fault: { reason, ...seen } }
}

/** Returns the fault of a success whose body is not the documented one. */
export function unexpectedBody(
  error: ServiceError,
  httpStatus = 200,
): Extract<ServiceAnswer, { kind: 'passing' }> {
  return { kind: 'passing', fault: faultOf('unexpected-body', httpStatus, error) }
}

/** Returns the failure with what is known of it beyond its answer. */
export function withFacts<Answer extends FailedAnswer>(
  answer: Answer,
  facts: Pick<Fault, 'advice' | 'detail' | 'signIn'>,
): Answer {
  return { ...answer, fault: { ...answer.fault, ...facts } }
}

/** Returns the time of an answer by the service's clock, in epoch milliseconds. */
export function dateHeader(headers: IncomingHttpHeaders): number | undefined {
  // Stryker disable next-line StringLiteral: any text that is not a date would do.
  return parseHttpDate(textHeader(headers, 'date') ?? '')
}

function readResponse(response: Response, now: () => number, successes: readonly number[]): ServiceAnswer {
  const { status, headers } = response
  const body = parseJson(response.body)
  const { declared, error: said } = readErrorBody(body)
  const requestId =
    said.requestId ?? textHeader(headers, 'x-request-id') ?? textHeader(headers, 'x-iam-trace-id')
  const error: ServiceError = { ...said, ...omitUndefined({ requestId }) }
  const passing = (reason: PassingReason): ServiceAnswer => ({
    kind: 'passing',
    fault: {
      ...faultOf(reason, status, error),
      ...omitUndefined({ retryAfterMs: retryAfter(headers, status, now) }),
    },
  })
  const final = (reason: FinalReason): ServiceAnswer => ({
    kind: 'final',
    fault: faultOf(reason, status, error),
  })

  if (status === 429) return passing('throttled')
  const isSuccess = successes.includes(status)
  if (!isSuccess && isPassing(status)) return passing('http-status')
  if (!isSuccess) return final(status < 400 ? 'redirected' : (FINAL_REASONS[status] ?? 'rejected'))
  if (declared) return final('error-in-success')
  const serverTimeMs = dateHeader(headers)
  return { kind: 'success', body, error, ...omitUndefined({ requestId, serverTimeMs }) }
}

// 408, every 5xx, every 2xx except 200, and every number that is not an HTTP status.
function isPassing(status: number): boolean {
  return (status < 300 && status !== 200) || status === 408 || status >= 500
}

function faultOf<Reason extends PassingReason | FinalReason>(
  reason: Reason,
  httpStatus: number,
  error: ServiceError,
): Fault<Reason> {
  return { reason, httpStatus, ...(Object.keys(error).length > 0 && { error }) }
}

function retryAfter(headers: IncomingHttpHeaders, status: number, now: () => number): number | undefined {
  const text = textHeader(headers, 'retry-after')
  // Stryker disable next-line ConditionalExpression: only the compiler needs the check for undefined.
  if (text === undefined || (status !== 429 && status !== 503)) return undefined
  const ms = SECONDS.test(text)
    ? Number(text) * 1000
    : (parseHttpDate(text) ?? Number.NaN) - (dateHeader(headers) ?? now())
  return ms > 0 ? ms : undefined
}

function parseHttpDate(text: string): number | undefined {
  const ms = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

function textHeader(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  // Stryker disable next-line ConditionalExpression: only the compiler needs it; Node makes lists only of other headers.
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Returns the value of a JSON text; undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The value stays undefined.
  }
  return value
}
