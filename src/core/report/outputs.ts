import type { ServiceError } from '../task/answer.ts'
import { omitUndefined } from '../task/omit-undefined.ts'
import { countFailed, failedSubtasks, type Report, type TaskReport, tasksBySeverity } from './report.ts'
import { totalOf } from '../task/subtask-counts.ts'
import type { Subtask, SystemTask } from '../task/system-task.ts'
import { plainText, utf8Length } from '../text/plain.ts'

/** The values of the action's outputs, by name. */
export type Outputs = Readonly<
  Record<
    'status' | 'tasks' | 'failed-subtasks' | 'error-code' | 'elapsed-seconds' | 'polls' | 'message',
    string
  >
>

type Entry = Readonly<Record<string, unknown>>

/** A task of the output `tasks`. */
type TaskEntry = Omit<SystemTask, 'counts'> & {
  readonly id: string
  readonly errorCode?: string
  readonly requestId?: string
  readonly polls: number
  readonly truncated?: true
}

// A longer environment variable keeps the next step's process from starting: Linux allows 128 KiB, the name included.
const MAX_JSON_BYTES = 120 * 1024
const MAX_CUT_TEXT = 200
const MAX_MESSAGE = 2000
const TRUNCATED = { truncated: true } as const
// `,"truncated":true`
const TRUNCATED_BYTES = 17
const CODE = /^[A-Za-z0-9._-]{1,64}$/

/**
 * Returns the outputs of a step; both JSON values stay valid and are at most 120 KiB of UTF-8.
 *
 * @param message the result of the step in words; cut to one line of 2000 UTF-16 units
 */
export function outputsOf(report: Report, message: string): Outputs {
  return {
    status: report.verdict,
    tasks: JSON.stringify(fitTasks(report)),
    'failed-subtasks': JSON.stringify(fitFailedSubtasks(report)),
    'error-code':
      [report, ...report.tasks].map(({ error }) => codeOf(error)).find((code) => code !== undefined) ?? '',
    'elapsed-seconds': String(Math.round(report.elapsedMs / 1000)),
    polls: String(report.polls),
    message: plainText(message, MAX_MESSAGE),
  }
}

// A code goes into conditions of workflows: any other form is left out.
function codeOf(error: ServiceError | undefined): string | undefined {
  return error?.code !== undefined && CODE.test(error.code) ? error.code : undefined
}

/** An entry that is being filled with subtasks; `isCut` once one of its texts was cut. */
type Draft = {
  readonly task: TaskReport
  readonly details: Omit<TaskEntry, 'subtasks'>
  readonly all: readonly Subtask[]
  readonly kept: Set<number>
  readonly textsOf: (subtask: Subtask) => Subtask
  isCut: boolean
}

// The order of removal: docs/reference.md, "Outputs". No try goes on when the output is full: a step may have a million
// subtasks.
function fitTasks(report: Report): readonly (TaskEntry | undefined)[] {
  const tasks = tasksBySeverity(report)
  const entries = fitWhole(tasks) ?? fitCut(tasks)
  const fitted = new Map(tasks.map((task, index) => [task, entries[index]]))
  return report.tasks.map((task) => fitted.get(task))
}

function fitWhole(tasks: readonly TaskReport[]): readonly TaskEntry[] | undefined {
  const drafts = tasks.map((task) => createDraft(task, (entry) => entry))
  const free = freeWithoutSubtasks(drafts)
  const freeForOthers = free < 0 ? undefined : fill(drafts, free, true)
  if (freeForOthers === undefined) return undefined
  fill(drafts, freeForOthers, false)
  return drafts.map(entryOf)
}

function fitCut(tasks: readonly TaskReport[]): readonly TaskEntry[] {
  const drafts = tasks.map((task) => createDraft(task, cutStrings))
  fill(drafts, freeWithoutSubtasks(drafts), true)
  return fitDetails(drafts.map(entryOf))
}

function fitDetails(entries: readonly TaskEntry[]): readonly TaskEntry[] {
  let free = MAX_JSON_BYTES - listBytes(entries.map(leastOf))
  return entries.map((entry) => {
    const least = leastOf(entry)
    free -= jsonBytes(entry) - jsonBytes(least)
    return free < 0 ? least : entry
  })
}

