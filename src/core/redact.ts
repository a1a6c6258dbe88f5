const HIDDEN = '***'
// Three alignments of a text within base64: what stands before it shifts its bits by 0, 2 or 4.
const ALIGNMENTS = [0, 1, 2]
// Shorter remains of a base64 text would hide innocent letters.
const MIN_BASE64 = 8
// A gateway may quote the beginning of a long secret alone; fewer letters of it could be something else.
const MIN_HEAD = 16

/** Keeps a list of secrets and takes them out of whatever is written. */
export type Redactor = {
  readonly add: (secret: string) => void
  readonly redact: (text: string) => string
}

/**
 * Creates a redactor that hides each secret as it is, escaped for JSON, encoded for a URL, and in base64, also where
 * the end of it is cut off.
 */
export function createRedactor(): Redactor {
  let forms: readonly string[] = []
  let shortest = Number.POSITIVE_INFINITY
  return {
    add(secret) {
      if (secret === '') return
      // The longest first: a secret that is broken up by a shorter one would no longer be found.
      forms = [...new Set([...forms, ...formsOf(secret)])].toSorted((a, b) => b.length - a.length)
      shortest = Math.min(...forms.map(({ length }) => Math.min(length, MIN_HEAD)))
    },
    redact: (text) =>
      text.length < shortest
        ? text
        : forms.reduce((hidden, form) => hideHeads(hidden.replaceAll(form, HIDDEN), form), text),
  }
}

function formsOf(secret: string): readonly string[] {
  const base64 = ALIGNMENTS.map((shift) => coreOfBase64(secret, shift)).filter(
    (form) => form.length >= MIN_BASE64,
  )
  const urlSafe = base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))
  const json = JSON.stringify(secret).slice(1, -1)
  const url = encodeURIComponent(secret)
  const urlInSmall = url.replace(/%../g, (escape) => escape.toLowerCase())
  return [secret, json, json.replaceAll('/', '\\/'), url, urlInSmall, ...base64, ...urlSafe]
}

// Takes out whatever begins as a secret does, for as long as it goes on like it.
function hideHeads(text: string, form: string): string {
  if (form.length <= MIN_HEAD) return text
  const parts = text.split(form.slice(0, MIN_HEAD))
  const goOn = form.slice(MIN_HEAD)
  return parts.map((part, index) => (index === 0 ? part : part.slice(commonLength(part, goOn)))).join(HIDDEN)
}

function commonLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

// Leaves out the letters that depend on what stands before and after the secret.
function coreOfBase64(secret: string, shift: number): string {
  const bytes = new TextEncoder().encode(secret)
  const padded = btoa('\0'.repeat(shift) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const start = Math.ceil((shift * 8) / 6)
  const end = Math.floor(((shift + bytes.length) * 8) / 6)
  return padded.slice(start, end)
}
