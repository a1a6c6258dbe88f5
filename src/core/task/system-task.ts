import * as v from 'valibot'

import { lenientText, lenientTime } from './lenient.ts'
import { omitUndefined } from './omit-undefined.ts'
import { countSubtasks, type HasStatus, sortSubtasks, type SubtaskCounts } from './subtask-counts.ts'

/** The fields that a system task and its subtasks have in common. Times are epoch milliseconds. */
type Progress = {
  /** The service's word: RUNNING, SUCCESSFUL, FAILED, WARNING, or one that is not documented. */
  readonly status: string
  readonly message?: string
  readonly startTime?: number
  readonly endTime?: number
  readonly lastUpdate?: number
}

/** One step of a system task, for example the import of one job. */
export type Subtask = Progress & { readonly id: string; readonly name: string }

/** An asynchronous task of the service, as its latest answer describes it. */
export type SystemTask = Progress & {
  readonly id?: string
  readonly name?: string
  /** All subtasks, or the worst of a long list, in the service's order. */
  readonly subtasks: readonly Subtask[]
  /** How many subtasks the service listed in each state; absent if none was left out. */
  readonly counts?: SubtaskCounts
}

const fields = {
  id: lenientText,
  name: lenientText,
  status: v.string(),
  message: lenientText,
  startTime: lenientTime,
  endTime: lenientTime,
  lastUpdate: lenientTime,
}

const subtaskShape = v.object(fields)

// Reading a list entry by entry takes most of the time, so only the entries that are kept are read.
const subtaskList = v.nullish(v.array(v.custom<HasStatus>(hasStatus)), [])

const taskShape = v.object({ ...fields, subtasks: subtaskList, subTasks: subtaskList })

/**
 * Reads the service's answer leniently: it has to be an object with a string `status`, and so does each subtask. Any
 * other field may be missing, null, a number or a numeric string. Returns undefined for anything else.
 *
 * @param maxSubtasks how many subtasks are kept, the worst of them; the others are only counted
 */
export function parseSystemTask(
  answer: unknown,
  maxSubtasks = Number.POSITIVE_INFINITY,
): SystemTask | undefined {
  const result = v.safeParse(taskShape, answer)
  if (!result.success) return undefined
  const { subtasks, subTasks, ...seen } = result.output
  const all = mergeLists(subtasks, subTasks)
  const kept = worstOf(all, maxSubtasks)
  return {
    ...omitUndefined(seen),
    status: seen.status,
    subtasks: kept.map(readSubtask),
    ...(kept.length < all.length && { counts: countSubtasks(all) }),
  }
}

// No verdict depends on the others: a subtask that failed or has a warning is among the worst.
function worstOf(all: readonly HasStatus[], limit: number): readonly HasStatus[] {
  const worst = new Set(sortSubtasks(all).slice(0, limit))
  return all.filter((entry) => worst.has(entry))
}

function readSubtask(entry: HasStatus): Subtask {
  const seen = v.parse(subtaskShape, entry)
  return { ...omitUndefined(seen), id: seen.id ?? '', name: seen.name ?? '', status: seen.status }
}

function hasStatus(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'status' in entry && typeof entry.status === 'string'
}

// The service spells the list in two ways. An answer may have both, and the same entry counts once.
function mergeLists(first: readonly HasStatus[], second: readonly HasStatus[]): readonly HasStatus[] {
  // Stryker disable next-line ConditionalExpression: it only saves time.
  if (second.length === 0) return first
  const keyOf = (entry: HasStatus): string => JSON.stringify(readSubtask(entry))
  const known = new Set(first.map(keyOf))
  return [...first, ...second.filter((entry) => !known.has(keyOf(entry)))]
}
