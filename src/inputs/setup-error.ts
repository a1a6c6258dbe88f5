import type { ServiceError } from '../core/task/answer.ts'

/** Invalid inputs or a failed sign-in: the user must fix something before the wait can start. */
export class SetupError extends Error {
  /** One sentence for each problem. */
  readonly problems: readonly string[]
  /** The error that a service answered with, if one was asked. */
  readonly error: ServiceError | undefined

  constructor(
    problems: readonly string[],
    { error, ...options }: ErrorOptions & { readonly error?: ServiceError | undefined } = {},
  ) {
    super(problems.join('\n'), options)
    this.name = 'SetupError'
    this.problems = problems
    this.error = error
  }
}
