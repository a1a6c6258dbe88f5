import { formatDuration } from '../../core/text/duration.ts'
import type { Messages } from '../../core/report/messages.ts'
import { countFailed, type Report } from '../../core/report/report.ts'
import { totalOf } from '../../core/task/subtask-counts.ts'
import { plainText } from '../../core/text/plain.ts'

// GitHub rejects a longer one: https://docs.github.com/rest/commits/statuses
const MAX_DESCRIPTION = 140

/** Description of a status whose run was killed before there was a verdict. */
export const UNFINISHED_DESCRIPTION = 'The run ended before the wait: the state of the task is unknown'

/** Describes the wait; contains no text of the service. */
export function pendingDescription(taskCount: number): string {
  return `Waiting for ${taskCount === 1 ? 'a DLF system task' : `${String(taskCount)} DLF system tasks`}`
}

/**
 * Describes the result of a wait in at most 140 characters. It contains no text of the service, which could mention people
 * or hold a link.
 */
export function finalDescription(report: Report, messages: Pick<Messages, 'heading'>): string {
  const failed = countFailed(report)
  const all = report.tasks.reduce((sum, { counts }) => sum + totalOf(counts), 0)
  const parts = [
    messages.heading(report),
    ...(failed === 0 ? [] : [`${String(failed)} of ${String(all)} subtasks failed`]),
    ...(report.tasks.length === 0 ? [] : [`after ${formatDuration(report.elapsedMs)}`]),
  ]
  return plainText(parts.join(', '), MAX_DESCRIPTION)
}
