import type { Answer, PollTask } from './answer.ts'

// Whatever the other side has worded. A status is judged before it is shown, and must stay what it is.
const REMOTE_TEXTS: ReadonlySet<string> = new Set(['id', 'name', 'message', 'code', 'requestId', 'detail'])

/**
 * Wraps a poll so that its answers hold no secret any more. It is done here and not where texts are written: a secret
 * that was cut or escaped on the way there would no longer be found.
 */
export function redactedPoll(poll: PollTask, redact: (text: string) => string): PollTask {
  return async (id, signal) => redactTexts<Answer>(await poll(id, signal), redact)
}

/** Takes secrets out of every text in a value that the other side has worded. */
export function redactTexts<T>(value: T, redact: (text: string) => string): T {
  if (Array.isArray(value)) return value.map((entry: unknown) => redactTexts(entry, redact)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, entry]: [string, unknown]) => [
    key,
    typeof entry === 'string' && REMOTE_TEXTS.has(key) ? redact(entry) : redactTexts(entry, redact),
  ])
  return Object.fromEntries(entries) as T
}
