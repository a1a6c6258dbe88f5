import { blocks, bold, code, type Markdown, md, phrase } from '../../core/text/markdown.ts'
import { clause, MAX_QUOTED, titleOf } from '../../core/report/sentences.ts'
import type { TaskReport } from '../../core/report/report.ts'
import { groupOf } from '../../core/task/subtask-counts.ts'
import type { Subtask } from '../../core/task/system-task.ts'
import { plainText } from '../../core/text/plain.ts'
import { placeFacts } from './summary-overview.ts'
import { durationOf, factsTable, ICONS, MAX_CAUSES, moment, type Style } from './summary-style.ts'

// The name of an input or of a variable, in backticks.
const NAME = /`([\w-]{1,64})`/
const MAX_TITLE = 200

/** Writes the title of a task's section; undefined if the step has no other task. */
export function taskTitle({ id, verdict, task }: TaskReport, { several }: Style): Markdown | undefined {
  const name = task?.name === undefined ? code(id) : clause(task.name, MAX_TITLE)
  return several ? md`### ${ICONS[verdict]} ${name}` : undefined
}

/** Writes why a task ended as it did, and the next step. */
export function taskHead(task: TaskReport, style: Style): Markdown {
  if (task.verdict === 'SUCCESSFUL') return success(task, style)
  const { messages, report } = style
  const next = nextStepLine([messages.nextStep(task, report), messages.guide(task, report)], style)
  return blocks(...causes(task, style), next)
}

/** Writes what there is to do next and where to read on; nothing if there is nothing to do. */
export function nextStepLine(
  [step, guide]: readonly [step: string, guide: string],
  { messages, links }: Pick<Style, 'messages' | 'links'>,
): Markdown | undefined {
  if (step === '') return undefined
  const { join, labels, punctuation } = messages.words
  const { colon, stop } = punctuation
  const title = bold(labels.nextStep + colon.trim())
  const gap = phrase(colon.endsWith(' ') ? ' ' : '')
  return join([step, guide + stop])
    .split(NAME)
    .map((part, index) => (index % 2 === 0 ? links.inMarkdown(part) : code(part)))
    .reduce((line, part) => md`${line}${part}`, md`${title}${gap}`)
}

/** Writes what is known of a task, and of its place unless other tasks share it. */
export function taskTable(task: TaskReport, style: Style): Markdown {
  const { labels } = style.messages.words
  const { message, name } = style.lengths
  const { task: seen, error, quoted, requestId, noticedMs } = task
  const said = error?.message ?? longMessage(task)
  return factsTable([
    [labels.task, code(task.id)],
    [labels.name, seen?.name === undefined ? undefined : plainText(seen.name, name)],
    [labels.message, said === undefined ? undefined : plainText(said, message)],
    [labels.code, error?.code === undefined ? undefined : plainText(error.code, name)],
    ...(style.several ? [] : placeFacts(style)),
    [labels.started, moment(seen?.startTime)],
    [labels.ended, moment(seen?.endTime)],
    [labels.duration, durationOf(seen, style)],
    [labels.noticed, moment(noticedMs)],
    [labels.quoted, quoted === undefined ? undefined : plainText(quoted, message)],
    [labels.request, requestId === undefined ? undefined : code(plainText(requestId, name))],
  ])
}

// One of usual length is in the headline already.
function longMessage({ task }: TaskReport): string | undefined {
  return task?.message !== undefined && task.message.length > MAX_QUOTED ? task.message : undefined
}

function causes(task: TaskReport, style: Style): readonly Markdown[] {
  const { verdict, task: seen, subtasks, counts } = task
  const { words, outcome } = style.messages
  // Only these two are verdicts of the service.
  const isJudged = verdict === 'FAILED' || verdict === 'WARNING'
  const known = isJudged ? plainText(seen?.message ?? '', MAX_QUOTED).trim() : ''
  const badCount = isJudged ? counts[verdict] : 0
  if (badCount === 0) return [bold(known === '' ? outcome(task, style.report) : known)]
  return [
    ...subtasks.slice(0, Math.min(badCount, MAX_CAUSES)).map((subtask) => subtaskCause(subtask, style)),
    ...(badCount > MAX_CAUSES ? [md`${words.andMore('…', badCount - MAX_CAUSES)}`] : []),
    ...(known === '' ? [] : [md`${known}`]),
  ]
}

function subtaskCause(subtask: Subtask, { messages }: Style): Markdown {
  const icon = ICONS[groupOf(subtask)]
  const name = titleOf(subtask, MAX_TITLE)
  return md`${icon} ${name}<br>${bold(plainText(subtask.message ?? messages.words.noReason, MAX_QUOTED))}`
}

function success({ id, task, subtasks, counts }: TaskReport, style: Style): Markdown {
  const { words } = style.messages
  const parts = subtasks.length === 0 ? undefined : words.subtaskCounts(counts)
  const rest = [durationOf(task, style), parts].filter((part) => part !== undefined).join(' · ')
  const name = bold(clause(task?.name ?? id, MAX_TITLE))
  return rest === '' ? name : md`${name} · ${rest}`
}
