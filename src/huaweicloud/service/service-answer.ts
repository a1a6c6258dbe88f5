import type { IncomingHttpHeaders } from 'node:http'

import type { Fault, FinalReason, PassingReason, ServiceError } from '../../core/task/answer.ts'
import type { HttpResult } from '../../http/transport.ts'
import { readErrorBody } from './service-error.ts'

/** What the outcome of one attempt means, whatever was asked for. */
export type ServiceAnswer =
  /** HTTP 200 with a body that declares no error; what else it is, the caller finds out. */
  | {
      readonly kind: 'success'
      readonly body: unknown
      readonly requestId?: string
      /** The service's clock, epoch milliseconds. */
      readonly serverTimeMs?: number
      /** What an unexpected body says of an error all the same. */
      readonly error: ServiceError
    }
  | { readonly kind: 'passing'; readonly fault: Fault<PassingReason> }
  | {
      readonly kind: 'final'
      readonly fault: Fault<FinalReason>
      /** True after an HTTP 401 if the credential has changed since, so that one more request may succeed. */
      readonly worthRepeating?: boolean
    }

type Response = Extract<HttpResult, { kind: 'response' }>

// RFC 9110: a number of seconds, or a date in this form alone; Date.parse would take almost anything.
const SECONDS = /^\d{1,9}(?:\.\d+)?$/
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const FINAL_REASONS: Readonly<Record<number, FinalReason>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'no-such-api',
}

/**
 * Says what the outcome of one attempt means. Texts are as the other side sent them, secrets that it quotes included:
 * what is judged must be its own words, and whoever hands them on takes secrets out (src/core/task/redact-answer.ts).
 *
 * @param now epoch milliseconds, for a `Retry-After` that is a date in an answer without one
 */
export function readServiceAnswer(result: HttpResult, now: () => number): ServiceAnswer {
  if (result.kind === 'response') return readResponse(result, now)
  const { reason, status, detail } = result
  const seen = {
    ...(status !== undefined && { httpStatus: status }),
    ...(detail !== undefined && { detail }),
  }
  // Whatever became of its body: a refused credential is not shown again.
  if (status === 401) return { kind: 'final', fault: { reason: 'unauthorized', ...seen } }
  return reason === 'connection' || reason === 'timeout' || reason === 'cut'
    ? { kind: 'passing', fault: { reason, ...seen } }
    : { kind: 'final', fault: { reason, ...seen } }
}

/** Returns the fault of a success whose body is not what the service documents. */
export function unexpectedBody(error: ServiceError): Extract<ServiceAnswer, { kind: 'passing' }> {
  return { kind: 'passing', fault: faultOf('unexpected-body', 200, error) }
}

/** Returns the time of an answer by the service's clock, in epoch milliseconds. */
export function dateHeader(headers: IncomingHttpHeaders): number | undefined {
  // Stryker disable next-line StringLiteral: any other text that is no date would do.
  return parseHttpDate(textHeader(headers, 'date') ?? '')
}

function readResponse(response: Response, now: () => number): ServiceAnswer {
  const { status, headers } = response
  const body = parseJson(response.body)
  const { declared, error: said } = readErrorBody(body)
  const requestId = said.requestId ?? requestIdHeader(headers)
  const error: ServiceError = { ...said, ...(requestId !== undefined && { requestId }) }
  const passing = (reason: PassingReason): ServiceAnswer => ({
    kind: 'passing',
    fault: { ...faultOf(reason, status, error), ...retryAfter(headers, status, now) },
  })
  const final = (reason: FinalReason): ServiceAnswer => ({
    kind: 'final',
    fault: faultOf(reason, status, error),
  })

  if (status === 429) return passing('throttled')
  if (isPassing(status)) return passing('http-status')
  if (status !== 200) return final(finalReason(status))
  if (declared) return final('error-in-success')
  const serverTimeMs = dateHeader(headers)
  return {
    kind: 'success',
    body,
    error,
    ...(requestId !== undefined && { requestId }),
    ...(serverTimeMs !== undefined && { serverTimeMs }),
  }
}

// Another 2xx than 200, 408 and every 5xx, and what is no status of HTTP at all.
function isPassing(status: number): boolean {
  return (status < 300 && status !== 200) || status === 408 || status >= 500
}

function finalReason(status: number): FinalReason {
  return status < 400 ? 'redirected' : (FINAL_REASONS[status] ?? 'rejected')
}

function faultOf<Reason extends PassingReason | FinalReason>(
  reason: Reason,
  httpStatus: number,
  error: ServiceError,
): Fault<Reason> {
  return { reason, httpStatus, ...(Object.keys(error).length > 0 && { error }) }
}

function retryAfter(
  headers: IncomingHttpHeaders,
  status: number,
  now: () => number,
): { retryAfterMs?: number } {
  const text = textHeader(headers, 'retry-after')
  // Stryker disable next-line ConditionalExpression: no text is neither seconds nor a date; it is the compiler that asks.
  if (text === undefined || (status !== 429 && status !== 503)) return {}
  const ms = SECONDS.test(text)
    ? Number(text) * 1000
    : (parseHttpDate(text) ?? Number.NaN) - (dateHeader(headers) ?? now())
  return ms > 0 ? { retryAfterMs: ms } : {}
}

function parseHttpDate(text: string): number | undefined {
  const ms = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

function textHeader(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  // Stryker disable next-line ConditionalExpression: Node lists the values of other headers alone; it is the compiler that asks.
  return typeof value === 'string' && value !== '' ? value : undefined
}

function requestIdHeader(headers: IncomingHttpHeaders): string | undefined {
  return textHeader(headers, 'x-request-id') ?? textHeader(headers, 'x-iam-trace-id')
}

/** Returns the value that a JSON text stands for; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // It stands for nothing.
  }
  return undefined
}