// Details may be shorter than the mark that they were left out.
function leastOf(entry: TaskEntry): TaskEntry {
  const { id, status, polls } = entry
  const bare = { id, status, polls, subtasks: [], ...TRUNCATED }
  return jsonBytes(bare) < jsonBytes(entry) ? bare : entry
}

function createDraft(task: TaskReport, cut: <T extends Entry>(entry: T) => T): Draft {
  const { id, verdict, error, requestId, polls } = task
  const {
    name,
    message = error?.message,
    startTime,
    endTime,
    lastUpdate,
    subtasks = task.subtasks,
  } = task.task ?? {}
  const texts = { name, message, startTime, endTime, lastUpdate, errorCode: codeOf(error), requestId }
  const whole = { id, status: verdict, ...omitUndefined(texts), polls }
  const details = cut(whole)
  return { task, details, all: subtasks, kept: new Set(), textsOf: cut, isCut: details !== whole }
}

function entryOf({ task, details, all, kept, textsOf, isCut }: Draft): TaskEntry {
  const subtasks = all.filter((_, index) => kept.has(index)).map(textsOf)
  return { ...details, subtasks, ...(isCut || kept.size < totalOf(task.counts) ? TRUNCATED : {}) }
}

/** Adds the failed subtasks or the others until one does not fit; returns the bytes left, undefined if one did not fit. */
function fill(drafts: readonly Draft[], freeBytes: number, failed: boolean): number | undefined {
  let free = freeBytes
  for (const draft of drafts) {
    const { task, all, kept, textsOf } = draft
    const total = totalOf(task.counts)
    for (const [index, subtask] of all.entries()) {
      if ((subtask.status === 'FAILED') !== failed) continue
      const written = textsOf(subtask)
      draft.isCut ||= written !== subtask
      const isWhole = !draft.isCut && kept.size + 1 === total
      free -= jsonBytes(written) + (kept.size > 0 ? 1 : 0) - (isWhole ? TRUNCATED_BYTES : 0)
      if (free < 0) return undefined
      kept.add(index)
    }
  }
  return free
}

// A task with subtasks counts as truncated until it has all of them.
function freeWithoutSubtasks(drafts: readonly Draft[]): number {
  return MAX_JSON_BYTES - listBytes(drafts.map(entryOf))
}

function fitFailedSubtasks(report: Report): readonly Entry[] {
  const whole = takeWhileFit(report, MAX_JSON_BYTES - 1, (entry) => entry)
  if (whole.length === countFailed(report)) return whole
  return [...takeWhileFit(report, MAX_JSON_BYTES - listBytes([TRUNCATED]), cutStrings), TRUNCATED]
}

function takeWhileFit(report: Report, maxBytes: number, cut: (entry: Entry) => Entry): readonly Entry[] {
  const taken: Entry[] = []
  let bytes = 0
  for (const { taskId, id, name, status, message } of failedSubtasks(report)) {
    const entry = cut({ taskId, id, name, status, message })
    bytes += jsonBytes(entry) + 1
    if (bytes > maxBytes) break
    taken.push(entry)
  }
  return taken
}

/** Cuts texts to 200 characters; returns the entry itself if it has no longer one. */
function cutStrings<T extends Entry>(entry: T): T {
  if (!Object.values(entry).some(isLong)) return entry
  const cut = Object.entries(entry).map(([key, value]) => [
    key,
    isLong(value) ? plainText(value, MAX_CUT_TEXT) : value,
  ])
  return Object.fromEntries(cut) as T
}

function isLong(value: unknown): value is string {
  return typeof value === 'string' && value.length > MAX_CUT_TEXT
}

// Stops when the list is too long: the texts of 500 tasks may have gigabytes together.
function listBytes(entries: readonly Entry[]): number {
  let bytes = 1
  for (const entry of entries) {
    bytes += jsonBytes(entry) + 1
    if (bytes > MAX_JSON_BYTES) break
  }
  return bytes
}

function jsonBytes(value: Entry): number {
  return utf8Length(JSON.stringify(value))
}
