/** A rectangle; `x` and `y` are its upper left corner. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

type Point = { readonly x: number; readonly y: number }
type Label = { readonly text: string; readonly fontSize: number }
type Surroundings = {
  readonly taken: readonly Box[]
  readonly area: { readonly width: number; readonly height: number }
}

// Mean width of a letter by the size of the font: on the safe side for the fonts that a browser is likely to choose.
const LETTER_WIDTH = 0.6
const LINE_HEIGHT = 1.25
const DOT_RADIUS = 9
const SHORTEST_LEADER = 16
const LEADER_PARTS = 12
// Beside the dot first, then ever farther away.
const DISTANCES = [9, 16, 26, 40, 56, 75, 95, 120]
const DIRECTIONS: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [0, -1],
  [0, 1],
]

/** Finds room for a label near its dot: neither it nor the line that leads to it may meet a box that is taken. */
export function placeLabel(dot: Point, label: Label, { taken, area }: Surroundings): Box {
  const size = {
    width: LETTER_WIDTH * label.fontSize * label.text.length,
    height: LINE_HEIGHT * label.fontSize,
  }
  const places = DISTANCES.flatMap((distance) =>
    DIRECTIONS.map((direction) => placeAt(dot, size, direction, distance)),
  )
  const isFree = (box: Box): boolean => !taken.some((other) => overlaps(box, other))
  const place = places.find(
    (box) => isInside(box, area) && isFree(box) && leaderBoxes(dot, box).every((part) => isFree(part)),
  )
  if (place === undefined) throw new Error(`No room for the label ${label.text}.`)
  return place
}

/** Returns the line that leads from a dot to its label; undefined where the label is right beside it. */
export function leaderTo({ x, y }: Point, box: Box): readonly [Point, Point] | undefined {
  const end = {
    x: Math.min(Math.max(x, box.x), box.x + box.width),
    y: Math.min(Math.max(y, box.y + 2), box.y + box.height - 2),
  }
  const length = Math.hypot(end.x - x, end.y - y)
  if (length < SHORTEST_LEADER) return undefined
  const start = { x: x + (DOT_RADIUS * (end.x - x)) / length, y: y + (DOT_RADIUS * (end.y - y)) / length }
  return [start, end]
}

/** Returns small boxes along the line that leads to a label, which other labels must keep clear of. */
export function leaderBoxes(dot: Point, box: Box): readonly Box[] {
  const leader = leaderTo(dot, box)
  if (leader === undefined) return []
  const [start, end] = leader
  return Array.from({ length: LEADER_PARTS }, (_, part) => {
    const share = part / LEADER_PARTS
    return {
      x: start.x + share * (end.x - start.x),
      y: start.y + share * (end.y - start.y),
      width: 1,
      height: 1,
    }
  })
}

function placeAt(
  { x, y }: Point,
  { width, height }: Pick<Box, 'width' | 'height'>,
  [right, down]: readonly [number, number],
  distance: number,
): Box {
  // A diagonal label is moved less, or it would end up farther away than one that is straight.
  const reach = right !== 0 && down !== 0 ? 0.7 * distance : distance
  return {
    x: x + right * reach - ((1 - right) * width) / 2,
    y: y + down * reach - ((1 - down) * height) / 2,
    width,
    height,
  }
}

function isInside(box: Box, area: Surroundings['area']): boolean {
  const margin = 2
  return (
    box.x >= margin &&
    box.y >= margin &&
    box.x + box.width <= area.width - margin &&
    box.y + box.height <= area.height - margin
  )
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
