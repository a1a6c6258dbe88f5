import * as v from 'valibot'

import { omitUndefined } from './omit-undefined.ts'

/** One step of a system task, for example the import of one job. Times are epoch milliseconds. */
export type Subtask = {
  readonly id: string
  readonly name: string
  /** The service's word: RUNNING, SUCCESSFUL, FAILED, WARNING, or one that is not documented. */
  readonly status: string
  readonly message?: string
  readonly startTime?: number
  readonly endTime?: number
  readonly lastUpdate?: number
}

/** An asynchronous task of the service, as its last answer described it. Times are epoch milliseconds. */
export type SystemTask = {
  readonly id?: string
  readonly name?: string
  /** The service's word: RUNNING, SUCCESSFUL, FAILED, WARNING, or one that is not documented. */
  readonly status: string
  readonly message?: string
  readonly startTime?: number
  readonly endTime?: number
  readonly lastUpdate?: number
  readonly subtasks: readonly Subtask[]
}

const lenientText = v.fallback(
  v.optional(v.union([v.pipe(v.string(), v.nonEmpty()), v.pipe(v.number(), v.transform(String))])),
  undefined,
)

const numericText = v.pipe(v.string(), v.trim(), v.digits(), v.transform(Number))

// 0 stands for "no time" in some answers; 8.64e15 ms is the last moment that a Date can hold (ECMA-262).
const lenientTime = v.fallback(
  v.optional(v.pipe(v.union([v.number(), numericText]), v.safeInteger(), v.minValue(1), v.maxValue(8.64e15))),
  undefined,
)

const fields = {
  id: lenientText,
  name: lenientText,
  status: v.string(),
  message: lenientText,
  startTime: lenientTime,
  endTime: lenientTime,
  lastUpdate: lenientTime,
}

const subtaskShape = v.pipe(
  v.object(fields),
  v.transform((seen): Subtask => ({
    ...omitUndefined(seen),
    id: seen.id ?? '',
    name: seen.name ?? '',
    status: seen.status,
  })),
)

const subtaskList = v.nullish(v.array(subtaskShape), [])

const taskShape = v.pipe(
  v.object({ ...fields, subtasks: subtaskList, subTasks: subtaskList }),
  v.transform(({ subtasks, subTasks, ...seen }): SystemTask => ({
    ...omitUndefined(seen),
    status: seen.status,
    subtasks: mergeLists(subtasks, subTasks),
  })),
)

/**
 * Reads the service's answer leniently: only an object with a string `status`, and subtasks that have one too, are
 * insisted on; any other field may be missing, null, a number or a numeric string. Returns undefined for anything else.
 */
export function parseSystemTask(answer: unknown): SystemTask | undefined {
  const result = v.safeParse(taskShape, answer)
  return result.success ? result.output : undefined
}

// The service spells the list two ways; an answer with both counts both, but not the same entry twice.
function mergeLists(first: readonly Subtask[], second: readonly Subtask[]): readonly Subtask[] {
  if (second.length === 0) return first
  const known = new Set(first.map((subtask) => JSON.stringify(subtask)))
  return [...first, ...second.filter((subtask) => !known.has(JSON.stringify(subtask)))]
}
