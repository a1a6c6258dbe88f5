import { ALLOWANCE_MS } from '../latency.ts'
import { type Contest, FEWEST_REQUESTS, OURS, type Score } from '../laws/contest.ts'
import { type Box, leaderBoxes, leaderTo, placeLabel } from './labels.ts'

const PANEL = { width: 570, height: 560, left: 66, top: 104, gap: 84 }
const FOOT = 58
const FONT_SIZE = 12
const COLORS = {
  paper: '#ffffff',
  text: '#24292f',
  faint: '#6e7781',
  grid: '#e4e7eb',
  bound: '#8c959f',
  beyond: '#f3f4f6',
  other: '#57606a',
  own: '#cf222e',
}

/** Range of an axis and the values that are written at it. */
type Axis = { readonly from: number; readonly to: number; readonly ticks: readonly number[] }
type Axes = { readonly requests: Axis; readonly delay: Axis }

const AXES: readonly Axes[] = [
  {
    requests: { from: 1.5, to: 22, ticks: [2, 3, 5, 10, 20] },
    delay: { from: 0.3, to: 70, ticks: [0.5, 1, 2, 5, 10, 20, 50] },
  },
  {
    requests: { from: 7, to: 800, ticks: [10, 20, 50, 100, 200, 500] },
    delay: { from: 0.7, to: 60, ticks: [1, 2, 5, 10, 20, 50] },
  },
]

/** Draws mean delay against mean requests, both logarithmic, a panel for each of two contests; returns an SVG document. */
export function drawPlot(contests: readonly Contest[]): string {
  const width = PANEL.left + 2 * PANEL.width + PANEL.gap + 22
  const height = PANEL.top + PANEL.height + FOOT
  const panels = contests.map((contest, place) => {
    const x = PANEL.left + place * (PANEL.width + PANEL.gap)
    const axes = AXES[place]
    if (axes === undefined) throw new Error('There are axes for two panels only.')
    return `<g transform="translate(${String(x)} ${String(PANEL.top)})">\n${drawPanel(contest, axes)}\n</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}" font-family="DejaVu Sans, Verdana, Helvetica, Arial, sans-serif" font-size="${String(FONT_SIZE)}" fill="${COLORS.text}">
<title>Mean delay against mean requests of polling laws</title>
<rect width="100%" height="100%" rx="8" fill="${COLORS.paper}"/>
<text x="${String(PANEL.left)}" y="32" font-size="18" font-weight="bold">How soon the end is noticed, and what that costs</text>
<text x="${String(PANEL.left)}" y="54" font-size="13" fill="${COLORS.faint}">Lower left is better. Where it is grey, no law can be that does not know the end in advance.</text>
${panels.join('\n')}
</svg>
`
}

function drawPanel(contest: Contest, axes: Axes): string {
  const { workload, bound, own, others } = contest
  const scaleX = logScale(axes.requests, 0, PANEL.width)
  const scaleY = logScale(axes.delay, PANEL.height, 0)
  const dots = [own, ...others].map((score) =>
    dotOf(score, scaleX(score.requests), scaleY(score.meanDelayMs / 1000)),
  )
  const curve = boundCurve(bound, axes).map(
    ([x, y]) => [scaleX(x), Math.min(PANEL.height, scaleY(y))] as const,
  )
  const taken: Box[] = [
    ...dots.map(({ x, y }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 })),
    ...curve.map(([x, y]) => ({ x: x - 2, y: y - 2, width: 4, height: 4 })),
  ]
  return [
    `<text x="0" y="-12" font-size="14" font-weight="bold">Durations ${workload.title}</text>`,
    drawBound(curve),
    drawGrid(axes, scaleX, scaleY),
    drawBoundLabel(curve, taken),
    // Our own first, then from the top: labels find room at the right of their dots, or above them.
    ...dots.toSorted(byImportance).map((dot) => drawLabelled(dot, taken)),
    ...dots.map(drawDot),
  ].join('\n')
}

type Dot = { readonly x: number; readonly y: number; readonly label: string; readonly isOwn: boolean }

function dotOf({ name }: Score, x: number, y: number): Dot {
  return { x, y, label: name, isOwn: name === OURS }
}

function drawDot({ x, y, isOwn }: Dot): string {
  const color = isOwn ? COLORS.own : COLORS.other
  return `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${isOwn ? '7' : '4'}" fill="${color}" stroke="${COLORS.paper}" stroke-width="1.5"/>`
}

function drawLabelled(dot: Dot, taken: Box[]): string {
  const fontSize = dot.isOwn ? FONT_SIZE + 2 : FONT_SIZE
  const box = placeLabel(dot, { text: dot.label, fontSize }, { taken, area: PANEL })
  taken.push(box, ...leaderBoxes(dot, box))
  const style = dot.isOwn ? ` fill="${COLORS.own}" font-weight="bold" font-size="${String(fontSize)}"` : ''
  const text = `<text x="${fixed(box.x)}" y="${fixed(box.y + 0.8 * box.height)}"${style}>${dot.label}</text>`
  return `${drawLeader(dot, box)}${text}`
}

function byImportance(a: Dot, b: Dot): number {
  return Number(b.isOwn) - Number(a.isOwn) || a.y - b.y
}

function drawLeader(dot: Dot, box: Box): string {
  const leader = leaderTo(dot, box)
  if (leader === undefined) return ''
  const [start, end] = leader.map(({ x, y }) => `${fixed(x)} ${fixed(y)}`)
  return `<path d="M${start ?? ''}L${end ?? ''}" stroke="${COLORS.bound}" stroke-width="0.8"/>`
}

// At the foot of the grey area, which is widest there.
function drawBoundLabel(curve: readonly (readonly [number, number])[], taken: Box[]): string {
  const x = (curve[0]?.[0] ?? 0) + 12
  const y = PANEL.height - 46
  taken.push({ x, y: y - 16, width: 200, height: 50 })
  const lines = ['Below the bound:', 'better than any blind schedule']
  const text = lines.map((line, place) => `<text x="${fixed(x)}" y="${fixed(y + 18 * place)}">${line}</text>`)
  return `<g fill="${COLORS.faint}" font-style="italic">${text.join('')}</g>`
}

// By the definition of efficiency: there it is 1.
function boundCurve(bound: number, { requests, delay }: Axes): readonly (readonly [number, number])[] {
  const from = Math.log(Math.max(FEWEST_REQUESTS, requests.from))
  const steps = 120
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const x = Math.exp(from + (step / steps) * (Math.log(requests.to) - from))
    return [x, ALLOWANCE_MS / 1000 + bound / (x - 1)] as const
  })
  return points.filter(([, y]) => y >= delay.from && y <= delay.to)
}

