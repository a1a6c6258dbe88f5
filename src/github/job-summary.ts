import { formatDuration } from '../core/duration.ts'
import { blocks, code, list, type Markdown, md, table } from '../core/markdown.ts'
import type { Messages } from '../core/messages.ts'
import type { Place, Report, TaskReport } from '../core/report.ts'
import type { Subtask } from '../core/system-task.ts'
import type { Verdict } from '../core/verdict.ts'

const ICONS = {
  FAILED: '❌',
  NOT_FOUND: '❓',
  ERROR: '⛔',
  TIMED_OUT: '⏰',
  CANCELLED: '🛑',
  WARNING: '⚠️',
  SUCCESSFUL: '✅',
} as const satisfies Record<Verdict, string>

/** Writes the job summary of a step: what ended how, why, and what to do next. */
export function jobSummary(report: Report, messages: Messages): string {
  const heading = md`## ${ICONS[report.verdict]} ${messages.heading(report)}`
  if (report.problems.length > 0) return blocks(heading, list(report.problems)).markdown
  const overview = report.tasks.length > 1 ? overviewTable(report.tasks, messages) : undefined
  const sections = report.tasks.map((task) => taskSection(task, report, messages))
  const statistics = md`<sub>${messages.statistics(report)}</sub>`
  return blocks(heading, overview, ...sections, statistics).markdown
}

function overviewTable(tasks: readonly TaskReport[], { labels }: Messages): Markdown {
  const rows = tasks.map(({ id, verdict, task, subtasks }) => [
    md`${ICONS[verdict]} ${verdict}`,
    code(id),
    task?.name ?? '',
    String(subtasks.length),
  ])
  return table([labels.verdict, labels.task, labels.name, labels.subtasks], rows)
}

function taskSection(task: TaskReport, report: Report, messages: Messages): Markdown {
  const { labels } = messages
  const title =
    report.tasks.length > 1 ? md`### ${ICONS[task.verdict]} ${task.task?.name ?? task.id}` : undefined
  const nextStep = messages.nextStep(task)
  return blocks(
    title,
    md`${messages.outcome(task, report.timeoutMs)}`,
    nextStep === '' ? undefined : md`**${labels.nextStep}:** ${nextStep}`,
    table([labels.fact, labels.value], facts(task, report.place, messages)),
    task.subtasks.length === 0 ? undefined : subtaskTable(task.subtasks, messages),
  )
}

type Fact = readonly [label: string, value: Markdown | string | undefined]

function facts(
  task: TaskReport,
  place: Place | undefined,
  { labels }: Messages,
): readonly (readonly (Markdown | string)[])[] {
  const rows = [...taskFacts(task, labels), ...(place === undefined ? [] : placeFacts(place, labels))]
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]))
}

function taskFacts(
  { id, verdict, task, error, requestId }: TaskReport,
  labels: Messages['labels'],
): readonly Fact[] {
  const { name, message, startTime, endTime } = task ?? {}
  return [
    [labels.task, code(id)],
    [labels.name, name],
    [labels.verdict, verdict],
    [labels.message, message ?? error?.message],
    [labels.code, error?.code],
    [labels.started, time(startTime)],
    [labels.ended, time(endTime)],
    [labels.duration, duration(startTime, endTime)],
    [labels.request, requestId],
  ]
}

function placeFacts({ project, workspace, region }: Place, labels: Messages['labels']): readonly Fact[] {
  return [
    [labels.project, code(project)],
    [labels.workspace, workspace === undefined ? labels.defaultWorkspace : code(workspace)],
    [labels.region, region],
  ]
}

function subtaskTable(subtasks: readonly Subtask[], { labels }: Messages): Markdown {
  const rows = subtasks.map(({ status, name, id, lastUpdate, message }) => [
    md`${subtaskIcon(status)} ${status}`,
    name,
    code(id),
    time(lastUpdate) ?? '',
    message ?? '',
  ])
  return table([labels.verdict, labels.subtask, labels.id, labels.lastUpdate, labels.message], rows)
}

function subtaskIcon(status: string): string {
  if (status === 'FAILED' || status === 'WARNING' || status === 'SUCCESSFUL') return ICONS[status]
  return status === 'RUNNING' ? '⏳' : '❔'
}

function time(epochMs: number | undefined): string | undefined {
  return epochMs === undefined
    ? undefined
    : new Date(epochMs)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC')
}

function duration(startMs: number | undefined, endMs: number | undefined): string | undefined {
  return startMs === undefined || endMs === undefined || endMs < startMs
    ? undefined
    : formatDuration(endMs - startMs)
}
