import { bold, code, list, type Markdown, md, phrase, table, widened } from '../../core/text/markdown.ts'
import type { Messages } from '../../core/report/messages.ts'
import type { Report } from '../../core/report/report.ts'
import type { SubtaskGroup } from '../../core/task/subtask-counts.ts'
import type { SystemTask } from '../../core/task/system-task.ts'
import { plainText, utf8Length } from '../../core/text/plain.ts'
import type { Verdict } from '../../core/wait/verdict.ts'
import type { DocsLinks } from '../docs-links.ts'

/** Longest texts, in UTF-16 units. */
export type Lengths = { readonly message: number; readonly name: number }

/** How a summary is written. */
export type Style = {
  readonly messages: Messages
  readonly links: DocsLinks
  readonly lengths: Lengths
  /** Whether the step has several tasks. */
  readonly several: boolean
  readonly report: Report
}

/** One row of a table of facts; without a value it is left out. */
export type Fact = readonly [label: string, value: Markdown | string | undefined]

/** The sign of each verdict and of each state of a subtask. */
export const ICONS = {
  FAILED: '❌',
  NOT_FOUND: '❓',
  ERROR: '⛔',
  TIMED_OUT: '⏰',
  CANCELLED: '🛑',
  WARNING: '⚠️',
  RUNNING: '⏳',
  OTHER: '❔',
  SUCCESSFUL: '✅',
} as const satisfies Record<Verdict | SubtaskGroup, string>

/** Most subtasks that the headline of a task names, with their messages. */
export const MAX_CAUSES = 3

const MAX_ID = 100
const HAN = /\p{Script=Han}/u
// In pixels, at the font size of a summary: the sign with its blank, one ideograph, one no-break space.
const SIGN_WIDTH = 24
const HAN_WIDTH = 16
const SPACE_WIDTH = 4.4

/** Writes a name with its id in small print below, so that neither makes a table wide. */
export function namedCell(name: string | undefined, id: string, maxName: number): Markdown {
  const shownId = code(plainText(id, MAX_ID))
  return name === undefined || name === ''
    ? shownId
    : md`${plainText(name, maxName)}<br><sub>${shownId}</sub>`
}

/** Writes a sign and a word that stay on one line. */
export function signed(sign: string, word: string): string {
  return `${sign}\u00A0${word}`
}

/**
 * Makes a column title at least as wide as a sign with one of these words. A line may break between any two ideographs,
 * and nothing that GitHub allows in a cell forbids it; an invisible joiner would stay in a copied text.
 */
export function columnTitle(title: string, words: readonly string[]): Markdown {
  const longest = Math.max(0, ...words.filter((word) => HAN.test(word)).map((word) => word.length))
  const missing = longest === 0 ? 0 : SIGN_WIDTH + (longest - 1) * HAN_WIDTH
  return widened(title, Math.ceil(missing / SPACE_WIDTH))
}

/** Writes a table of the facts that are known. */
export function factsTable(facts: readonly Fact[]): Markdown {
  const [head = [], ...rows] = facts.flatMap(([label, value]) =>
    value === undefined ? [] : [[label, value]],
  )
  return table(head, rows)
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

/** Writes how long a task took by the service's clock; undefined if that is not known. */
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

/** Writes why a step could not start, with its links: one problem as a headline, several as a list. */
export function problemList(problems: readonly string[], maxLength: number, links: DocsLinks): Markdown {
  const texts = problems.map((problem) => problemText(problem, maxLength, links.inMarkdown))
  const [only, ...others] = texts
  return only !== undefined && others.length === 0 ? bold(only) : list(texts)
}

/** Writes a sentence on a problem, by default without links; a request id in it stays as it is, so that it can be copied. */
export function problemText(problem: string, maxLength: number, write = phrase): Markdown {
  const text = plainText(problem, maxLength)
  const [, before, id, after] = /^(.*\brequest )([\w-]{8,64})(?![\w-])(.*)$/.exec(text) ?? []
  return id === undefined ? write(text) : md`${write(before ?? '')}${code(id)}${write(after ?? '')}`
}
