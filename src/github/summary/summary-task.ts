import { blocks, bold, code, type Markdown, md, table } from '../../core/text/markdown.ts'
import { titleOf } from '../../core/report/messages.ts'
import type { Place, TaskReport } from '../../core/report/report.ts'
import { countSubtasks, groupOf } from '../../core/report/subtask-counts.ts'
import type { Subtask } from '../../core/task/system-task.ts'
import { plainText } from '../../core/text/plain.ts'
import { placeFacts } from './summary-overview.ts'
import { durationOf, knownFacts, moment, type Style, SUBTASK_ICONS, VERDICT_ICONS } from './summary-style.ts'

const MAX_CAUSES = 3
const MAX_QUOTED = 500
const MAX_TITLE = 200

/** Writes what the reader's eye is to fall on: why a task ended as it did, and what to do next. */
export function taskHead(task: TaskReport, style: Style): Markdown {
  const name = task.task?.name === undefined ? code(task.id) : plainText(task.task.name, MAX_TITLE)
  const title = style.several ? md`### ${VERDICT_ICONS[task.verdict]} ${name}` : undefined
  return task.verdict === 'SUCCESSFUL'
    ? success(task, style)
    : blocks(title, ...causes(task, style), nextStep(task, style))
}

/** Writes what is known of a task, and of the place where it was asked for unless other tasks share it. */
export function factsTable(task: TaskReport, place: Place | undefined, style: Style): Markdown {
  const { labels } = style.messages.words
  const { message, name } = style.lengths
  const { task: seen, error, requestId, noticedMs } = task
  const said = error?.message ?? longMessage(task)
  const rows = knownFacts([
    [labels.name, seen?.name === undefined ? undefined : plainText(seen.name, name)],
    [labels.message, said === undefined ? undefined : plainText(said, message)],
    [labels.code, error?.code === undefined ? undefined : plainText(error.code, name)],
    ...placeFacts(style.several ? undefined : place, style),
    [labels.started, moment(seen?.startTime)],
    [labels.ended, moment(seen?.endTime)],
    [labels.duration, durationOf(seen, style)],
    [labels.noticed, moment(noticedMs)],
    [labels.request, requestId === undefined ? undefined : code(plainText(requestId, name))],
  ])
  return table([labels.task, code(task.id)], rows)
}

// One of usual length stands at the top already.
function longMessage({ task }: TaskReport): string | undefined {
  return task?.message !== undefined && task.message.length > MAX_QUOTED ? task.message : undefined
}

function causes(task: TaskReport, style: Style): readonly Markdown[] {
  const { verdict, task: seen, subtasks } = task
  const { words, outcome } = style.messages
  if (task.end.kind !== 'answered') return [bold(outcome(task, style.report))]
  const bad = subtasks.filter(({ status }) => status === verdict)
  const message = plainText(seen?.message ?? '', MAX_QUOTED).trim()
  if (bad.length === 0) return [bold(message === '' ? outcome(task, style.report) : message)]
  return [
    ...bad.slice(0, MAX_CAUSES).map(subtaskCause),
    ...(bad.length > MAX_CAUSES ? [md`${words.andMore('…', bad.length - MAX_CAUSES)}`] : []),
    ...(message === '' ? [] : [md`${message}`]),
  ]
}

function subtaskCause(subtask: Subtask): Markdown {
  const icon = SUBTASK_ICONS[groupOf(subtask)]
  const name = plainText(titleOf(subtask), MAX_TITLE)
  const { message } = subtask
  return message === undefined
    ? md`${icon} ${bold(name)}`
    : md`${icon} ${name}<br>${bold(plainText(message, MAX_QUOTED))}`
}

function success({ id, task, subtasks }: TaskReport, style: Style): Markdown {
  const { words } = style.messages
  const counts = subtasks.length === 0 ? undefined : words.subtaskCounts(countSubtasks(subtasks))
  const rest = [durationOf(task, style), counts].filter((part) => part !== undefined).join(' · ')
  const name = bold(plainText(task?.name ?? id, MAX_TITLE))
  return rest === '' ? name : md`${name} · ${rest}`
}

function nextStep(task: TaskReport, { messages, report }: Style): Markdown | undefined {
  const step = messages.nextStep(task, report)
  const { labels, punctuation } = messages.words
  return step === '' ? undefined : md`${bold(labels.nextStep + punctuation.colon.trim())} ${step}`
}
