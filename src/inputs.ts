import { parseDuration } from './core/duration.ts'
import { SetupError } from './core/errors.ts'
import type { PollBounds } from './core/poll-interval.ts'
import { plainText } from './core/text.ts'
import { factoryEndpoint } from './huaweicloud/endpoints.ts'

/** What the user asked for, checked; durations in milliseconds. */
export type Inputs = {
  readonly taskIds: readonly string[]
  readonly project: string
  readonly workspace?: string
  readonly region?: string
  /** Base URL, without a slash at its end. */
  readonly endpoint: string
  readonly timeoutMs: number
  readonly bounds: PollBounds
  readonly notFoundGraceMs: number
  readonly failOnWarning: boolean
  readonly token: string
}

type Parsed<T> = { readonly value: T } | { readonly expected: string }
type Row<T> = {
  readonly name: string
  readonly parse: (text: string) => Parsed<T>
  /** A value that is never shown. */
  readonly secret?: true
}

const DAY_MS = 86_400_000
const MAX_TASKS = 500
const MAX_SHOWN = 80
const DEFAULT_TIMEOUT_MS = 1_800_000
const DEFAULT_BOUNDS: PollBounds = { minMs: 1000, maxMs: 10_000 }
const ID = /^[0-9A-Za-z_-]{1,64}$/
const ID_WORDS = '1 to 64 letters, digits, _ or -'

const TABLE = {
  taskIds: { name: 'task-id', parse: parseTaskIds },
  project: { name: 'project', parse: matching(ID, `a project id: ${ID_WORDS}`) },
  workspace: { name: 'workspace', parse: matching(ID, `a workspace id: ${ID_WORDS}`) },
  region: { name: 'region', parse: parseRegion },
  endpoint: { name: 'endpoint', parse: parseBaseUrl },
  timeout: { name: 'timeout', parse: durationBetween(0, DAY_MS, 'at most 24h') },
  minPollInterval: { name: 'min-poll-interval', parse: durationBetween(100, DAY_MS, 'from 100ms to 24h') },
  maxPollInterval: { name: 'max-poll-interval', parse: durationBetween(100, DAY_MS, 'from 100ms to 24h') },
  notFoundGrace: { name: 'not-found-grace', parse: durationBetween(0, DAY_MS, 'at most 24h') },
  failOnWarning: { name: 'fail-on-warning', parse: parseBoolean },
  token: { name: 'token', parse: matching(/^[\x21-\x7e]+$/, 'printable ASCII without blanks'), secret: true },
} as const satisfies Record<string, Row<unknown>>

/**
 * Reads and checks all inputs, and finds every fault in one go.
 *
 * @param read returns the trimmed text of an input, empty where it is not given
 * @throws SetupError that names each faulty input, what was given (never of a credential) and what is accepted
 */
export function readInputs(read: (name: string) => string): Inputs {
  const problems: string[] = []
  const optional = <T>(row: Row<T>): T | undefined => parseInput(row, read(row.name), problems)
  const required = <T>(row: Row<T>, whereEmpty: string): T | undefined => {
    if (read(row.name) === '') problems.push(whereEmpty)
    return optional(row)
  }

  const taskIds = required(
    TABLE.taskIds,
    "Input 'task-id' is empty. Did the step that should have set it run, and does the expression name its id?",
  )
  const project = required(TABLE.project, "Input 'project' is empty. Set it to the id of the project.")
  const workspace = optional(TABLE.workspace)
  const region = optional(TABLE.region)
  const endpoint = optional(TABLE.endpoint) ?? (region === undefined ? undefined : factoryEndpoint(region))
  if (read('region') === '' && read('endpoint') === '') {
    problems.push("Inputs 'region' and 'endpoint' are both empty. Set region, for example to cn-north-4.")
  }
  const timeoutMs = optional(TABLE.timeout) ?? DEFAULT_TIMEOUT_MS
  const given = { min: optional(TABLE.minPollInterval), max: optional(TABLE.maxPollInterval) }
  problems.push(...crossedBounds(given, read))
  const notFoundGraceMs = optional(TABLE.notFoundGrace) ?? 0
  const failOnWarning = optional(TABLE.failOnWarning) ?? false
  const token = required(TABLE.token, "Input 'token' is empty. Set it to an IAM token, from a secret.")

  const incomplete =
    taskIds === undefined || project === undefined || endpoint === undefined || token === undefined
  if (problems.length > 0 || incomplete) throw new SetupError(problems)
  return {
    taskIds,
    project,
    ...(workspace !== undefined && { workspace }),
    ...(region !== undefined && { region }),
    endpoint,
    timeoutMs,
    bounds: boundsOf(given),
    notFoundGraceMs,
    failOnWarning,
    token,
  }
}

