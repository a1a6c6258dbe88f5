import type { ServiceError } from './answer.ts'
import { omitUndefined } from './omit-undefined.ts'

// A gateway that rejects a signature quotes the request after this word, headers included (docs/service.md, "Errors").
// The lookbehind lets a match begin only where a run of blanks does; without it, a long run takes quadratic time.
const QUOTED_REQUEST = /(?<![\s,;])[\s,;]*\b(canonicalRequest:.*)/s

/** Returns code and message of an error on one line, without the request that a gateway quotes; empty if it has neither. */
export function errorText(error: ServiceError | undefined): string {
  const { code, message } = splitError(error).error ?? {}
  return [code, message].filter((part) => part !== undefined).join(' ')
}

/** Separates the request that a gateway quotes in its message from the rest of the error. */
export function splitError(error: ServiceError | undefined): {
  readonly error: ServiceError | undefined
  readonly quoted: string | undefined
} {
  const parts = error?.message?.split(QUOTED_REQUEST)
  if (parts?.[1] === undefined) return { error, quoted: undefined }
  const [said, quoted] = parts
  return { error: omitUndefined({ ...error, message: said === '' ? undefined : said }), quoted }
}
