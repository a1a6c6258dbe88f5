import type { ServiceError } from '../core/task/answer.ts'

/** Something the user has to mend before a wait can begin; each problem is a sentence for people. */
export class SetupError extends Error {
  /** One sentence for each fault that was found. */
  readonly problems: readonly string[]
  /** What a service said of it, where one was asked. */
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
