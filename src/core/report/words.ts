import type { Fault } from '../task/answer.ts'
import type { Place } from './report.ts'
import type { KnownStatus, SubtaskCounts } from './subtask-counts.ts'
import type { Verdict } from '../wait/verdict.ts'

/** Why asking for a task's state brought nothing. */
export type Reason = Fault['reason']

/** What there is to do next, by verdict, by kind of fault and by what the service says. */
export type NextStep =
  | 'mend-subtasks'
  | 'failed-early'
  | 'failed-silently'
  | 'obs-file'
  | 'look-at-warning'
  | 'check-place'
  | 'raise-timeout'
  | 'report-status'
  | 'run-again'
  | 'check-reach'
  | 'check-network'
  | 'check-stranger'
  | 'check-service'
  | 'check-backend'
  | 'check-iam'
  | 'check-quota'
  | 'check-credential'
  | 'check-key'
  | 'check-token'
  | 'check-locked-key'
  | 'check-clock'
  | 'check-permissions'
  | 'check-account'
  | 'check-project'
  | 'check-workspace'
  | 'check-parameters'
  | 'check-request'
  | 'check-address'
  | 'check-api'
  | 'check-certificate'
  | 'check-proxy'

/** What is known of a step's waiting; durations in milliseconds. */
export type Waiting = {
  readonly elapsedMs: number
  readonly timeoutMs: number
  readonly polls: number
  readonly faults: number
  readonly throttles: number
}

/**
 * All words of one language. What is given to a function is ready to be shown; a language that lacks one of these does
 * not compile.
 */
export type Words = {
  readonly punctuation: {
    readonly colon: string
    readonly semicolon: string
    readonly comma: string
    readonly stop: string
    readonly open: string
    readonly close: string
  }
  /** Writes milliseconds (0 or more) for people. */
  readonly duration: (ms: number) => string
  readonly number: (count: number) => string
  readonly verdicts: Readonly<Record<Verdict, string>>
  /** The one word for each verdict and each state of a subtask in every table. */
  readonly statuses: Readonly<Record<Verdict | KnownStatus, string>>
  readonly faults: Readonly<Record<Reason, string>>
  /** Whole sentences. */
  readonly nextSteps: Readonly<Record<NextStep, string>>

  readonly headings: {
    readonly none: string
    readonly one: (verdict: string) => string
    readonly several: (alike: number, all: number, verdict: string) => string
  }
  /** The subject of a sentence on a task; what follows is one of `endings`. */
  readonly task: (id: string) => string
  readonly endings: {
    readonly successful: string
    readonly warning: string
    readonly failed: string
    readonly notFound: string
    readonly notEnded: (status: string) => string
    readonly timedOut: (limit: string, status: string) => string
    readonly unknownStatus: (status: string) => string
    readonly notLearnt: (why: string) => string
    readonly cancelled: string
    readonly failFast: string
  }
  readonly badSubtasks: (verdict: 'FAILED' | 'WARNING', bad: number, all: number) => string
  readonly andMore: (list: string, hidden: number) => string
  readonly request: (id: string) => string
  /** A sentence that says where tasks were asked for, as the user gave it. */
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
  /** Says what the step's failure message leaves out; 0 of a kind is not mentioned. */
  readonly rest: (tasks: number, subtasks: number) => string
  readonly noReason: string
  readonly subtaskOf: (subtaskId: string, taskId: string) => string
  readonly annotationTitles: { readonly subtask: string; readonly warning: string }
  readonly labels: Readonly<Record<Label, string>>
}

/** What the cells of the summary's tables and its paragraphs are called. */
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
