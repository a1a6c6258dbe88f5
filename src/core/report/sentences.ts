import type { Fault, ServiceError } from '../task/answer.ts'
import { errorText } from '../task/error-text.ts'
import type { Subtask, SystemTask } from '../task/system-task.ts'
import { plainText } from '../text/plain.ts'
import { type StepFacts } from './next-step.ts'
import { faultOfEnd, type TaskReport } from './report.ts'
import { groupOf, totalOf } from '../task/subtask-counts.ts'
import type { Words } from './words-en.ts'

/** Most UTF-16 units of a quoted text: enough for any message that the service is known to send. */
export const MAX_QUOTED = 500
const MAX_ID = 100
// Of a subtask that is named within a sentence.
const MAX_NAME = 100
const MAX_REASON = 150
const MAX_NAMED = 3

// The service's words for a task that does not exist, which only repeat the verdict (docs/service.md, "Errors").
const NO_SUCH_TASK = /does not exist|不存在/i

/** Quotes a remote text within a sentence, which has a full stop of its own. */
export function clause(text: string, maxLength = MAX_QUOTED): string {
  return plainText(text, maxLength).replace(/(?<=[^.。])[.。]$/, '')
}

/** Returns what a subtask is called, without a full stop: its name, or its id if it has none. */
export function titleOf({ name, id }: Pick<Subtask, 'name' | 'id'>, maxLength?: number): string {
  return clause(name === '' ? id : name, maxLength)
}

/** Says in a clause how the wait for a task ended. */
export function ending(words: Words, task: TaskReport, { timeoutMs }: StepFacts): string {
  const { end } = task
  const { endings } = words
  switch (end.kind) {
    case 'answered':
      return answered(words, end.task, task)
    case 'not-found':
      return endings.notFound
    case 'timed-out': {
      const status = statusOf(words, end.task)
      const ended =
        timeoutMs === 0 ? endings.checkedOnce(status) : endings.timedOut(words.duration(timeoutMs), status)
      return end.fault === undefined
        ? ended
        : `${ended}${words.punctuation.semicolon}${faultWords(words, end.fault)}`
    }
    case 'unknown-status':
      return endings.unknownStatus(plainText(end.task.status, MAX_NAME))
    case 'refused':
    case 'unreachable':
      return endings.notChecked(faultWords(words, end.fault))
    case 'cancelled':
      return end.by === 'signal' ? endings.cancelled : endings.failFast
  }
}

function answered(words: Words, { message }: SystemTask, { verdict, subtasks, counts }: TaskReport): string {
  const { endings, punctuation } = words
  const said = message === undefined ? '' : punctuation.colon + clause(message)
  if (verdict === 'SUCCESSFUL') return `${endings.successful}${said}`
  const kind = verdict === 'WARNING' ? 'WARNING' : 'FAILED'
  const ended = (kind === 'WARNING' ? endings.warning : endings.failed) + said
  const count = counts[kind]
  if (count === 0) return ended
  const bad = subtasks.filter(({ status }) => status === kind).slice(0, MAX_NAMED)
  const share = words.badSubtasks(kind, count, totalOf(counts))
  return `${ended}${punctuation.semicolon}${share}${punctuation.colon}${namesOf(words, bad, count)}`
}

function namesOf(words: Words, subtasks: readonly Subtask[], count: number): string {
  const named = subtasks
    .map((subtask) => {
      const reason = subtask.message === undefined ? [] : [clause(subtask.message, MAX_REASON)]
      return titleOf(subtask, MAX_NAME) + aside(words, reason)
    })
    .join(words.punctuation.listComma)
  return count > subtasks.length ? words.andMore(named, count - subtasks.length) : named
}

function statusOf(words: Words, { status }: SystemTask): string {
  const group = groupOf({ status })
  return group === 'OTHER' ? plainText(status, MAX_NAME) : words.status(group)
}

/** Says in a clause what kind of fault it is. */
export function faultWords(words: Words, { reason, signIn }: Fault): string {
  return signIn === undefined ? words.faults[reason] : words.noNewKeys(signIn)
}

/** Returns what is known of the error that ended the wait for a task. */
export function taskFacts({ end, error }: TaskReport): readonly string[] {
  if (end.kind !== 'not-found') return faultFacts(faultOfEnd(end), error)
  // Stryker disable next-line StringLiteral: any text that is not the service's sentence does.
  const { message = '', ...rest } = { ...error }
  return faultFacts(undefined, NO_SUCH_TASK.test(message) ? rest : error)
}

/** Returns the known facts about a fault, with the service's text. */
export function faultFacts(fault: Fault | undefined, error: ServiceError | undefined): readonly string[] {
  const said = errorText(error)
  return [
    ...(fault?.httpStatus === undefined ? [] : [`HTTP ${String(fault.httpStatus)}`]),
    ...(fault?.detail === undefined ? [] : [clause(fault.detail)]),
    ...(said === '' ? [] : [clause(said)]),
  ]
}

/** Names a request by its id, if that is known. */
export function requestFact(words: Words, requestId: string | undefined): readonly string[] {
  return requestId === undefined ? [] : [words.request(plainText(requestId, MAX_ID))]
}

/** Puts facts into parentheses; empty without any. */
export function aside({ punctuation }: Words, facts: readonly string[]): string {
  const { open, comma, close } = punctuation
  return facts.length === 0 ? '' : `${open}${facts.join(comma)}${close}`
}

/** Joins sentences, leaving out the empty ones. */
export function joined(words: Words, sentences: readonly string[]): string {
  return words.join(sentences.filter((sentence) => sentence !== ''))
}
