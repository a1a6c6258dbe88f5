import type { Fault, ServiceError } from '../../../src/core/task/answer.ts'
import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { pollPauseMs } from '../../../src/core/wait/pauses.ts'
import type { Language } from '../../../src/core/report/messages.ts'
import { type Place, type Report, reportOf, reportOfProblems } from '../../../src/core/report/report.ts'
import type { Subtask, SystemTask } from '../../../src/core/task/system-task.ts'
import type { TaskWait } from '../../../src/core/wait/shared.ts'
import type { ImportOutcome, PackedSource } from '../../../src/github/import-report.ts'
import { explainImport, SETUP_FAILURES } from '../../../src/import-advice.ts'

const START_MS = Date.UTC(2026, 10, 23, 9, 41, 7)
const TIMEOUT_MS = 900_000
const PLACE: Place = {
  project: 'b384b9e9ab9b4ee8994c8633aabc9505',
  workspace: '5f0bb1d4d3a84a2c8c0a4b5e1c2d3e4f',
  region: 'cn-north-4',
  endpoint: 'https://dayu-dlf.cn-north-4.myhuaweicloud.com',
  credential: { kind: 'access-key', from: 'the `access-key-id` and `secret-access-key` inputs' },
}
const JOBS = [
  'ods_orders_daily',
  'ods_customers_daily',
  'dwd_orders_clean',
  'dwd_payments',
  'dws_sales_by_region',
  'dws_sales_by_channel',
  'ads_finance_report',
  'ads_inventory_alerts',
  'stream_clickstream_to_dli',
  'job_batch',
  'job_stream',
  'cleanup_partitions',
]

/** The texts of the service in one language: names from its documentation, invented messages. */
const PHRASES = {
  en: {
    importFile: (path: string) => `Import the solution from OBS path ${path}.`,
    importJob: (job: string) => `Import the ${job} job.`,
    startSolution: (name: string) => `Start the ${name} solution.`,
    startJob: (job: string) => `Start the ${job} job.`,
    noConnection: (connection: string) => `Connection ${connection} does not exist.`,
    noScript: (job: string, node: string) => `The script of node ${node} in job ${job} does not exist.`,
    sameName: 'A job of this name exists, and the same-name policy is to stop.',
    skipped: (job: string) => `Job ${job} exists and was skipped.`,
    importFailed: (count: number) => `Failed to import the solution: ${String(count)} of its jobs failed.`,
    unreadable: (path: string) => `Fail to read OBS file ${path}.`,
  },
  zh: {
    importFile: (path: string) => `从OBS路径[${path}]导入解决方案。`,
    importJob: (job: string) => `导入作业[${job}]。`,
    startSolution: (name: string) => `启动解决方案[${name}]`,
    startJob: (job: string) => `启动作业[${job}]`,
    noConnection: (connection: string) => `引用的连接[${connection}]不存在。`,
    noScript: (job: string, node: string) => `作业[${job}]的节点[${node}]引用的脚本不存在。`,
    sameName: '作业名称已存在，且同名策略为终止。',
    skipped: (job: string) => `作业[${job}]已存在，已跳过。`,
    importFailed: (count: number) => `导入解决方案失败，${String(count)}个作业导入失败。`,
    unreadable: (path: string) => `读取OBS文件[${path}]失败。`,
  },
} as const

const FILE = 'obs://release-artifacts/2026-11/finance-jobs.zip'

/** An id as the service makes them. */
export function serviceId(number: number): string {
  return `008aae2e675d3bcb01675d40${number.toString(16).padStart(8, '0')}`
}

/** The steps of an import, two seconds apart, all successful. */
function imports(count: number, language: Language): readonly Subtask[] {
  return Array.from({ length: count }, (_, index) => ({
    id: serviceId(index + 16),
    name: PHRASES[language].importJob(jobName(index)),
    status: 'SUCCESSFUL',
    lastUpdate: START_MS + 3000 + 2000 * (index % 3600),
  }))
}

function jobName(index: number): string {
  return `${JOBS[index % JOBS.length] ?? ''}${index < JOBS.length ? '' : `_${String(index)}`}`
}

/** The import of a file with jobs, successful after half a minute. */
export function importOf(
  subtasks: readonly Subtask[],
  overrides: Partial<SystemTask> = {},
  language: Language = 'en',
): SystemTask {
  return {
    id: serviceId(1),
    name: PHRASES[language].importFile(FILE),
    status: 'SUCCESSFUL',
    startTime: START_MS,
    endTime: START_MS + 31_000,
    lastUpdate: START_MS + 31_000,
    subtasks,
    ...overrides,
  }
}

