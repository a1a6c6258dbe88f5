import type { Contest } from '../laws/contest.ts'

/**
 * Draws the efficiency of every law as a Mermaid chart, the best first. A law without efficiency is left out.
 * Source: https://mermaid.js.org/syntax/xyChart.html
 */
export function drawChart({ own, others }: Contest): string {
  const bars = [own, ...others].flatMap(({ name, efficiency }) =>
    efficiency === undefined ? [] : [{ name, efficiency }],
  )
  const ranked = bars.toSorted((a, b) => a.efficiency - b.efficiency)
  return `\`\`\`mermaid
---
config:
  xyChart:
    width: 900
    height: 500
---
xychart-beta horizontal
  x-axis [${ranked.map(({ name }) => `"${name}"`).join(', ')}]
  y-axis "efficiency, 1 is the bound" 0 --> ${String(Math.ceil(Math.max(...bars.map(({ efficiency }) => efficiency))))}
  bar [${ranked.map(({ efficiency }) => efficiency.toFixed(2)).join(', ')}]
\`\`\``
}
