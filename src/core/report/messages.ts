import type { Fault } from '../task/answer.ts'
import { totalOf } from '../task/subtask-counts.ts'
import { workOf } from '../task/subtask-work.ts'
import { GUIDE, type NextStep, nextStepAfter, nextStepOf, type StepFacts } from './next-step.ts'
import {
  type CredentialUsed,
  type FailedSubtask,
  faultOfEnd,
  type Report,
  type TaskReport,
  tasksBySeverity,
} from './report.ts'
import {
  aside,
  clause,
  ending,
  faultFacts,
  faultWords,
  joined,
  MAX_QUOTED,
  requestFact,
  taskFacts,
  titleOf,
} from './sentences.ts'
import { plainText } from '../text/plain.ts'
import { english, type Words } from './words-en.ts'
import { chinese } from './words-zh.ts'

const MAX_ADVICE = 1000
const MAX_NAME = 200

const WORDS = { en: english, zh: chinese } as const satisfies Record<string, Words>

/** A language that summary and annotations can be written in. */
export type Language = keyof typeof WORDS

/** The languages that summary and annotations can be written in; the first is the default. */
export const LANGUAGES = Object.keys(WORDS) as readonly Language[]

/** The texts of one language for every surface. */
export type Messages = Readonly<ReturnType<typeof messagesFor>>

/** Returns the messages of a language. Remote text in the results is one line, cut to a sensible length, and not escaped. */
export function messagesFor(language: Language) {
  const words: Words = WORDS[language]
  return {
    /** The words of the language, for labels and the like. */
    words,
    /** Returns the heading of the summary: the result of the task, or how many of several did not succeed. */
    heading: (report: Report) => heading(words, report),
    /** Says in a sentence how the wait for a task ended, without naming the task or the request. */
    outcome: (task: TaskReport, step: StepFacts) =>
      words.sentence(ending(words, task, step) + aside(words, taskFacts(task))),
    /** Says in a sentence or two how the wait for a task ended, and names the next step. */
    failure: (task: TaskReport, step: StepFacts) => failure(words, task, step),
    /** Returns the next step as a sentence; empty after a success. */
    nextStep: (task: TaskReport, step: StepFacts) => nextStep(words, task, step),
    /** Returns the next step after a wait that never began; empty if it did begin. */
    setupStep: (report: Report) => setupStep(words, report),
    /** Refers to the section of docs/troubleshooting.md for the next step of a task; empty after a success. */
    guide: (task: TaskReport, step: StepFacts) => guide(words, nextStepOf(task, step)),
    /** Refers to the section of docs/troubleshooting.md for a wait that never began; empty if it did begin. */
    setupGuide: (report: Report) => guide(words, report.nextStep),
    /** Names a fault and the known facts about it. */
    fault: (fault: Fault) => faultText(words, fault),
    /** Returns the next step after a fault that ends the attempts. */
    advice: (fault: Fault, used?: CredentialUsed) => nameCredential(words, nextStepAfter(fault, used), used),
    /** The step's own failure message: the worst task, how many more there are, and where to read on. */
    stepFailure: (report: Report, unnamedSubtasks: number) => stepFailure(words, report, unnamedSubtasks),
    /** Names a failed subtask, the reason that the service gives or where to look for it, and the task. */
    subtaskFailure: (subtask: FailedSubtask) => subtaskFailure(words, subtask),
    /** Tells the result of the step in one paragraph: the output `message`. */
    result: (report: Report) => result(words, report),
  }
}

/** The English messages: the language of the log. */
export const messages = messagesFor('en')

function heading(words: Words, report: Report): string {
  const { problems, tasks } = report
  const { headings } = words
  const [first, ...others] = tasksBySeverity(report)
  if (problems.length > 0 || first === undefined) return headings.none
  if (others.length === 0) return headings.one(verdict(words, first, report))
  const failing = tasks.filter(({ failsStep }) => failsStep)
  if (failing.length > 0) return headings.failed(failing.length, tasks.length, verdictCounts(words, report))
  const warned = tasks.filter((task) => task.verdict === 'WARNING').length
  return warned > 0 ? headings.warned(warned, tasks.length) : headings.succeeded(tasks.length)
}

