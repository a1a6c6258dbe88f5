import type { Answer } from '../core/answer.ts'
import { formatDuration } from '../core/duration.ts'
import { type Messages, titleOf } from '../core/messages.ts'
import { groupOf } from '../core/subtask-counts.ts'
import type { Subtask, SystemTask } from '../core/system-task.ts'
import { verdictOf } from '../core/verdict.ts'
import type { PollEvent, TaskWait, WaitSettings } from '../core/step.ts'
import { subtaskLines } from './subtask-lines.ts'

const HEARTBEAT_MS = 60_000
const MAX_NAMED = 3

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
      readonly credential: { readonly source: string }
    },
  ) => void
  /** One line when something changed, and otherwise a sign of life at most once a minute. */
  readonly onAnswer: (event: PollEvent) => void
  /** One closing line for each task, and its subtasks folded below. */
  readonly onEnd: (wait: TaskWait) => void
}

/** Creates the log of a wait. */
export function createProgressLog(messages: Messages, { info, debug, group }: LogSinks): ProgressLog {
  const lastTasks = new Map<string, SystemTask>()
  const missing = new Set<string>()
  const ended = new Set<string>()
  const toldFaults = new Map<string, number>()
  let taskCount = 1
  let startMs: number | undefined
  let lastLineMs = Number.NEGATIVE_INFINITY

  // A fault that comes and goes, or that all tasks have, is told once a minute.
  function isNewFault(essence: string, nowMs: number): boolean {
    const isNew = nowMs - (toldFaults.get(essence) ?? Number.NEGATIVE_INFINITY) >= HEARTBEAT_MS
    if (isNew) toldFaults.set(essence, nowMs)
    return isNew
  }

  /** Returns what is new, undefined where nothing is. */
  function news(id: string, answer: Answer, nowMs: number): string | undefined {
    switch (answer.kind) {
      case 'task': {
        const before = lastTasks.get(id)
        lastTasks.set(id, answer.task)
        return before === undefined ? progress(answer.task) : change(before, answer.task)
      }
      case 'not-found':
        if (missing.has(id)) return undefined
        missing.add(id)
        return 'does not exist yet'
      case 'passing':
      case 'final': {
        const { reason, httpStatus, error } = answer.fault
        const essence = JSON.stringify([reason, httpStatus, error?.code])
        return isNewFault(essence, nowMs) ? messages.fault(answer.fault) : undefined
      }
    }
  }

  function signOfLife(id: string): string {
    if (taskCount > 1)
      return `Still waiting for ${String(taskCount - ended.size)} of ${String(taskCount)} tasks`
    const task = lastTasks.get(id)
    return `Task ${id}: still ${task === undefined ? 'without an answer' : progress(task)}`
  }

  return {
    onStart({ taskIds, endpoint, credential, timeoutMs, bounds }) {
      taskCount = taskIds.length
      info(`Signing in with ${credential.source}.`)
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
      const said = news(id, answer, nowMs)
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

function progress(task: SystemTask): string {
  return task.subtasks.length === 0 ? task.status : `${task.status}, ${counted(task)}`
}

function counted({ subtasks }: SystemTask): string {
  const failed = subtasks.filter((subtask) => groupOf(subtask) === 'FAILED').length
  const done = `${String(subtasks.filter(hasEnded).length)} of ${String(subtasks.length)} subtasks done`
  return failed === 0 ? done : `${done}, ${String(failed)} failed`
}

function change(before: SystemTask, now: SystemTask): string | undefined {
  const statuses = new Map(before.subtasks.map((subtask) => [keyOf(subtask), subtask.status]))
  const moved = now.subtasks.filter(
    (subtask) => hasEnded(subtask) && statuses.get(keyOf(subtask)) !== subtask.status,
  )
  if (moved.length > 0) return `${progress(now)}: ${nameAll(moved)}`
  return progress(before) === progress(now) ? undefined : progress(now)
}

function nameAll(subtasks: readonly Subtask[]): string {
  const named = subtasks.slice(0, MAX_NAMED).map((subtask) => `${titleOf(subtask)} ${subtask.status}`)
  const rest = subtasks.length - named.length
  return `${named.join(', ')}${rest === 0 ? '' : ` and ${String(rest)} more`}`
}

function keyOf({ id, name }: Subtask): string {
  return JSON.stringify([id, name])
}

// An undocumented status may well mean that the subtask waits for its turn.
function hasEnded(subtask: Subtask): boolean {
  const group = groupOf(subtask)
  return group !== 'RUNNING' && group !== 'OTHER'
}
