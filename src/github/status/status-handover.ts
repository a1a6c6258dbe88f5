import * as v from 'valibot'

import type { Runner } from '../runner.ts'

/** The status that is still owed to a commit: what main hands over to the post step. */
export type OwedStatus = v.InferOutput<typeof shape>

const STATE_NAME = 'commit-status'

const shape = v.object({
  sha: v.string(),
  context: v.string(),
  state: v.picklist(['error', 'failure', 'success']),
  description: v.string(),
  /** Whether the wait had come to a verdict, and this is it. */
  finished: v.boolean(),
  /** Whether people were told already that the status could not be published. */
  warned: v.boolean(),
})

/** Writes down what is owed from now on; undefined where nothing is. */
export function saveOwed({ saveState }: Pick<Runner, 'saveState'>, owed: OwedStatus | undefined): void {
  saveState(STATE_NAME, owed === undefined ? '' : JSON.stringify(owed))
}

/** Returns what was written down last; undefined where nothing is owed. */
export function readOwed({ readState }: Pick<Runner, 'readState'>): OwedStatus | undefined {
  const text = readState(STATE_NAME)
  if (text === '') return undefined
  const saved = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), text)
  return saved.success ? saved.output : undefined
}
