/**
 * Returns the position of the `<<` of a heredoc, or undefined for `name=value`.
 * @param {string} line
 */
function heredocAt(line) {
  const heredoc = line.indexOf('<<')
  const equals = line.indexOf('=')
  return heredoc > 0 && (equals < 0 || heredoc < equals) ? heredoc : undefined
}

/**
 * Returns the names and values of a file such as GITHUB_OUTPUT; throws if the runner would fail the step.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseRunnerFile(text) {
  const lines = text.split(/\r?\n/)
  /** @type {[string, string][]} */
  const entries = []
  for (let place = 0; place < lines.length; place += 1) {
    const line = lines[place] ?? ''
    if (line === '') continue
    const heredoc = heredocAt(line)
    const equals = line.indexOf('=')
    if (heredoc !== undefined) {
      const end = lines.indexOf(line.slice(heredoc + 2), place + 1)
      if (end < 0) throw new Error(`Matching delimiter not found '${line.slice(heredoc + 2)}'`)
      entries.push([line.slice(0, heredoc), lines.slice(place + 1, end).join('\n')])
      place = end
    } else if (equals > 0) entries.push([line.slice(0, equals), line.slice(equals + 1)])
    else throw new Error(`Invalid format '${line}'`)
  }
  return Object.fromEntries(entries)
}
