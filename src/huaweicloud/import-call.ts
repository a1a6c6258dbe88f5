import * as v from 'valibot'

import type { Fault } from '../core/task/answer.ts'
import { type ServiceAnswer, unexpectedBody } from './service/service-answer.ts'
import { type CallPorts, createServiceCall, NO_KEY_IN_TIME } from './service/service-call.ts'
import { type ServiceSettings, serviceRequest } from './service/service-request.ts'

/** What to do with a job that exists already under the name of one in the file. */
export const SAME_NAME_POLICIES = ['SKIP', 'OVERWRITE'] as const

/** What an imported job is to be afterwards; needed where the workspace has reviews. */
export const TARGET_STATUSES = ['SAVED', 'SUBMITTED', 'PRODUCTION'] as const

// Values of a job's parameters by their names.
type JobParams = Readonly<Record<string, string>>

/** The body of the call, in the words of the service. */
export type ImportBody = {
  /** `obs://bucket/key` */
  readonly path: string
  readonly params?: JobParams
  readonly sameNamePolicy: (typeof SAME_NAME_POLICIES)[number]
  readonly jobsParam?: readonly { readonly name: string; readonly params?: JobParams }[]
  readonly executeUser?: string
  readonly targetStatus?: (typeof TARGET_STATUSES)[number]
  readonly approvers?: readonly { readonly approverName: string }[]
  /** Resources to be replaced; `replace` is the name of the resource that takes its place. */
  readonly resources?: readonly {
    readonly name: string
    readonly type: string
    readonly replace?: string
  }[]
}

/** What came of asking for an import once. */
export type ImportAnswer =
  | { readonly kind: 'started'; readonly taskId: string; readonly requestId?: string }
  /** The service did not take the request: nothing was imported, and asking again may help. */
  | { readonly kind: 'not-taken'; readonly fault: Fault }
  /** Nothing was imported, and asking again would not help. */
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** The request may have reached the service: nobody knows whether the import was started. */
  | { readonly kind: 'unclear'; readonly fault: Fault }

/** Asks for an import once; `signal` ends the attempt early. Never rejects. */
export type ImportCall = (body: ImportBody, signal: AbortSignal) => Promise<ImportAnswer>

const started = v.object({ taskId: v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{1,64}$/)) })

const KINDS = {
  connection: 'unclear',
  timeout: 'unclear',
  cut: 'unclear',
  'unexpected-body': 'unclear',
  'http-status': 'unclear',
  // Its head may have said 200.
  'too-large': 'unclear',
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

// The host was not found, or nobody took the connection: a request can't have been sent.
const NO_CONNECTION: readonly (string | undefined)[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']

/** Creates the one call that starts an import. */
export function createImportCall(settings: ServiceSettings, ports: CallPorts): ImportCall {
  const call = createServiceCall(ports)
  return async (body, signal) => {
    const operation = { method: 'POST', path: 'jobs/import', body: JSON.stringify(body) } as const
    const { answer } = await call(serviceRequest(settings, operation), signal)
    return readStarted(answer)
  }
}

function readStarted(answer: ServiceAnswer): ImportAnswer {
  if (answer.kind !== 'success') return { kind: faultKind(answer.fault), fault: answer.fault }
  const { body, error, requestId } = answer
  if (!v.is(started, body)) return { kind: 'unclear', fault: unexpectedBody(error).fault }
  return { kind: 'started', taskId: body.taskId, ...(requestId !== undefined && { requestId }) }
}

function faultKind({ reason, detail }: Fault): Exclude<ImportAnswer['kind'], 'started'> {
  // Nothing was sent, or it was refused, and then there was no better key.
  if (detail === NO_KEY_IN_TIME) return 'not-taken'
  return reason === 'connection' && NO_CONNECTION.includes(detail) ? 'not-taken' : KINDS[reason]
}