function drawBound(curve: readonly (readonly [number, number])[]): string {
  const [start, end] = [curve[0], curve.at(-1)]
  if (start === undefined || end === undefined) return ''
  const line = curve.map(([x, y]) => `${fixed(x)} ${fixed(y)}`).join('L')
  const bottom = fixed(PANEL.height)
  return [
    `<path d="M${line}L${fixed(end[0])} ${bottom}L${fixed(start[0])} ${bottom}Z" fill="${COLORS.beyond}"/>`,
    `<path d="M${line}" fill="none" stroke="${COLORS.bound}" stroke-width="2" stroke-dasharray="7 4"/>`,
  ].join('\n')
}

type Scale = (value: number) => number

function drawGrid({ requests, delay }: Axes, scaleX: Scale, scaleY: Scale): string {
  const { width, height } = PANEL
  const vertical = requests.ticks.map((tick) => {
    const x = fixed(scaleX(tick))
    const line = `<path d="M${x} 0V${String(height)}" stroke="${COLORS.grid}"/>`
    return `${line}<text x="${x}" y="${String(height + 18)}" text-anchor="middle">${String(tick)}</text>`
  })
  const horizontal = delay.ticks.map((tick) => {
    const y = scaleY(tick)
    const line = `<path d="M0 ${fixed(y)}H${String(width)}" stroke="${COLORS.grid}"/>`
    return `${line}<text x="-8" y="${fixed(y + 4)}" text-anchor="end">${String(tick)} s</text>`
  })
  return [
    ...vertical,
    ...horizontal,
    `<rect width="${String(width)}" height="${String(height)}" fill="none" stroke="${COLORS.bound}"/>`,
    `<text x="${String(width / 2)}" y="${String(height + 40)}" text-anchor="middle" fill="${COLORS.faint}">mean requests of one wait</text>`,
    `<text transform="translate(-46 ${String(height / 2)}) rotate(-90)" text-anchor="middle" fill="${COLORS.faint}">mean delay</text>`,
  ].join('\n')
}

function logScale({ from, to }: Axis, start: number, end: number): Scale {
  return (value) => start + ((end - start) * Math.log(value / from)) / Math.log(to / from)
}

function fixed(value: number): string {
  return value.toFixed(1)
}
