const BLANKS = /[ \t\r\n]*/y
const QUOTE = /"/y
const CHARACTERS = /(?:[ !#-[\]-\u{10FFFF}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*/uy
const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/y
const COLON = /:/y
const COMMA = /,/y
const OBJECT = { open: /\{/y, close: /\}/y }
const ARRAY = { open: /\[/y, close: /\]/y }
// No input of ours is nested deeper, and a stack of calls is not for ever.
const MAX_DEPTH = 100

/**
 * Returns where a text stops being JSON (RFC 8259), as an offset; its length where the text ends too early. What
 * `JSON.parse` says of it differs with the version of Node, quotes the text, and often names no place.
 *
 * @param text a text that `JSON.parse` does not take
 */
export function findJsonFault(text: string): number {
  let at = 0

  function take(pattern: RegExp): boolean {
    pattern.lastIndex = at
    const found = pattern.test(text)
    if (found) at = pattern.lastIndex
    return found
  }

  function takeString(): boolean {
    return take(QUOTE) && take(CHARACTERS) && take(QUOTE)
  }

  function takeMember(depth: number): boolean {
    take(BLANKS)
    if (!takeString()) return false
    take(BLANKS)
    return take(COLON) && takeValue(depth)
  }

  function takeRest(close: RegExp, takeItem: (depth: number) => boolean, depth: number): boolean {
    take(BLANKS)
    if (take(close)) return true
    do {
      if (!takeItem(depth)) return false
    } while (take(COMMA))
    return take(close)
  }

  function takeValue(depth: number): boolean {
    if (depth > MAX_DEPTH) return false
    take(BLANKS)
    const whole = take(OBJECT.open)
      ? takeRest(OBJECT.close, takeMember, depth + 1)
      : take(ARRAY.open)
        ? takeRest(ARRAY.close, takeValue, depth + 1)
        : take(NUMBER_OR_WORD) || takeString()
    if (whole) take(BLANKS)
    return whole
  }

  takeValue(0)
  return at
}

/** Writes an offset for people: line and column, both from 1. */
export function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return `line ${String(line)}, column ${String(before.length - before.lastIndexOf('\n'))}`
}
