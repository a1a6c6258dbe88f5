import { formatDuration } from '../../core/text/duration.ts'
import { plainText } from '../../core/text/plain.ts'
import { titleOf } from '../../core/report/sentences.ts'
import type { Subtask, SystemTask } from '../../core/task/system-task.ts'
import { countsOf, sortSubtasks, totalOf } from '../../core/task/subtask-counts.ts'
import type { PollEvent, TaskWait, WaitSettings } from '../../core/wait/shared.ts'
import { compareSeverity, verdictOf } from '../../core/wait/verdict.ts'
import { counted } from '../../core/report/words-en.ts'
import { grouped } from '../../core/text/number.ts'
import type { Runner } from '../runner.ts'
import { countEnded, createChanges } from './changes.ts'

const HEARTBEAT_MS = 60_000
// A log of thousands of lines loads slowly; outputs and summary hold more.
const MAX_LINES = 200
const MAX_TEXT = 500

/** Writes lines for a person who watches. */
export type ProgressLog = {
  /** Says which credential is used, before anything is sent. */
  readonly onSignIn: (inputs: { readonly credential: { readonly used: { readonly from: string } } }) => void
  /** Names the tasks of the wait, once signing in has succeeded. */
  readonly onStart: (
    wait: WaitSettings & { readonly taskIds: readonly string[]; readonly endpoint: string },
  ) => void
  /** One line when something changed, and otherwise a sign of life at most once a minute. */
  readonly onAnswer: (event: PollEvent) => void
  /** One closing line for each task; after the last one the subtasks of all, folded, the worst task first. */
  readonly onEnd: (wait: TaskWait) => void
}

/** Creates the log of a wait. */
export function createProgressLog(runner: Pick<Runner, 'info' | 'debug' | 'group'>): ProgressLog {
  const { info, debug, group } = runner
  const changes = createChanges()
  const ended: TaskWait[] = []
  let taskCount = 1
  let startMs: number | undefined
  let lastLineMs = Number.NEGATIVE_INFINITY

  function signOfLife(id: string): string {
    if (taskCount > 1) {
      return `Still waiting for ${String(taskCount - ended.length)} of ${counted(taskCount, 'task')}`
    }
    return `Task ${id}: still ${changes.lastState(id)}`
  }

  return {
    onSignIn({ credential }) {
      info(`Signing in with ${credential.used.from}.`)
    },
    onStart(wait) {
      taskCount = wait.taskIds.length
      info(startLine(wait))
    },
    onAnswer({ id, answer, decision, nowMs, limits }) {
      startMs = limits.startMs
      if (answer.kind === 'task' && answer.task.id !== undefined && answer.task.id !== id) {
        debug(`The answer for task ${id} names the task ${answer.task.id}.`)
      }
      if ('end' in decision) return
      const change = changes.findChange(id, answer, nowMs)
      if (change === undefined && nowMs - lastLineMs < HEARTBEAT_MS) return
      lastLineMs = nowMs
      const times = `${formatDuration(nowMs - limits.startMs)} elapsed, ${formatDuration(limits.deadlineMs - nowMs)} left`
      const line = change === undefined ? signOfLife(id) : `Task ${id}: ${change}`
      info(`${line} (${times}, next poll in ${formatDuration(decision.pauseMs)})`)
    },
    onEnd(wait) {
      ended.push(wait)
      info(closingLine(wait, startMs))
      if (ended.length < taskCount) return
      for (const { id, task } of ended.toSorted((a, b) =>
        compareSeverity(verdictOf(a.end), verdictOf(b.end)),
      )) {
        if (task === undefined || task.subtasks.length === 0) continue
        group(`Subtasks of task ${id} (${grouped(totalOf(countsOf(task)))})`, subtaskLines(task))
      }
    },
  }
}

function startLine({ taskIds, endpoint, timeoutMs, bounds }: Parameters<ProgressLog['onStart']>[0]): string {
  const what = taskIds.length === 1 ? `task ${taskIds.join()}` : counted(taskIds.length, 'task')
  if (timeoutMs === 0) return `Checking ${what} once at ${endpoint}.`
  const pauses = `pauses of ${formatDuration(bounds.minMs)} to ${formatDuration(bounds.maxMs)}`
  return `Waiting for ${what} at ${endpoint}: at most ${formatDuration(timeoutMs)}, with ${pauses}.`
}

function closingLine({ id, end, task, polls, endedMs }: TaskWait, startMs: number | undefined): string {
  const verdict = `Task ${id}: ${verdictOf(end)}`
  if (polls === 0) return `${verdict} (no poll sent).`
  const time = startMs === undefined ? '' : `${formatDuration(endedMs - startMs)} and `
  const counts = task === undefined || task.subtasks.length === 0 ? '' : `: ${countEnded(task)}`
  return `${verdict} after ${time}${counted(polls, 'poll')}${counts}.`
}

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
