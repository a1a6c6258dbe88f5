import type { Answer } from '../../src/core/task/answer.ts'
import type { TaskWait, WaitContext, WaitSettings } from '../../src/core/wait/shared.ts'
import { waitForTasks } from '../../src/core/wait/waiter.ts'
import { LATENCY_MS, LOOK_MS } from '../latency.ts'
import type { Outcome } from './law.ts'
import type { Random } from '../random.ts'
import { lonelyClock } from '../simulated-clock.ts'

/** The action's defaults, but for the time-out: no wait of the benchmark is cut short. */
export const SETTINGS: WaitSettings = {
  timeoutMs: 86_400_000,
  bounds: { minMs: 1000, maxMs: 10_000 },
  notFoundGraceMs: 0,
  failOnWarning: false,
  failFast: false,
}

/** Returns what the waiter needs and the benchmark has no use for. */
export function unusedPorts(): Pick<WaitContext, 'cancelled' | 'onAnswer' | 'onEnd'> {
  return {
    // A signal for each wait: on a shared one listeners would pile up, and each new one is compared with all.
    cancelled: new AbortController().signal,
    onAnswer: () => undefined,
    onEnd: () => undefined,
  }
}

// Any moment will do; a time of day with whole seconds would hide what the header's rounding does.
const EPOCH_MS = 1_800_000_000_000

/** Returns the service's answer for a task that began at `startTime`, by a `Date` header of whole seconds. */
export function taskAnswer(ended: boolean, startTime: number, serverMs: number): Answer {
  return {
    kind: 'task',
    task: { status: ended ? 'SUCCESSFUL' : 'RUNNING', startTime, subtasks: [] },
    serverTimeMs: 1000 * Math.floor(serverMs / 1000),
  }
}

/** Returns a moment at which a task may begin, in epoch milliseconds, at any point of the header's second. */
export function someStartTime(random: Random): number {
  return EPOCH_MS + Math.floor(1000 * random())
}

/** Waits with the product's own code for a task that ends after `endMs`; the wait begins when the task does. */
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

/** Returns what a wait cost; throws where it did not end with the service's word. */
function outcomeOf(wait: TaskWait | undefined, endMs: number): Outcome {
  if (wait?.end.kind !== 'answered') throw new Error(`A wait ended as ${wait?.end.kind ?? 'nothing'}.`)
  return { delayMs: wait.endedMs - endMs, requests: wait.polls }
}
