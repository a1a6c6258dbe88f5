import type { Fault } from '../task/answer.ts'
import { errorText } from '../task/error-text.ts'
import { workOf } from '../task/subtask-work.ts'
import type { Subtask, SystemTask } from '../task/system-task.ts'
import type { CredentialUsed, Report, TaskReport } from './report.ts'

/** Each next step, and the heading of docs/troubleshooting.md that explains it. */
export const GUIDE = {
  'fix-subtasks': 'A subtask failed',
  'read-job-log': 'A subtask failed and gives no reason',
  'stop-job': 'The import of a job failed and gives no reason',
  'failed-early': 'The task failed before its first subtask',
  'failed-silently': 'The task failed, but none of its subtasks did',
  'obs-file': 'The file in OBS cannot be read',
  'check-warning': 'The task ended with a warning',
  'check-place': 'The task was not found',
  'raise-timeout': 'The task was still running after the timeout',
  'set-timeout': 'The task was still running when checked once',
  'report-status': 'The task has an unknown status',
  'wait-again': 'The task was not waited for any longer',
  'check-reach': 'There is no connection',
  'check-network': 'The answer was cut off',
  'check-gateway': 'The answer may not come from DataArts Factory',
  'check-service': 'The service could not answer',
  'check-backend': 'The backend of DataArts Factory is unavailable',
  'check-iam': 'IAM is unavailable',
  'check-quota': 'The service is rate limiting this user',
  'check-credential': 'The service refused the credential',
  'check-access-key': 'The service refused the access key',
  'check-temporary-key': 'The service refused the temporary access key',
  'check-token': 'The service refused the token',
  'check-federated-user': 'The service refused the keys of the federated user',
  'check-trust-agency': 'The service refused the keys of the trust agency',
  'check-locked-key': 'The access key is locked',
  'check-clock': 'The clock of the runner is wrong',
  'check-permissions': 'The credential lacks a permission',
  'join-workspace': 'The workspace does not know the trust agency',
  'check-project': 'The project is not available',
  'check-workspace': 'The workspace does not exist',
  'check-parameters': 'A parameter of the request is not valid',
  'check-request': 'The service rejected the request',
  'check-address': 'The address is wrong',
  'check-api': 'There is no such API at this address',
  'check-certificate': 'The certificate is not trusted',
  'check-proxy': 'The proxy refused to connect',
  'fix-inputs': 'An input is not valid',
  'fix-sign-in': 'The sign-in failed',
  'report-bug': 'Internal error',
} as const satisfies Record<string, string>

/** The name of a next step. */
export type NextStep = keyof typeof GUIDE

const BY_REASON = {
  connection: 'check-reach',
  timeout: 'check-reach',
  cut: 'check-network',
  'unexpected-body': 'check-gateway',
  'http-status': 'check-service',
  throttled: 'check-quota',
  unauthorized: 'check-credential',
  forbidden: 'check-permissions',
  'no-such-api': 'check-address',
  rejected: 'check-request',
  redirected: 'check-address',
  'error-in-success': 'check-place',
  'too-large': 'check-gateway',
  'unknown-encoding': 'check-gateway',
  'untrusted-certificate': 'check-certificate',
  'proxy-refused': 'check-proxy',
} as const satisfies Record<Fault['reason'], NextStep>

// The service's text tells more than the kind of the fault; the first pattern that fits counts. Source: docs/service.md, "Errors".
const BY_ERROR: readonly (readonly [said: RegExp, step: NextStep])[] = [
  [/failed to reach the limit/i, 'check-locked-key'],
  [/signature expired|signature time:/i, 'check-clock'],
  [/\.030[135]\b/, 'check-credential'],
  [/\.0307\b/, 'check-token'],
  [/\.030[26]\b/, 'check-permissions'],
  [/\.0310\b/, 'check-project'],
  [/\.0101\b/, 'check-api'],
  [/\.0201\b/, 'check-backend'],
  [/\.0308\b/, 'check-quota'],
  [/\.0613\b/, 'check-iam'],
  [/DLF\.(?:2?08(?:03|15)|1242)\b/, 'obs-file'],
  [/DLF\.2?0819\b/, 'check-workspace'],
  [/DLF\.3051\b/, 'check-parameters'],
  [/DLF\.6888\b/, 'check-permissions'],
]

// A step is narrowed by the credential that was used, so that the advice never names another one.
const BY_CREDENTIAL: Partial<Record<NextStep, (used: CredentialUsed) => NextStep>> = {
  'check-credential': ({ kind }) => `check-${kind}`,
  'check-token': ({ kind }) => `check-${kind}`,
  'check-permissions': ({ kind }) => (kind === 'trust-agency' ? 'join-workspace' : 'check-permissions'),
}

// The message of a task that could not read its file: "读取OBS文件[...]失败。", "Fail to read OBS file." (docs/service.md, "Errors").
const OBS_FILE = /读取OBS文件|read OBS file/i

/** The facts about its step that a sentence on a task needs. */
export type StepFacts = Pick<Report, 'timeoutMs' | 'place'>

/** Returns the next step after the end of a wait; undefined if there is nothing to do. */
export function nextStepOf(
  { end, verdict, failsStep, subtasks }: TaskReport,
  { timeoutMs, place }: StepFacts,
): NextStep | undefined {
  switch (end.kind) {
    case 'answered':
      if (verdict === 'FAILED') return afterFailure(end.task, subtasks)
      return failsStep ? 'check-warning' : undefined
    case 'not-found':
      return 'check-place'
    case 'timed-out':
      if (end.fault !== undefined) return nextStepAfter(end.fault, place?.credential)
      return timeoutMs === 0 ? 'set-timeout' : 'raise-timeout'
    case 'unknown-status':
      return 'report-status'
    case 'refused':
    case 'unreachable':
      return nextStepAfter(end.fault, place?.credential)
    case 'cancelled':
      return 'wait-again'
  }
}

function afterFailure({ name, message }: SystemTask, subtasks: readonly Subtask[]): NextStep {
  const failed = subtasks.filter(({ status }) => status === 'FAILED')
  const [first] = failed
  if (first !== undefined) {
    if (failed.some((subtask) => subtask.message !== undefined)) return 'fix-subtasks'
    return workOf(first, name).isImport ? 'stop-job' : 'read-job-log'
  }
  // Stryker disable next-line StringLiteral: any other text that names no file would do.
  if (OBS_FILE.test(message ?? '')) return 'obs-file'
  return subtasks.length === 0 ? 'failed-early' : 'failed-silently'
}

/** Returns the next step after a fault that ends the attempts. */
export function nextStepAfter({ reason, error, advice }: Fault, used?: CredentialUsed): NextStep {
  // Only a sign-in gives advice of its own, which takes the place of this step's sentence.
  if (advice !== undefined) return 'fix-sign-in'
  const said = errorText(error)
  const step = BY_ERROR.find(([pattern]) => pattern.test(said))?.[1] ?? BY_REASON[reason]
  return used === undefined ? step : (BY_CREDENTIAL[step]?.(used) ?? step)
}
