import * as v from 'valibot'

import { lenientText, lenientTime } from './lenient.ts'
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

/** An asynchronous task of the service, as its latest answer describes it. Times are epoch milliseconds. */
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
 * Reads the service's answer leniently: it has to be an object with a string `status`, and so does each subtask. Any
 * other field may be missing, null, a number or a numeric string. Returns undefined for anything else.
 */
export function parseSystemTask(answer: unknown): SystemTask | undefined {
  const result = v.safeParse(taskShape, answer)
  return result.success ? result.output : undefined
}

// The service spells the list in two ways. An answer may have both, and the same entry counts once.
function mergeLists(first: readonly Subtask[], second: readonly Subtask[]): readonly Subtask[] {
  if (second.length === 0) return first
  const known = new Set(first.map((subtask) => JSON.stringify(subtask)))
  return [...first, ...second.filter((subtask) => !known.has(JSON.stringify(subtask)))]
}
