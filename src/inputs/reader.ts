import { MIN_SECRET_LENGTH } from '../core/text/redact.ts'
import { parseDuration } from '../core/text/duration.ts'
import { ID } from '../core/text/id.ts'
import { plainText } from '../core/text/plain.ts'

/** The value of a text, or what was expected instead, in words that follow "must be". */
export type Parsed<T> = { readonly value: T } | { readonly expected: string }

/** One input: its name in action.yml and the check of its text. */
type Row<T> = { readonly name: string; readonly parse: (text: string) => Parsed<T> }

/** Reads inputs and collects a sentence for each problem. */
export type InputReader = {
  readonly problems: string[]
  /** Returns the trimmed text of an input, empty if it is not given. */
  readonly readInput: (name: string) => string
  /** Returns the trimmed text of an environment variable, empty if it is not set. */
  readonly readVariable: (name: string) => string
  /** Returns the value of an input, undefined if it is empty or invalid. */
  readonly optional: <T>(row: Row<T>) => T | undefined
  /** The same as `optional`; if the input is empty, reads the first variable that is set. */
  readonly orVariable: <T>(row: Row<T>, variables: readonly string[]) => T | undefined
  /** Adds a problem if an input is empty. */
  readonly reportEmpty: (name: string, problem: string) => void
}

/** How many characters of an invalid value an error shows. */
export const MAX_SHOWN = 80

/** The form of an id in words. */
export const ID_WORDS = '1 to 64 letters, digits, _ or -'

const PRINTABLE = /^[\x21-\x7e]*$/

/** Creates a reader over the inputs and the environment of a step. */
export function createInputReader({
  readInput,
  readVariable,
}: Pick<InputReader, 'readInput' | 'readVariable'>): InputReader {
  const problems: string[] = []
  const parse = <T>(what: string, row: Row<T>, text: string): T | undefined => {
    if (text === '') return undefined
    const parsed = row.parse(text)
    if ('value' in parsed) return parsed.value
    const seen = plainText(withoutUserInfo(text), MAX_SHOWN)
    problems.push(`${what} must be ${parsed.expected}; got '${seen}'.`)
    return undefined
  }
  const optional: InputReader['optional'] = (row) => parse(`Input '${row.name}'`, row, readInput(row.name))
  return {
    problems,
    readInput,
    readVariable,
    optional,
    orVariable(row, variables) {
      if (readInput(row.name) !== '') return optional(row)
      const name = variables.find((variable) => readVariable(variable) !== '')
      return name === undefined ? undefined : parse(`Environment variable '${name}'`, row, readVariable(name))
    },
    reportEmpty(name, problem) {
      if (readInput(name) === '') problems.push(problem)
    },
  }
}

/** Returns what is wrong with a part of a credential, without showing it; undefined if nothing is. */
export function credentialProblem(what: string, text: string): string | undefined {
  return PRINTABLE.test(text)
    ? undefined
    : `${what} must be printable ASCII without blanks; the value is not shown.`
}

/** The same for a part that is secret and therefore has at least 8 characters; an empty text is not given. */
export function secretProblem(what: string, text: string): string | undefined {
  const problem = credentialProblem(what, text)
  if (problem !== undefined || text === '' || text.length >= MIN_SECRET_LENGTH) return problem
  return `${what} must have at least ${String(MIN_SECRET_LENGTH)} characters; the value is not shown.`
}

/** Returns a parser of texts that match a pattern. */
export function matching(pattern: RegExp, expected: string): (text: string) => Parsed<string> {
  return (text) => (pattern.test(text) ? { value: text } : { expected })
}

/** Returns a parser that accepts only these words. */
export function oneOf<const Word extends string>(words: readonly Word[]): (text: string) => Parsed<Word> {
  return (text) => {
    const value = words.find((word) => word === text)
    return value === undefined ? { expected: words.join(' or ') } : { value }
  }
}

/** Returns a parser of ids of one kind, for example `a project id`. */
export function anId(what: string): (text: string) => Parsed<string> {
  return matching(ID, `${what}: ${ID_WORDS}`)
}

/** Returns a parser of durations, in milliseconds, bounds included. */
export function durationBetween(
  minMs: number,
  maxMs: number,
  range: string,
): (text: string) => Parsed<number> {
  return (text) => {
    const ms = parseDuration(text)
    const valid = ms !== undefined && ms >= minMs && ms <= maxMs
    return valid ? { value: ms } : { expected: `a duration such as 90s, 15m or 1h30m, ${range}` }
  }
}

/** Parses a boolean of the YAML 1.2 core schema, as `@actions/core` does. */
export function parseBoolean(text: string): Parsed<boolean> {
  if (/^(?:true|True|TRUE)$/.test(text)) return { value: true }
  return /^(?:false|False|FALSE)$/.test(text) ? { value: false } : { expected: 'true or false' }
}

/** Parses a base URL and takes the slashes from its end: `https`, or `http` for loopback, without user, query or fragment. */
export function parseBaseUrl(text: string): Parsed<string> {
  const expected =
    'a base URL such as https://host.example, without user, query or fragment (http only for loopback)'
  const url = URL.canParse(text) ? new URL(text) : undefined
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (url === undefined || !secure || /[\s?#@\\]/.test(text)) return { expected }
  return { value: `${url.origin}${url.pathname}`.replace(/\/+$/, '') }
}

// The host as parsed by the URL standard: 127.evil.com is not loopback.
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

// Also in a text that only a lenient parser takes for a URL (https:user:password@host).
function withoutUserInfo(text: string): string {
  return text.replace(/^([^:@]*:[/\\]*|\/\/).*@/s, '$1***@')
}