function parseInput<T>({ name, parse, secret }: Row<T>, text: string, problems: string[]): T | undefined {
  if (text === '') return undefined
  const parsed = parse(text)
  if ('value' in parsed) return parsed.value
  const seen = secret ? 'what was given is not shown' : `got '${plainText(withoutUserInfo(text), MAX_SHOWN)}'`
  problems.push(`Input '${name}' must be ${parsed.expected}; ${seen}.`)
  return undefined
}

type GivenBounds = { readonly min: number | undefined; readonly max: number | undefined }

function crossedBounds({ min, max }: GivenBounds, read: (name: string) => string): readonly string[] {
  if (min === undefined || max === undefined || min <= max) return []
  const seen = `'${read('min-poll-interval')}' and '${read('max-poll-interval')}'`
  return [`Input 'min-poll-interval' must not be longer than 'max-poll-interval'; got ${seen}.`]
}

// If only one bound is given and they cross, the other moves with it (contract, "Inputs").
function boundsOf({ min, max }: GivenBounds): PollBounds {
  const minMs = min ?? Math.min(DEFAULT_BOUNDS.minMs, max ?? DEFAULT_BOUNDS.minMs)
  return { minMs, maxMs: max ?? Math.max(DEFAULT_BOUNDS.maxMs, minMs) }
}

function parseTaskIds(text: string): Parsed<readonly string[]> {
  const ids = [...new Set(text.split(/[\s,]+/).filter((id) => id !== ''))]
  const valid = ids.length > 0 && ids.length <= MAX_TASKS && ids.every((id) => ID.test(id))
  return valid
    ? { value: ids }
    : { expected: `1 to ${String(MAX_TASKS)} task ids, each ${ID_WORDS}, with blanks or commas between` }
}

function parseBoolean(text: string): Parsed<boolean> {
  // The YAML 1.2 core schema, as @actions/core reads it.
  if (/^(?:true|True|TRUE)$/.test(text)) return { value: true }
  return /^(?:false|False|FALSE)$/.test(text) ? { value: false } : { expected: 'true or false' }
}

function parseRegion(text: string): Parsed<string> {
  // Some names of this form, such as xn--a, make no host name.
  const valid = /^[a-z0-9-]{1,32}$/.test(text) && URL.canParse(factoryEndpoint(text))
  return valid ? { value: text } : { expected: 'a region such as cn-north-4' }
}

function parseBaseUrl(text: string): Parsed<string> {
  const expected =
    'a base URL such as https://host.example, without user, query or fragment (http only for loopback)'
  const url = URL.canParse(text) ? new URL(text) : undefined
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (url === undefined || !secure || /[\s?#@\\]/.test(text)) return { expected }
  return { value: `${url.origin}${url.pathname}`.replace(/\/+$/, '') }
}

// The host as the URL standard has parsed it: 127.evil.com is none.
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

// Also where the text is no URL, or is one only to a lenient parser (https:user:password@host).
function withoutUserInfo(text: string): string {
  return text.replace(/^([^:@]*:[/\\]*|\/\/).*@/s, '$1***@')
}

function matching(pattern: RegExp, expected: string): (text: string) => Parsed<string> {
  return (text) => (pattern.test(text) ? { value: text } : { expected })
}

function durationBetween(minMs: number, maxMs: number, range: string): (text: string) => Parsed<number> {
  return (text) => {
    const ms = parseDuration(text)
    const valid = ms !== undefined && ms >= minMs && ms <= maxMs
    return valid ? { value: ms } : { expected: `a duration such as 90s, 15m or 1h30m, ${range}` }
  }
}
