// More than this many wrong letters is another word, not a slip.
const SLIPS = 3
const SHOWN = 6

/**
 * Returns how many letters must be added, dropped or changed to make one word of the other.
 *
 * @param {string} left
 * @param {string} right
 */
function distance(left, right) {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [place, letter] of [...left].entries()) {
    const next = [place + 1]
    for (const [index, other] of [...right].entries()) {
      const changed = (row[index] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}

/**
 * Returns the names that a mistyped one may stand for, the nearest first, six at most.
 *
 * @param {string} typed
 * @param {readonly string[]} names
 */
export function nearNames(typed, names) {
  return names
    .map((name) => ({ name, slips: typed !== '' && name.includes(typed) ? 0 : distance(typed, name) }))
    .filter(({ slips }) => slips <= SLIPS)
    .sort((left, right) => left.slips - right.slips)
    .slice(0, SHOWN)
    .map(({ name }) => name)
}
