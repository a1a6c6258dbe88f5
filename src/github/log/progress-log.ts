import { formatDuration } from '../../core/text/duration.ts'
import type { Messages } from '../../core/report/messages.ts'
import type { PollEvent, TaskWait, WaitSettings } from '../../core/wait/shared.ts'
import { verdictOf } from '../../core/wait/verdict.ts'
import { counted, createNews } from './changes.ts'
import { subtaskLines } from './subtask-lines.ts'

const HEARTBEAT_MS = 60_000

/** Where the log goes. */
export type LogSinks = {
  readonly info: (line: string) => void
  readonly debug: (line: string) => void
  /** Writes lines that are folded under a title. */
  readonly group: (title: string, lines: readonly string[]) => void
}

/** Writes lines for a person who watches. */
export type ProgressLog = {
  readonly onStart: (
    wait: WaitSettings & {
      readonly taskIds: readonly string[]
      readonly endpoint: string
      readonly credential: { readonly used: { readonly from: string } }
    },
  ) => void
  /** One line when something changed, and otherwise a sign of life at most once a minute. */
  readonly onAnswer: (event: PollEvent) => void
  /** One closing line for each task, and its subtasks folded below. */
  readonly onEnd: (wait: TaskWait) => void
}

/** Creates the log of a wait. */
export function createProgressLog(messages: Messages, { info, debug, group }: LogSinks): ProgressLog {
  const news = createNews(messages)
  const ended = new Set<string>()
  let taskCount = 1
  let startMs: number | undefined
  let lastLineMs = Number.NEGATIVE_INFINITY

  function signOfLife(id: string): string {
    if (taskCount > 1)
      return `Still waiting for ${String(taskCount - ended.size)} of ${String(taskCount)} tasks`
    return `Task ${id}: still ${news.lastOf(id)}`
  }

  return {
    onStart({ taskIds, endpoint, credential, timeoutMs, bounds }) {
      taskCount = taskIds.length
      info(`Signing in with ${credential.used.from}.`)
      const what = taskIds.length === 1 ? `task ${taskIds.join()}` : `${String(taskIds.length)} tasks`
      const pause = `pauses of ${formatDuration(bounds.minMs)} to ${formatDuration(bounds.maxMs)}`
      info(`Waiting for ${what} at ${endpoint}: at most ${formatDuration(timeoutMs)}, with ${pause}.`)
    },
    onAnswer({ id, answer, decision, nowMs, limits }) {
      startMs = limits.startMs
      if (answer.kind === 'task' && answer.task.id !== undefined && answer.task.id !== id) {
        debug(`The answer for task ${id} names the task ${answer.task.id}.`)
      }
      if ('end' in decision) return
      const said = news.of(id, answer, nowMs)
      if (said === undefined && nowMs - lastLineMs < HEARTBEAT_MS) return
      lastLineMs = nowMs
      const times = `${formatDuration(nowMs - limits.startMs)} elapsed, ${formatDuration(limits.deadlineMs - nowMs)} left`
      const line = said === undefined ? signOfLife(id) : `Task ${id}: ${said}`
      info(`${line} (${times}, next poll in ${formatDuration(decision.pauseMs)})`)
    },
    onEnd({ id, end, task, polls, endedMs }) {
      ended.add(id)
      const time = startMs === undefined ? '' : `${formatDuration(endedMs - startMs)} and `
      const counts = task === undefined || task.subtasks.length === 0 ? '' : `: ${counted(task)}`
      info(
        `Task ${id}: ${verdictOf(end)} after ${time}${String(polls)} ${polls === 1 ? 'poll' : 'polls'}${counts}.`,
      )
      if (task === undefined || task.subtasks.length === 0) return
      group(`Subtasks of task ${id} (${String(task.subtasks.length)})`, subtaskLines(task.subtasks))
    },
  }
}
