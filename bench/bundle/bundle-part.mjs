const START = '<!-- bundle -->'
const END = '<!-- end of bundle -->'
const EMPTY = `${START}\n\nNot measured yet.\n\n${END}`

/**
 * Returns the part of the page that `bench:bundle` wrote, with its marks.
 *
 * @param {string} page
 */
export function readBundlePart(page) {
  const [start, end] = [page.indexOf(START), page.indexOf(END)]
  return start === -1 || end === -1 ? EMPTY : page.slice(start, end + END.length)
}

/**
 * Returns the page with another part between the marks.
 *
 * @param {string} page
 * @param {string} part
 */
export function replaceBundlePart(page, part) {
  // A function, because `$` has a meaning in a replacement text.
  return page.replace(readBundlePart(page), () => `${START}\n\n${part}\n\n${END}`)
}
