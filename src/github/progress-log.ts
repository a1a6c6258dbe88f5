import type { Answer } from '../core/answer.ts'
import { formatDuration } from '../core/duration.ts'
import type { Messages } from '../core/messages.ts'
import type { SystemTask } from '../core/system-task.ts'
import { verdictOf } from '../core/verdict.ts'
import type { PollEvent, TaskWait, WaitSettings } from '../core/waiter.ts'

const HEARTBEAT_MS = 60_000
// An undocumented status may well mean that the subtask waits for its turn.
const ENDED = ['SUCCESSFUL', 'FAILED', 'WARNING']

/** Writes lines for a person who watches. */
export type ProgressLog = {
  readonly onStart: (
    wait: WaitSettings & {
      readonly taskIds: readonly string[]
      readonly endpoint: string
      readonly credential: { readonly source: string }
    },
  ) => void
  /** One line when something changed, and otherwise a sign of life at most once a minute. */
  readonly onAnswer: (event: PollEvent) => void
  /** One closing line for each task. */
  readonly onEnd: (wait: TaskWait) => void
}

/** Creates the log of a wait over two sinks of lines. */
export function createProgressLog(
  messages: Messages,
  { info, debug }: { readonly info: (line: string) => void; readonly debug: (line: string) => void },
): ProgressLog {
  const lastNews = new Map<string, string>()
  let lastLineMs = Number.NEGATIVE_INFINITY

  return {
    onStart({ taskIds, endpoint, credential, timeoutMs, bounds }) {
      info(`Signing in with ${credential.source}.`)
      const what = taskIds.length === 1 ? `task ${taskIds.join()}` : `${String(taskIds.length)} tasks`
      const pause = `pauses of ${formatDuration(bounds.minMs)} to ${formatDuration(bounds.maxMs)}`
      info(`Waiting for ${what} at ${endpoint}: at most ${formatDuration(timeoutMs)}, with ${pause}.`)
    },
    onAnswer({ id, answer, decision, nowMs, limits }) {
      if (answer.kind === 'task' && answer.task.id !== undefined && answer.task.id !== id) {
        debug(`The answer for task ${id} names the task ${answer.task.id}.`)
      }
      if ('end' in decision) return
      const said = describe(answer, messages)
      const news = essence(answer)
      if (lastNews.get(id) === news && nowMs - lastLineMs < HEARTBEAT_MS) return
      lastNews.set(id, news)
      lastLineMs = nowMs
      const times = `${formatDuration(nowMs - limits.startMs)} elapsed, ${formatDuration(limits.deadlineMs - nowMs)} left`
      info(`Task ${id}: ${said} (${times}, next poll in ${formatDuration(decision.pauseMs)})`)
    },
    onEnd({ id, end, polls }) {
      info(`Task ${id}: ${verdictOf(end)} after ${String(polls)} ${polls === 1 ? 'poll' : 'polls'}.`)
    },
  }
}

function describe(answer: Answer, messages: Messages): string {
  switch (answer.kind) {
    case 'task':
      return describeTask(answer.task)
    case 'not-found':
      return 'does not exist yet'
    case 'passing':
    case 'final':
      return messages.fault(answer.fault)
  }
}

// What makes an answer another one. A request id is new with each attempt, and a message may hold a time.
function essence(answer: Answer): string {
  switch (answer.kind) {
    case 'task':
      return describeTask(answer.task)
    case 'not-found':
      return answer.kind
    case 'passing':
    case 'final': {
      const { reason, httpStatus, error } = answer.fault
      return JSON.stringify([reason, httpStatus, error?.code])
    }
  }
}

function describeTask({ status, subtasks }: SystemTask): string {
  if (subtasks.length === 0) return status
  const ended = subtasks.filter((subtask) => ENDED.includes(subtask.status))
  const failed = subtasks.filter((subtask) => subtask.status === 'FAILED')
  const done = `${status}, ${String(ended.length)} of ${String(subtasks.length)} subtasks done`
  return failed.length === 0 ? done : `${done}, ${String(failed.length)} failed`
}
