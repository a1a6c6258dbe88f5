/** The least length of a secret, in characters: the mask of a shorter one would hide innocent text (docs/reference.md, "Secrets"). */
export const MIN_SECRET_LENGTH = 8

// Each piece of a secret is kept in ten forms, so megabytes of it would stop the process for seconds.
const MAX_SECRET_LENGTH = 65_536
const SECRET_LENGTH = [MIN_SECRET_LENGTH, MAX_SECRET_LENGTH].map(String)

/** The form of a secret that can be sent: printable ASCII without blanks, long enough for a mask, at most 64 KiB. */
export const SECRET = new RegExp(`^[\\x21-\\x7e]{${SECRET_LENGTH.join(',')}}$`)

/** Says in English that a part of an answer, such as "the field 'value'", is not a secret of this form. */
export function secretFlaw(part: string): string {
  return `${part} does not hold ${SECRET_LENGTH.join(' to ')} printable characters`
}

const HIDDEN = '***'
// Three alignments of a text within base64: the text before it shifts its bits by 0, 2 or 4.
const ALIGNMENTS = [0, 1, 2]
// Shorter remains of a base64 text would hide innocent letters.
const MIN_BASE64 = 8
// A gateway may quote only a piece of a long secret; fewer letters of it could be another word.
const PIECE = 16
// A power of two, far above the number of pieces of a token of 16,000 letters in all its forms.
const SLOTS = 4_194_304

/** Keeps a list of secrets and takes them out of every text. */
export type Redactor = {
  readonly add: (secret: string) => void
  readonly redact: (text: string) => string
}

/**
 * Creates a redactor that hides each secret as it is, escaped for JSON, encoded for a URL, and in base64, and of a long
 * one every piece of 16 letters or more.
 */
export function createRedactor(): Redactor {
  const shortForms = new Set<string>()
  const pieces = new Map<string, Place>()
  const slots = new Uint8Array(SLOTS)
  return {
    add(secret) {
      for (const form of new Set(formsOf(secret))) {
        // Stryker disable next-line ConditionalExpression,EqualityOperator: a long form may be found as a whole, too.
        if (form.length < PIECE) shortForms.add(form)
        // Stryker disable next-line ArithmeticOperator: a text that begins later is too short for a piece.
        for (let start = 0; start + PIECE <= form.length; start += 1) {
          pieces.set(form.slice(start, start + PIECE), { form, start })
          slots[slotOf(form, start)] = 1
        }
      }
      shortForms.delete('')
    },
    redact(text) {
      const found = findAll(text, shortForms)
      // Stryker disable next-line ArithmeticOperator: a text that begins later is too short for a piece.
      for (let start = 0; start + PIECE <= text.length; start += 1) {
        // Stryker disable next-line ConditionalExpression: the slots only save time.
        if (slots[slotOf(text, start)] !== 1) continue
        const place = pieces.get(text.slice(start, start + PIECE))
        if (place === undefined) continue
        const end = start + commonLength(text, start, place)
        found.push({ start, end })
        // Each piece that begins before is within this one.
        start = end - PIECE
      }
      return hide(text, found)
    },
  }
}

/** The form that a piece belongs to, and where the piece starts in it. */
type Place = { readonly form: string; readonly start: number }

// Comparing letters is faster than looking up each piece, if a text quotes a long secret.
function commonLength(text: string, at: number, { form, start }: Place): number {
  let length = PIECE
  // Stryker disable next-line ConditionalExpression,EqualityOperator: it only saves time, and nothing stands after the end.
  while (start + length < form.length && text[at + length] === form[start + length]) length += 1
  return length
}

type Range = { readonly start: number; readonly end: number }

function findAll(text: string, forms: ReadonlySet<string>): Range[] {
  const found: Range[] = []
  for (const form of forms) {
    for (let start = text.indexOf(form); start !== -1; start = text.indexOf(form, start + 1)) {
      found.push({ start, end: start + form.length })
    }
  }
  return found
}

// Four letters rule most places out, in less time than it takes to look up all of them.
// Stryker disable BlockStatement,ArithmeticOperator: any other sum would do, in more time.
function slotOf(text: string, start: number): number {
  const left = text.charCodeAt(start) * 31 + text.charCodeAt(start + 5)
  const right = text.charCodeAt(start + 10) * 31 + text.charCodeAt(start + 15)
  return (left * 1021 + right) & (SLOTS - 1)
}
// Stryker restore BlockStatement,ArithmeticOperator

// All secrets are found before any is hidden: hiding one could leave a part of another that overlaps it.
function hide(text: string, found: readonly Range[]): string {
  let hidden = ''
  let shownTo = 0
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (start > shownTo || shownTo === 0) hidden += text.slice(shownTo, start) + HIDDEN
    shownTo = Math.max(shownTo, end)
  }
  return hidden + text.slice(shownTo)
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

// Leaves out the letters that depend on the text before and after the secret.
function coreOfBase64(secret: string, shift: number): string {
  const bytes = new TextEncoder().encode(secret)
  const padded = btoa('\0'.repeat(shift) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const start = Math.ceil((shift * 8) / 6)
  const end = Math.floor(((shift + bytes.length) * 8) / 6)
  return padded.slice(start, end)
}
