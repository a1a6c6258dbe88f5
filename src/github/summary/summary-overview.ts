import { code, fold, blocks, type Markdown, table, tableOf, tableRow } from '../../core/text/markdown.ts'
import { titleOf } from '../../core/report/messages.ts'
import { type Place, type TaskReport, tasksBySeverity } from '../../core/report/report.ts'
import { errorText } from '../../core/task/error-text.ts'
import { countSubtasks, SUBTASK_GROUPS } from '../../core/report/subtask-counts.ts'
import { plainText } from '../../core/text/plain.ts'
import {
  durationOf,
  type Fact,
  knownFacts,
  namedCell,
  signed,
  type Style,
  SUBTASK_ICONS,
  VERDICT_ICONS,
} from './summary-style.ts'

const MAX_OPEN_TASKS = 20
// Five hundred rows of these lengths leave room for the rest of the summary, whatever they hold.
const MAX_NAME = 80
const MAX_MESSAGE = 150

/** Writes a row for each task, the worst first; the rest of a long list is folded. */
export function overviewTable(tasks: readonly TaskReport[], style: Style): Markdown {
  const { labels, moreTasks } = style.messages.words
  const head = [labels.verdict, labels.task, labels.message, labels.subtasks, labels.duration]
  const rows = tasksBySeverity({ tasks }).map((task) => overviewRow(task, style))
  const rest = rows.slice(MAX_OPEN_TASKS)
  return blocks(
    tableOf(head, rows.slice(0, MAX_OPEN_TASKS)),
    rest.length === 0 ? undefined : fold(moreTasks(rest.length), tableOf(head, rest)),
  )
}

/** Writes where the tasks were asked for. */
export function placeTable(place: Place | undefined, style: Style): Markdown | undefined {
  const [first, ...rest] = knownFacts(placeFacts(place, style))
  return first === undefined ? undefined : table(first, rest)
}

/** Returns where the tasks were asked for; the endpoint only where no region tells it. */
export function placeFacts(place: Place | undefined, { messages }: Style): readonly Fact[] {
  if (place === undefined) return []
  const { labels } = messages.words
  const { project, workspace, region, endpoint } = place
  return [
    [labels.project, code(project)],
    [labels.workspace, workspace === undefined ? labels.defaultWorkspace : code(workspace)],
    region === undefined ? [labels.endpoint, endpoint] : [labels.region, code(region)],
  ]
}

function overviewRow(report: TaskReport, style: Style): Markdown {
  const { id, verdict, task, subtasks } = report
  return tableRow([
    signed(VERDICT_ICONS[verdict], style.messages.words.verdicts[verdict]),
    namedCell(task?.name, id, MAX_NAME),
    plainText(reason(report), MAX_MESSAGE),
    countsByIcon(subtasks),
    durationOf(task, style) ?? '',
  ])
}

function countsByIcon(subtasks: TaskReport['subtasks']): string {
  const counts = countSubtasks(subtasks)
  return SUBTASK_GROUPS.filter((group) => counts[group] > 0)
    .map((group) => `${SUBTASK_ICONS[group]} ${String(counts[group])}`)
    .join(' ')
}

function reason({ verdict, task, error, subtasks }: TaskReport): string {
  const [bad] = subtasks
  const inSubtask =
    bad?.status === verdict && verdict !== 'SUCCESSFUL' ? (bad.message ?? titleOf(bad)) : undefined
  return task?.message ?? inSubtask ?? errorText(error)
}
