import { formatDuration } from '../text/duration.ts'
import { type SubtaskCounts, totalOf } from './subtask-counts.ts'
import type { Waiting, Words } from './words.ts'

const PLURALS = new Intl.PluralRules('en')
const NUMBERS = new Intl.NumberFormat('en')

type Noun = Readonly<Record<'one' | 'other', string>>

const SUBTASK: Noun = { one: 'subtask', other: 'subtasks' }
const POLL: Noun = { one: 'poll', other: 'polls' }
const FAILED_ATTEMPT: Noun = { one: 'failed attempt', other: 'failed attempts' }
const THROTTLED_ATTEMPT: Noun = { one: 'throttled attempt', other: 'throttled attempts' }

/** The English words. */
export const english: Words = {
  punctuation: { colon: ': ', semicolon: '; ', comma: ', ', stop: '.', open: ' (', close: ')' },
  duration: formatDuration,
  number,
  verdicts: {
    FAILED: 'failed',
    NOT_FOUND: 'not found',
    ERROR: 'state unknown',
    TIMED_OUT: 'timed out',
    CANCELLED: 'cancelled',
    WARNING: 'ended with a warning',
    SUCCESSFUL: 'successful',
  },
  statuses: {
    FAILED: 'FAILED',
    NOT_FOUND: 'NOT_FOUND',
    ERROR: 'ERROR',
    TIMED_OUT: 'TIMED_OUT',
    CANCELLED: 'CANCELLED',
    WARNING: 'WARNING',
    RUNNING: 'RUNNING',
    SUCCESSFUL: 'SUCCESSFUL',
  },
  faults: {
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
    'unknown-encoding': 'the answer has an encoding that cannot be read',
    'untrusted-certificate': "the server's certificate is not trusted",
    'proxy-refused': 'the proxy refused to connect',
  },
  nextSteps: {
    'mend-subtasks': 'Fix what the failed subtasks name, then deploy again.',
    'failed-early':
      'The task failed before its first subtask: check what it was to import or start, then deploy again.',
    'failed-silently':
      'None of its subtasks says that it failed: look at the task in DataArts Factory, then deploy again.',
    'obs-file':
      'Check that the file is at this OBS path, in this region, and that the user may read the bucket, then deploy again.',
    'look-at-warning': 'Look at the warning in DataArts Factory, or set fail-on-warning to false.',
    'check-place':
      'Check task-id (the instanceId of run-immediate is none), workspace, project and region: a right id in the wrong workspace does not exist.',
    'raise-timeout':
      'Look at the task in DataArts Factory; if it is only slow, wait for it again with a longer timeout, without a new import.',
    'report-status':
      'Look at the task in DataArts Factory, and report the status to the maintainers of this action.',
    'run-again':
      'The task itself goes on in DataArts Factory; wait for it again by its id, without a new import, to learn how it ends.',
    'check-reach': 'Check region or endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY).',
    'check-network': 'Check the network between this runner and the service.',
    'check-stranger': 'Check region or endpoint: something other than DataArts Factory may have answered.',
    'check-service': 'Check whether the service is well, then wait for the task again, without a new import.',
    'check-backend':
      'The backend of DataArts Factory is not available or too slow: wait for the task again in some minutes, without a new import.',
    'check-iam':
      'IAM is not available in this region: wait for the task again in some minutes, without a new import.',
    'check-quota': 'Check whether something else uses the quota of this user (10 requests a second).',
    'check-credential': 'Check the credential: access-key-id and secret-access-key, or token.',
    'check-key':
      'Check access-key-id and secret-access-key, or token: they were not accepted (a temporary key also needs its security-token; a token lasts 24 hours, in its own region).',
    'check-token':
      'Check token: it has expired (24 hours), or it was issued for another region than this one.',
    'check-locked-key':
      'Check secret-access-key (or its variable), and wait 5 minutes: five bad signatures have locked the access key.',
    'check-clock': "Check the clock of this runner: it differs from the service's by more than 15 minutes.",
    'check-permissions':
      'Check project, and the role of this user or agency: in its identity policy and in the workspace.',
    'check-account': 'Check the permissions of this account for DataArts Factory.',
    'check-project': 'Check project: it is not available.',
    'check-workspace': 'Check workspace: it does not exist in this project.',
    'check-parameters': 'Check task-id, workspace and project: a parameter is not valid.',
    'check-request': 'Check task-id, workspace and project.',
    'check-address': 'Check region or endpoint.',
    'check-api': 'Check region or endpoint: there is no such API at this address.',
    'check-certificate': 'Check endpoint, and NODE_EXTRA_CA_CERTS for a private certificate authority.',
    'check-proxy': 'Check user and password in HTTPS_PROXY.',
  },

  headings: {
    none: 'Did not wait for the DLF system task',
    one: (verdict) => `DLF system task: ${verdict}`,
    several: (alike, all, verdict) => `DLF system tasks: ${number(alike)} of ${number(all)} ${verdict}`,
  },
  task: (id) => `Task ${id} `,
  endings: {
    successful: 'was successful',
    warning: 'ended with a warning',
    failed: 'failed',
    notFound: 'does not exist',
    notEnded: (status) => `has not ended: it is ${status}`,
    timedOut: (limit, status) => `had not ended when the time-out of ${limit} was over: it was ${status}`,
    unknownStatus: (status) => `has a status that is not known: '${status}'`,
    notLearnt: (why) => `could not be looked up: ${why}`,
    cancelled: 'was no longer waited for: this run was cancelled',
    failFast: 'was no longer waited for: another task failed (fail-fast)',
  },
  badSubtasks: (verdict, bad, all) =>
    `${number(bad)} of ${counted(all, SUBTASK)} ${verdict === 'FAILED' ? 'failed' : 'with a warning'}`,
  andMore: (list, hidden) => `${list} and ${number(hidden)} more`,
  request: (id) => `request ${id}`,
  askedAt: ({ endpoint, project, workspace }) =>
    `Asked for at ${endpoint}, in project ${project} and ${workspace === undefined ? 'its default workspace' : `workspace ${workspace}`}.`,
  statistics: (waiting) =>
    [
      `Waited ${formatDuration(waiting.elapsedMs)} of at most ${formatDuration(waiting.timeoutMs)}`,
      waiting.polls === 0 ? 'no poll' : counted(waiting.polls, POLL),
      ...trouble(waiting),
    ].join(', '),
  subtaskCounts: (counts) => `${counted(totalOf(counts), SUBTASK)}: ${byStatus(counts)}`,
  moreSubtasks: (counts) =>
    `${number(totalOf(counts))} more ${SUBTASK[form(totalOf(counts))]}: ${byStatus(counts)}`,
  subtasksNotShown: (counts) =>
    `${counted(totalOf(counts), SUBTASK)} not shown here (${byStatus(counts)}): a job summary holds 1 MiB at most.`,
  moreTasks: (count) => counted(count, { one: 'more task', other: 'more tasks' }),
  tasksNotShown: (count) =>
    `${counted(count, { one: 'task is', other: 'tasks are' })} in the overview only: a job summary holds 1 MiB at most.`,
  textsCut: 'Long texts are cut: a job summary holds 1 MiB at most.',
  rest(tasks, subtasks) {
    const parts = [
      ...(tasks > 0 ? [counted(tasks, { one: 'more task', other: 'more tasks' })] : []),
      ...(subtasks > 0
        ? [counted(subtasks, { one: 'more failed subtask', other: 'more failed subtasks' })]
        : []),
    ]
    return parts.length === 0 ? '' : `And ${parts.join(', ')}: see the job summary.`
  },
  noReason: 'The service gives no reason.',
  subtaskOf: (subtaskId, taskId) => `subtask ${subtaskId} of task ${taskId}`,
  annotationTitles: { subtask: 'Subtask failed', warning: 'DLF system task ended with a warning' },
  labels: {
    verdict: 'Verdict',
    task: 'Task',
    name: 'Name',
    message: 'Message',
    code: 'Code',
    request: 'Request',
    quoted: 'Request as quoted',
    project: 'Project',
    workspace: 'Workspace',
    defaultWorkspace: 'default',
    region: 'Region',
    endpoint: 'Endpoint',
    started: 'Started',
    ended: 'Ended',
    duration: 'Duration',
    noticed: 'Noticed',
    subtask: 'Subtask',
    subtasks: 'Subtasks',
    lastUpdate: 'Last update (UTC)',
    timeline: 'Timeline (UTC)',
    details: 'Details',
    nextStep: 'What to do next',
  },
}

function number(count: number): string {
  return NUMBERS.format(count)
}

function form(count: number): keyof Noun {
  return PLURALS.select(count) === 'one' ? 'one' : 'other'
}

function counted(count: number, noun: Noun): string {
  return `${number(count)} ${noun[form(count)]}`
}

function byStatus({ FAILED, WARNING, RUNNING, OTHER, SUCCESSFUL }: SubtaskCounts): string {
  const parts = [
    [FAILED, 'failed'],
    [WARNING, 'with a warning'],
    [RUNNING, 'running'],
    [OTHER, 'other'],
    [SUCCESSFUL, 'successful'],
  ] as const
  return parts.flatMap(([count, word]) => (count === 0 ? [] : [`${number(count)} ${word}`])).join(', ')
}

function trouble({ faults, throttles }: Waiting): readonly string[] {
  return [
    ...(faults > 0 ? [counted(faults, FAILED_ATTEMPT)] : []),
    ...(throttles > 0 ? [counted(throttles, THROTTLED_ATTEMPT)] : []),
  ]
}
