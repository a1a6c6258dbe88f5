import { code, type Markdown, md } from '../../core/text/markdown.ts'
import type { Messages } from '../../core/report/messages.ts'
import type { Report } from '../../core/report/report.ts'
import type { SubtaskGroup } from '../../core/report/subtask-counts.ts'
import type { SystemTask } from '../../core/task/system-task.ts'
import { plainText, utf8Length } from '../../core/text/plain.ts'
import type { Verdict } from '../../core/wait/verdict.ts'

/** Longest texts in UTF-16 units. */
export type Lengths = { readonly message: number; readonly name: number }

/** How a summary is written: in which words, how long its texts may be, and whether there are several tasks. */
export type Style = {
  readonly messages: Messages
  readonly lengths: Lengths
  readonly several: boolean
  /** The report that the texts speak of. */
  readonly report: Report
}

/** One row of a table of facts; absent where the value is. */
export type Fact = readonly [label: string, value: Markdown | string | undefined]

/** Sign of each verdict, the worst first. */
export const VERDICT_ICONS = {
  FAILED: '❌',
  NOT_FOUND: '❓',
  ERROR: '⛔',
  TIMED_OUT: '⏰',
  CANCELLED: '🛑',
  WARNING: '⚠️',
  SUCCESSFUL: '✅',
} as const satisfies Record<Verdict, string>

/** Sign of each state of a subtask. */
export const SUBTASK_ICONS = {
  FAILED: '❌',
  WARNING: '⚠️',
  RUNNING: '⏳',
  OTHER: '❔',
  SUCCESSFUL: '✅',
} as const satisfies Record<SubtaskGroup, string>

const MAX_ID = 100

/** Writes a name with its id in small print below, so that neither makes a table wide. */
export function namedCell(name: string | undefined, id: string, maxName: number): Markdown {
  const small = md`<sub>${code(plainText(id, MAX_ID))}</sub>`
  return name === undefined || name === '' ? small : md`${plainText(name, maxName)}<br>${small}`
}

/** Writes a sign with a word of ours beside it, on one line however narrow the column is. */
export function signed(sign: string, word: string): string {
  // Between ideographs a line may break anywhere, unless an invisible word joiner forbids it.
  return `${sign}\u00A0${word.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\u2060')}`
}

/** Returns the facts that are known, ready for a table. */
export function knownFacts(facts: readonly Fact[]): readonly (readonly (Markdown | string)[])[] {
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]))
}

/** Writes a moment in epoch milliseconds, in UTC. */
export function moment(epochMs: number | undefined): string | undefined {
  return epochMs === undefined
    ? undefined
    : new Date(epochMs)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC')
}

/** Writes how long a task took by the service's clock; undefined where that is not known. */
export function durationOf(task: SystemTask | undefined, { messages }: Style): string | undefined {
  const { startTime, endTime } = task ?? {}
  return startTime === undefined || endTime === undefined || endTime < startTime
    ? undefined
    : messages.words.duration(endTime - startTime)
}

/** Counts the bytes of Markdown in UTF-8. */
export function bytesOf({ markdown }: Markdown): number {
  return utf8Length(markdown)
}

/** Writes a sentence on a problem; a request id in it stays clean, so that it can be copied and looked up. */
export function problemText(problem: string, maxLength: number): Markdown {
  const text = plainText(problem, maxLength)
  const [, before, id, after] = /^(.*\brequest) ([\w-]{8,64})(?![\w-])(.*)$/.exec(text) ?? []
  return id === undefined ? md`${text}` : md`${before} ${code(id)}${after}`
}