/** The report of tasks that were waited for in one workspace. */
export function reportOn(...ends: readonly (WaitEnd | SystemTask)[]): Report {
  const waits = ends.map((end, index): TaskWait => {
    const ended: WaitEnd = 'kind' in end ? end : { kind: 'answered', task: end }
    const seen: Partial<TaskWait> =
      'task' in ended ? { task: ended.task, requestId: 'd6f1f9bfa6c9b5ee5d9c0a37a2b1c3e4' } : {}
    const endedMs = ended.kind === 'timed-out' ? TIMEOUT_MS : lastUpdateOf(seen.task) - START_MS + 900
    const counts = { polls: pollsWithin(endedMs), faults: 0, throttles: 0, endedMs }
    return { id: serviceId(index + 1), end: ended, ...seen, ...counts }
  })
  const timeoutMs = Math.max(TIMEOUT_MS, ...waits.map(({ endedMs }) => 2 * endedMs - TIMEOUT_MS))
  const settings = { failOnWarning: false, timeoutMs, place: PLACE, wallStartMs: START_MS + 400 }
  return reportOf({ startMs: 0, waits }, settings)
}

// A task without an answer has none after the first poll.
function lastUpdateOf({ endTime, subtasks = [] }: Partial<SystemTask> = {}): number {
  return endTime ?? Math.max(START_MS, ...subtasks.map(({ lastUpdate = 0 }) => lastUpdate))
}

// As many as the action sends for a task that it waits for from its start.
function pollsWithin(endedMs: number): number {
  const pacing = { bounds: { minMs: 1000, maxMs: 10_000 }, activeTasks: 1, stretch: 1, random: 0.5 }
  let polls = 1
  for (let atMs = 0; (atMs += pollPauseMs(atMs, pacing)) <= endedMs;) polls += 1
  return polls
}

function changed(
  subtasks: readonly Subtask[],
  changes: Readonly<Record<number, Partial<Subtask>>>,
): readonly Subtask[] {
  return subtasks.map((subtask, index) => ({ ...subtask, ...changes[index] }))
}

const NO_TASK: ServiceError = {
  code: 'DLF.0810',
  message: 'Task does not exist',
  requestId: '7f3c9b2ad1e84f60a5c1d2e3f4a5b6c7',
}
const NOT_FOUND: WaitEnd = { kind: 'not-found', error: NO_TASK }

function refused(reason: 'unauthorized' | 'forbidden', httpStatus: number, error: ServiceError): WaitEnd {
  return { kind: 'refused', fault: { reason, httpStatus, error } }
}

const BAD_SIGNATURE = `verify aksk signature fail, canonicalRequest: GET /v1/${PLACE.project}/system-tasks/${serviceId(1)}/ host:dayu-dlf.cn-north-4.myhuaweicloud.com x-sdk-date:20261123T094107Z`
const NO_CONNECTION = { reason: 'connection', detail: 'ECONNREFUSED' } as const

/** The reports of steps that could not start to wait, or that no task was found for. */
const WITHOUT_TASKS = {
  'not-found': reportOn(NOT_FOUND),
  'bad-signature': reportOn(
    refused('unauthorized', 401, {
      code: 'APIG.0301',
      message: BAD_SIGNATURE,
      requestId: 'c4a1e2f3b5d6978890ab12cd34ef5678',
    }),
  ),
  forbidden: reportOn(
    refused('forbidden', 403, {
      code: 'DLF.6888',
      message: 'The user does not have the required permission.',
      requestId: 'c4a1e2f3b5d6978890ab12cd34ef5679',
    }),
  ),
  unreachable: reportOn({ kind: 'unreachable', fault: NO_CONNECTION }),
  'bad-inputs': reportOfProblems({
    nextStep: 'fix-inputs',
    problems: [
      "Input 'timeout' must be a duration such as 90s, 15m or 1h30m; got '15 minutes'.",
      "Input 'region' must match [a-z0-9-]{1,32}, for example cn-north-4; got 'CN North-4'.",
      "Input 'task-id' is empty: did the step that should have set it run?",
    ],
  }),
  'sign-in-failed': reportOfProblems({
    nextStep: 'fix-sign-in',
    problems: [
      'STS gave no temporary key (HTTP 403, PAP5.0001 access denied, request 0123456789abcdef0123456789abcdef). Check that the trust policy of the agency in \'oidc-agency\' accepts the subject of this run (docs/authentication.md, "Set up the trust agency").',
    ],
    error: { code: 'PAP5.0001' },
    ids: [serviceId(1)],
  }),
} as const satisfies Record<string, Report>

