import {
  type Decision,
  initialState,
  type Situation,
  type TaskState,
  type WaitEnd,
} from '../../../src/core/wait/decide.ts'

/** When the wait of `at` ends, in milliseconds. */
export const DEADLINE_MS = 60_000

/** The state of a task whose first poll, at moment 0, was the only one. */
export function state(overrides: Partial<TaskState> = {}): TaskState {
  return { ...initialState, polls: 1, firstPollMs: 0, ...overrides }
}

/** A moment of a wait that began at 0 and may take a minute, with the action's default pauses and no jitter. */
export function at(
  nowMs: number,
  overrides: Partial<Situation & { readonly notFoundGraceMs: number }> = {},
): Situation {
  const { notFoundGraceMs = 0, ...rest } = overrides
  const limits = { startMs: 0, deadlineMs: DEADLINE_MS, notFoundGraceMs }
  const pacing = { bounds: { minMs: 1000, maxMs: 10_000 }, activeTasks: 1, stretch: 1, random: 0.5 }
  return { nowMs, limits, pacing, reachedService: true, ...rest }
}

/** The end that was decided on, if one was. */
export function endOf(decision: Decision): WaitEnd | undefined {
  return 'end' in decision ? decision.end : undefined
}

/** The pause that was decided on, if one was. */
export function pauseOf(decision: Decision): number | undefined {
  return 'pauseMs' in decision ? decision.pauseMs : undefined
}
