import * as v from 'valibot'

import type { Runner } from '../runner.ts'

/** The final commit status that is not published yet; the main step saves it for the post step. */
export type PendingStatus = v.InferOutput<typeof shape>

const STATE_NAME = 'commit-status'

const shape = v.object({
  sha: v.string(),
  context: v.string(),
  state: v.picklist(['error', 'failure', 'success']),
  description: v.string(),
  /** Whether the status shows the verdict of a finished wait. */
  hasVerdict: v.boolean(),
  /** Whether a warning was written already. */
  warned: v.boolean(),
})

/** Saves the status that the post step must publish; `undefined` if there is none. */
export function savePending({ saveState }: Pick<Runner, 'saveState'>, status?: PendingStatus): void {
  saveState(STATE_NAME, status === undefined ? '' : JSON.stringify(status))
}

/** Returns the status that was saved last; undefined if there is none, or none that can be read. */
export function readPending({ readState }: Pick<Runner, 'readState'>): PendingStatus | undefined {
  const saved = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), readState(STATE_NAME))
  return saved.success ? saved.output : undefined
}
