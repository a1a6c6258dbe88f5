import { blocks, bold, fold, type Markdown, md, tableOf, tableRow } from '../../core/text/markdown.ts'
import type { TaskReport } from '../../core/report/report.ts'
import { countSubtasks, groupOf, SUBTASK_GROUPS } from '../../core/report/subtask-counts.ts'
import type { Subtask } from '../../core/task/system-task.ts'
import { plainText } from '../../core/text/plain.ts'
import { bytesOf, moment, namedCell, signed, type Style, SUBTASK_ICONS } from './summary-style.ts'

// So many rows are seen at a glance; of a longer list only the worst stand open.
const MAX_OPEN_ROWS = 15
const MAX_OPEN_WORST = 10
// Twice the longest documented word: a third wide column would not fit beside the others.
const MAX_STATUS = 20

/** The subtasks of one task as a summary shows them. */
export type SubtaskTable = {
  /** Writes one row. */
  readonly row: (subtask: Subtask) => Markdown
  /** Writes the table over the first rows, its rest folded, with a note of how many subtasks have no row. */
  readonly write: (rows: readonly Markdown[]) => Markdown | undefined
  /** How many bytes the table takes without its rows, at most. */
  readonly frameBytes: number
}

/** Creates the table of a task's subtasks. */
export function createSubtaskTable({ verdict, task, subtasks }: TaskReport, style: Style): SubtaskTable {
  const { words } = style.messages
  const { labels } = words
  // Most services give no message: an empty column would only take room.
  const withMessages = subtasks.some(({ message }) => message !== undefined)
  const columns = [
    'verdict',
    'subtask',
    ...(withMessages ? (['message'] as const) : []),
    'lastUpdate',
  ] as const
  const head = columns.map((column) => labels[column])
  const open = openRows(verdict, subtasks)
  // A green report says so above the fold.
  const title = verdict === 'SUCCESSFUL' ? undefined : bold(words.subtaskCounts(countSubtasks(subtasks)))
  const foldTitle = words.moreSubtasks(countSubtasks(subtasks.slice(open)))
  const missing = (from: number): Markdown =>
    md`⚠️ ${words.subtasksNotShown(countSubtasks(subtasks.slice(from)))}`
  const frame = blocks(title, tableOf(head, []), fold(foldTitle, tableOf(head, [])), missing(0))

  return {
    row({ status, name, id, lastUpdate, message = '' }) {
      const group = groupOf({ status })
      return tableRow([
        group === 'OTHER'
          ? `${SUBTASK_ICONS[group]} ${plainText(status, MAX_STATUS)}`
          : signed(SUBTASK_ICONS[group], words.statuses[group]),
        namedCell(name, id, style.lengths.name),
        ...(withMessages ? [plainText(message, style.lengths.message)] : []),
        shortMoment(lastUpdate, task?.startTime),
      ])
    },
    write(rows) {
      if (subtasks.length === 0) return undefined
      const [shown, folded] = [rows.slice(0, open), rows.slice(open)]
      return blocks(
        title,
        shown.length === 0 ? undefined : tableOf(head, shown),
        folded.length === 0 ? undefined : fold(foldTitle, tableOf(head, folded)),
        rows.length === subtasks.length ? undefined : missing(rows.length),
      )
    },
    frameBytes: bytesOf(frame),
  }
}

/**
 * Writes the rows of all tables in the order in which they are worth most, failed ones first and successful ones last,
 * until no more fit; rows that are not shown are not written, so that the time is bounded by the budget.
 *
 * @returns the tables with their rows, and whether none but successful ones are missing
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

function openRows(verdict: TaskReport['verdict'], subtasks: readonly Subtask[]): number {
  // A green report is folded as a whole.
  if (verdict === 'SUCCESSFUL' || subtasks.length <= MAX_OPEN_ROWS) return subtasks.length
  const worst = subtasks.length - countSubtasks(subtasks).SUCCESSFUL
  return Math.min(MAX_OPEN_WORST, worst)
}

// The day is worth its place only where it is another one than that of the task's start.
function shortMoment(epochMs: number | undefined, startMs: number | undefined): string {
  const [day = '', time = ''] = moment(epochMs)?.split(' ') ?? []
  return moment(startMs)?.startsWith(day) === true ? time : `${day} ${time}`.trim()
}
