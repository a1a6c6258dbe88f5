import * as v from 'valibot'

import type { Fault } from '../core/task/answer.ts'
import { omitUndefined } from '../core/task/omit-undefined.ts'
import { ID } from '../core/text/id.ts'
import { type HttpResult, NO_TUNNEL } from '../http/transport.ts'
import { parseJson, type ServiceAnswer, unexpectedBody } from './service/service-answer.ts'
import { type CallParts, createServiceCall, NO_KEY_IN_TIME, repeatedOnce } from './service/service-call.ts'
import { type ServiceSettings, serviceRequest } from './service/service-request.ts'

/** The result of one request for an import. */
export type ImportAnswer =
  | {
      readonly kind: 'started'
      readonly taskId: string
      readonly requestId?: string
      /** Present if the answer that names the task is not that of a success. */
      readonly doubt?: Fault
    }
  /** Nothing was sent or accepted, so nothing was imported; another attempt may succeed. */
  | { readonly kind: 'not-taken'; readonly fault: Fault }
  /** Nothing was imported, and another attempt would fail, too. */
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** The request may have reached the service: it is unknown whether the import was started. */
  | { readonly kind: 'unclear'; readonly fault: Fault }

/** Sends one request for an import, with a body in the names of the service; `signal` ends the attempt early. Never rejects. */
export type ImportCall = (body: object, signal: AbortSignal) => Promise<ImportAnswer>

const started = v.object({ taskId: v.pipe(v.string(), v.regex(ID)) })

const KINDS = {
  connection: 'unclear',
  timeout: 'unclear',
  cut: 'unclear',
  'unexpected-body': 'unclear',
  'http-status': 'unclear',
  // Its head may have said 200.
  'too-large': 'unclear',
  'unknown-encoding': 'unclear',
  throttled: 'not-taken',
  unauthorized: 'refused',
  forbidden: 'refused',
  'no-such-api': 'refused',
  rejected: 'refused',
  redirected: 'refused',
  'error-in-success': 'refused',
  'untrusted-certificate': 'refused',
  'proxy-refused': 'refused',
} as const satisfies Record<Fault['reason'], ImportAnswer['kind']>

// The host was not found, or the connection was not accepted: no request was sent.
const NO_CONNECTION: readonly (string | undefined)[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']

/** Creates the one call that starts an import. */
export function createImportCall(settings: ServiceSettings, ports: CallParts): ImportCall {
  return async (body, signal) => {
    let named: string | undefined
    const call = createServiceCall({
      ...ports,
      async send(...request) {
        const result = await ports.send(...request)
        named = taskIdIn(result)
        return result
      },
      credential: {
        ...ports.credential,
        // An answer that names a task has started it: no better key is to repeat the request.
        recover: (...refused) =>
          named === undefined ? ports.credential.recover(...refused) : Promise.resolve(false),
      },
    })
    const operation = { method: 'POST', path: 'jobs/import', body: JSON.stringify(body) } as const
    const { answer } = await repeatedOnce(call)(serviceRequest(settings, operation), signal)
    return readAnswer(answer, named)
  }
}

function taskIdIn(result: HttpResult): string | undefined {
  // Stryker disable next-line ConditionalExpression: only the compiler needs it; a failure has no body, and that is no JSON.
  const body = result.kind === 'response' ? parseJson(result.body) : undefined
  return v.is(started, body) ? body.taskId : undefined
}

function readAnswer(answer: ServiceAnswer, taskId: string | undefined): ImportAnswer {
  if (answer.kind === 'success') {
    const { error, requestId } = answer
    return taskId === undefined
      ? { kind: 'unclear', fault: unexpectedBody(error).fault }
      : { kind: 'started', taskId, ...omitUndefined({ requestId }) }
  }
  const { fault } = answer
  return taskId === undefined ? { kind: faultKind(fault), fault } : { kind: 'started', taskId, doubt: fault }
}

function faultKind({ reason, detail, advice }: Fault): Exclude<ImportAnswer['kind'], 'started'> {
  // Nothing was sent, or it was refused, and then there was no better key.
  if (detail === NO_KEY_IN_TIME) return 'not-taken'
  // The sign-in has failed, so the service took nothing.
  if (advice !== undefined) return KINDS[reason] === 'refused' ? 'refused' : 'not-taken'
  const notSent = NO_CONNECTION.includes(detail) || detail?.startsWith(NO_TUNNEL) === true
  return reason === 'connection' && notSent ? 'not-taken' : KINDS[reason]
}
