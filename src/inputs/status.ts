import { COMMIT_SHA } from '../core/text/commit-sha.ts'
import { omitUndefined } from '../core/task/omit-undefined.ts'
import { type InputReader, matching, secretProblem } from './reader.ts'

const ROWS = {
  context: {
    name: 'status-context',
    // GitHub stores a context as one line of at most 255 characters.
    parse: matching(/^[^\p{Cc}\u2028\u2029]{1,255}$/u, 'one line of at most 255 characters'),
  },
  sha: {
    name: 'status-sha',
    parse: matching(COMMIT_SHA, 'the full SHA of a commit, 40 or 64 hexadecimal digits'),
  },
}
/** Name of the input with the token that publishes the commit status. */
export const GITHUB_TOKEN = 'github-token'

/**
 * Reads the inputs of the commit status; returns undefined if `status-context` is empty. Adds a sentence to the reader's
 * problems for each invalid input.
 */
export function readStatusInputs(reader: InputReader) {
  const context = reader.optional(ROWS.context)
  const sha = reader.optional(ROWS.sha)
  const githubToken = reader.readInput(GITHUB_TOKEN)
  const problem = context && secretProblem(`Input '${GITHUB_TOKEN}'`, githubToken)
  if (problem !== undefined) reader.problems.push(problem)
  return context === undefined ? undefined : { context, ...omitUndefined({ sha }), githubToken }
}
