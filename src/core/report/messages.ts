import type { Fault, ServiceError } from '../task/answer.ts'
import { nextStepOf } from './next-step.ts'
import { faultOfEnd, type Place, type Report, type TaskReport } from './report.ts'
import type { Subtask, SystemTask } from '../task/system-task.ts'
import { errorText } from '../task/error-text.ts'
import { plainText } from '../text/plain.ts'
import type { Words } from './words.ts'
import { english } from './words-en.ts'
import { chinese } from './words-zh.ts'

// Long enough for any message that the service is known to send.
const MAX_QUOTED = 500
const MAX_NAMED = 3

const WORDS = { en: english, zh: chinese } as const satisfies Record<string, Words>

/** A language that summary and annotations can be written in. */
export type Language = keyof typeof WORDS

/** The languages that summary and annotations can be written in; the first is the default. */
export const LANGUAGES = Object.keys(WORDS) as readonly Language[]

/** What sentences on a task need to know of its step. */
type StepFacts = Pick<Report, 'timeoutMs' | 'place'>

/** What one language says on every surface. Remote text in the results is one line, cut to a sensible length, and not escaped. */
export type Messages = ReturnType<typeof createMessages>

/** Returns the messages of a language. */
export function messagesFor(language: Language): Messages {
  return createMessages(WORDS[language])
}

/** The English messages: the language of the log. */
export const messages: Messages = createMessages(english)

function createMessages(words: Words) {
  const { punctuation, endings } = words

  function heading({ problems, tasks, verdict }: Report): string {
    if (problems.length > 0) return words.headings.none
    if (tasks.length === 1) return words.headings.one(words.verdicts[verdict])
    const alike = tasks.filter((task) => task.verdict === verdict).length
    return words.headings.several(alike, tasks.length, words.verdicts[verdict])
  }

  function failure(task: TaskReport, step: StepFacts): string {
    const known = [...evidence(task), ...requestFact(task.requestId)]
    const said = `${words.task(task.id)}${ending(task, step)}${parenthesise(known)}${punctuation.stop}`
    return joinSentences([said, nextStep(task, step)])
  }

  function ending(task: TaskReport, { timeoutMs }: StepFacts): string {
    const { end } = task
    switch (end.kind) {
      case 'answered':
        return answered(end.task, task)
      case 'not-found':
        return endings.notFound
      case 'timed-out':
        return timeoutMs === 0
          ? endings.notEnded(quote(end.task.status))
          : endings.timedOut(words.duration(timeoutMs), quote(end.task.status))
      case 'unknown-status':
        return endings.unknownStatus(quote(end.task.status))
      case 'refused':
      case 'unreachable':
        return endings.notLearnt(words.faults[end.fault.reason])
      case 'cancelled':
        return end.by === 'signal' ? endings.cancelled : endings.failFast
    }
  }

  function answered({ message }: SystemTask, { verdict, subtasks }: TaskReport): string {
    // The sentence goes on or gets its own full stop.
    const said = message === undefined ? '' : punctuation.colon + quote(message).replace(/[.。]$/, '')
    if (verdict === 'SUCCESSFUL') return `${endings.successful}${said}`
    const kind = verdict === 'WARNING' ? 'WARNING' : 'FAILED'
    const ended = (kind === 'WARNING' ? endings.warning : endings.failed) + said
    const bad = subtasks.filter(({ status }) => status === kind)
    if (bad.length === 0) return ended
    const counts = words.badSubtasks(kind, bad.length, subtasks.length)
    return `${ended}${punctuation.semicolon}${counts}${punctuation.colon}${listNames(bad)}`
  }

  function listNames(subtasks: readonly Subtask[]): string {
    const named = subtasks
      .slice(0, MAX_NAMED)
      .map((subtask) =>
        subtask.message === undefined
          ? titleOf(subtask)
          : `${titleOf(subtask)}${parenthesise([quote(subtask.message)])}`,
      )
      .join(punctuation.comma)
    return subtasks.length > MAX_NAMED ? words.andMore(named, subtasks.length - MAX_NAMED) : named
  }

  function evidence({ end, error }: TaskReport): readonly string[] {
    return facts(faultOfEnd(end), error)
  }

  function fault(seen: Fault): string {
    const known = [...facts(seen, seen.error), ...requestFact(seen.error?.requestId)]
    return `${words.faults[seen.reason]}${parenthesise(known)}`
  }

  function requestFact(requestId: string | undefined): readonly string[] {
    return requestId === undefined ? [] : [words.request(quote(requestId))]
  }

  function parenthesise(parts: readonly string[]): string {
    return parts.length === 0 ? '' : `${punctuation.open}${parts.join(punctuation.comma)}${punctuation.close}`
  }

  function nextStep(task: TaskReport, _step: StepFacts): string {
    const step = nextStepOf(task)
    return step === undefined ? '' : words.nextSteps[step]
  }

  function stepFailure(report: Report, unnamedSubtasks: number): string {
    if (report.problems.length > 0) return report.problems.join('\n')
    const failing = report.tasks.filter((task) => task.failsStep)
    const worst = failing.find(({ verdict }) => verdict === report.verdict)
    if (worst === undefined) return ''
    return joinSentences([
      failure(worst, report),
      askedAt(worst, report.place),
      words.rest(failing.length - 1, Math.max(0, unnamedSubtasks)),
    ])
  }

  // Where no state was learnt, what the user typed may be the cause.
  function askedAt({ task, end }: TaskReport, place: Place | undefined): string {
    if (task !== undefined || end.kind === 'cancelled' || place === undefined) return ''
    return words.askedAt(place)
  }

  function subtaskFailure(subtask: Subtask & { readonly taskId: string }): string {
    const said = subtask.message === undefined ? words.noReason : quote(subtask.message)
    const where = words.subtaskOf(quote(subtask.id), subtask.taskId)
    return `${titleOf(subtask)}${punctuation.colon}${said}${parenthesise([where])}`
  }

  return {
    /** The words of the language, for labels and the like. */
    words,
    /** Returns the heading of the summary: the worst verdict, and how many tasks have it. */
    heading,
    /** Says in a sentence how the wait for a task ended, without naming the task or the request. */
    outcome: (task: TaskReport, step: StepFacts): string =>
      `${capitalise(ending(task, step))}${parenthesise(evidence(task))}${punctuation.stop}`,
    /** Says in a sentence or two how the wait for a task ended and what to check. */
    failure,
    /** Says what there is to do next; empty where nothing is. */
    nextStep,
    /** Names a fault and what is known of it. */
    fault,
    /** The step's own failure message: the worst task, and how many more there are. */
    stepFailure,
    /** Names a failed subtask, the reason that the service gives, and the task that it belongs to. */
    subtaskFailure,
  }
}

/** Returns what a subtask is called: its name, or its id where it has none. */
export function titleOf({ name, id }: Pick<Subtask, 'name' | 'id'>): string {
  return quote(name === '' ? id : name)
}

function facts(fault: Fault | undefined, error: ServiceError | undefined): readonly string[] {
  const said = errorText(error)
  return [
    ...(fault?.httpStatus === undefined ? [] : [`HTTP ${String(fault.httpStatus)}`]),
    ...(fault?.detail === undefined ? [] : [quote(fault.detail)]),
    ...(said === '' ? [] : [quote(said)]),
  ]
}

function joinSentences(sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce(
      (text, sentence) => (text === '' || /[。！？]$/.test(text) ? text + sentence : `${text} ${sentence}`),
      '',
    )
}

function quote(text: string): string {
  return plainText(text, MAX_QUOTED)
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
