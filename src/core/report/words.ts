import type { Fault } from '../task/answer.ts'
import type { NextStep } from './next-step.ts'
import type { CredentialUsed, Place } from './report.ts'
import type { KnownStatus, SubtaskCounts } from '../task/subtask-counts.ts'
import type { Verdict } from '../wait/verdict.ts'

/** Why a status check brought nothing. */
type Reason = Fault['reason']

/** The numbers of a step's wait; durations in milliseconds. */
export type Waiting = {
  readonly elapsedMs: number
  readonly timeoutMs: number
  readonly polls: number
  readonly faults: number
  readonly throttles: number
}

/** A success, as `message` tells of it; each part is ready to be shown. */
type Success = {
  readonly id: string
  readonly name: string | undefined
  readonly durationMs: number | undefined
  readonly subtasks: number
}

/**
 * All words of one language. Values given to a function are ready to be shown; a language that lacks one of these does
 * not compile.
 */
export type Words = {
  readonly punctuation: {
    readonly colon: string
    readonly semicolon: string
    /** Between unlike facts. */
    readonly comma: string
    /** Between names of a list. */
    readonly listComma: string
    readonly stop: string
    readonly open: string
    readonly close: string
  }
  /** Makes a sentence of a clause; the subject of one of `endings` becomes "the task". */
  readonly sentence: (clause: string) => string
  /** Joins sentences, none of which is empty; without any the text is empty. */
  readonly join: (sentences: readonly string[]) => string
  /** Writes milliseconds (0 or more) for people. */
  readonly duration: (ms: number) => string
  readonly number: (count: number) => string
  readonly verdicts: Readonly<Record<Verdict, string>>
  /** The meaning of the verdict ERROR, by its reason. */
  readonly errors: Readonly<Record<Reason | 'unknown-status' | 'no-new-keys', string>>
  /** The verdict TIMED_OUT of a single check. */
  readonly stillRunning: string
  /** The one word for each verdict and each state of a subtask in every table. */
  readonly statuses: Readonly<Record<Verdict | KnownStatus, string>>
  /** Clauses. */
  readonly faults: Readonly<Record<Reason, string>>
  /** A clause on a fault that has no other reason: this service gave no new keys. */
  readonly noNewKeys: (service: string) => string
  /** Whole sentences; `{job}` stands for the name of a job, `{credential}` for the credential that was used. */
  readonly nextSteps: Readonly<Record<NextStep, string>>
  /** Names the credential that was used, as an object of a sentence. */
  readonly credential: (used: CredentialUsed | undefined) => string
  /** Refers to a document; without a full stop, so that none becomes part of an address. */
  readonly see: (citation: string) => string

  readonly headings: {
    readonly none: string
    readonly one: (verdict: string) => string
    /** Counts the tasks that did not succeed, by their results. */
    readonly failed: (
      failed: number,
      all: number,
      by: readonly (readonly [count: number, verdict: string])[],
    ) => string
    readonly warned: (warned: number, all: number) => string
    readonly succeeded: (all: number) => string
  }
  /** The subject of a sentence on a task; one of `endings` follows. */
  readonly task: (id: string) => string
  /** Clauses, each with the sign or blank that separates it from its subject. */
  readonly endings: {
    readonly successful: string
    readonly warning: string
    readonly failed: string
    readonly notFound: string
    readonly checkedOnce: (status: string) => string
    readonly timedOut: (limit: string, status: string) => string
    readonly unknownStatus: (status: string) => string
    readonly notChecked: (why: string) => string
    readonly cancelled: string
    readonly failFast: string
  }
  /** Says in a sentence that one task succeeded. */
  readonly success: (seen: Success) => string
  /** Says in a sentence that all of several tasks succeeded. */
  readonly successes: (tasks: number, elapsedMs: number) => string
  readonly badSubtasks: (verdict: 'FAILED' | 'WARNING', bad: number, all: number) => string
  readonly andMore: (list: string, hidden: number) => string
  readonly request: (id: string) => string
  /** A sentence that says from where tasks were requested, as the user gave it. */
  readonly askedAt: (place: Place) => string
  readonly statistics: (waiting: Waiting) => string
  readonly subtaskCounts: (counts: SubtaskCounts) => string
  /** Title of a fold that hides the rest of a table. */
  readonly moreSubtasks: (counts: SubtaskCounts) => string
  readonly subtasksNotShown: (counts: SubtaskCounts) => string
  /** Title of a fold that hides tasks. */
  readonly moreTasks: (count: number) => string
  readonly tasksNotShown: (count: number) => string
  readonly textsCut: string
  /** Counts the failures that the step's failure message leaves out; 0 of a kind is not mentioned. */
  readonly rest: (tasks: number, subtasks: number) => string
  /** A sentence in place of the message that a failed subtask lacks. */
  readonly noReason: string
  readonly subtaskOf: (subtaskId: string, taskId: string) => string
  readonly annotationTitles: { readonly subtask: string; readonly warning: string }
  readonly labels: Readonly<Record<Label, string>>
}

/** The names of the summary's cells and paragraphs. */
type Label =
  | 'verdict'
  | 'task'
  | 'name'
  | 'message'
  | 'code'
  | 'request'
  | 'quoted'
  | 'project'
  | 'workspace'
  | 'defaultWorkspace'
  | 'region'
  | 'endpoint'
  | 'started'
  | 'ended'
  | 'duration'
  | 'noticed'
  | 'subtask'
  | 'subtasks'
  | 'lastUpdate'
  | 'timeline'
  | 'details'
  | 'nextStep'
