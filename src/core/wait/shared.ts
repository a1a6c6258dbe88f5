import type { Answer, AwaitCredential, Fault, PassingReason, PollTask } from '../task/answer.ts'
import {
  type Decision,
  decide,
  endByLastAnswer,
  isFromService,
  lastMomentMs,
  type Limits,
  type TaskState,
  type WaitEnd,
} from './decide.ts'
import { omitUndefined } from '../task/omit-undefined.ts'
import { createPacer, type Pacer, SECOND_MS, SPACING_MS } from './pacer.ts'
import type { PollBounds } from './pauses.ts'
import { createRequestBudget, MAX_UNPROVEN, type RequestBudget } from './request-budget.ts'
import { ATTEMPT_TIMEOUT_MS, type Runtime } from './runtime.ts'
import type { SystemTask } from '../task/system-task.ts'
import { failsStep, verdictOf } from './verdict.ts'

/** The limits that the user has set for the wait; durations in milliseconds. */
export type WaitSettings = {
  readonly timeoutMs: number
  readonly bounds: PollBounds
  readonly notFoundGraceMs: number
  readonly failOnWarning: boolean
  /** Whether the first verdict that fails the step ends the wait for the other tasks. */
  readonly failFast: boolean
}

/** The result of the wait for one task. */
export type TaskWait = Pick<TaskState, 'polls' | 'faults' | 'throttles'> & {
  readonly id: string
  readonly end: WaitEnd
  /** The last usable answer. */
  readonly task?: SystemTask
  /** Request ID of that answer. */
  readonly requestId?: string
  /** Monotonic milliseconds. */
  readonly endedMs: number
}

/** One answer and the decision on it. */
export type PollEvent = {
  readonly id: string
  readonly answer: Answer
  readonly decision: Decision
  readonly nowMs: number
  readonly limits: Limits
}

/** The side of the service: a way to poll a task, and to wait for a key first. */
export type TaskClient = {
  readonly poll: PollTask
  readonly awaitCredential?: AwaitCredential
  /** Returns why there is no key now; undefined if there is one, or if that is not known. */
  readonly keyProblem?: () => Answer | undefined
}

/** The calls and the clock that a wait needs. */
export type WaitContext = Runtime &
  TaskClient & {
    readonly onAnswer: (event: PollEvent) => void
    readonly onEnd: (wait: TaskWait) => void
  }

/** The state that the tasks of a step share. */
export type SharedWait = {
  readonly settings: WaitSettings
  readonly context: WaitContext
  readonly limits: Limits
  readonly taskCount: number
  readonly pacer: Pacer
  readonly budget: RequestBudget
  /** Ends all waits together; its reason is the `WaitEnd` of those that have not ended, and the first reason counts. */
  readonly stop: AbortController
  activeTasks: number
  reachedService: boolean
  lastFault: Fault<PassingReason>
  unprovenRepeats: number
}

// The last request of the last round gets at least this much of its time.
const LAST_ANSWER_MS = 5000

/** Creates what the tasks of a step share. */
export function createSharedWait(
  taskCount: number,
  settings: WaitSettings,
  context: WaitContext,
): SharedWait {
  const { clock, awaitCredential } = context
  const startMs = clock.now()
  const { timeoutMs, notFoundGraceMs } = settings
  const limits: Limits = { startMs, deadlineMs: startMs + timeoutMs, notFoundGraceMs }
  const stop = stopOnCancel(context.cancelled)
  const pacer = createPacer(clock)
  const budget = createRequestBudget({
    clock,
    stopped: stop.signal,
    stretch: pacer.stretch,
    maxSpacingMs: () => maxSpacingMs(shared),
    endMs: () => lastRoundEndMs(shared),
    ready: () => inTime(shared, awaitCredential?.()),
  })
  const shared: SharedWait = {
    ...{ settings, context, limits, taskCount, pacer, budget, stop },
    activeTasks: taskCount,
    reachedService: false,
    lastFault: { reason: 'timeout' },
    unprovenRepeats: 0,
  }
  return shared
}

/** Waits until the task may be polled. Returns the time limit of the attempt in milliseconds, or the end of the wait. */
export async function enter(shared: SharedWait, state: TaskState): Promise<number | WaitEnd> {
  const { budget, stop } = shared
  await budget.enter()
  const leftMs = lastRoundEndMs(shared) - shared.context.clock.now()
  if (!stop.signal.aborted && leftMs > 0) return leftMs
  // Stryker disable next-line BooleanLiteral: no request follows that a proof would let start earlier.
  budget.leave(false)
  if (stop.signal.aborted) return stop.signal.reason as WaitEnd
  const problem = shared.context.keyProblem?.()
  const fault = problem?.kind === 'passing' ? problem.fault : shared.lastFault
  return endByLastAnswer(state, fault) ?? { kind: 'unreachable', fault }
}

