import type { Answer, Fault, FinalReason, PassingReason, ServiceError } from '../task/answer.ts'
import { faultPauseMs, type Pacing, pollPauseMs } from './pauses.ts'
import type { SystemTask } from '../task/system-task.ts'

/** How the wait for one task ended. */
export type WaitEnd =
  /** The service gave a complete answer that says the task has ended. */
  | { readonly kind: 'answered'; readonly task: SystemTask }
  | { readonly kind: 'not-found'; readonly error: ServiceError }
  /** At the deadline the last usable answer said that the task had not ended. */
  | {
      readonly kind: 'timed-out'
      readonly task: SystemTask
      /** Why the last poll had no key; absent if the service was asked. */
      readonly fault?: Fault<PassingReason>
    }
  | { readonly kind: 'unknown-status'; readonly task: SystemTask }
  | { readonly kind: 'refused'; readonly fault: Fault<FinalReason> }
  /** No usable answer came in time. */
  | { readonly kind: 'unreachable'; readonly fault: Fault<PassingReason> }
  | { readonly kind: 'cancelled'; readonly by: 'signal' | 'fail-fast' }

/** The state of one wait between two polls. */
export type TaskState = {
  readonly polls: number
  readonly faults: number
  readonly throttles: number
  /** Consecutive faults. */
  readonly faultsInARow: number
  /** Monotonic milliseconds; absent before the first poll. */
  readonly firstPollMs: number | undefined
  /** The last usable answer. */
  readonly task: SystemTask | undefined
  /** Request id of the last usable answer. */
  readonly requestId: string | undefined
  /** The "not found" error, if that was the latest answer. */
  readonly missing: ServiceError | undefined
}

/** The state before the first poll. */
export const initialState: TaskState = {
  polls: 0,
  faults: 0,
  throttles: 0,
  faultsInARow: 0,
  firstPollMs: undefined,
  task: undefined,
  requestId: undefined,
  missing: undefined,
}

/** Bounds of the wait, milliseconds; the first two on the monotonic clock. */
export type Limits = {
  /** When the step's first poll began. */
  readonly startMs: number
  readonly deadlineMs: number
  readonly notFoundGraceMs: number
}

/** The circumstances of a decision. */
export type Situation = {
  /** Monotonic milliseconds. */
  readonly nowMs: number
  readonly limits: Limits
  readonly pacing: Pacing
  /** Whether an answer to any task of the step has shown that the right service was reached, this answer included. */
  readonly reachedService: boolean
}

/** Either the end of the wait or the pause before the next poll, in milliseconds. */
export type Decision = { readonly state: TaskState } & (
  { readonly end: WaitEnd } | { readonly pauseMs: number }
)

// A mistyped host name must not cost the whole timeout (docs/reference.md, "Transient faults").
const MAX_UNREACHED_MS = 120_000
// A greater age means that a clock or a field is wrong (docs/reference.md, "Polling").
const MAX_AGE_MS = 7 * 86_400_000

/** Returns whether an answer proves that the right service was reached. HTTP 429 does; other transient faults do not. */
export function isFromService(answer: Answer): boolean {
  return !('fault' in answer) || answer.fault.reason === 'throttled'
}

/** Returns the monotonic moment, in milliseconds, at which the last polls start. */
export function lastMomentMs(situation: Pick<Situation, 'limits' | 'reachedService'>): number {
  const { startMs, deadlineMs } = situation.limits
  return situation.reachedService ? deadlineMs : Math.min(deadlineMs, startMs + MAX_UNREACHED_MS)
}

/** Decides from one answer whether the wait for its task is over, and if not, how long to pause. */
export function decide(state: TaskState, answer: Answer, situation: Situation): Decision {
  switch (answer.kind) {
    case 'final':
      return { state, end: { kind: 'refused', fault: answer.fault } }
    case 'not-found':
      return onNotFound(state, answer.error, situation)
    case 'passing':
      return onPassingFault(state, answer.fault, situation)
    case 'task':
      return onTask(state, answer, situation)
  }
}

