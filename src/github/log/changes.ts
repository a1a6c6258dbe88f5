import type { Answer } from '../../core/task/answer.ts'
import type { Messages } from '../../core/report/messages.ts'
import { titleOf } from '../../core/report/sentences.ts'
import { counted, SUBTASK } from '../../core/report/words-en.ts'
import { groupOf } from '../../core/report/subtask-counts.ts'
import type { Subtask, SystemTask } from '../../core/task/system-task.ts'

const MAX_NAMED = 3
// A state that comes and goes, or a fault that all tasks have, is logged once in this time.
const SILENCE_MS = 60_000

/** What the log has said of each task, to find what an answer changes. */
export type Changes = {
  /** Returns what an answer changes for its task, undefined if that is nothing. */
  readonly findChange: (id: string, answer: Answer, nowMs: number) => string | undefined
  /** Returns the last known state of a task in a few words. */
  readonly lastState: (id: string) => string
}

/** Creates the memory of what the log has said of each task. */
export function createChanges(messages: Pick<Messages, 'fault'>): Changes {
  const lastTasks = new Map<string, SystemTask>()
  const loggedTasks = new Map<string, SystemTask>()
  const missing = new Set<string>()
  const loggedAtMs = new Map<string, number>()

  function isNew(essence: readonly unknown[], nowMs: number): boolean {
    const key = JSON.stringify(essence)
    const isOld = nowMs - (loggedAtMs.get(key) ?? Number.NEGATIVE_INFINITY) < SILENCE_MS
    if (!isOld) loggedAtMs.set(key, nowMs)
    return !isOld
  }

  return {
    findChange(id, answer, nowMs) {
      switch (answer.kind) {
        case 'task': {
          lastTasks.set(id, answer.task)
          // A change that is held back now is logged later, if it still holds then.
          const before = loggedTasks.get(id)
          const said = before === undefined ? progress(answer.task) : change(before, answer.task)
          if (said === undefined || !isNew([id, said], nowMs)) return undefined
          loggedTasks.set(id, answer.task)
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
    lastState(id) {
      const task = lastTasks.get(id)
      return task === undefined ? 'without an answer' : progress(task)
    },
  }
}

function progress(task: SystemTask): string {
  return task.subtasks.length === 0 ? task.status : `${task.status}, ${countEnded(task)}`
}

/** Counts the subtasks of a task that have ended, and those that failed, in words. */
export function countEnded({ subtasks }: SystemTask): string {
  const failed = subtasks.filter((subtask) => groupOf(subtask) === 'FAILED').length
  const done = `${String(subtasks.filter(hasEnded).length)} of ${counted(subtasks.length, SUBTASK)} done`
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

// An undocumented status may mean that the subtask is queued.
function hasEnded(subtask: Subtask): boolean {
  const group = groupOf(subtask)
  return group !== 'RUNNING' && group !== 'OTHER'
}
