import type { Verdict } from '../wait/verdict.ts'
import { type Report, type TaskReport, tasksBySeverity } from './report.ts'
import { groupOf, SUBTASK_GROUPS, type SubtaskGroup } from '../task/subtask-counts.ts'
import type { Subtask } from '../task/system-task.ts'
import { plainText } from '../text/plain.ts'

/** Most bars and milestones in a picture. */
export const MAX_ENTRIES = 20

// The table shows fewer subtasks just as well.
const MIN_SUBTASKS = 5
// A longer name does not fit beside its bar.
const MAX_NAME_UNITS = 40
// As narrow as a colon, for addresses; the other characters become full-width ones.
const RATIO = '\u2236'
// A shorter picture shows nothing.
const MIN_SPAN_MS = 1000
// How far clocks may differ. Times further outside of the task would squeeze all others into one line.
const MAX_DRIFT_MS = 60_000
// Mermaid reads years of four digits: this is the last moment of 9999.
const MAX_TIME_MS = 253_402_300_799_999
// Enough to thin out, however many subtasks there are.
const MAX_SAMPLES = 2 * MAX_ENTRIES

// Only colours that are legible in GitHub's light and dark theme: white text on blue or red (WCAG contrast 4.5 or more).
// Mermaid's tags `active` and `done` would write labels beside their bars in a dark colour, in the dark theme too.
const INIT = `%%{init: ${JSON.stringify({
  themeVariables: {
    taskBkgColor: '#0969da',
    taskBorderColor: '#0969da',
    critBkgColor: '#cf222e',
    critBorderColor: '#cf222e',
    taskTextColor: '#ffffff',
  },
})}}%%`

/** The sign before a name, for people who do not see the colour; the lowest rank is left out last. */
type Style = { readonly sign: string; readonly isCritical: boolean; readonly rank: 0 | 1 | 2 }

const STYLES: Readonly<Record<Exclude<Verdict | SubtaskGroup, 'OTHER'>, Style>> = {
  FAILED: { sign: '✗', isCritical: true, rank: 0 },
  NOT_FOUND: { sign: '·', isCritical: false, rank: 1 },
  ERROR: { sign: '·', isCritical: false, rank: 1 },
  TIMED_OUT: { sign: '…', isCritical: false, rank: 1 },
  CANCELLED: { sign: '·', isCritical: false, rank: 1 },
  WARNING: { sign: '!', isCritical: false, rank: 1 },
  RUNNING: { sign: '…', isCritical: false, rank: 1 },
  SUCCESSFUL: { sign: '✓', isCritical: false, rank: 2 },
}
const RANKS = [0, 1, 2] as const

// Grid lines run through the names: more would make them hard to read.
const MAX_TICKS = 6
const UNITS = [
  { name: 'millisecond', ms: 1, steps: [200, 500] },
  { name: 'second', ms: 1000, steps: [1, 2, 5, 10, 15, 30] },
  { name: 'minute', ms: 60_000, steps: [1, 2, 5, 10, 15, 30] },
  { name: 'hour', ms: 3_600_000, steps: [1, 2, 6, 12] },
  { name: 'day', ms: 86_400_000, steps: [1, 2] },
  { name: 'week', ms: 7 * 86_400_000, steps: [1, 2] },
] as const

/** A bar; without an end a milestone. */
type Entry = {
  readonly name: string
  readonly style: Style
  readonly startMs: number
  readonly endMs?: number
}

/**
 * Writes the source of a Mermaid gantt, in UTC: a bar for each task and for each subtask that still runs, and a
 * milestone at the last update of each subtask that has ended. A task that still runs ends when this action stopped
 * waiting. Failed entries are left out last. Undefined unless one task has a start and at least five subtasks.
 *
 * @param title one line, without text of the service
 * @param maxEntries most bars and milestones together, at most 20
 */
export function timeline(report: Report, title: string, maxEntries = MAX_ENTRIES): string | undefined {
  const spans = tasksBySeverity(report).flatMap(spanOf)
  if (!spans.some(({ task }) => task.subtasks.length >= MIN_SUBTASKS)) return undefined
  const entries = chosen(spans.flatMap(entriesOf), maxEntries)
  const start = Math.min(...entries.map(({ startMs }) => startMs))
  const end = Math.max(...entries.map(({ startMs, endMs = startMs }) => endMs))
  if (entries.length < 2 || end - start < MIN_SPAN_MS) return undefined
  return [
    INIT,
    'gantt',
    `  title ${title}`,
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${axisFormat(end - start)}`,
    `  tickInterval ${tickInterval(end - start)}`,
    ...entries.map((entry) => `  ${line(entry)}`),
  ].join('\n')
}

/** Makes a name that Mermaid reads as text: characters of its syntax become look-alikes. */
export function escapeMermaid(text: string): string {
  return cutToWidth(plainText(text, 4 * MAX_NAME_UNITS))
    .replaceAll(':', RATIO)
    .replace(/[!-/;-@\\^`{-~]/g, (character) =>
      /[().,_\-/]/.test(character) ? character : String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    )
}

