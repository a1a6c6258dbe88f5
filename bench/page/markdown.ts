/** Returns a Markdown table whose first columns, one unless told otherwise, are text and whose others are numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns = 1,
): string {
  const rule = head.map((_, place) => (place < textColumns ? '---' : '--:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Writes milliseconds as seconds with two decimals. */
export function seconds(ms: number): string {
  return (ms / 1000).toFixed(2)
}

/** Writes a share as a percentage without decimals. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`
}

/** Writes a duration in the largest unit that divides it. */
export function duration(ms: number): string {
  return ms % 60_000 === 0 ? `${String(ms / 60_000)} min` : `${String(ms / 1000)} s`
}
