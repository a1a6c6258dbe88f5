import type { Answer, Fault, PassingReason, PollTask } from '../task/answer.ts'
import {
  type Decision,
  decide,
  isContact,
  lastMomentMs,
  type Limits,
  type TaskState,
  type WaitEnd,
} from './decide.ts'
import { type PollBounds, relaxed, stretched } from './pauses.ts'
import { omitUndefined } from '../task/omit-undefined.ts'
import { createRequestBudget, SECOND_MS, SPACING_MS } from './request-budget.ts'
import type { Runtime } from './runtime.ts'
import type { SystemTask } from '../task/system-task.ts'
import { failsStep, verdictOf } from './verdict.ts'

/** What the user allows the wait; durations in milliseconds. */
export type WaitSettings = {
  readonly timeoutMs: number
  readonly bounds: PollBounds
  readonly notFoundGraceMs: number
  readonly failOnWarning: boolean
  /** Whether the wait for the others ends with the first verdict that fails the step. */
  readonly failFast: boolean
}

/** All that is known of one task when its wait is over. */
export type TaskWait = {
  readonly id: string
  readonly end: WaitEnd
  /** The last usable answer. */
  readonly task?: SystemTask
  /** Request id of that answer. */
  readonly requestId?: string
  readonly polls: number
  readonly faults: number
  readonly throttles: number
  /** Monotonic milliseconds. */
  readonly endedMs: number
}

/** One answer and what was decided from it. */
export type PollEvent = {
  readonly id: string
  readonly answer: Answer
  readonly decision: Decision
  readonly nowMs: number
  readonly limits: Limits
}

/** What the waiter needs from outside. */
export type WaitPorts = Runtime & {
  readonly poll: PollTask
  readonly onAnswer: (event: PollEvent) => void
  readonly onEnd: (wait: TaskWait) => void
}

/** What the tasks of a step share. */
export type Step = ReturnType<typeof createStep>

/** Creates what the tasks of a step share: the budget of requests, what is known of the service, and the end of everything. */
export function createStep(taskCount: number, settings: WaitSettings, ports: WaitPorts) {
  const { clock, cancelled } = ports
  const startMs = clock.now()
  const limits: Limits = {
    startMs,
    deadlineMs: startMs + settings.timeoutMs,
    notFoundGraceMs: settings.notFoundGraceMs,
  }
  const budget = createRequestBudget(clock)
  // Every task gets a last poll; this is the time that the budget alone needs for that.
  const lastRoundMs = taskCount * SPACING_MS
  const stop = new AbortController()
  let stopEnd: WaitEnd = { kind: 'cancelled', by: 'signal' }
  let activeTasks = taskCount
  let contact = false
  let stretch = 1
  let lastFault: Fault<PassingReason> | undefined

  const stopAll = (end: WaitEnd): void => {
    if (stop.signal.aborted) return
    stopEnd = end
    stop.abort()
  }
  const onCancelled = (): void => {
    stop.abort()
  }
  cancelled.addEventListener('abort', onCancelled)
  if (cancelled.aborted) onCancelled()

  // Those behind in line are to learn of the end too.
  function leaveStopped(): WaitEnd {
    // Stryker disable next-line BooleanLiteral: nobody sends anything any more, whatever is known of the credential.
    budget.leave(false)
    return stopEnd
  }

  // The quota is the user's: what one task is told is true for all of them.
  function onThrottled(retryAfterMs: number): void {
    stretch = stretched(stretch)
    const leftMs = limits.deadlineMs - clock.now()
    // No pause goes past the deadline; the last round only keeps its requests farther apart.
    budget.slowDown(Math.max(0, Math.min(Math.max(retryAfterMs, SECOND_MS), leftMs)))
  }

  function onGoodAnswer(): void {
    stretch = relaxed(stretch)
    budget.speedUp()
  }

  function learnFrom(answer: Answer): void {
    budget.leave(isProof(answer))
    contact ||= isContact(answer)
    switch (answer.kind) {
      case 'task':
        onGoodAnswer()
        return
      case 'passing':
        lastFault = answer.fault
        if (answer.fault.reason === 'throttled') onThrottled(answer.fault.retryAfterMs ?? 0)
        return
      case 'final':
        // The next request with this credential could be the one that locks the key.
        if (answer.fault.reason === 'unauthorized') stopAll({ kind: 'refused', fault: answer.fault })
        return
      // Stryker disable next-line StringLiteral: there is nothing to learn from it.
      case 'not-found':
    }
  }

  return {
    startMs,
    stopped: stop.signal,

    /** Waits for the right to send a request; returns the end of the wait where none may be sent any more. */
    async enter(): Promise<WaitEnd | undefined> {
      await budget.enter(stop.signal)
      if (stop.signal.aborted) return leaveStopped()
      // Without any answer so far attempts go one by one, and slow ones could go on for hours: theirs is the fault that everyone has.
      const tooLate = !budget.isProven() && clock.now() > lastMomentMs(limits, contact) + lastRoundMs
      if (!tooLate || lastFault === undefined) return undefined
      stopAll({ kind: 'unreachable', fault: lastFault })
      return leaveStopped()
    },

    /** Decides what an answer means for its task, after all tasks have learnt from it. */
    judge(id: string, state: TaskState, answer: Answer): Decision {
      learnFrom(answer)
      if (stop.signal.aborted && answer.kind === 'passing') return { state, end: stopEnd }
      const pacing = { bounds: settings.bounds, activeTasks, stretch, random: ports.random() }
      const nowMs = clock.now()
      const decision = decide(state, answer, { nowMs, limits, pacing, contact })
      ports.onAnswer({ id, answer, decision, nowMs, limits })
      return decision
    },

    finish(id: string, state: TaskState, end: WaitEnd): TaskWait {
      activeTasks -= 1
      const { task, requestId, polls, faults, throttles } = state
      const counts = { polls, faults, throttles, endedMs: clock.now() }
      const wait: TaskWait = { id, end, ...omitUndefined({ task, requestId }), ...counts }
      ports.onEnd(wait)
      if (settings.failFast && failsStep(verdictOf(end), settings.failOnWarning)) {
        stopAll({ kind: 'cancelled', by: 'fail-fast' })
      }
      return wait
    },
  }
}

// Any answer of the service but 401 shows that it took the credential, or never looked at it.
function isProof(answer: Answer): boolean {
  switch (answer.kind) {
    case 'task':
    case 'not-found':
      return true
    case 'passing':
    case 'final':
      return answer.fault.httpStatus !== undefined && answer.fault.httpStatus !== 401
  }
}
