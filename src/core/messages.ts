import type { Fault, FinalReason, PassingReason, ServiceError } from './answer.ts'
import { formatDuration } from './duration.ts'
import { faultOf, type Report, type TaskReport } from './report.ts'
import type { Subtask } from './system-task.ts'
import { plainText } from './text.ts'
import type { Verdict } from './verdict.ts'

// Long enough for any message that the service is known to send; a summary shows the whole text.
const MAX_QUOTED = 500

const CHECK_PLACE = 'task-id (the instanceId of run-immediate is none), workspace, project and region'

const VERDICT_WORDS = {
  FAILED: 'failed',
  NOT_FOUND: 'not found',
  ERROR: 'state unknown',
  TIMED_OUT: 'timed out',
  CANCELLED: 'cancelled',
  WARNING: 'ended with a warning',
  SUCCESSFUL: 'successful',
} as const satisfies Record<Verdict, string>

const FAULT_WORDS = {
  connection: 'there was no connection',
  timeout: 'the answer did not come whole within 15 seconds',
  cut: 'the answer was cut off',
  'unexpected-body': 'the answer is not the JSON that the service documents',
  'http-status': 'the service could not answer',
  throttled: 'the service refused for too many requests',
  unauthorized: 'the service did not accept the credential',
  forbidden: 'the credential may not do this',
  'no-such-api': 'there is no such API at this address',
  rejected: 'the service rejected the request',
  redirected: 'the address answers with a redirect, and a redirect is never followed',
  'error-in-success': 'the service answered with an error',
  'too-large': 'the answer is larger than 8 MiB',
  'untrusted-certificate': "the server's certificate is not trusted",
  'proxy-refused': 'the proxy refused to connect',
} as const satisfies Record<PassingReason | FinalReason, string>

const FAULT_CHECKS = {
  connection: 'region or endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY)',
  timeout: 'region or endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY)',
  cut: 'the network between this runner and the service',
  'unexpected-body': 'region or endpoint: something other than DataArts Factory may have answered',
  'http-status': 'whether the service is well, then run the job again',
  throttled: 'whether something else uses the quota of this user (10 requests a second)',
  unauthorized: 'the credential: access-key-id and secret-access-key, or token',
  forbidden: 'the permissions of this user for DataArts Factory, and project',
  'no-such-api': 'region or endpoint',
  rejected: 'task-id, workspace and project',
  redirected: 'region or endpoint',
  'error-in-success': 'task-id, workspace, project and region',
  'too-large': 'region or endpoint: something other than DataArts Factory may have answered',
  'untrusted-certificate': 'endpoint, and NODE_EXTRA_CA_CERTS for a private certificate authority',
  'proxy-refused': 'user and password in HTTPS_PROXY',
} as const satisfies Record<PassingReason | FinalReason, string>

// By what the service says, where that is more than the kind of the fault; the first that fits counts. Source: api/service.md of the design.
const ERROR_CHECKS: readonly (readonly [said: RegExp, check: string])[] = [
  [
    /failed to reach the limit/i,
    'secret-access-key (or its variable), and wait 5 minutes: five bad signatures have locked the access key',
  ],
  [
    /signature expired|signature time:/i,
    "the clock of this runner: it differs from the service's by more than 15 minutes",
  ],
  [
    /\.030[135]\b/,
    'access-key-id and secret-access-key, or token: they were not accepted (a temporary key also needs its security-token)',
  ],
  [/\.0307\b/, 'token: it has expired (24 hours), or it was issued for another region than this one'],
  [/\.030[26]\b/, 'the permissions of this user for DataArts Factory in this project, and project'],
  [/\.0310\b/, 'project: it is not available'],
  [/\.0101\b/, 'region or endpoint: there is no such API at this address'],
  [/\.0308\b/, 'whether something else uses the quota of this user (10 requests a second)'],
  [/DLF\.2?0819\b/, 'workspace: it does not exist in this project'],
  [/DLF\.3051\b/, 'task-id, workspace and project: a parameter is not valid'],
  [/DLF\.6888\b/, 'the permissions of this account for DataArts Factory'],
]

