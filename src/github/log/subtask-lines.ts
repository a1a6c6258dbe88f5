import { titleOf } from '../../core/report/messages.ts'
import { sortSubtasks } from '../../core/report/subtask-counts.ts'
import type { Subtask } from '../../core/task/system-task.ts'
import { plainText } from '../../core/text/plain.ts'

// A log of thousands of lines loads slowly; outputs and summary hold more.
const MAX_LINES = 200
const MAX_TEXT = 500
// As wide as the longest documented status.
const STATUS_WIDTH = 'SUCCESSFUL'.length

/** Writes a line for each subtask, the failed ones first, and counts what goes beyond 200 lines. */
export function subtaskLines(subtasks: readonly Subtask[]): readonly string[] {
  const lines = sortSubtasks(subtasks).slice(0, MAX_LINES).map(subtaskLine)
  const rest = subtasks.length - lines.length
  return rest === 0 ? lines : [...lines, `and ${String(rest)} more`]
}

function subtaskLine(subtask: Subtask): string {
  const { id, name, status, message } = subtask
  const where = name === '' ? '' : ` (${plainText(id, MAX_TEXT)})`
  const why = message === undefined ? '' : `: ${plainText(message, MAX_TEXT)}`
  return `${plainText(status, MAX_TEXT).padEnd(STATUS_WIDTH)}  ${titleOf(subtask)}${where}${why}`
}
