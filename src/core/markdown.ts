import { plainText } from './text.ts'

/** Markdown that is ready to be written; only the functions of this file make it. */
export type Markdown = { readonly markdown: string }

const WORD_JOINER = '\u2060'
const SPECIAL = /[\\`*_[\]<>|~#$!]/g
// At the start of a block these would begin a list, a quote, a rule or a setext heading.
const BLOCK_START = /^(?:[-+=:]|\d+(?=[.)](?:\s|$)))/

/**
 * Writes Markdown from a template: what is put in is plain text and comes out as that text, whatever it holds, unless it
 * is Markdown already. Undefined becomes nothing.
 */
export function md(
  strings: TemplateStringsArray,
  ...values: readonly (Markdown | string | number | undefined)[]
): Markdown {
  const parts = strings.map((fixed, index) => fixed + sourceOf(values[index]))
  return raw(parts.join(''))
}

/** Joins blocks with empty lines between them, leaving out the absent ones. */
export function blocks(...parts: readonly (Markdown | undefined)[]): Markdown {
  return raw(parts.flatMap((part) => (part === undefined ? [] : [part.markdown])).join('\n\n'))
}

/** Writes a table with a heading row; a cell that is text stays on its line. */
export function table(head: readonly string[], rows: readonly (readonly (Markdown | string)[])[]): Markdown {
  const line = (cells: readonly (Markdown | string)[]): string => `| ${cells.map(sourceOf).join(' | ')} |`
  return raw([line(head), line(head.map(() => raw('---'))), ...rows.map(line)].join('\n'))
}

/** Writes a list with a dot before each item. */
export function list(items: readonly (Markdown | string)[]): Markdown {
  return raw(items.map((item) => `- ${sourceOf(item)}`).join('\n'))
}

/** Writes a text of one line in the code font; nothing in it has a meaning. */
export function code(text: string): Markdown {
  return raw(text === '' ? '' : `<code>${escapeText(text)}</code>`)
}

/** Makes Markdown of plain text that shows as just that text: no element, link, image, mention, emoji or line break. */
export function escapeText(text: string): string {
  return neutraliseLinks(plainText(text).trim())
    .replace(/&/g, '&amp;')
    .replace(SPECIAL, (character) =>
      character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`,
    )
    .replace(BLOCK_START, (start) => (/\d/.test(start) ? `${start}${WORD_JOINER}` : `\\${start}`))
}

// GitHub links these in plain text, after Markdown was read: an invisible word joiner takes them apart.
function neutraliseLinks(text: string): string {
  return text
    .replace(/@(?=[\w-])/g, `@${WORD_JOINER}`)
    .replace(/#(?=\d)/g, `#${WORD_JOINER}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${WORD_JOINER}`)
    .replace(/(:)(?=\/\/)/g, `$1${WORD_JOINER}`)
    .replace(/www(?=\.)/gi, `$&${WORD_JOINER}`)
    .replace(/\b(mailto|xmpp)(?=:)/gi, `$1${WORD_JOINER}`)
    .replace(/:(?=(?:100|1234|[\d_]*[a-z+-][\w+-]*):)/gi, `:${WORD_JOINER}`)
}

function sourceOf(value: Markdown | string | number | undefined): string {
  if (typeof value === 'object') return value.markdown
  return value === undefined ? '' : escapeText(String(value))
}

function raw(markdown: string): Markdown {
  return { markdown }
}
