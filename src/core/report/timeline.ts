import type { Report, TaskReport } from './report.ts'
import type { Subtask } from '../task/system-task.ts'
import { plainText } from '../text/plain.ts'

/** How many bars and milestones a picture holds at most. */
export const MAX_ENTRIES = 30

// More than this a picture can't show beside a bar.
const MAX_NAME_UNITS = 40
// Less than this is nothing to look at.
const MIN_SPAN_MS = 1000
// A subtask's time that is further from its task's start than this can't be trusted, and would squeeze all others into one line.
const MAX_DISTANCE_MS = 7 * 86_400_000
// The picture's library reads years of four digits: this is the last moment of 9999.
const MAX_TIME_MS = 253_402_300_799_999

type Style = { readonly sign: string; readonly tag: string; readonly rank: number }

// Colours by Mermaid's own tags, signs for those who see no colours.
const STYLES: ReadonlyMap<string, Style> = new Map([
  ['FAILED', { sign: '✗', tag: 'crit, ', rank: 0 }],
  ['WARNING', { sign: '!', tag: 'active, ', rank: 1 }],
  ['SUCCESSFUL', { sign: '✓', tag: 'done, ', rank: 2 }],
])
const OTHER_STYLE: Style = { sign: '·', tag: '', rank: 1 }

type Entry = {
  readonly name: string
  readonly status: string
  readonly startMs: number
  /** Absent for a milestone. */
  readonly endMs?: number
}

/**
 * Writes the source of a Mermaid gantt of what is known: a bar for each task with a start and an end, and a milestone at
 * the last update of each subtask that has ended, in UTC. Failed ones are the last to be left out. Undefined where there
 * is nothing to see.
 *
 * @param title words of ours, of one line
 * @param maxEntries most bars and milestones together, at most 30
 */
export function timeline(report: Report, title: string, maxEntries = MAX_ENTRIES): string | undefined {
  const entries = chosen(report.tasks.flatMap(entriesOf), maxEntries)
  const start = Math.min(...entries.map(({ startMs }) => startMs))
  const end = Math.max(...entries.map(({ startMs, endMs = startMs }) => endMs))
  if (entries.length < 2 || end - start < MIN_SPAN_MS) return undefined
  return [
    'gantt',
    `  title ${title}`,
    '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
    `  axisFormat ${axisFormat(end - start)}`,
    ...entries.map((entry) => `  ${line(entry)}`),
  ].join('\n')
}

/** Makes a name that Mermaid takes for nothing but text: what has a meaning to it gets the look-alike of full width. */
export function escapeMermaid(text: string): string {
  return cutToWidth(plainText(text, 4 * MAX_NAME_UNITS)).replace(/[!-/:-@\\^`{-~]/g, (character) =>
    /[().,_\-/]/.test(character) ? character : String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  )
}

function entriesOf({ id, task, verdict, subtasks }: TaskReport): readonly Entry[] {
  if (task === undefined) return []
  const { name = id, startTime, endTime } = task
  const ended = subtasks
    .flatMap((subtask) => milestone(subtask, startTime))
    .toSorted((a, b) => a.startMs - b.startMs)
  if (!isTime(startTime) || !isTime(endTime) || endTime < startTime) return ended
  return [{ name, status: verdict, startMs: startTime, endMs: endTime }, ...ended]
}

function milestone(
  { id, name, status, lastUpdate }: Subtask,
  startTime: number | undefined,
): readonly Entry[] {
  if (!STYLES.has(status) || !isTime(lastUpdate)) return []
  if (Math.abs(lastUpdate - (startTime ?? lastUpdate)) > MAX_DISTANCE_MS) return []
  return [{ name: name === '' ? id : name, status, startMs: lastUpdate }]
}

// The failed ones first, bars before milestones; what there is too much of is thinned out evenly.
function chosen(entries: readonly Entry[], maxEntries: number): readonly Entry[] {
  const kept = new Set<Entry>()
  for (const rank of [0, 1, 2, 3, 4, 5]) {
    const alike = entries.filter((entry) => rankOf(entry) === rank)
    for (const entry of thinned(alike, maxEntries - kept.size)) kept.add(entry)
  }
  return entries.filter((entry) => kept.has(entry))
}

function rankOf(entry: Entry): number {
  return styleOf(entry).rank * 2 + (entry.endMs === undefined ? 1 : 0)
}

function thinned(entries: readonly Entry[], count: number): readonly Entry[] {
  const step = (index: number): number => Math.floor((index * count) / entries.length)
  return entries.filter((_, index) => step(index) > step(index - 1))
}

function line(entry: Entry): string {
  const { sign, tag } = styleOf(entry)
  const name = `${sign} ${escapeMermaid(entry.name)}`
  return entry.endMs === undefined
    ? `${name} :${tag}milestone, ${time(entry.startMs)}, 0s`
    : `${name} :${tag}${time(entry.startMs)}, ${time(entry.endMs)}`
}

function styleOf({ status }: Entry): Style {
  return STYLES.get(status) ?? OTHER_STYLE
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
