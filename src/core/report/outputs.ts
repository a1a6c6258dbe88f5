import type { ServiceError } from '../task/answer.ts'
import { omitUndefined } from '../task/omit-undefined.ts'
import { failedSubtasks, type Report, type TaskReport } from './report.ts'
import type { Subtask } from '../task/system-task.ts'
import { plainText, utf8Length } from '../text/plain.ts'

/** The values of the action's outputs, by name. */
export type Outputs = Readonly<
  Record<'status' | 'tasks' | 'failed-subtasks' | 'error-code' | 'elapsed-seconds' | 'polls', string>
>

type Entry = Readonly<Record<string, unknown>>

type TaskEntry = {
  readonly id: string
  readonly status: string
  readonly name?: string
  readonly message?: string
  readonly startTime?: number
  readonly endTime?: number
  readonly lastUpdate?: number
  readonly errorCode?: string
  readonly requestId?: string
  readonly polls: number
  readonly subtasks: readonly Subtask[]
  readonly truncated?: true
}

// A longer environment variable keeps the next step's process from starting: Linux allows 128 KiB, the name included.
const MAX_JSON_BYTES = 120 * 1024
const MAX_CUT_TEXT = 200
const TRUNCATED = { truncated: true } as const
const CODE = /^[A-Za-z0-9._-]{1,64}$/

/** Returns the outputs of a step; both JSON values stay valid and are at most 120 KiB of UTF-8. */
export function outputsOf(report: Report): Outputs {
  return {
    status: report.verdict,
    tasks: fitTasks(report.tasks.map(toEntry)),
    'failed-subtasks': fitFailedSubtasks(report),
    'error-code':
      [report, ...report.tasks].map(({ error }) => codeOf(error)).find((code) => code !== undefined) ?? '',
    'elapsed-seconds': String(Math.round(report.elapsedMs / 1000)),
    polls: String(report.polls),
  }
}

function toEntry({ id, verdict, task, error, requestId, polls }: TaskReport): TaskEntry {
  const { name, message = error?.message, startTime, endTime, lastUpdate, subtasks = [] } = task ?? {}
  const times = { startTime, endTime, lastUpdate }
  const known = omitUndefined({ name, message, ...times, errorCode: codeOf(error), requestId })
  return { id, status: verdict, ...known, polls, subtasks }
}

// A code goes into conditions of workflows: one that is not of the usual form is none.
function codeOf(error: ServiceError | undefined): string | undefined {
  return error?.code !== undefined && CODE.test(error.code) ? error.code : undefined
}

// The order in which things go: docs/reference.md, "Outputs".
const REDUCTIONS: readonly ((entries: readonly TaskEntry[], excess: number) => readonly TaskEntry[])[] = [
  (entries, excess) => dropSubtasks(entries, excess, ({ status }) => status !== 'FAILED'),
  (entries) => entries.map(cutTexts),
  (entries, excess) => dropSubtasks(entries, excess, () => true),
  dropDetails,
]

function fitTasks(entries: readonly TaskEntry[]): string {
  let fitted = entries
  for (const reduce of REDUCTIONS) {
    const excess = listBytes(fitted) - MAX_JSON_BYTES
    if (excess <= 0) break
    fitted = reduce(fitted, excess)
  }
  return JSON.stringify(fitted)
}

function fitFailedSubtasks(report: Report): string {
  const entries = failedSubtasks(report).map(({ taskId, id, name, status, message }) => ({
    taskId,
    id,
    name,
    status,
    message,
  }))
  if (listBytes(entries) <= MAX_JSON_BYTES) return JSON.stringify(entries)
  const kept = cutWhileFits(entries, MAX_JSON_BYTES - listBytes([TRUNCATED]))
  return JSON.stringify([...kept, TRUNCATED])
}

function cutWhileFits<T extends Entry>(entries: readonly T[], maxBytes: number): readonly T[] {
  const kept: T[] = []
  let bytes = 0
  for (const whole of entries) {
    const entry = cutStrings(whole)
    bytes += jsonBytes(entry) + 1
    if (bytes > maxBytes) break
    kept.push(entry)
  }
  return kept
}

function dropSubtasks(
  entries: readonly TaskEntry[],
  excess: number,
  mayGo: (subtask: Subtask) => boolean,
): readonly TaskEntry[] {
  let left = excess
  return fromTheEnd(entries, (entry) => {
    if (left <= 0 || !entry.subtasks.some(mayGo)) return entry
    // One byte more than the flag takes: a list that is emptied frees one comma less than is counted below.
    left += entry.truncated ? 1 : jsonBytes(TRUNCATED)
    const subtasks = entry.subtasks.toReversed().filter((subtask) => {
      if (left <= 0 || !mayGo(subtask)) return true
      left -= jsonBytes(subtask) + 1
      return false
    })
    return { ...entry, subtasks: subtasks.toReversed(), ...TRUNCATED }
  })
}

function cutTexts(entry: TaskEntry): TaskEntry {
  const cut = { ...cutStrings(entry), subtasks: entry.subtasks.map(cutStrings) }
  return JSON.stringify(cut) === JSON.stringify(entry) ? entry : { ...cut, ...TRUNCATED }
}

function dropDetails(entries: readonly TaskEntry[], excess: number): readonly TaskEntry[] {
  let left = excess
  return fromTheEnd(entries, (entry) => {
    if (left <= 0) return entry
    const bare: TaskEntry = {
      id: entry.id,
      status: entry.status,
      polls: entry.polls,
      subtasks: [],
      ...TRUNCATED,
    }
    left -= jsonBytes(entry) - jsonBytes(bare)
    return bare
  })
}

function cutStrings<T extends Entry>(entry: T): T {
  const cut = Object.entries(entry).map(([key, value]) => [
    key,
    typeof value === 'string' && value.length > MAX_CUT_TEXT ? plainText(value, MAX_CUT_TEXT) : value,
  ])
  return Object.fromEntries(cut) as T
}

function fromTheEnd<T>(entries: readonly T[], change: (entry: T) => T): readonly T[] {
  return entries.toReversed().map(change).toReversed()
}

// Entry by entry: tasks of many megabytes each are together more than a string can hold.
function listBytes(entries: readonly Entry[]): number {
  return entries.reduce((bytes, entry) => bytes + jsonBytes(entry) + 1, 1)
}

function jsonBytes(value: Entry): number {
  return utf8Length(JSON.stringify(value))
}
