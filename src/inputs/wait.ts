import { type ConnectionInputs, readConnection } from './connection.ts'
import { SetupError } from './setup-error.ts'
import { type Language, LANGUAGES } from '../core/report/messages.ts'
import type { PollBounds } from '../core/wait/pauses.ts'
import { ID } from '../core/text/id.ts'
import { plainText } from '../core/text/plain.ts'
import {
  createInputReader,
  durationBetween,
  ID_WORDS,
  type InputReader,
  MAX_SHOWN,
  oneOf,
  parseBoolean,
  type Parsed,
} from './reader.ts'
import { readStatusInputs } from './status.ts'

/** The checked inputs of a wait; durations in milliseconds. */
export type Inputs = ConnectionInputs & {
  readonly taskIds: readonly string[]
  readonly timeoutMs: number
  readonly bounds: PollBounds
  readonly notFoundGraceMs: number
  readonly failOnWarning: boolean
  readonly failFast: boolean
  /** Undefined if no commit status is wanted. */
  readonly commitStatus: ReturnType<typeof readStatusInputs>
}

const DAY_MS = 86_400_000
const MAX_TASKS = 500
const DEFAULT_TIMEOUT_MS = 1_800_000
const DEFAULT_BOUNDS: PollBounds = { minMs: 1000, maxMs: 10_000 }

const ROWS = {
  taskIds: { name: 'task-id', parse: parseTaskIds },
  timeout: { name: 'timeout', parse: durationBetween(0, DAY_MS, 'at most 24h') },
  minPollInterval: { name: 'min-poll-interval', parse: durationBetween(100, DAY_MS, 'from 100ms to 24h') },
  maxPollInterval: { name: 'max-poll-interval', parse: durationBetween(100, DAY_MS, 'from 100ms to 24h') },
  notFoundGrace: { name: 'not-found-grace', parse: durationBetween(0, DAY_MS, 'at most 24h') },
  failOnWarning: { name: 'fail-on-warning', parse: parseBoolean },
  failFast: { name: 'fail-fast', parse: parseBoolean },
  language: { name: 'language', parse: oneOf(LANGUAGES) },
}

/**
 * Reads and checks all inputs of a wait.
 *
 * @throws SetupError with every problem: the input, its value (never of a credential) and what is accepted
 */
export function readInputs(sources: Pick<InputReader, 'readInput' | 'readVariable'>): Inputs {
  const reader = createInputReader(sources)
  const { problems, optional, reportEmpty } = reader
  const taskIds = optional(ROWS.taskIds)
  reportEmpty(
    'task-id',
    "Input 'task-id' is empty. Did the step that should have set it run, and does the expression name its id?",
  )
  const connection = readConnection(reader)
  const timeoutMs = optional(ROWS.timeout) ?? DEFAULT_TIMEOUT_MS
  const min = optional(ROWS.minPollInterval)
  const max = optional(ROWS.maxPollInterval)
  if (min !== undefined && max !== undefined && min > max) {
    const seen = `'${sources.readInput('min-poll-interval')}' and '${sources.readInput('max-poll-interval')}'`
    problems.push(`Input 'min-poll-interval' must not be longer than 'max-poll-interval'; got ${seen}.`)
  }
  const notFoundGraceMs = optional(ROWS.notFoundGrace) ?? 0
  const failOnWarning = optional(ROWS.failOnWarning) ?? false
  const failFast = optional(ROWS.failFast) ?? false
  // Its value comes from `readLanguage`; an invalid one is reported here, with the other problems.
  optional(ROWS.language)
  const commitStatus = readStatusInputs(reader)

  if (taskIds === undefined || connection === undefined || problems.length > 0) throw new SetupError(problems)
  return {
    ...connection,
    taskIds,
    timeoutMs,
    bounds: boundsOf(min, max),
    notFoundGraceMs,
    failOnWarning,
    failFast,
    commitStatus,
  }
}

/**
 * Reads the language of the summary, the annotations and the service's messages. It is English if the input is empty or
 * invalid, because invalid inputs are reported too.
 */
export function readLanguage(readInput: InputReader['readInput']): Language {
  const parsed = ROWS.language.parse(readInput(ROWS.language.name))
  return 'value' in parsed ? parsed.value : 'en'
}

// If only one bound is given and they cross, the other moves with it (docs/reference.md, "Inputs").
function boundsOf(min: number | undefined, max: number | undefined): PollBounds {
  const minMs = min ?? Math.min(DEFAULT_BOUNDS.minMs, max ?? DEFAULT_BOUNDS.minMs)
  return { minMs, maxMs: max ?? Math.max(DEFAULT_BOUNDS.maxMs, minMs) }
}

function parseTaskIds(text: string): Parsed<readonly string[]> {
  const entries = text.split(/\s*,\s*|\s+/)
  const ids = [...new Set(entries)]
  const invalid = entries.find((entry) => !ID.test(entry))
  if (invalid === undefined) {
    return ids.length <= MAX_TASKS
      ? { value: ids }
      : { expected: `at most ${String(MAX_TASKS)} task ids, but there are ${String(ids.length)}` }
  }
  if (entries.length === 1) return { expected: `a task id of ${ID_WORDS}` }
  const place = `entry ${String(entries.indexOf(invalid) + 1)}`
  // An empty entry is an expression without a value: its task must not be skipped silently.
  return invalid === ''
    ? { expected: `task ids, but ${place} is empty (did the step that should have set it run?)` }
    : { expected: `task ids of ${ID_WORDS}, but ${place} is '${plainText(invalid, MAX_SHOWN)}'` }
}
