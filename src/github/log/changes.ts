import type { Answer } from '../../core/task/answer.ts'
import { messages } from '../../core/report/messages.ts'
import { titleOf } from '../../core/report/sentences.ts'
import { counted } from '../../core/report/words-en.ts'
import { grouped } from '../../core/text/number.ts'
import { countsOf, totalOf } from '../../core/task/subtask-counts.ts'
import type { Subtask, SystemTask } from '../../core/task/system-task.ts'

const MAX_NAMED = 3
// An undocumented status may mean that the subtask is queued.
const ENDED: ReadonlySet<string> = new Set(['FAILED', 'WARNING', 'SUCCESSFUL'])
// A state that comes and goes, or a fault that all tasks have, is logged once in this time.
const SILENCE_MS = 60_000

/** The states that the log has named, to find the change that an answer brings. It keeps no answer. */
export type Changes = {
  /** Returns what an answer changes for its task, undefined if that is nothing. */
  readonly findChange: (id: string, answer: Answer, nowMs: number) => string | undefined
  /** Returns the last known state of a task in a few words. */
  readonly lastState: (id: string) => string
}

/** The state of a task that the log has named: in words, and the status of each subtask that had ended. */
type Logged = { readonly progress: string; readonly statuses: ReadonlyMap<string, string> }

/** Creates the memory of the states that the log has named. */
export function createChanges(): Changes {
  const last = new Map<string, string>()
  const logged = new Map<string, Logged>()
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
          const now = progress(answer.task)
          last.set(id, now)
          // A change that is held back now is logged later, if it still holds then.
          const before = logged.get(id)
          const said = before === undefined ? now : change(before, answer.task, now)
          if (said === undefined || !isNew([id, said], nowMs)) return undefined
          logged.set(id, { progress: now, statuses: statusesIn(answer.task) })
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
    lastState: (id) => last.get(id) ?? 'without an answer',
  }
}

function progress(task: SystemTask): string {
  return task.subtasks.length === 0 ? task.status : `${task.status}, ${countEnded(task)}`
}

/** Counts the subtasks of a task that have ended, and those that failed, in words. */
export function countEnded(task: SystemTask): string {
  const counts = countsOf(task)
  const ended = counts.FAILED + counts.WARNING + counts.SUCCESSFUL
  const done = `${grouped(ended)} of ${counted(totalOf(counts), 'subtask')} done`
  return counts.FAILED === 0 ? done : `${done}, ${grouped(counts.FAILED)} failed`
}

function change(before: Logged, task: SystemTask, now: string): string | undefined {
  const moved = endedIn(task).filter((subtask) => before.statuses.get(keyOf(subtask)) !== subtask.status)
  if (moved.length > 0) return `${now}: ${nameAll(moved)}`
  return before.progress === now ? undefined : now
}

function nameAll(subtasks: readonly Subtask[]): string {
  const named = subtasks.slice(0, MAX_NAMED).map((subtask) => `${titleOf(subtask)} ${subtask.status}`)
  const rest = subtasks.length - named.length
  return `${named.join(', ')}${rest === 0 ? '' : ` and ${grouped(rest)} more`}`
}

function keyOf({ id, name }: Subtask): string {
  return JSON.stringify([id, name])
}

function statusesIn(task: SystemTask): Logged['statuses'] {
  return new Map(endedIn(task).map((subtask) => [keyOf(subtask), subtask.status]))
}

// A list that was shortened does not tell which of its subtasks have ended since.
function endedIn({ subtasks, counts }: SystemTask): readonly Subtask[] {
  return counts === undefined ? subtasks.filter((subtask) => ENDED.has(subtask.status)) : []
}
