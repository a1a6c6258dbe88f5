import type { Fault } from '../task/answer.ts'
import { faultPauseMs } from './pauses.ts'
import type { Runtime } from './runtime.ts'

/** What repeating an attempt needs from outside; `Result` is what an attempt comes to. */
export type RetryPorts<Result> = Runtime & {
  /** Is told of each attempt that another one follows, and of the pause before that, in milliseconds. */
  readonly onPause: (result: Result, pauseMs: number) => void
}

// As long as a wait without any answer goes on (docs/reference.md, "Passing faults").
const MAX_TRYING_MS = 120_000
const MIN_PAUSE_MS = 500

/**
 * Repeats an attempt while its fault may pass, for two minutes at most, and returns what the last one came to; nothing
 * where the run was cancelled before one that counts.
 *
 * @param passingFault says why another attempt may go better, nothing where none is to follow
 */
export async function untilSettled<Result>(
  attempt: () => Promise<Result>,
  passingFault: (result: Result) => Fault | undefined,
  { clock, random, cancelled, onPause }: RetryPorts<Result>,
): Promise<Result | undefined> {
  const deadlineMs = clock.now() + MAX_TRYING_MS
  // Asked anew each time: an attempt may take long.
  const isCancelled = (): boolean => cancelled.aborted
  for (let failures = 1; !isCancelled(); failures += 1) {
    const result = await attempt()
    const fault = passingFault(result)
    const leftMs = deadlineMs - clock.now()
    if (fault === undefined || leftMs <= 0) return result
    if (isCancelled()) break
    const pauseMs = Math.min(faultPauseMs(fault, failures, MIN_PAUSE_MS, random()), leftMs)
    onPause(result, pauseMs)
    await clock.sleep(pauseMs, cancelled)
  }
  return undefined
}
