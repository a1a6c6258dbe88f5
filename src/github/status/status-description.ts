import { formatDuration } from '../../core/text/duration.ts'
import type { Messages } from '../../core/report/messages.ts'
import { countFailed, type Report } from '../../core/report/report.ts'
import { plainText } from '../../core/text/plain.ts'

// https://docs.github.com/rest/commits/statuses: GitHub refuses a longer one.
const MAX_DESCRIPTION = 140

/** What a status says that was never closed because its run was killed. */
export const UNFINISHED_DESCRIPTION = 'The run ended before the wait did: the state of the task is not known'

/** Says what is waited for, in our own words and counts. */
export function pendingDescription(taskCount: number): string {
  return `Waiting for ${taskCount === 1 ? 'a DLF system task' : `${String(taskCount)} DLF system tasks`}`
}

/**
 * Says in at most 140 characters how a wait ended, in our own words and counts: a text of the service could mention
 * people or link somewhere.
 */
export function finalDescription(report: Report, messages: Pick<Messages, 'heading'>): string {
  const failed = countFailed(report)
  const all = report.tasks.reduce((count, { subtasks }) => count + subtasks.length, 0)
  const parts = [
    messages.heading(report),
    ...(failed === 0 ? [] : [`${String(failed)} of ${String(all)} subtasks failed`]),
    ...(report.tasks.length === 0 ? [] : [`after ${formatDuration(report.elapsedMs)}`]),
  ]
  return plainText(parts.join(', '), MAX_DESCRIPTION)
}
