import type { ServiceError } from '../../../src/core/task/answer.ts'
import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { pollPauseMs } from '../../../src/core/wait/pauses.ts'
import { type Place, type Report, reportOf } from '../../../src/core/report/report.ts'
import type { Subtask, SystemTask } from '../../../src/core/task/system-task.ts'
import type { TaskWait } from '../../../src/core/wait/shared.ts'

const START_MS = Date.UTC(2026, 10, 23, 9, 41, 7)
const TIMEOUT_MS = 900_000
const PLACE: Place = {
  project: 'b384b9e9ab9b4ee8994c8633aabc9505',
  workspace: '5f0bb1d4d3a84a2c8c0a4b5e1c2d3e4f',
  region: 'cn-north-4',
  endpoint: 'https://dayu-dlf.cn-north-4.myhuaweicloud.com',
}
const JOBS = [
  'ods_orders_daily',
  'ods_customers_daily',
  'dwd_orders_clean',
  'dwd_payments_clean',
  'dws_sales_by_region',
  'dws_sales_by_channel',
  'ads_finance_report',
  'ads_inventory_alerts',
  'stream_clickstream_to_dli',
  'job_batch',
  'job_stream',
  'cleanup_partitions',
]

/** An id as the service makes them. */
export function serviceId(number: number): string {
  return `008aae2e675d3bcb01675d40${number.toString(16).padStart(8, '0')}`
}

/** The steps of an import, two seconds apart, all successful. */
export function imports(count: number): readonly Subtask[] {
  return Array.from({ length: count }, (_, index) => ({
    id: serviceId(index + 16),
    name: `导入作业[${JOBS[index % JOBS.length] ?? ''}${index < JOBS.length ? '' : `_${String(index)}`}]。`,
    status: 'SUCCESSFUL',
    lastUpdate: START_MS + 3000 + 2000 * (index % 3600),
  }))
}

/** The import of a file with jobs, successful after half a minute. */
export function importOf(subtasks: readonly Subtask[], overrides: Partial<SystemTask> = {}): SystemTask {
  return {
    id: serviceId(1),
    name: '从OBS路径[obs://release-artifacts/2026-11/finance-jobs.zip]导入解决方案。',
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
    const endedMs =
      ended.kind === 'timed-out' ? TIMEOUT_MS : (seen.task?.endTime ?? START_MS + 800) - START_MS + 1400
    const counts = { polls: pollsWithin(endedMs), faults: 0, throttles: 0, endedMs }
    return { id: serviceId(index + 1), end: ended, ...seen, ...counts }
  })
  const timeoutMs = Math.max(TIMEOUT_MS, ...waits.map(({ endedMs }) => 2 * endedMs - TIMEOUT_MS))
  const settings = { failOnWarning: false, timeoutMs, place: PLACE, wallStartMs: START_MS + 400 }
  return reportOf({ startMs: 0, waits }, settings)
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

const NO_CONNECTION =
  '作业[dwd_payments_clean]引用的连接[conn_dli_finance]在工作空间中不存在，请先创建连接后再导入。'
const NO_TASK: ServiceError = {
  code: 'DLF.0810',
  message: 'Task does not exist',
  requestId: '7f3c9b2ad1e84f60a5c1d2e3f4a5b6c7',
}

const failed = importOf(
  changed(imports(12), {
    3: { status: 'FAILED', message: NO_CONNECTION },
    7: { status: 'WARNING', message: '作业[ads_inventory_alerts]已存在，已跳过。' },
  }),
  { status: 'FAILED', message: '导入解决方案失败，1个作业导入失败。' },
)
const running = importOf(changed(imports(6), { 4: { status: 'RUNNING' }, 5: { status: 'RUNNING' } }), {
  status: 'RUNNING',
})
const { endTime: _endTime, ...stillRunning } = running
const started = importOf(
  [{ id: serviceId(90), name: '启动作业[job_batch]', status: 'FAILED', lastUpdate: START_MS + 16_000 }],
  { name: '启动解决方案[traffic]', status: 'FAILED', endTime: START_MS + 16_000 },
)
const large = importOf(
  changed(imports(5000), {
    12: { status: 'FAILED', message: '作业[ods_orders_daily_12]的节点[spark_sql]引用的脚本不存在。' },
    1900: { status: 'FAILED', message: '作业名称已存在，且同名策略为终止。' },
    4711: { status: 'FAILED' },
  }),
  { status: 'FAILED', message: '导入解决方案失败，3个作业导入失败。', endTime: START_MS + 7_300_000 },
)

/** The reports whose pictures the documentation shows. */
export const SUMMARIES = {
  successful: reportOn(importOf(imports(4))),
  failed: reportOn(failed),
  'not-found': reportOn({ kind: 'not-found', error: NO_TASK }),
  'timed-out': reportOn({ kind: 'timed-out', task: stillRunning }),
  'three-tasks': reportOn(importOf(imports(3)), started, { kind: 'not-found', error: NO_TASK }),
  large: reportOn(large),
} as const satisfies Record<string, Report>