function importReports(language: Language) {
  const say = PHRASES[language]
  const oneFailed = changed(imports(12, language), {
    3: { status: 'FAILED', message: say.noConnection('conn_dli') },
  })
  const failed = importOf(oneFailed, { status: 'FAILED' }, language)
  const failedAndWarned = importOf(
    changed(oneFailed, { 7: { status: 'WARNING', message: say.skipped('ads_inventory_alerts') } }),
    { status: 'FAILED', message: say.importFailed(1) },
    language,
  )
  const warned = importOf(
    changed(imports(6, language), { 2: { status: 'WARNING', message: say.skipped(jobName(2)) } }),
    {},
    language,
  )
  const unreadable = importOf([], { status: 'FAILED', message: say.unreadable(FILE) }, language)
  const large = importOf(
    changed(imports(5000, language), {
      12: { status: 'FAILED', message: say.noScript('ods_orders_daily_12', 'spark_sql') },
      1900: { status: 'FAILED', message: say.sameName },
      4711: { status: 'FAILED' },
    }),
    { status: 'FAILED', message: say.importFailed(3), endTime: START_MS + 7_300_000 },
    language,
  )
  return {
    successful: reportOn(importOf(imports(4, language), {}, language)),
    'successful-12': reportOn(importOf(imports(12, language), {}, language)),
    failed: reportOn(failed),
    'failed-and-warned': reportOn(failedAndWarned),
    'failed-early': reportOn(unreadable),
    warning: reportOn(warned),
    large: reportOn(large),
  } as const satisfies Record<string, Report>
}

function unendedReports(language: Language) {
  const { endTime: _endTime, ...running } = importOf(
    changed(imports(6, language), { 4: { status: 'RUNNING' }, 5: { status: 'RUNNING' } }),
    { status: 'RUNNING' },
    language,
  )
  const timedOut = reportOn({ kind: 'timed-out', task: running })
  return {
    'timed-out': timedOut,
    'looked-once': { ...timedOut, timeoutMs: 0, polls: 1 },
    cancelled: reportOn({ kind: 'cancelled', by: 'signal' }),
    'unknown-status': reportOn({ kind: 'unknown-status', task: { ...running, status: 'SUSPENDED' } }),
  } as const satisfies Record<string, Report>
}

function severalReports(language: Language) {
  const say = PHRASES[language]
  const started = importOf(
    [{ id: serviceId(90), name: say.startJob('job_batch'), status: 'FAILED', lastUpdate: START_MS + 16_000 }],
    { name: say.startSolution('traffic'), status: 'FAILED', endTime: START_MS + 16_000 },
  )
  const good = importOf(imports(3, language), {}, language)
  return {
    // A failed subtask without a message: example 3 of the API page.
    'no-reason': reportOn(started),
    'three-tasks': reportOn(good, started, NOT_FOUND),
    'three-successful': reportOn(good, importOf(imports(7, language), {}, language), good),
    'thirteen-tasks': reportOn(...Array.from({ length: 12 }, () => NOT_FOUND), started),
    'forty-tasks': reportOn(...Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? started : good))),
  } as const satisfies Record<string, Report>
}

/** The reports that are looked at, and whose pictures the documentation shows; the service speaks that language. */
export function reportsIn(language: Language) {
  return {
    ...importReports(language),
    ...unendedReports(language),
    ...severalReports(language),
    ...WITHOUT_TASKS,
  }
}

const PACKED: PackedSource = {
  source: 'dlf',
  commit: '5d0c8a4b1e2f36978890ab12cd34ef5678a1b2c3',
  bytes: 48_211,
  counts: { jobs: 12, scripts: 7, resources: 0 },
}
const NO_SUCH_FILE: Fault = {
  reason: 'rejected',
  httpStatus: 400,
  error: {
    code: 'DLF.0815',
    message: 'Fail to read OBS file.',
    requestId: '7f3c9b2ad1e84f60a5c1d2e3f4a5b6c7',
  },
}

/** The possible results of an import step. */
export const IMPORTS = {
  started: { kind: 'started', taskId: serviceId(1), path: FILE, sameNamePolicy: 'OVERWRITE', packed: PACKED },
  'started-skip': {
    kind: 'started',
    taskId: serviceId(1),
    path: FILE,
    sameNamePolicy: 'SKIP',
    targetStatus: 'SUBMITTED',
  },
  checked: { kind: 'checked', packed: PACKED },
  'not-started': explainImport({ kind: 'refused', fault: NO_SUCH_FILE }),
  'bad-source': {
    kind: 'not-started',
    problems: [
      "jobs/orders.job: its \"name\" is 'order'. It must be 'orders', like the file name.",
      'readme.md: this does not belong here. Only jobs/*.job, scripts/*.script and resources/*.resource belong in an archive.',
    ],
    ...SETUP_FAILURES.source,
  },
  unclear: explainImport({ kind: 'unclear', fault: { reason: 'cut', detail: 'ECONNRESET' } }),
} as const satisfies Record<string, ImportOutcome>