/** The English words for every surface. Remote text in the results is one line, cut to a sensible length, and not escaped. */
export const messages = {
  verdicts: VERDICT_WORDS,

  heading(report: Report): string {
    const verdict = VERDICT_WORDS[report.verdict]
    if (report.problems.length > 0) return 'Did not wait for the DLF system task'
    if (report.tasks.length === 1) return `DLF system task: ${verdict}`
    const alike = report.tasks.filter((task) => task.verdict === report.verdict).length
    return `DLF system tasks: ${String(alike)} of ${String(report.tasks.length)} ${verdict}`
  },

  /** Says in a sentence how the wait for a task ended, without naming the task. */
  outcome(task: TaskReport, timeoutMs: number): string {
    return capitalise(`${ending(task, timeoutMs)}${evidence(task)}.`)
  },

  /** Says in a sentence or two how the wait for a task ended and what to check. */
  failure(task: TaskReport, timeoutMs: number): string {
    return `Task ${task.id} ${ending(task, timeoutMs)}${evidence(task)}. ${nextStep(task)}`.trimEnd()
  },

  nextStep,

  /** Names a fault and what is known of it, for the log. */
  fault(fault: Fault): string {
    return `${FAULT_WORDS[fault.reason]}${faultDetails(fault)}`
  },

  /** Says how the wait went, for the last line of a summary. */
  statistics({ elapsedMs, polls, faults, throttles, timeoutMs }: Report): string {
    const trouble = [counted(faults, 'failed attempt'), counted(throttles, 'throttled attempt')].filter(
      (part) => part !== undefined,
    )
    const waited = `Waited ${formatDuration(elapsedMs)} of at most ${formatDuration(timeoutMs)}`
    return [`${waited}, ${counted(polls, 'poll') ?? 'no poll'}`, ...trouble].join(', ')
  },

  /** The step's own failure message: the worst task, and how many more there are. */
  stepFailure(report: Report, unnamedSubtasks: number): string {
    if (report.problems.length > 0) return report.problems.join('\n')
    const failing = report.tasks.filter((task) => task.failsStep)
    const worst = failing.find(({ verdict }) => verdict === report.verdict)
    const more = [
      counted(failing.length - 1, 'more task'),
      counted(unnamedSubtasks, 'more failed subtask'),
    ].filter((part) => part !== undefined)
    const rest = more.length === 0 ? '' : ` And ${more.join(', ')}: see the job summary.`
    return `${worst === undefined ? '' : messages.failure(worst, report.timeoutMs)}${rest}`
  },

  subtaskFailure({ taskId, id, name, message }: Subtask & { readonly taskId: string }): string {
    const said = message === undefined ? 'The service gives no reason.' : quote(message)
    return `${quote(name === '' ? id : name)}: ${said} (subtask ${quote(id)} of task ${taskId})`
  },

  annotationTitles: { subtask: 'Subtask failed', warning: 'DLF system task ended with a warning' },

  labels: {
    fact: 'Fact',
    value: 'Value',
    subtasks: 'Subtasks',
    task: 'Task',
    name: 'Name',
    verdict: 'Verdict',
    message: 'Message',
    code: 'Code',
    request: 'Request',
    project: 'Project',
    workspace: 'Workspace',
    defaultWorkspace: 'default',
    region: 'Region',
    endpoint: 'Endpoint',
    started: 'Started',
    ended: 'Ended',
    duration: 'Duration',
    waited: 'Waited',
    subtask: 'Subtask',
    id: 'Id',
    lastUpdate: 'Last update',
    nextStep: 'What to do next',
  },
} as const

/** One language's words. */
export type Messages = typeof messages

