import { blocks, code, fold, type Markdown, md, tableOf, tableRow } from '../../core/text/markdown.ts'
import { titleOf } from '../../core/report/sentences.ts'
import type { TaskReport } from '../../core/report/report.ts'
import { SUBTASK_GROUPS } from '../../core/task/subtask-counts.ts'
import { plainText } from '../../core/text/plain.ts'
import {
  columnTitle,
  durationOf,
  type Fact,
  factsTable,
  ICONS,
  namedCell,
  signed,
  type Style,
} from './summary-style.ts'

const MAX_OPEN_TASKS = 20
// Five hundred rows of these lengths leave room for the rest of the summary.
const MAX_NAME = 80
const MAX_MESSAGE = 150

/**
 * Writes a row for each task; the rest of a long list is folded.
 *
 * @param tasks the worst first
 */
export function overviewTable(tasks: readonly TaskReport[], style: Style): Markdown {
  const { labels, moreTasks, status } = style.messages.words
  const words = tasks.map(({ verdict }) => status(verdict))
  const verdict = columnTitle(labels.verdict, words)
  const reasons = tasks.map((task) => reason(task, style))
  const withReasons = reasons.some((each) => each !== '')
  const head = [
    verdict,
    labels.task,
    ...(withReasons ? [labels.message] : []),
    columnTitle(labels.subtasks, []),
    columnTitle(labels.duration, []),
  ]
  const rows = tasks.map((task, index) => overviewRow(task, withReasons ? [reasons[index] ?? ''] : [], style))
  const rest = rows.slice(MAX_OPEN_TASKS)
  return blocks(
    tableOf(head, rows.slice(0, MAX_OPEN_TASKS)),
    rest.length === 0 ? undefined : fold(moreTasks(rest.length), tableOf(head, rest)),
  )
}

/** Writes where the tasks were requested from, folded under the names of the facts. */
export function foldedPlace(style: Style): Markdown | undefined {
  const facts = placeFacts(style)
  return facts.length === 0 ? undefined : fold(facts.map(([label]) => label).join(' · '), factsTable(facts))
}

/** Returns where the tasks were requested from; the endpoint only if there is no region. */
export function placeFacts({ messages, report: { place } }: Style): readonly Fact[] {
  if (place === undefined) return []
  const { labels } = messages.words
  const { project, workspace, region, endpoint } = place
  return [
    [labels.project, code(project)],
    [labels.workspace, workspace === undefined ? labels.defaultWorkspace : code(workspace)],
    region === undefined ? [labels.endpoint, endpoint] : [labels.region, code(region)],
  ]
}

function overviewRow(report: TaskReport, reasons: readonly (Markdown | string)[], style: Style): Markdown {
  const { id, verdict, task } = report
  return tableRow([
    signed(ICONS[verdict], style.messages.words.status(verdict)),
    namedCell(task?.name, id, MAX_NAME),
    ...reasons,
    countsByIcon(report),
    (durationOf(task, style) ?? '').replaceAll(' ', '\u00A0'),
  ])
}

function countsByIcon({ counts }: TaskReport): string {
  return SUBTASK_GROUPS.filter((group) => counts[group] > 0)
    .map((group) => `${ICONS[group]} ${String(counts[group])}`)
    .join(' ')
}

// The first part that went wrong says more than the task's own message, which often only counts such parts.
function reason(report: TaskReport, { messages, report: step }: Style): Markdown | string {
  const { verdict, task, end, subtasks, error } = report
  if (verdict === 'SUCCESSFUL') return ''
  // The verdict says the rest.
  if (end.kind === 'not-found') return plainText(error?.code ?? '', MAX_MESSAGE)
  if (end.kind !== 'answered') return plainText(messages.outcome(report, step), MAX_MESSAGE)
  const [bad] = subtasks
  if (bad?.status !== verdict) return plainText(task?.message ?? '', MAX_MESSAGE)
  const title = plainText(titleOf(bad), MAX_NAME)
  return md`${title}<br>${plainText(bad.message ?? messages.words.noReason, MAX_MESSAGE)}`
}
