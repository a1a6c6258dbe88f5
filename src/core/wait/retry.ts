import type { Fault } from '../task/answer.ts'
import { faultPauseMs } from './pauses.ts'
import type { Runtime } from './runtime.ts'

/** The calls that repeating an attempt needs; `Result` is the result of one attempt. */
type Retry<Result> = Runtime & {
  /** Called before each pause, with the result of the attempt and the pause in milliseconds. */
  readonly onPause: (result: Result, pauseMs: number) => void
}

// Like a wait without any answer (docs/reference.md, "Transient faults").
const MAX_TRYING_MS = 120_000
const MIN_PAUSE_MS = 500

/**
 * Repeats an attempt while its fault is transient, for two minutes at most, and returns the last result; undefined if
 * the run was cancelled first.
 *
 * @param passingFault returns the fault that another attempt may not have; undefined if no attempt is to follow
 */
export async function untilSettled<Result>(
  attempt: () => Promise<Result>,
  passingFault: (result: Result) => Fault | undefined,
  { clock, random, cancelled, onPause }: Retry<Result>,
): Promise<Result | undefined> {
  const deadlineMs = clock.now() + MAX_TRYING_MS
  // A function, because the compiler would take the value of a field for a constant.
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
