import type { Answer } from '../../core/task/answer.ts'
import { type Messages, titleOf } from '../../core/report/messages.ts'
import { groupOf } from '../../core/report/subtask-counts.ts'
import type { Subtask, SystemTask } from '../../core/task/system-task.ts'

const MAX_NAMED = 3
// What comes and goes, or a fault that all tasks have, is told once in this time.
const SILENCE_MS = 60_000

/** What is known of the tasks of a step, to tell what an answer adds to it. */
export type News = {
  /** Returns what an answer says of its task that was not known before, undefined where that is nothing. */
  readonly of: (id: string, answer: Answer, nowMs: number) => string | undefined
  /** Returns what was last said of a task, in a few words. */
  readonly lastOf: (id: string) => string
}

/** Creates the memory of what was told of each task. */
export function createNews(messages: Pick<Messages, 'fault'>): News {
  const lastTasks = new Map<string, SystemTask>()
  const toldTasks = new Map<string, SystemTask>()
  const missing = new Set<string>()
  const toldAtMs = new Map<string, number>()

  function isNew(essence: readonly unknown[], nowMs: number): boolean {
    const key = JSON.stringify(essence)
    const isOld = nowMs - (toldAtMs.get(key) ?? Number.NEGATIVE_INFINITY) < SILENCE_MS
    if (!isOld) toldAtMs.set(key, nowMs)
    return !isOld
  }

  return {
    of(id, answer, nowMs) {
      switch (answer.kind) {
        case 'task': {
          lastTasks.set(id, answer.task)
          // What was held back is told later, where it still stands then.
          const before = toldTasks.get(id)
          const said = before === undefined ? progress(answer.task) : change(before, answer.task)
          if (said === undefined || !isNew([id, said], nowMs)) return undefined
          toldTasks.set(id, answer.task)
          return said
        }
        case 'not-found':
          if (missing.has(id)) return undefined
          missing.add(id)
          return 'does not exist yet'
        case 'passing':
        case 'final': {
          const { reason, httpStatus, error } = answer.fault
          return isNew([reason, httpStatus, error?.code], nowMs) ? messages.fault(answer.fault) : undefined
        }
      }
    },
    lastOf(id) {
      const task = lastTasks.get(id)
      return task === undefined ? 'without an answer' : progress(task)
    },
  }
}

function progress(task: SystemTask): string {
  return task.subtasks.length === 0 ? task.status : `${task.status}, ${counted(task)}`
}

/** Counts the subtasks of a task that have ended, and those that failed, in words. */
export function counted({ subtasks }: SystemTask): string {
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
