import { plainText } from './plain.ts'

/** Markdown that is ready to be written; only the functions of this file make it. */
export type Markdown = { readonly markdown: string }

const WORD_JOINER = '\u2060'
const BREAK_OPPORTUNITY = '\u200B'
const SPECIAL = /[\\`*_[\]|~#$!]/g
// At the start of a block these would begin a list, a quote, a rule or a setext heading.
const BLOCK_START = /^(?:[-+=:]|\d+(?=[.)](?:\s|$)))/
// Longer runs would be wider than a table column. Every browser breaks lines beside ideographs and kana, and after a
// hyphen unless a digit or slash follows. Only some break after a slash.
const UNBROKEN =
  /(?:[^\s\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF-]|-(?=[\d/])){30,}/gu
const PIECE = /.{11,23}[_/.,;=&?-](?=.)|.{24}(?=.)/gsu
// GitHub links 7 to 40 hexadecimal digits if a commit starts with them.
const COMMIT = /(?<![\p{L}\p{N}_])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/giu
// Identity providers and agencies: docs/service.md, "Trust agency (STS)"
const URN = /(?<!\w)(iam::[\w-]{1,64}:[a-z]{1,16}:[\w-]{1,64})/gi
const PLAIN_ID = /^(?:[\w-]{1,64}|iam::[\w:-]{1,150})$/i

/**
 * Writes Markdown from a template. Values are plain text and are escaped, unless they are Markdown already; undefined
 * becomes an empty text.
 */
export function md(
  strings: TemplateStringsArray,
  ...values: readonly (Markdown | string | number | undefined)[]
): Markdown {
  const parts = strings.map((fixed, index) => fixed + sourceOf(values[index]))
  return raw(parts.join(''))
}

/** Joins blocks with empty lines between them; undefined ones are left out. */
export function blocks(...parts: readonly (Markdown | undefined)[]): Markdown {
  return raw(parts.flatMap((part) => (part === undefined ? [] : [part.markdown])).join('\n\n'))
}

/** Writes a table with a heading row. */
export function table(
  head: readonly (Markdown | string)[],
  rows: readonly (readonly (Markdown | string)[])[],
): Markdown {
  return tableOf(head, rows.map(tableRow))
}

/** Writes one row of a table. */
export function tableRow(cells: readonly (Markdown | string)[]): Markdown {
  return raw(`| ${cells.map(sourceOf).join(' | ')} |`)
}

/** Writes a table from rows that `tableRow` has written. */
export function tableOf(head: readonly (Markdown | string)[], rows: readonly Markdown[]): Markdown {
  const rule = tableRow(head.map(() => raw(':--')))
  return raw([tableRow(head), rule, ...rows].map(({ markdown }) => markdown).join('\n'))
}

/** Writes a bullet list. */
export function list(items: readonly (Markdown | string)[]): Markdown {
  return raw(items.map((item) => `- ${sourceOf(item)}`).join('\n'))
}

/** Writes a title that stays on one line, with no-break spaces after it that make its column wider. */
export function widened(title: string, spaces: number): Markdown {
  // Between ideographs a line may break anywhere.
  const joined = escapeText(title).replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, WORD_JOINER)
  return raw(joined + '\u00A0'.repeat(spaces))
}

/** Writes blocks that are folded under a title. */
export function fold(title: string, ...parts: readonly (Markdown | undefined)[]): Markdown {
  // This line is HTML, in which Markdown has no meaning.
  const safe = escapeHtml(neutraliseLinks(plainText(title)))
  return blocks(raw(`<details><summary>${safe}</summary>`), ...parts, raw('</details>'))
}

/** Writes a text in bold, as an element: whether asterisks make text bold depends on the characters beside them. */
export function bold(text: Markdown | string): Markdown {
  return md`<b>${text}</b>`
}

/** Writes a part of a sentence: unlike other texts it keeps a space at either end, and URNs in it can be copied. */
export function phrase(text: string): Markdown {
  // Every second part is a URN.
  return raw(
    text
      .split(URN)
      .map((part, index) => (index % 2 === 0 ? withSpaces(part) : code(part).markdown))
      .join(''),
  )
}

function withSpaces(text: string): string {
  const before = /^\s/.test(text) ? ' ' : ''
  const after = /\S\s+$/.test(text) ? ' ' : ''
  return `${before}${escapeText(text)}${after}`
}

/** Writes a link to an address of this action, which is encoded already. */
export function link(text: string, url: string): Markdown {
  return raw(`[${escapeText(text)}](<${url}>)`)
}

/** Writes a picture that GitHub draws; the source has no backticks. */
export function mermaid(source: string): Markdown {
  return raw(`\`\`\`mermaid\n${source}\n\`\`\``)
}

/** Writes one line of text in the code font. An ID or a URN stays as it is, so that it can be copied. */
export function code(text: string): Markdown {
  if (text === '') return raw('')
  // GitHub links nothing in code: only the syntax of Markdown has to be escaped.
  return raw(`<code>${PLAIN_ID.test(text) ? escapeSyntax(text) : escapeText(text)}</code>`)
}

/** Escapes plain text so that GitHub shows exactly this text: no element, link, image, mention, emoji or line break. */
export function escapeText(text: string): string {
  return escapeSyntax(neutraliseLinks(breakLongRuns(plainText(text).trim())))
}

function escapeSyntax(text: string): string {
  return escapeHtml(text)
    .replace(SPECIAL, '\\$&')
    .replace(BLOCK_START, (start) => (/\d/.test(start) ? `${start}${WORD_JOINER}` : `\\${start}`))
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function breakLongRuns(text: string): string {
  return text.replace(UNBROKEN, (run) => run.replace(PIECE, `$&${BREAK_OPPORTUNITY}`))
}

// GitHub links these in plain text after it has read the Markdown. An invisible word joiner separates them.
function neutraliseLinks(text: string): string {
  return text
    .replace(/@(?=[\w-])/g, `@${WORD_JOINER}`)
    .replace(/#(?=\d)/g, `#${WORD_JOINER}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${WORD_JOINER}`)
    .replace(/(:)(?=\/\/)/g, `$1${WORD_JOINER}`)
    .replace(/www(?=\.)/gi, `$&${WORD_JOINER}`)
    .replace(/\b(mailto|xmpp)(?=:)/gi, `$1${WORD_JOINER}`)
    .replace(/:(?=(?:100|1234|[\d_]*[a-z+-][\w+-]*):)/gi, `:${WORD_JOINER}`)
    .replace(COMMIT, (digits) => digits.replace(/.{6}(?=.)/g, `$&${WORD_JOINER}`))
}

function sourceOf(value: Markdown | string | number | undefined): string {
  if (typeof value === 'object') return value.markdown
  return value === undefined ? '' : escapeText(String(value))
}

function raw(markdown: string): Markdown {
  return { markdown }
}
