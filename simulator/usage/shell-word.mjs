/**
 * Quotes a text as one word of a shell command, if it needs quotes.
 * @param {string} text
 */
export const shellWord = (text) => (/^[\w./:=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
