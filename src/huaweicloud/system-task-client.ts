import type { IncomingHttpHeaders } from 'node:http'

import type { Answer, Fault, FinalReason, PassingReason, PollTask, ServiceError } from '../core/answer.ts'
import { parseSystemTask } from '../core/system-task.ts'
import type { Credential, UnsignedRequest } from './credentials.ts'
import type { HttpResult, SendRequest } from './http.ts'
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

/**
 * Creates the one call that the wait needs: ask for a task once and say what the answer means.
 *
 * @param wallClock epoch milliseconds, for a `Retry-After` that is a date in an answer without one
 */
export function createSystemTaskClient(
  settings: ClientSettings,
  { send, credential, wallClock }: { send: SendRequest; credential: Credential; wallClock: () => number },
): PollTask {
  return async (id, signal) => {
    const request = unsignedRequest(settings, id)
    const headers = { ...request.headers, ...(await credential.headersFor(request)) }
    return readResult(await send({ ...request, headers }, signal), wallClock)
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

/** Says what the outcome of one attempt means for the wait. */
export function readResult(result: HttpResult, wallClock: () => number): Answer {
  if (result.kind === 'response') return readResponse(result, wallClock)
  const { reason, status, detail } = result
  const seen = {
    ...(status !== undefined && { httpStatus: status }),
    ...(detail !== undefined && { detail }),
  }
  return reason === 'too-large' || reason === 'untrusted-certificate'
    ? { kind: 'final', fault: { reason, ...seen } }
    : { kind: 'passing', fault: { reason, ...seen } }
}

function readResponse(response: Response, wallClock: () => number): Answer {
  const { status, headers } = response
  const body = parseJson(response.body)
  const { declared, error: said } = readErrorBody(body)
  const requestId =
    said.requestId ?? textHeader(headers, 'x-request-id') ?? textHeader(headers, 'x-iam-trace-id')
  const error: ServiceError = { ...said, ...(requestId !== undefined && { requestId }) }
  const passing = (reason: PassingReason): Answer => ({
    kind: 'passing',
    fault: { ...faultOf(reason, status, error), ...retryAfter(headers, status, wallClock) },
  })
  const final = (reason: FinalReason): Answer => ({ kind: 'final', fault: faultOf(reason, status, error) })

  if (status === 200) {
    if (declared) return final('error-in-success')
    const task = parseSystemTask(body)
    if (task === undefined) return passing('unexpected-body')
    const serverTimeMs = dateHeader(headers)
    return {
      kind: 'task',
      task,
      ...(requestId !== undefined && { requestId }),
      ...(serverTimeMs !== undefined && { serverTimeMs }),
    }
  }
  if (status >= 300 && status < 400) return final('redirected')
  if (status < 400 || status >= 500 || status === 408) return passing('http-status')
  if (status === 429) return passing('throttled')
  const missing = NOT_FOUND_CODES.includes(error.code) && !NOT_ABOUT_THE_TASK.includes(status)
  return missing ? { kind: 'not-found', error } : final(FINAL_REASONS[status] ?? 'rejected')
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
