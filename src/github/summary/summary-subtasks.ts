import { blocks, bold, fold, type Markdown, md, tableOf, tableRow } from '../../core/text/markdown.ts'
import type { TaskReport } from '../../core/report/report.ts'
import { countsAfter, groupOf, SUBTASK_GROUPS, totalOf } from '../../core/task/subtask-counts.ts'
import type { Subtask } from '../../core/task/system-task.ts'
import { plainText } from '../../core/text/plain.ts'
import {
  bytesOf,
  columnTitle,
  ICONS,
  MAX_CAUSES,
  moment,
  namedCell,
  signed,
  type Style,
} from './summary-style.ts'

// A reader takes in so many rows at a glance; of a longer list only the worst are open.
const MAX_OPEN_ROWS = 15
const MAX_OPEN_WORST = 10
// Twice the longest documented status: a third wide column would not fit beside the others.
const MAX_STATUS = 20

/** The subtasks of one task as a summary shows them. */
export type SubtaskTable = {
  /** Writes one row. */
  readonly row: (subtask: Subtask) => Markdown
  /** Writes the table over the first rows, its rest folded, and how many subtasks have no row. */
  readonly write: (rows: readonly Markdown[]) => Markdown | undefined
  /** How many bytes the table takes without its rows, at most. */
  readonly frameBytes: number
}

/** Creates the table of a task's subtasks; in a red report the successful ones are folded. */
export function createSubtaskTable(report: TaskReport, style: Style): SubtaskTable {
  const { verdict, subtasks, counts } = report
  const { words } = style.messages
  // Most services give no message: an empty column would only take room.
  const withMessages = subtasks.some(({ message }) => message !== undefined)
  const head = headOf(report, withMessages, style)
  const open = openRows(report)
  const all = words.subtaskCounts(counts)
  // A green report says so above the fold.
  const title = verdict === 'SUCCESSFUL' || open === 0 ? undefined : bold(all)
  const foldTitle = open === 0 ? all : words.moreSubtasks(countsAfter(counts, open))
  const missing = (from: number): Markdown => md`⚠️ ${words.subtasksNotShown(countsAfter(counts, from))}`
  const frame = blocks(title, tableOf(head, []), fold(foldTitle, tableOf(head, [])), missing(0))
  return {
    row: (subtask) => subtaskRow(subtask, report, withMessages, style),
    write(rows) {
      if (subtasks.length === 0) return undefined
      const [shown, folded] = [rows.slice(0, open), rows.slice(open)]
      return blocks(
        title,
        shown.length === 0 ? undefined : tableOf(head, shown),
        folded.length === 0 ? undefined : fold(foldTitle, tableOf(head, folded)),
        rows.length === totalOf(counts) ? undefined : missing(rows.length),
      )
    },
    frameBytes: bytesOf(frame),
  }
}

/**
 * Writes the rows of all tables, failed ones first and successful ones last, until no more fit. Rows that are not shown
 * are not written, so that the time is bounded by the budget.
 *
 * @returns the tables with their rows, and whether only rows of successful subtasks are missing, if any
 */
export function fillTables<T extends { readonly task: TaskReport; readonly table: SubtaskTable }>(
  tables: readonly T[],
  budgetBytes: number,
): { readonly filled: readonly (T & { readonly rows: readonly Markdown[] })[]; readonly complete: boolean } {
  const filled = tables.map((each) => ({ ...each, rows: [] as Markdown[] }))
  let left = budgetBytes
  for (const group of SUBTASK_GROUPS) {
    for (const { task, table, rows } of filled) {
      for (;;) {
        const subtask = task.subtasks[rows.length]
        if (subtask === undefined || groupOf(subtask) !== group) break
        const row = table.row(subtask)
        left -= bytesOf(row) + 1
        if (left < 0) return { filled, complete: group === 'SUCCESSFUL' }
        rows.push(row)
      }
    }
  }
  return { filled, complete: true }
}

function headOf(
  { counts }: TaskReport,
  withMessages: boolean,
  { messages }: Style,
): readonly (Markdown | string)[] {
  const { labels, status } = messages.words
  const known = SUBTASK_GROUPS.filter((group) => group !== 'OTHER' && counts[group] > 0)
  const verdict = columnTitle(labels.verdict, known.map(status))
  return [verdict, labels.subtask, ...(withMessages ? [labels.message] : []), labels.lastUpdate]
}

function subtaskRow(subtask: Subtask, { task }: TaskReport, withMessages: boolean, style: Style): Markdown {
  const { status, name, id, lastUpdate } = subtask
  const group = groupOf(subtask)
  const { words } = style.messages
  const message = subtask.message ?? (group === 'FAILED' ? words.noReason : '')
  return tableRow([
    group === 'OTHER'
      ? `${ICONS[group]} ${plainText(status, MAX_STATUS)}`
      : signed(ICONS[group], words.status(group)),
    namedCell(name, id, style.lengths.name),
    ...(withMessages ? [plainText(message, style.lengths.message)] : []),
    shortMoment(lastUpdate, task?.startTime),
  ])
}

function openRows({ verdict, subtasks, counts }: TaskReport): number {
  // A green report is folded as a whole.
  if (verdict === 'SUCCESSFUL') return subtasks.length
  const worst = totalOf(counts) - counts.SUCCESSFUL
  // The headline names them, with their messages.
  const told = verdict === 'FAILED' || verdict === 'WARNING' ? Math.min(counts[verdict], MAX_CAUSES) : 0
  if (told === worst) return 0
  return worst <= MAX_OPEN_ROWS ? worst : MAX_OPEN_WORST
}

// The day takes room, and is shown only if the task started on another one.
function shortMoment(epochMs: number | undefined, startMs: number | undefined): string {
  const [day = '', time = ''] = moment(epochMs)?.split(' ') ?? []
  return moment(startMs)?.startsWith(day) === true ? time : `${day} ${time}`.trim()
}
