const HIDDEN = '***'
// Three alignments of a text within base64: what stands before it shifts its bits by 0, 2 or 4.
const ALIGNMENTS = [0, 1, 2]
// Shorter remains of a base64 text would hide innocent letters.
const MIN_BASE64 = 8
// A gateway may quote a piece of a long secret alone; fewer letters of it could be something else.
const PIECE = 16
const SLOTS = 65_536

/** Keeps a list of secrets and takes them out of whatever is written. */
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
  const pieces = new Set<string>()
  const slots = new Uint8Array(SLOTS)
  return {
    add(secret) {
      for (const form of formsOf(secret)) {
        // Stryker disable next-line ConditionalExpression,EqualityOperator: a long form may be found as a whole, too.
        if (form.length < PIECE) shortForms.add(form)
        forEachPlace(form, (start) => {
          pieces.add(form.slice(start, start + PIECE))
          slots[slotOf(form, start)] = 1
        })
      }
      shortForms.delete('')
    },
    redact(text) {
      const found = findAll(text, shortForms)
      forEachPlace(text, (start) => {
        // Stryker disable next-line ConditionalExpression: the slots only save time.
        if (slots[slotOf(text, start)] !== 1) return
        if (pieces.has(text.slice(start, start + PIECE))) found.push({ start, end: start + PIECE })
      })
      return hide(text, found)
    },
  }
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

// Every place of a text at which a piece can begin.
function forEachPlace(text: string, visit: (start: number) => void): void {
  // Stryker disable next-line ArithmeticOperator: what begins later is too short for a piece.
  for (let start = 0; start + PIECE <= text.length; start += 1) visit(start)
}

// Three letters rule most places out, in less time than it takes to look up all of them.
// Stryker disable next-line BlockStatement: it only saves time.
function slotOf(text: string, start: number): number {
  const middle = text.charCodeAt(start + PIECE / 2)
  // Stryker disable next-line ArithmeticOperator: any other sum would rule out most places, too.
  return (text.charCodeAt(start) * 961 + middle * 31 + text.charCodeAt(start + PIECE - 1)) % SLOTS
}

// All are found before any is hidden: one that is broken up by another would be there in part.
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

// Leaves out the letters that depend on what stands before and after the secret.
function coreOfBase64(secret: string, shift: number): string {
  const bytes = new TextEncoder().encode(secret)
  const padded = btoa('\0'.repeat(shift) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const start = Math.ceil((shift * 8) / 6)
  const end = Math.floor(((shift + bytes.length) * 8) / 6)
  return padded.slice(start, end)
}