function verdictCounts(words: Words, report: Report): readonly (readonly [number, string])[] {
  const counts = new Map<string, number>()
  for (const task of tasksBySeverity(report).filter(({ failsStep }) => failsStep)) {
    const word = verdict(words, task, report)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return Array.from(counts, ([word, count]) => [count, word])
}

function verdict(words: Words, { verdict, end }: TaskReport, { timeoutMs }: StepFacts): string {
  switch (end.kind) {
    case 'refused':
    case 'unreachable':
      return words.errors[end.fault.signIn === undefined ? end.fault.reason : 'no-new-keys']
    case 'unknown-status':
      return words.errors['unknown-status']
    case 'timed-out':
      return timeoutMs === 0 ? words.stillRunning : words.verdicts[verdict]
    case 'answered':
    case 'not-found':
    case 'cancelled':
      return words.verdicts[verdict]
  }
}

function failure(words: Words, task: TaskReport, step: StepFacts): string {
  const known = [...taskFacts(task), ...requestFact(words, task.requestId)]
  const said = words.task(task.id) + ending(words, task, step) + aside(words, known) + words.punctuation.stop
  const next = nextStepOf(task, step)
  const reason = next === 'read-job-log' || next === 'stop-job' ? words.noReason : ''
  return joined(words, [said, reason, nextStep(words, task, step)])
}

function nextStep(words: Words, task: TaskReport, step: StepFacts): string {
  const own = faultOfEnd(task.end)?.advice
  if (own !== undefined) return plainText(own, MAX_ADVICE)
  const next = nextStepOf(task, step)
  if (next === undefined) return ''
  const sentence = nameCredential(words, next, step.place?.credential)
  const [first] = task.subtasks
  return first === undefined ? sentence : nameJob(sentence, workOf(first).job)
}

function nameCredential(words: Words, step: NextStep, used: CredentialUsed | undefined): string {
  return words.nextSteps[step].replaceAll('{credential}', () => words.credential(used))
}

function nameJob(sentence: string, job: string): string {
  return sentence.replaceAll('{job}', () => plainText(job, MAX_QUOTED))
}

function setupStep(words: Words, { nextStep: step }: Report): string {
  return step === undefined ? '' : words.nextSteps[step]
}

function guide(words: Words, step: NextStep | undefined): string {
  return step === undefined ? '' : words.see(`docs/troubleshooting.md, "${GUIDE[step]}"`)
}

function faultText(words: Words, fault: Fault): string {
  const known = [...faultFacts(fault, fault.error), ...requestFact(words, fault.error?.requestId)]
  return faultWords(words, fault) + aside(words, known)
}

function stepFailure(words: Words, report: Report, unnamedSubtasks: number): string {
  const { problems } = report
  if (problems.length > 0) {
    return [...problems, setupStep(words, report), guide(words, report.nextStep)].join('\n')
  }
  const failing = tasksBySeverity(report).filter((task) => task.failsStep)
  const [worst] = failing
  if (worst === undefined) return ''
  return joined(words, [
    failure(words, worst, report),
    askedAt(words, worst, report),
    words.rest(failing.length - 1, Math.max(0, unnamedSubtasks)),
    guide(words, nextStepOf(worst, report)),
  ])
}

// If no state was learnt, the cause may be an input.
function askedAt(words: Words, { task, end }: TaskReport, { place }: StepFacts): string {
  if (task !== undefined || end.kind === 'cancelled' || place === undefined) return ''
  return words.askedAt(place)
}

function subtaskFailure(words: Words, subtask: FailedSubtask): string {
  const { message, taskId, taskName } = subtask
  const { job, isImport } = workOf(subtask, taskName)
  const advice = nameJob(words.nextSteps[isImport ? 'stop-job' : 'read-job-log'], job)
  const said = message === undefined ? words.join([words.noReason, advice]) : clause(message)
  const where = words.subtaskOf(plainText(subtask.id, MAX_QUOTED), taskId)
  return `${titleOf(subtask)}${words.punctuation.colon}${said}${aside(words, [where])}`
}

function result(words: Words, report: Report): string {
  const { problems, tasks, elapsedMs } = report
  const [worst, ...others] = tasksBySeverity(report)
  const title = words.sentence(heading(words, report))
  if (problems.length > 0 || worst === undefined) {
    return joined(words, [title, ...problems, setupStep(words, report), guide(words, report.nextStep)])
  }
  if (worst.verdict === 'SUCCESSFUL') {
    return others.length === 0 ? success(words, worst) : words.successes(tasks.length, elapsedMs)
  }
  const said = worst.failsStep ? stepFailure(words, report, 0) : failure(words, worst, report)
  return others.length === 0 ? said : joined(words, [title, said])
}

function success(words: Words, { id, task, counts }: TaskReport): string {
  const { name, startTime = Number.NaN, endTime = Number.NaN } = { ...task }
  const durationMs = endTime - startTime
  return words.success({
    id,
    name: name === undefined ? undefined : clause(name, MAX_NAME),
    durationMs: durationMs >= 0 ? durationMs : undefined,
    subtasks: totalOf(counts),
  })
}
