/** Something the user has to mend before a wait can begin; each problem is a sentence for people. */
export class SetupError extends Error {
  /** One sentence for each fault that was found, in the order of the inputs. */
  readonly problems: readonly string[]

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options)
    this.name = 'SetupError'
    this.problems = problems
  }
}
