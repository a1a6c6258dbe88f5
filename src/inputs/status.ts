import { type InputReader, matching, secretProblem } from './reader.ts'

/** The commit status that the user wants; present only where `status-context` is set. */
export type StatusInputs = {
  readonly context: string
  /** Absent where the event is to say which commit. */
  readonly sha?: string
  /** Empty where there is none: then nothing is published. */
  readonly githubToken: string
}

const ROWS = {
  context: {
    name: 'status-context',
    // GitHub keeps a context as one line of at most 255 characters.
    parse: matching(/^[^\p{Cc}\u2028\u2029]{1,255}$/u, 'one line of at most 255 characters'),
  },
  sha: {
    name: 'status-sha',
    parse: matching(
      /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i,
      'the whole SHA of a commit, 40 or 64 hexadecimal digits',
    ),
  },
}
/** Name of the input with the token that publishes the commit status. */
export const GITHUB_TOKEN = 'github-token'

/** Reads the inputs of the commit status; adds a sentence to the reader's problems for each that is faulty. */
export function readStatusInputs(reader: InputReader): StatusInputs | undefined {
  const context = reader.optional(ROWS.context)
  const sha = reader.optional(ROWS.sha)
  const githubToken = reader.readInput(GITHUB_TOKEN)
  const problem = secretProblem(`Input '${GITHUB_TOKEN}'`, githubToken)
  if (problem !== undefined) reader.problems.push(problem)
  return context === undefined ? undefined : { context, ...(sha !== undefined && { sha }), githubToken }
}
