import type { Fault } from '../task/answer.ts'
import { formatDuration } from '../text/duration.ts'
import type { NextStep } from './next-step.ts'
import { grouped } from '../text/number.ts'
import type { CredentialUsed, Place, Report } from './report.ts'
import { type SubtaskCounts, type SubtaskGroup, totalOf } from '../task/subtask-counts.ts'
import type { Verdict } from '../wait/verdict.ts'

const CLOCK = "this runner's clock: it may differ from the service's by at most 15 minutes."

/** Why a status check brought nothing. */
type Reason = Fault['reason']

/** The numbers of a step's wait. */
type Waiting = Pick<Report, 'elapsedMs' | 'timeoutMs' | 'polls' | 'faults' | 'throttles'>

/** A success, as `message` tells of it; each part is ready to be shown. */
type Success = {
  readonly id: string
  readonly name: string | undefined
  readonly durationMs: number | undefined
  readonly subtasks: number
}

/** The words of a language: one that lacks any of the English words does not compile. */
export type Words = Readonly<typeof english>

/** The English words. Values given to a function are ready to be shown. */
export const english = {
  punctuation: {
    colon: ': ',
    semicolon: '; ',
    /** Between unlike facts. */
    comma: ', ',
    /** Between names of a list. */
    listComma: ', ',
    stop: '.',
    open: ' (',
    close: ')',
  },
  /** Makes a sentence of a clause; the subject of one of `endings` becomes "the task". */
  sentence: (clause: string) => `${capitalise(clause.replace(/^ /, 'the task ').replace(/^: /, ''))}.`,
  /** Joins sentences, none of which is empty; without any the text is empty. */
  join: (sentences: readonly string[]) => sentences.join(' '),
  /** Writes milliseconds (0 or more) for people. */
  duration: formatDuration,
  verdicts: {
    FAILED: 'failed',
    NOT_FOUND: 'not found',
    ERROR: 'status check failed',
    TIMED_OUT: 'timed out',
    CANCELLED: 'cancelled',
    WARNING: 'ended with a warning',
    SUCCESSFUL: 'successful',
  } satisfies Record<Verdict, string>,
  /** The meaning of the verdict ERROR, by its reason. */
  errors: {
    connection: 'no connection',
    timeout: 'no complete answer',
    cut: 'answer cut off',
    'unexpected-body': 'not the documented JSON',
    'http-status': 'service unavailable',
    throttled: 'rate limited',
    unauthorized: 'credential refused',
    forbidden: 'access denied',
    'no-such-api': 'no such API',
    rejected: 'request rejected',
    redirected: 'redirected',
    'error-in-success': 'service error',
    'too-large': 'answer too large',
    'unknown-encoding': 'encoding unknown',
    'untrusted-certificate': 'certificate not trusted',
    'proxy-refused': 'proxy refused',
    'unknown-status': 'unknown status',
    'no-new-keys': 'sign-in not renewed',
  } satisfies Record<Reason | 'unknown-status' | 'no-new-keys', string>,
  /** The verdict TIMED_OUT of a single check. */
  stillRunning: 'still running',
  /** The one word for each verdict and each state of a subtask in every table. */
  status: (status: Verdict | SubtaskGroup): string => status,
  /** Clauses. */
  faults: {
    connection: 'there was no connection',
    timeout: 'the answer was not complete within 15 seconds',
    cut: 'the answer was cut off',
    'unexpected-body': 'the answer is not the JSON that the service documents',
    'http-status': 'the service could not answer',
    throttled: 'the service is rate limiting this user',
    unauthorized: 'the service refused the credential',
    forbidden: 'the credential lacks a permission',
    'no-such-api': 'there is no such API at this address',
    rejected: 'the service rejected the request',
    redirected: 'the address answered with a redirect, and redirects are never followed',
    'error-in-success': 'the service answered with an error',
    'too-large': 'the answer is larger than 8 MiB',
    'unknown-encoding': 'the answer has an encoding that cannot be read',
    'untrusted-certificate': "the server's certificate is not trusted",
    'proxy-refused': 'the proxy refused to connect',
  } satisfies Record<Reason, string>,
  /** A clause on a fault that has no other reason: this service gave no new keys. */
  noNewKeys: (service: string) => `the temporary keys ended and ${service} gave no new ones`,
  /** Whole sentences; `{job}` stands for the name of a job, `{credential}` for the credential that was used. */
  nextSteps: {
    'fix-subtasks': 'Fix the errors above, then deploy again.',
    'read-job-log': 'Open {job} in DataArts Factory, read its log, then deploy again.',
    'stop-job':
      'If {job} is running in DataArts Factory, stop it, because a running job cannot be overwritten. Then deploy again.',
    'failed-early':
      'The task failed before its first subtask. Check the file or the solution that it was given, then deploy again.',
    'failed-silently': 'No subtask reports a failure. Open the task in DataArts Factory, then deploy again.',
    'obs-file':
      'Check that the file exists at this OBS path, in this region, and that the user may read the bucket. Then deploy again.',
    'check-warning': 'Read the warning in DataArts Factory, or set fail-on-warning to false.',
    'check-place':
      'Check task-id: the instanceId of "run job immediately" is not a task id. Then check workspace, project and region: a valid id is not found in the wrong workspace.',
    'raise-timeout':
      'Open the task in DataArts Factory. If it is only slow, wait for it again with a longer timeout; do not import again.',
    'set-timeout': 'To wait for this task, set timeout, for example to 15m; do not import again.',
    'report-status':
      'Open the task in DataArts Factory, and report this status to the maintainers of this action.',
    'wait-again':
      'The task continues in DataArts Factory. To learn how it ends, wait for it again by its id; do not import again.',
    'check-reach': 'Check region or endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY).',
    'check-network': 'Check the network between this runner and the service.',
    'check-gateway': 'Check region or endpoint: the answer may not come from DataArts Factory.',
    'check-service': "Check the service's status page, then wait for the task again; do not import again.",
    'check-backend':
      'The backend of DataArts Factory is unavailable or too slow. Wait for the task again in a few minutes; do not import again.',
    'check-iam':
      'IAM is unavailable in this region. Wait for the task again in a few minutes; do not import again.',
    'check-quota': "Check whether another program uses this user's quota of 10 requests a second.",
    'check-credential': `Check the credential, and ${CLOCK}`,
    'check-access-key': `The request was signed with {credential}. Check that both are correct and that the key is active. Then check ${CLOCK}`,
    'check-temporary-key': `The request was signed with {credential}. This temporary key may have expired, or its security token may belong to another key. Then check ${CLOCK}`,
    'check-token':
      'Check {credential}: it may have expired (after 24 hours at most), or it was issued for another region or project.',
    'check-federated-user': `The request was signed with temporary keys for {credential}. Check that region, endpoint and iam-endpoint belong to the same cloud. Then check ${CLOCK}`,
    'check-trust-agency': `The request was signed with temporary keys for {credential}. Check that region, endpoint and sts-endpoint belong to the same cloud. Then check ${CLOCK}`,
    'check-locked-key': 'Five bad signatures locked the access key. Wait 5 minutes, then check {credential}.',
    'check-clock': "Check this runner's clock: it differs from the service's by more than 15 minutes.",
    'check-permissions':
      'Signed in with {credential}. Check project, the permissions of this user in IAM, and its role in the workspace.',
    'join-workspace':
      'Signed in with {credential}, but this agency is not a member of the workspace. Only users and user groups can be members: sign in as a federated user (docs/authentication.md, "Federated user").',
    'check-project': 'Check project: it is not available.',
    'check-workspace': 'Check workspace: it does not exist in this project.',
    'check-parameters': 'Check task-id, workspace and project: a parameter is not valid.',
    'check-request': 'Check task-id, workspace and project.',
    'check-address': 'Check region or endpoint.',
    'check-api': 'Check region or endpoint: there is no such API at this address.',
    'check-certificate':
      'Check endpoint, and NODE_EXTRA_CA_CERTS if a private certificate authority signs its certificate.',
    'check-proxy': 'Check the user and password in HTTPS_PROXY.',
    'fix-inputs': 'Correct the inputs in the workflow, then run the job again. Nothing was sent.',
    'fix-sign-in': 'Correct the sign-in, then run the job again. The tasks were not checked.',
    'report-bug': 'Report this error to the maintainers of this action. The tasks may not have been checked.',
  } satisfies Record<NextStep, string>,
  /** Names the credential that was used, as an object of a sentence. */
  credential: (used: CredentialUsed | undefined) => used?.from ?? 'the credential',
  /** Refers to a document; without a full stop, so that none becomes part of an address. */
  see: (citation: string) => `See ${citation}`,

  headings: {
    none: 'Could not start waiting for the DLF system task',
    one: (verdict: string) => `DLF system task: ${verdict}`,
    /** Counts the tasks that did not succeed, by their results. */
    failed: (failed: number, all: number, by: readonly (readonly [count: number, verdict: string])[]) =>
      `${grouped(failed)} of ${counted(all, 'task')} did not succeed: ${by.map(([count, verdict]) => `${grouped(count)} ${verdict}`).join(', ')}`,
    warned: (warned: number, all: number) =>
      `${grouped(warned)} of ${counted(all, 'task')} ended with a warning`,
    succeeded: (all: number) => `DLF system tasks: all ${grouped(all)} successful`,
  },
  /** The subject of a sentence on a task; one of `endings` follows. */
  task: (id: string) => `Task ${id}`,
  /** Clauses, each with the sign or blank that separates it from its subject. */
  endings: {
    successful: ' was successful',
    warning: ' ended with a warning',
    failed: ' failed',
    notFound: ' was not found in this workspace',
    checkedOnce: (status: string) => ` was still ${status} when checked once`,
    timedOut: (limit: string, status: string) => ` was still ${status} after the ${limit} timeout`,
    unknownStatus: (status: string) => ` has the unknown status '${status}'`,
    notChecked: (why: string) => `: status check failed. ${capitalise(why)}`,
    cancelled: ' was not waited for any longer: the run was cancelled',
    failFast: ' was not waited for any longer: another task failed (fail-fast)',
  },
  /** Says in a sentence that one task succeeded. */
  success({ id, name, durationMs, subtasks }: Success) {
    const what = name === undefined ? `Task ${id}` : `Task ${id} (${name})`
    const time = durationMs === undefined ? '' : ` after ${formatDuration(durationMs)}`
    return `${what} succeeded${time}${subtasks === 0 ? '' : `, ${counted(subtasks, 'subtask')}`}.`
  },
  /** Says in a sentence that all of several tasks succeeded. */
  successes: (tasks: number, elapsedMs: number) =>
    `All ${counted(tasks, 'task')} succeeded after ${formatDuration(elapsedMs)}.`,
  badSubtasks: (verdict: 'FAILED' | 'WARNING', bad: number, all: number) =>
    `${grouped(bad)} of ${counted(all, 'subtask')} ${verdict === 'FAILED' ? 'failed' : 'ended with a warning'}`,
  andMore: (list: string, hidden: number) => `${list} and ${grouped(hidden)} more`,
  request: (id: string) => `request ${id}`,
  /** A sentence that says from where tasks were requested, as the user gave it. */
  askedAt: ({ endpoint, project, workspace }: Place) =>
    `Requested from ${endpoint}, project ${project}, ${workspace === undefined ? 'default workspace' : `workspace ${workspace}`}.`,
  statistics: ({ elapsedMs, timeoutMs, polls, faults, throttles }: Waiting) =>
    [
      timeoutMs === 0
        ? 'Checked once'
        : `Waited ${formatDuration(elapsedMs)} of at most ${formatDuration(timeoutMs)}`,
      polls === 0 ? 'no poll sent' : counted(polls, 'poll'),
      ...(faults > 0 ? [counted(faults, 'failed attempt')] : []),
      ...(throttles > 0 ? [counted(throttles, 'throttled attempt')] : []),
    ].join(', '),
  subtaskCounts: (counts: SubtaskCounts) => `${counted(totalOf(counts), 'subtask')}: ${byStatus(counts)}`,
  /** Title of a fold that hides the rest of a table. */
  moreSubtasks: (counts: SubtaskCounts) => `${counted(totalOf(counts), 'more subtask')}: ${byStatus(counts)}`,
  subtasksNotShown: (counts: SubtaskCounts) =>
    `${counted(totalOf(counts), 'subtask')} not shown here (${byStatus(counts)}): a job summary has no room for them.`,
  /** Title of a fold that hides tasks. */
  moreTasks: (count: number) => counted(count, 'more task'),
  tasksNotShown: (count: number) =>
    `${counted(count, 'task')} ${count === 1 ? 'is' : 'are'} in the overview only: a job summary holds 1 MiB at most.`,
  textsCut: 'Long texts are cut: a job summary holds 1 MiB at most.',
  /** Counts the failures that the step's failure message leaves out; 0 of a kind is not mentioned. */
  rest(tasks: number, subtasks: number) {
    const parts = [
      ...(tasks > 0 ? [counted(tasks, 'more task')] : []),
      ...(subtasks > 0 ? [counted(subtasks, 'more failed subtask')] : []),
    ]
    return parts.length === 0 ? '' : `And ${parts.join(', ')}: see the job summary.`
  },
  /** A sentence in place of the message that a failed subtask lacks. */
  noReason: 'The service gave no reason.',
  subtaskOf: (subtaskId: string, taskId: string) => `subtask ${subtaskId} of task ${taskId}`,
  annotationTitles: { subtask: 'Subtask failed', warning: 'DLF system task ended with a warning' },
  /** The names of the summary's cells and paragraphs. */
  labels: {
    verdict: 'Verdict',
    task: 'Task',
    name: 'Name',
    message: 'Message',
    code: 'Code',
    request: 'Request ID',
    quoted: 'Request as quoted',
    project: 'Project',
    workspace: 'Workspace',
    defaultWorkspace: 'default',
    region: 'Region',
    endpoint: 'Endpoint',
    started: 'Started',
    ended: 'Ended',
    duration: 'Duration',
    noticed: 'Detected',
    subtask: 'Subtask',
    subtasks: 'Subtasks',
    lastUpdate: 'Last update (UTC)',
    timeline: 'Timeline (UTC)',
    details: 'Details',
    nextStep: 'What to do next',
  },
}

/** Writes a number with its noun, which takes an s in the plural. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

function byStatus({ FAILED, WARNING, RUNNING, OTHER, SUCCESSFUL }: SubtaskCounts): string {
  const parts = [
    { count: FAILED, word: 'failed' },
    { count: WARNING, word: 'with a warning' },
    { count: RUNNING, word: 'running' },
    { count: OTHER, word: 'with another status' },
    { count: SUCCESSFUL, word: 'successful' },
  ].filter(({ count }) => count > 0)
  return parts
    .map(({ count, word }) => {
      if (parts.length > 1) return `${grouped(count)} ${word}`
      return count === 1 ? word : `all ${word}`
    })
    .join(', ')
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
