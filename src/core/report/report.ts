import type { Fault, ServiceError } from '../task/answer.ts'
import type { WaitEnd } from '../wait/decide.ts'
import type { Subtask, SystemTask } from '../task/system-task.ts'
import { splitError } from '../task/error-text.ts'
import { omitUndefined } from '../task/omit-undefined.ts'
import { compareSeverity, failsStep, type Verdict, verdictOf, worstOf } from '../wait/verdict.ts'
import { countsOf, sortSubtasks, type SubtaskCounts } from '../task/subtask-counts.ts'
import type { TaskWait } from '../wait/shared.ts'
import type { StepWait } from '../wait/waiter.ts'

/** The credential that requests are sent with; it never holds a secret. */
export type CredentialUsed = {
  readonly kind: 'access-key' | 'temporary-key' | 'token' | 'federated-user' | 'trust-agency'
  /** Where it comes from, in words for people, for example "the `token` input". */
  readonly from: string
}

/** Where the tasks were asked for, as the user gave it. */
export type Place = {
  readonly project: string
  readonly workspace?: string
  readonly region?: string
  readonly endpoint: string
  readonly credential?: CredentialUsed
}

/** One task as every surface shows it. */
export type TaskReport = {
  /** The id that was asked for. */
  readonly id: string
  readonly verdict: Verdict
  readonly failsStep: boolean
  readonly end: WaitEnd
  /** The last usable answer. */
  readonly task?: SystemTask
  /** Failed first, then warnings, running, unknown and successful ones; stable within. Only the first of a long list. */
  readonly subtasks: readonly Subtask[]
  /** How many subtasks the task has in each state, those that were left out included. */
  readonly counts: SubtaskCounts
  /** The service's error, if one ended the wait. */
  readonly error?: ServiceError
  /** The request as the gateway quotes it in its message; no headline shows it. */
  readonly quoted?: string
  /** Request id of the error that ended the wait, otherwise of the last usable answer. */
  readonly requestId?: string
  readonly polls: number
  /** When the verdict was known, by the runner's clock, in epoch milliseconds. */
  readonly noticedMs?: number
}

/** The result of a step, as plain data for every surface. */
export type Report = {
  readonly verdict: Verdict
  readonly failsStep: boolean
  readonly tasks: readonly TaskReport[]
  readonly place?: Place
  /** Why the wait never began, a sentence each; empty if it did. */
  readonly problems: readonly string[]
  /** The next step if there are problems. */
  readonly nextStep?: SetupStep
  /** The service's error, if signing in failed. */
  readonly error?: ServiceError
  readonly timeoutMs: number
  readonly elapsedMs: number
  readonly polls: number
  readonly faults: number
  readonly throttles: number
}

/** The facts that a report needs besides the waits; durations in milliseconds. */
export type ReportSettings = {
  readonly failOnWarning: boolean
  readonly place: Place
  readonly timeoutMs: number
  /** The runner's clock when the wait began, in epoch milliseconds. */
  readonly wallStartMs: number
}

/** Reports a wait that took place. */
export function reportOf(
  { startMs, waits }: StepWait,
  { failOnWarning, place, timeoutMs, wallStartMs }: ReportSettings,
): Report {
  const tasks = waits.map((wait) => ({
    ...reportTask(wait, failOnWarning),
    noticedMs: wallStartMs + (wait.endedMs - startMs),
  }))
  const verdict = worstOf(tasks.map((task) => task.verdict))
  return {
    verdict,
    failsStep: failsStep(verdict, failOnWarning),
    tasks,
    place,
    problems: [],
    timeoutMs,
    elapsedMs: Math.max(0, ...waits.map((wait) => wait.endedMs - startMs)),
    polls: sum(waits.map((wait) => wait.polls)),
    faults: sum(waits.map((wait) => wait.faults)),
    throttles: sum(waits.map((wait) => wait.throttles)),
  }
}

/** The next step after a wait that never began: one of those in next-step.ts. */
type SetupStep = 'fix-inputs' | 'fix-sign-in' | 'report-bug'

/** Why a wait never began. */
export type Setback = {
  /** A sentence each. */
  readonly problems: readonly string[]
  readonly nextStep: SetupStep
  /** The service's error. */
  readonly error?: ServiceError | undefined
  /** The tasks that were not checked, if the inputs are good. */
  readonly ids?: readonly string[]
}

/** Reports a step that never began to wait. */
export function reportOfProblems({ problems, nextStep, error, ids = [] }: Setback): Report {
  const end: WaitEnd = { kind: 'refused', fault: { reason: 'unauthorized', ...omitUndefined({ error }) } }
  const nothing = { polls: 0, faults: 0, throttles: 0 }
  // Stryker disable next-line BooleanLiteral: an error fails the step with either value.
  const tasks = ids.map((id) => reportTask({ id, end, ...nothing, endedMs: 0 }, false))
  return {
    verdict: 'ERROR',
    failsStep: true,
    problems,
    nextStep,
    ...omitUndefined({ error }),
    tasks,
    timeoutMs: 0,
    elapsedMs: 0,
    ...nothing,
  }
}

/** Returns the tasks by severity, the worst verdict first, then in input order (docs/reference.md, "Job summary"). */
export function tasksBySeverity({ tasks }: Pick<Report, 'tasks'>): readonly TaskReport[] {
  return tasks.toSorted((a, b) => compareSeverity(a.verdict, b.verdict))
}

/** A failed subtask, and id and name of the task that it belongs to. */
export type FailedSubtask = Subtask & { readonly taskId: string; readonly taskName?: string }

/**
 * Yields the subtasks that the service calls FAILED, those of the worst tasks first.
 *
 * @param limit most subtasks, 0 or more
 */
export function* failedSubtasks(
  report: Pick<Report, 'tasks'>,
  limit = Number.POSITIVE_INFINITY,
): Generator<FailedSubtask, void> {
  let left = limit
  for (const { id, task, subtasks, counts } of tasksBySeverity(report)) {
    const shown = subtasks.slice(0, Math.min(left, counts.FAILED))
    const { name: taskName } = { ...task }
    for (const subtask of shown) yield { ...subtask, taskId: id, ...omitUndefined({ taskName }) }
    left -= shown.length
  }
}

/** Counts the subtasks that the service calls FAILED. */
export function countFailed({ tasks }: Pick<Report, 'tasks'>): number {
  return sum(tasks.map(({ counts }) => counts.FAILED))
}

/** Returns the fault that a wait ended with; undefined for any other end. */
export function faultOfEnd(end: WaitEnd): Fault | undefined {
  return 'fault' in end ? end.fault : undefined
}

function reportTask(wait: TaskWait, failOnWarning: boolean): TaskReport {
  const { id, end, task, polls } = wait
  const verdict = verdictOf(end)
  const fault = faultOfEnd(end)
  const { error, quoted } = splitError(end.kind === 'not-found' ? end.error : fault?.error)
  const requestId = end.kind === 'not-found' || fault !== undefined ? error?.requestId : wait.requestId
  return {
    id,
    verdict,
    failsStep: failsStep(verdict, failOnWarning),
    end,
    subtasks: sortSubtasks(task?.subtasks ?? []),
    counts: countsOf(task ?? { subtasks: [] }),
    ...omitUndefined({ task, error, quoted, requestId }),
    polls,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
