import { countsOf, sortSubtasks, totalOf } from '../../core/task/subtask-counts.ts'
import { grouped } from '../../core/text/number.ts'
import { titleOf } from '../../core/report/sentences.ts'
import type { Subtask, SystemTask } from '../../core/task/system-task.ts'
import { plainText } from '../../core/text/plain.ts'

// A log of thousands of lines loads slowly; outputs and summary hold more.
const MAX_LINES = 200
const MAX_TEXT = 500

/** Writes a line for each subtask, the worst first, and counts those beyond 200 lines. */
export function subtaskLines(task: Pick<SystemTask, 'subtasks' | 'counts'>): readonly string[] {
  const lines = sortSubtasks(task.subtasks).slice(0, MAX_LINES).map(subtaskLine)
  const rest = totalOf(countsOf(task)) - lines.length
  return rest === 0 ? lines : [...lines, `And ${grouped(rest)} more`]
}

// A fixed word begins the line: problem matchers of other actions read the log, and must find no compiler's error there.
function subtaskLine(subtask: Subtask): string {
  const { id, name, status, message } = subtask
  const where = name === '' ? '' : ` (${plainText(id, MAX_TEXT)})`
  const why = message === undefined ? '' : `: ${plainText(message, MAX_TEXT)}`
  return `Subtask ${plainText(status, MAX_TEXT).trim()}: ${titleOf(subtask)}${where}${why}`
}
