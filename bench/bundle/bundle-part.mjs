const START = '<!-- bundle -->'
const END = '<!-- end of bundle -->'
const EMPTY = `${START}\n\nNot measured yet.\n\n${END}`

/**
 * Returns the part of the report that `bench:bundle` wrote, its marks included.
 *
 * @param {string} page
 */
export function readBundlePart(page) {
  const [start, end] = [page.indexOf(START), page.indexOf(END)]
  return start === -1 || end === -1 ? EMPTY : page.slice(start, end + END.length)
}

/**
 * Returns the report with another part between the marks.
 *
 * @param {string} page
 * @param {string} part
 */
export function replaceBundlePart(page, part) {
  // A function, because `$` means something in a text of replacement.
  return page.replace(readBundlePart(page), () => `${START}\n\n${part}\n\n${END}`)
}
