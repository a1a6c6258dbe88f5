const LINE_BREAKS_AND_TABS = /[\t-\r\u0085\u2028\u2029]+/gu
// Control characters, lone surrogates, and bidi characters: these reorder the text around them (Unicode UAX #9), so that
// a line can read as something it is not.
const UNSAFE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const REPLACEMENT = '\uFFFD'
const ENCODER = new TextEncoder()

/**
 * Makes one line of plain text of any remote text: line breaks become spaces; control, escape and bidi
 * characters and lone surrogates become U+FFFD, so that removing a character joins no words.
 * Every remote string passes here before it reaches log, summary or annotation; verdicts are found on the raw text.
 *
 * @param maxLength longest result in UTF-16 units, a closing ellipsis included
 */
export function plainText(text: string, maxLength = Number.POSITIVE_INFINITY): string {
  // Cutting first bounds the work for a text of many megabytes.
  const bounded = text.length > maxLength + 1 ? cutBefore(text, maxLength + 1) : text
  const line = bounded.replace(LINE_BREAKS_AND_TABS, ' ').replace(UNSAFE, REPLACEMENT)
  // Line breaks that became one blank may have made room for the part that was cut, which is still missing.
  const isCut = line.length > maxLength || bounded.length < text.length
  return isCut ? `${cutBefore(line, maxLength - 1)}…` : line
}

/** Counts the bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  return ENCODER.encode(text).length
}

/** Returns at most the first `length` UTF-16 units of a text, and no half of a surrogate pair. */
export function cutBefore(text: string, length: number): string {
  const endsInHighSurrogate = /[\uD800-\uDBFF]$/.test(text.slice(0, length))
  return text.slice(0, endsInHighSurrogate ? length - 1 : length)
}