function counted(count: number, noun: string): string | undefined {
  return count <= 0 ? undefined : `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}

function ending(report: TaskReport, timeoutMs: number): string {
  const { end } = report
  switch (end.kind) {
    case 'answered':
      return endedWith(report)
    case 'not-found':
      return 'does not exist'
    case 'timed-out':
      return timeoutMs === 0
        ? `has not ended: it is ${quote(end.task.status)}`
        : `had not ended when the time-out of ${formatDuration(timeoutMs)} was over: it was ${quote(end.task.status)}`
    case 'unknown-status':
      return `has a status that is not known: '${quote(end.task.status)}'`
    case 'refused':
    case 'unreachable':
      return `could not be looked up: ${FAULT_WORDS[end.fault.reason]}`
    case 'cancelled':
      return end.by === 'signal'
        ? 'was no longer waited for: this run was cancelled'
        : 'was no longer waited for: another task failed (fail-fast)'
  }
}

function endedWith({ verdict, task, subtasks }: TaskReport): string {
  // The sentence goes on or gets its own full stop.
  const said = task?.message === undefined ? '' : `: ${quote(task.message).replace(/[.。]$/, '')}`
  if (verdict === 'SUCCESSFUL') return `was successful${said}`
  const word = verdict === 'WARNING' ? 'ended with a warning' : 'failed'
  const bad = subtasks.filter(({ status }) => status === verdict)
  return `${word}${said}${bad.length > 0 ? `; ${String(bad.length)} of ${String(subtasks.length)} subtasks ${word === 'failed' ? 'failed' : 'with a warning'}: ${listNames(bad)}` : ''}`
}

function listNames(
  subtasks: readonly { readonly name: string; readonly id: string; readonly message?: string }[],
): string {
  const named = subtasks.slice(0, 3).map(({ name, id, message }) => {
    const title = quote(name === '' ? id : name)
    return message === undefined ? title : `${title} (${quote(message)})`
  })
  return subtasks.length > named.length
    ? `${named.join(', ')} and ${String(subtasks.length - named.length)} more`
    : named.join(', ')
}

function evidence({ end, error, requestId }: TaskReport): string {
  const fault = faultOf(end)
  return parenthesise([
    ...facts(fault, error),
    requestId === undefined ? undefined : `request ${quote(requestId)}`,
  ])
}

function faultDetails(fault: Fault): string {
  return parenthesise([
    ...facts(fault, fault.error),
    fault.error?.requestId === undefined ? undefined : `request ${quote(fault.error.requestId)}`,
  ])
}

function facts(fault: Fault | undefined, error: ServiceError | undefined): (string | undefined)[] {
  return [
    fault?.httpStatus === undefined ? undefined : `HTTP ${String(fault.httpStatus)}`,
    fault?.detail === undefined ? undefined : quote(fault.detail),
    [error?.code, error?.message]
      .filter((part) => part !== undefined)
      .map(quote)
      .join(' ') || undefined,
  ]
}

function parenthesise(parts: readonly (string | undefined)[]): string {
  const known = parts.filter((part) => part !== undefined)
  return known.length === 0 ? '' : ` (${known.join(', ')})`
}

function nextStep({ end, verdict, failsStep, subtasks }: TaskReport): string {
  switch (end.kind) {
    case 'answered':
      if (verdict === 'FAILED') return failedStep(subtasks)
      return failsStep ? 'Look at the warning in DataArts Factory, or set fail-on-warning to false.' : ''
    case 'not-found':
      return `Check ${CHECK_PLACE}.`
    case 'timed-out':
      return 'Look at the task in DataArts Factory; if it is only slow, raise timeout.'
    case 'unknown-status':
      return 'Look at the task in DataArts Factory, and report the status to the maintainers of this action.'
    case 'refused':
    case 'unreachable':
      return `Check ${whatToCheck(end.fault)}.`
    case 'cancelled':
      return 'The task itself goes on in DataArts Factory; run the job again to learn how it ends.'
  }
}

function whatToCheck({ reason, error }: Fault): string {
  const said = `${error?.code ?? ''} ${error?.message ?? ''}`
  return ERROR_CHECKS.find(([pattern]) => pattern.test(said))?.[1] ?? FAULT_CHECKS[reason]
}

function failedStep(subtasks: readonly Subtask[]): string {
  if (subtasks.some(({ status }) => status === 'FAILED'))
    return 'Mend what the failed subtasks name, then deploy again.'
  return subtasks.length === 0
    ? 'The task failed before its first subtask: check what it was to import or start, then deploy again.'
    : 'None of its subtasks says that it failed: look at the task in DataArts Factory.'
}

function quote(text: string): string {
  return plainText(text, MAX_QUOTED)
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
