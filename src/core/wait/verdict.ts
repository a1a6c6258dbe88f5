import type { WaitEnd } from './decide.ts'
import type { SystemTask } from '../task/system-task.ts'

/** The verdicts, the worst first (docs/reference.md, "Verdicts"). */
export const VERDICTS = [
  'FAILED',
  'NOT_FOUND',
  'ERROR',
  'TIMED_OUT',
  'CANCELLED',
  'WARNING',
  'SUCCESSFUL',
] as const

/** The result of a wait in one word. */
export type Verdict = (typeof VERDICTS)[number]

const END_VERDICTS = {
  'not-found': 'NOT_FOUND',
  'timed-out': 'TIMED_OUT',
  'unknown-status': 'ERROR',
  refused: 'ERROR',
  unreachable: 'ERROR',
  cancelled: 'CANCELLED',
} as const satisfies Record<Exclude<WaitEnd['kind'], 'answered'>, Verdict>

/** State of the commit status at the end of a wait, in GitHub's words. */
export type CommitState = 'success' | 'failure' | 'error'

// `failure` is the service's verdict; `error` means that it gave none (docs/reference.md, "Verdicts").
const COMMIT_STATES = {
  FAILED: 'failure',
  NOT_FOUND: 'failure',
  ERROR: 'error',
  TIMED_OUT: 'error',
  CANCELLED: 'error',
  WARNING: 'success',
  SUCCESSFUL: 'success',
} as const satisfies Record<Verdict, CommitState>

/** Returns the verdict on how a wait ended. */
export function verdictOf(end: WaitEnd): Verdict {
  return end.kind === 'answered' ? verdictOfTask(end.task) : END_VERDICTS[end.kind]
}

/** Returns the worst of the verdicts; ERROR for an empty list, so that a step without tasks never succeeds. */
export function worstOf(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'ERROR'
}

/** Compares two verdicts for sorting, the worst first. */
export function compareSeverity(a: Verdict, b: Verdict): number {
  return VERDICTS.indexOf(a) - VERDICTS.indexOf(b)
}

/** Returns whether a verdict fails the step. */
export function failsStep(verdict: Verdict, failOnWarning: boolean): boolean {
  return verdict !== 'SUCCESSFUL' && (verdict !== 'WARNING' || failOnWarning)
}

/** Returns the state of the commit status for a verdict; a warning that fails the step is a failure. */
export function commitStateOf(verdict: Verdict, stepFails: boolean): CommitState {
  return verdict === 'WARNING' && stepFails ? 'failure' : COMMIT_STATES[verdict]
}

function verdictOfTask({ status, subtasks }: SystemTask): Verdict {
  // Any other status is unreachable via `decide`; fail closed.
  if (status !== 'SUCCESSFUL' && status !== 'WARNING') return status === 'FAILED' ? 'FAILED' : 'ERROR'
  if (subtasks.some((subtask) => subtask.status === 'FAILED')) return 'FAILED'
  return status === 'WARNING' || subtasks.some((subtask) => subtask.status === 'WARNING')
    ? 'WARNING'
    : 'SUCCESSFUL'
}
