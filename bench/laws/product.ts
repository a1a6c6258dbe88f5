import type { Answer } from '../../src/core/task/answer.ts'
import type { TaskWait, WaitContext, WaitSettings } from '../../src/core/wait/shared.ts'
import { waitForTasks } from '../../src/core/wait/waiter.ts'
import { LATENCY_MS, LOOK_MS } from '../latency.ts'
import type { Outcome } from './law.ts'
import type { Random } from '../random.ts'
import { lonelyClock } from '../simulated-clock.ts'

/** The action's defaults, with a timeout that ends no wait of the benchmark. */
export const SETTINGS: WaitSettings = {
  timeoutMs: 86_400_000,
  bounds: { minMs: 1000, maxMs: 10_000 },
  notFoundGraceMs: 0,
  failOnWarning: false,
  failFast: false,
}

/** Returns the parts of the waiter's context that the benchmark does not observe. */
export function unusedPorts(): Pick<WaitContext, 'cancelled' | 'onAnswer' | 'onEnd'> {
  return {
    // One signal for each wait: on a shared one the listeners accumulate, and adding one compares it with all.
    cancelled: new AbortController().signal,
    onAnswer: () => undefined,
    onEnd: () => undefined,
  }
}

// An arbitrary moment, but not a whole second, which would hide the rounding of the header.
const EPOCH_MS = 1_800_000_000_000

/** Returns the service's answer for a task that started at `startTime`, with a `Date` header of whole seconds. */
export function taskAnswer(ended: boolean, startTime: number, serverMs: number): Answer {
  return {
    kind: 'task',
    task: { status: ended ? 'SUCCESSFUL' : 'RUNNING', startTime, subtasks: [] },
    serverTimeMs: 1000 * Math.floor(serverMs / 1000),
  }
}

/** Returns a start for a task in epoch milliseconds, at a random point of the header's second. */
export function someStartTime(random: Random): number {
  return EPOCH_MS + Math.floor(1000 * random())
}

/** Waits with the code of this action for a task that ends after `endMs`; the wait begins with the task. */
export async function waitWithProduct(endMs: number, random: Random): Promise<Outcome> {
  const clock = lonelyClock()
  const startTime = someStartTime(random)
  const poll: WaitContext['poll'] = async (_id, signal) => {
    const lookMs = clock.now() + LOOK_MS
    await clock.sleep(LATENCY_MS, signal)
    return taskAnswer(lookMs >= endMs, startTime, startTime + lookMs)
  }
  const { waits } = await waitForTasks(['task'], SETTINGS, { ...unusedPorts(), clock, poll, random })
  return outcomeOf(waits[0], endMs)
}

/** Returns the cost of a wait; throws if it did not end with an answer of the service. */
function outcomeOf(wait: TaskWait | undefined, endMs: number): Outcome {
  if (wait?.end.kind !== 'answered') throw new Error(`A wait ended as ${wait?.end.kind ?? 'nothing'}.`)
  return { delayMs: wait.endedMs - endMs, requests: wait.polls }
}
