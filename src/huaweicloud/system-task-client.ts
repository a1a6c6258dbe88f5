import type { IncomingHttpHeaders } from 'node:http'

import type { Answer, Fault, FinalReason, PassingReason, PollTask, ServiceError } from '../core/answer.ts'
import { parseSystemTask } from '../core/system-task.ts'
import type { Credential, UnsignedRequest } from './credentials.ts'
import type { HttpResult, SendRequest } from './http.ts'
import type { ServiceClock } from './service-clock.ts'
import { readErrorBody } from './service-error.ts'

/** Where and how system tasks are asked for. */
export type ClientSettings = {
  /** Base URL, without a slash at its end. */
  readonly endpoint: string
  readonly project: string
  readonly workspace?: string
  readonly language: 'en_us' | 'zh_cn'
}

type Response = Extract<HttpResult, { kind: 'response' }>

const NOT_FOUND_CODES: readonly (string | undefined)[] = ['DLF.0810', 'DLF.20810']
// 401 and 407 are about who asks, 408 and 429 about when: whatever their body says, they tell nothing of the task.
const NOT_ABOUT_THE_TASK = [401, 407, 408, 429]
// RFC 9110: a number of seconds, or a date in this form alone; Date.parse would take almost anything.
const SECONDS = /^\d{1,9}(?:\.\d+)?$/
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const FINAL_REASONS: Readonly<Record<number, FinalReason>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'no-such-api',
}

/** What the client works with. */
export type ClientPorts = {
  readonly send: SendRequest
  readonly credential: Credential
  readonly clock: ServiceClock
}

/** Creates the one call that the wait needs: ask for a task once and say what the answer means. */
export function createSystemTaskClient(
  settings: ClientSettings,
  { send, credential, clock }: ClientPorts,
): PollTask {
  const ask = async (id: string, signal: AbortSignal): Promise<Answer> => {
    const request = unsignedRequest(settings, id)
    const headers = { ...request.headers, ...(await credential.headersFor(request)) }
    const result = await send({ ...request, headers }, signal)
    const serviceMs = result.kind === 'response' ? dateHeader(result.headers) : undefined
    if (serviceMs !== undefined) clock.learn(serviceMs)
    return readResult(result, clock.now, credential.redact)
  }
  return async (id, signal) => {
    const answer = await ask(id, signal)
    // The one refusal that is asked about again: the credential says that it now has something better.
    const refused = answer.kind === 'final' && answer.fault.reason === 'unauthorized'
    if (!refused || !(await credential.recover(answer.fault.error ?? {}))) return answer
    return { ...(await ask(id, signal)), attempts: 2 }
  }
}

function unsignedRequest(
  { endpoint, project, workspace, language }: ClientSettings,
  id: string,
): UnsignedRequest {
  return {
    method: 'GET',
    url: new URL(`${endpoint}/v1/${project}/system-tasks/${id}`),
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'wait-for-dlf-task',
      'x-language': language,
      'x-project-id': project,
      ...(workspace !== undefined && { workspace }),
    },
  }
}

/**
 * Says what the outcome of one attempt means for the wait.
 *
 * @param redact takes secrets out of whatever the answer says
 */
export function readResult(
  result: HttpResult,
  wallClock: () => number,
  redact: (text: string) => string,
): Answer {
  if (result.kind === 'response') return readResponse(result, wallClock, redact)
  const { reason, status, detail } = result
  const seen = {
    ...(status !== undefined && { httpStatus: status }),
    ...(detail !== undefined && { detail }),
  }
  return reason === 'connection' || reason === 'timeout' || reason === 'cut'
    ? { kind: 'passing', fault: { reason, ...seen } }
    : { kind: 'final', fault: { reason, ...seen } }
}

function readResponse(response: Response, wallClock: () => number, redact: (text: string) => string): Answer {
  const { status, headers } = response
  const body = parseJson(response.body, redact)
  const { declared, error: said } = readErrorBody(body)
  const requestId = said.requestId ?? requestIdHeader(headers, redact)
  const error: ServiceError = { ...said, ...(requestId !== undefined && { requestId }) }

  if (status === 200)
    return declared ? final('error-in-success', status, error) : readSuccess(body, headers, requestId)
  const wait = retryAfter(headers, status, wallClock)
  if (status === 429) return passing('throttled', status, error, wait)
  if (isPassing(status)) return passing('http-status', status, error, wait)
  const missing =
    NOT_FOUND_CODES.includes(error.code) && status >= 400 && !NOT_ABOUT_THE_TASK.includes(status)
  return missing ? { kind: 'not-found', error } : final(finalReason(status), status, error)
}

function readSuccess(body: unknown, headers: IncomingHttpHeaders, requestId: string | undefined): Answer {
  const task = parseSystemTask(body)
  if (task === undefined) return passing('unexpected-body', 200, requestId === undefined ? {} : { requestId })
  const serverTimeMs = dateHeader(headers)
  return {
    kind: 'task',
    task,
    ...(requestId !== undefined && { requestId }),
    ...(serverTimeMs !== undefined && { serverTimeMs }),
  }
}

// Another 2xx than 200, 408 and every 5xx, and what is no status of HTTP at all.
function isPassing(status: number): boolean {
  return status < 300 || status === 408 || status >= 500
}

function finalReason(status: number): FinalReason {
  return status < 400 ? 'redirected' : (FINAL_REASONS[status] ?? 'rejected')
}

function passing(
  reason: PassingReason,
  status: number,
  error: ServiceError,
  wait: { retryAfterMs?: number } = {},
): Answer {
  return { kind: 'passing', fault: { ...faultOf(reason, status, error), ...wait } }
}

function final(reason: FinalReason, status: number, error: ServiceError): Answer {
  return { kind: 'final', fault: faultOf(reason, status, error) }
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
  wallClock: () => number,
): { retryAfterMs?: number } {
  const text = textHeader(headers, 'retry-after')
  if (text === undefined || (status !== 429 && status !== 503)) return {}
  const ms = SECONDS.test(text)
    ? Number(text) * 1000
    : (parseHttpDate(text) ?? Number.NaN) - (dateHeader(headers) ?? wallClock())
  return ms > 0 ? { retryAfterMs: ms } : {}
}

function dateHeader(headers: IncomingHttpHeaders): number | undefined {
  return parseHttpDate(textHeader(headers, 'date') ?? '')
}

function parseHttpDate(text: string): number | undefined {
  const ms = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}

function textHeader(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function requestIdHeader(headers: IncomingHttpHeaders, redact: (text: string) => string): string | undefined {
  const id = textHeader(headers, 'x-request-id') ?? textHeader(headers, 'x-iam-trace-id')
  return id === undefined ? undefined : redact(id)
}

// Redacted after parsing, because a secret may be written with escapes.
function parseJson(text: string, redact: (text: string) => string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'string' ? redact(value) : value,
    ) as unknown
  } catch {
    return undefined
  }
}
