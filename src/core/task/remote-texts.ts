// Fields whose texts come from another system.
const REMOTE_TEXTS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'message',
  'code',
  'requestId',
  'detail',
  'status',
])
// A documented status decides the verdict, so it stays, even if a secret is a part of the word.
const STATUS_WORDS: ReadonlySet<string> = new Set(['RUNNING', 'SUCCESSFUL', 'FAILED', 'WARNING'])

/** Copies a value, and changes every text of another system in it, for example to remove secrets. */
export function mapTexts<T>(value: T, change: (text: string) => string): T {
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change)) as T
  if (typeof value !== 'object' || value === null) return value
  // Copying an object as a whole takes a fifth of the time of copying its entries.
  const copy = { ...value } as Record<string, unknown>
  for (const [key, entry] of Object.entries(copy)) {
    copy[key] = isRemoteText(key, entry) ? change(entry) : mapTexts(entry, change)
  }
  return copy as T
}

function isRemoteText(key: string, entry: unknown): entry is string {
  return typeof entry === 'string' && REMOTE_TEXTS.has(key) && !(key === 'status' && STATUS_WORDS.has(entry))
}