/** Returns whether a refused request may be sent once more; it then takes its turn like every other. */
export function mayRepeat(shared: SharedWait): boolean {
  const { budget } = shared
  if (!budget.isProven()) shared.unprovenRepeats += 1
  if (shared.unprovenRepeats > MAX_UNPROVEN) return false
  budget.leave(false)
  return true
}

/** Decides what an answer means for its task, after the step has learned from it. */
export function judge(shared: SharedWait, id: string, state: TaskState, answer: Answer): Decision {
  learnFrom(shared, answer)
  const { settings, context, limits, stop, activeTasks, pacer, reachedService } = shared
  if (stop.signal.aborted && answer.kind === 'passing') return { state, end: stop.signal.reason as WaitEnd }
  const pacing = {
    bounds: settings.bounds,
    activeTasks,
    stretch: pacer.stretch(),
    random: context.random(),
  }
  const nowMs = context.clock.now()
  const decision = decide(state, answer, { nowMs, limits, pacing, reachedService })
  context.onAnswer({ id, answer, decision, nowMs, limits })
  return decision
}

/** Returns the result of the wait for one task, which may end the other waits too. */
export function finish(shared: SharedWait, id: string, state: TaskState, end: WaitEnd): TaskWait {
  const { settings, context, stop } = shared
  shared.activeTasks -= 1
  const { task, requestId, polls, faults, throttles } = state
  const counts = { polls, faults, throttles, endedMs: context.clock.now() }
  const wait: TaskWait = { id, end, ...omitUndefined({ task, requestId }), ...counts }
  context.onEnd(wait)
  if (settings.failFast && failsStep(verdictOf(end), settings.failOnWarning)) {
    stop.abort({ kind: 'cancelled', by: 'fail-fast' } satisfies WaitEnd)
  }
  return wait
}

function stopOnCancel(cancelled: AbortSignal): AbortController {
  const stop = new AbortController()
  const onCancelled = (): void => {
    stop.abort({ kind: 'cancelled', by: 'signal' } satisfies WaitEnd)
  }
  cancelled.addEventListener('abort', onCancelled)
  if (cancelled.aborted) onCancelled()
  return stop
}

function learnFrom(shared: SharedWait, answer: Answer): void {
  const { budget, pacer, stop } = shared
  const wasSent = answer.attempts !== 0
  budget.leave(wasSent && provesCredential(answer))
  shared.reachedService ||= wasSent && isFromService(answer)
  if (answer.kind === 'task') pacer.speedUp()
  if (answer.kind === 'passing') {
    shared.lastFault = answer.fault
    if (wasSent) onPassingFault(shared, answer.fault)
  }
  // The next request with this credential could be the one that locks the key.
  if (answer.kind === 'final' && answer.fault.reason === 'unauthorized') {
    stop.abort({ kind: 'refused', fault: answer.fault } satisfies WaitEnd)
  }
}

// The limit is the user's, so the pause that one task is told to make holds for all of them.
function onPassingFault(shared: SharedWait, { reason, retryAfterMs }: Fault<PassingReason>): void {
  if (reason !== 'throttled' && retryAfterMs === undefined) return
  shared.pacer.slowDown()
  const leftMs = lastMomentMs(shared) - shared.context.clock.now()
  shared.budget.hold(Math.min(Math.max(retryAfterMs ?? 0, SECOND_MS), leftMs))
}

// Every answer of the service except 401 shows that it accepted the credential, or has not checked it.
function provesCredential(answer: Answer): boolean {
  if (!('fault' in answer)) return true
  const { httpStatus } = answer.fault
  return httpStatus !== undefined && httpStatus !== 401
}

// The last round takes as long as one attempt, plus the time that the budget needs for one request per task.
function lastRoundEndMs(shared: SharedWait): number {
  return lastMomentMs(shared) + ATTEMPT_TIMEOUT_MS + shared.taskCount * SPACING_MS
}

// However slow the service has made the step, every task gets its last poll.
function maxSpacingMs(shared: SharedWait): number {
  const nowMs = shared.context.clock.now()
  if (nowMs < lastMomentMs(shared)) return Number.POSITIVE_INFINITY
  return Math.max(SPACING_MS, (lastRoundEndMs(shared) - LAST_ANSWER_MS - nowMs) / shared.activeTasks)
}

// Waits for a key until the end of the last round at most.
async function inTime(shared: SharedWait, ready: Promise<unknown> | undefined): Promise<void> {
  if (ready === undefined) return
  const { context, stop } = shared
  const done = new AbortController()
  const signal = AbortSignal.any([stop.signal, done.signal])
  await Promise.race([ready, context.clock.sleep(lastRoundEndMs(shared) - context.clock.now(), signal)])
  done.abort()
}