/** A task with its name and the time that its bar takes. */
type Span = {
  readonly task: TaskReport
  readonly name: string
  readonly startMs: number
  readonly endMs: number
}

function spanOf(task: TaskReport): readonly Span[] {
  const { end, noticedMs } = task
  const { name = task.id, startTime, endTime, lastUpdate } = task.task ?? {}
  const endMs = endTime ?? (end.kind === 'answered' ? lastUpdate : noticedMs)
  const isKnown = isTime(startTime) && isTime(endMs) && endMs >= startTime
  return isKnown ? [{ task, name, startMs: startTime, endMs }] : []
}

function entriesOf(span: Span): readonly Entry[] {
  const { task, name, startMs, endMs } = span
  const bar = { name, style: STYLES[task.verdict], startMs, endMs }
  const parts = sampled(task).flatMap((subtask) => subtaskEntry(subtask, span))
  return [bar, ...parts.toSorted((a, b) => a.startMs - b.startMs)]
}

// Subtasks are sorted by their state: each state has its share.
function sampled({ subtasks, counts }: TaskReport): readonly Subtask[] {
  let first = 0
  return SUBTASK_GROUPS.flatMap((group) => {
    const alike = subtasks.slice(first, first + counts[group])
    first += alike.length
    return thinned(alike, MAX_SAMPLES)
  })
}

function subtaskEntry(subtask: Subtask, { startMs, endMs }: Span): readonly Entry[] {
  const { id, name, startTime, lastUpdate } = subtask
  const group = groupOf(subtask)
  const isRunning = group === 'RUNNING'
  const atMs = isRunning ? (startTime ?? lastUpdate) : lastUpdate
  const isWithin = isTime(atMs) && atMs >= startMs - MAX_DRIFT_MS && atMs <= endMs + MAX_DRIFT_MS
  if (!isWithin || group === 'OTHER') return []
  const entry = { name: name === '' ? id : name, style: STYLES[group], startMs: atMs }
  return [isRunning ? { ...entry, endMs: Math.max(atMs, endMs) } : entry]
}

// The worst first, and bars before milestones; a list that is too long is thinned out evenly.
function chosen(entries: readonly Entry[], maxEntries: number): readonly Entry[] {
  const kept = new Set<Entry>()
  for (const rank of RANKS) {
    for (const isBar of [true, false]) {
      const alike = entries.filter(
        ({ style, endMs }) => style.rank === rank && (endMs !== undefined) === isBar,
      )
      for (const entry of thinned(alike, maxEntries - kept.size)) kept.add(entry)
    }
  }
  return entries.filter((entry) => kept.has(entry))
}

function thinned<T>(all: readonly T[], count: number): readonly T[] {
  const places = new Set(Array.from({ length: count }, (_, index) => Math.ceil((index * all.length) / count)))
  return all.filter((_, index) => places.has(index))
}

function line({ name, style, startMs, endMs }: Entry): string {
  const label = `${style.sign} ${escapeMermaid(name)}`
  const tag = style.isCritical ? 'crit, ' : ''
  return endMs === undefined
    ? `${label} :${tag}milestone, ${time(startMs)}, 0s`
    : `${label} :${tag}${time(startMs)}, ${time(endMs)}`
}

function isTime(ms: number | undefined): ms is number {
  return (ms ?? Number.POSITIVE_INFINITY) <= MAX_TIME_MS
}

// Without a zone, so that every reader sees UTC, as in the tables.
function time(epochMs: number): string {
  return new Date(epochMs).toISOString().replace('T', ' ').replace('Z', '')
}

function cutToWidth(text: string): string {
  let units = 0
  const characters = Array.from(text)
  const end = characters.findIndex((character) => (units += character >= '\u1100' ? 2 : 1) > MAX_NAME_UNITS)
  return end === -1 ? text : `${characters.slice(0, end).join('')}…`
}

function axisFormat(spanMs: number): string {
  if (spanMs < 10_000) return '%H:%M:%S.%L'
  return spanMs < 86_400_000 ? '%H:%M:%S' : '%m-%d %H:%M'
}

function tickInterval(spanMs: number): string {
  const intervals = UNITS.flatMap(({ name, ms, steps }) =>
    steps.map((step) => ({ text: `${String(step)}${name}`, ms: step * ms })),
  )
  return intervals.find(({ ms }) => ms * MAX_TICKS >= spanMs)?.text ?? '1month'
}
