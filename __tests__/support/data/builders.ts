import { omitUndefined } from '../../../src/core/task/omit-undefined.ts'
import type {
  Answer,
  AwaitCredential,
  Fault,
  FinalReason,
  PassingReason,
  PollTask,
  ServiceError,
} from '../../../src/core/task/answer.ts'
import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { type Report, reportOf } from '../../../src/core/report/report.ts'
import type { Subtask, SystemTask } from '../../../src/core/task/system-task.ts'
import type { PollEvent, TaskWait } from '../../../src/core/wait/shared.ts'
import { waitForTasks } from '../../../src/core/wait/waiter.ts'
import { type FakeClock, fakeClock } from '../fakes/fake-clock.ts'

/** A task that is under way and says nothing of its times. */
export function task(overrides: Partial<SystemTask> = {}): SystemTask {
  return { id: 'a', status: 'RUNNING', subtasks: [], ...overrides }
}

/** A subtask that went well. */
export function subtask(overrides: Partial<Subtask> = {}): Subtask {
  return { id: 's1', name: 'job_batch', status: 'SUCCESSFUL', ...overrides }
}

/** A complete answer; a word stands for a task of that status. */
export function taskAnswer(
  of: string | Partial<SystemTask>,
  extra: { readonly requestId?: string; readonly serverTimeMs?: number } = {},
): Answer {
  return { kind: 'task', task: task(typeof of === 'string' ? { status: of } : of), ...extra }
}

/** The documented "Task does not exist". */
export function notFound(error: ServiceError = { code: 'DLF.0810', message: 'Task does not exist' }): Answer {
  return { kind: 'not-found', error }
}

/** A fault that the next attempt may not have. */
export function passing(reason: PassingReason, seen: Omit<Fault, 'reason'> = {}): Answer {
  return { kind: 'passing', fault: { reason, ...seen } }
}

/** A fault that stays. */
export function final(reason: FinalReason, seen: Omit<Fault, 'reason'> = {}): Answer {
  return { kind: 'final', fault: { reason, ...seen } }
}

/** A service that gives each task these answers, one after another, and then repeats the last one. */
export function answers(...script: readonly (string | Answer)[]): PollTask {
  const given = new Map<string, number>()
  return (id) => {
    const count = given.get(id) ?? 0
    given.set(id, count + 1)
    const next = script[Math.min(count, script.length - 1)] ?? 'RUNNING'
    return Promise.resolve(typeof next === 'string' ? taskAnswer({ id, status: next }) : next)
  }
}

/** A service that treats each task in its own way. */
export function answersById(services: Readonly<Record<string, PollTask>>): PollTask {
  return (id, signal) => (services[id] ?? answers('RUNNING'))(id, signal)
}

/** The settings of a wait; durations in milliseconds. */
export type WaitOptions = {
  readonly ids: readonly string[]
  readonly timeoutMs: number
  readonly minMs: number
  readonly maxMs: number
  readonly notFoundGraceMs: number
  readonly failOnWarning: boolean
  readonly failFast: boolean
  /** How long an answer takes, of every task or by its id. */
  readonly latencyMs: number | ((id: string) => number)
  readonly awaitCredential: AwaitCredential
  readonly keyProblem: () => Answer | undefined
  readonly startMs: number
  readonly random: () => number
  readonly cancelled: AbortSignal
  readonly clock: FakeClock
}

/** Waits with the action's defaults on a fake clock, and records when each request began and all that was reported. */
export async function waitFor(service: PollTask, options: Partial<WaitOptions> = {}) {
  const { ids = ['a'], timeoutMs = 1_800_000, minMs = 1000, maxMs = 10_000, notFoundGraceMs = 0 } = options
  const { failOnWarning = false, failFast = false } = options
  const {
    awaitCredential,
    keyProblem,
    latencyMs = 0,
    random = () => 0.5,
    cancelled = new AbortController().signal,
  } = options
  const clock = options.clock ?? fakeClock(options.startMs ?? 0)
  const requests: { readonly id: string; readonly atMs: number }[] = []
  const events: PollEvent[] = []
  const ended: TaskWait[] = []
  let inFlight = 0
  let mostInFlight = 0

  const poll: PollTask = async (id, signal, limitMs = Number.POSITIVE_INFINITY) => {
    requests.push({ id, atMs: clock.now() })
    inFlight += 1
    mostInFlight = Math.max(mostInFlight, inFlight)
    const takesMs = typeof latencyMs === 'number' ? latencyMs : latencyMs(id)
    if (takesMs > 0) await clock.sleep(Math.min(takesMs, limitMs), signal)
    const answer = takesMs > limitMs ? passing('timeout') : await service(id, signal, limitMs)
    inFlight -= 1
    return answer
  }
  const settings = { timeoutMs, bounds: { minMs, maxMs }, notFoundGraceMs, failOnWarning, failFast }
  const onAnswer = (event: PollEvent): void => void events.push(event)
  const onEnd = (wait: TaskWait): void => void ended.push(wait)
  const { startMs, waits } = await waitForTasks(ids, settings, {
    poll,
    clock,
    random,
    cancelled,
    onAnswer,
    onEnd,
    ...omitUndefined({ awaitCredential, keyProblem }),
  })
  const startsOf = (id: string): readonly number[] =>
    requests.filter((request) => request.id === id).map(({ atMs }) => atMs)
  return {
    startMs,
    waits,
    ends: waits.map(({ end }) => end),
    clock,
    requests,
    startsOf,
    events,
    ended,
    mostInFlight,
  }
}

/** A wait that is over; a word stands for an answered task of that status. */
export function taskWait(of: string | WaitEnd, overrides: Partial<TaskWait> = {}): TaskWait {
  const end: WaitEnd = typeof of === 'string' ? { kind: 'answered', task: task({ status: of }) } : of
  const seen = 'task' in end ? { task: end.task } : {}
  return { id: 'a', end, ...seen, polls: 1, faults: 0, throttles: 0, endedMs: 1000, ...overrides }
}

/** The report of waits that began at moment 0 by every clock and were allowed half an hour. */
export function report(
  waits: readonly TaskWait[],
  { failOnWarning = false, timeoutMs = 1_800_000 }: { failOnWarning?: boolean; timeoutMs?: number } = {},
): Report {
  const place = { project: 'p', endpoint: 'https://dlf.example' }
  return reportOf({ startMs: 0, waits }, { failOnWarning, place, timeoutMs, wallStartMs: 0 })
}