function onTask(
  before: TaskState,
  answer: Extract<Answer, { kind: 'task' }>,
  situation: Situation,
): Decision {
  const { task, requestId } = answer
  const state: TaskState = { ...before, faultsInARow: 0, task, requestId, missing: undefined }
  const over = situation.nowMs >= situation.limits.deadlineMs

  if (task.status === 'SUCCESSFUL' || task.status === 'FAILED')
    return { state, end: { kind: 'answered', task } }
  if (task.status === 'WARNING') {
    // A failed subtask decides the verdict even if the end of the task was not confirmed in time.
    const settled =
      hasEnded(task, before.task) || (over && task.subtasks.some(({ status }) => status === 'FAILED'))
    if (settled) return { state, end: { kind: 'answered', task } }
  }
  const repeated = before.task !== undefined && !isKnownStatus(before.task.status)
  if (!isKnownStatus(task.status) && repeated) return { state, end: { kind: 'unknown-status', task } }
  if (over) return { state, end: endByStatus(task) }
  const pauseMs = pollPauseMs(ageMs(state, answer, situation), situation.pacing)
  return { state, pauseMs: cutToDeadline(pauseMs, situation) }
}

function onNotFound(before: TaskState, error: ServiceError, situation: Situation): Decision {
  const { nowMs, limits, pacing } = situation
  const state: TaskState = { ...before, faultsInARow: 0 }
  const waitedMs = nowMs - (state.firstPollMs ?? nowMs)
  const tolerated = state.task === undefined && waitedMs < limits.notFoundGraceMs && nowMs < limits.deadlineMs
  if (!tolerated) return { state, end: { kind: 'not-found', error } }
  return {
    state: { ...state, missing: error },
    pauseMs: cutToDeadline(pollPauseMs(waitedMs, pacing), situation),
  }
}

function onPassingFault(before: TaskState, fault: Fault<PassingReason>, situation: Situation): Decision {
  const { nowMs, pacing } = situation
  const throttled = fault.reason === 'throttled'
  const faultsInARow = before.faultsInARow + 1
  const state: TaskState = {
    ...before,
    faultsInARow,
    faults: before.faults + (throttled ? 0 : 1),
    throttles: before.throttles + (throttled ? 1 : 0),
  }
  const lastMoment = lastMomentMs(situation)
  if (nowMs >= lastMoment)
    return { state, end: endByLastAnswer(state, fault) ?? { kind: 'unreachable', fault } }
  const pauseMs = faultPauseMs(fault, faultsInARow, pacing.bounds.minMs, pacing.random)
  return { state, pauseMs: Math.min(pauseMs, lastMoment - nowMs) }
}

/**
 * Returns the end of a wait whose time is over by the latest usable answer; undefined if there was none.
 *
 * @param fault of the last poll, which is reported if it had no key
 */
export function endByLastAnswer(
  { missing, task }: TaskState,
  fault: Fault<PassingReason>,
): WaitEnd | undefined {
  if (missing !== undefined) return { kind: 'not-found', error: missing }
  const end = task && endByStatus(task)
  return end?.kind === 'timed-out' && fault.signIn !== undefined ? { ...end, fault } : end
}

function endByStatus(task: SystemTask): WaitEnd {
  return { kind: isKnownStatus(task.status) ? 'timed-out' : 'unknown-status', task }
}

function hasEnded(task: SystemTask, earlier: SystemTask | undefined): boolean {
  const sameUpdate = task.lastUpdate !== undefined && task.lastUpdate === earlier?.lastUpdate
  return task.endTime !== undefined || (earlier?.status === 'WARNING' && sameUpdate)
}

// SUCCESSFUL and FAILED have ended the wait before this is called.
function isKnownStatus(status: string): boolean {
  return status === 'RUNNING' || status === 'WARNING'
}

function ageMs(state: TaskState, answer: Extract<Answer, { kind: 'task' }>, { nowMs }: Situation): number {
  const byService = (answer.serverTimeMs ?? Number.NaN) - (answer.task.startTime ?? Number.NaN)
  const trusted = byService >= 0 && byService <= MAX_AGE_MS
  return trusted ? byService : nowMs - (state.firstPollMs ?? nowMs)
}

// The last poll starts at the deadline itself.
function cutToDeadline(pauseMs: number, { nowMs, limits }: Situation): number {
  return Math.min(pauseMs, limits.deadlineMs - nowMs)
}
