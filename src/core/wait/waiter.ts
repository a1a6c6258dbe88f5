import type { Answer, PollTask } from '../task/answer.ts'
import { initialState } from './decide.ts'
import { omitUndefined } from '../task/omit-undefined.ts'
import {
  createSharedWait,
  enter,
  finish,
  judge,
  mayRepeat,
  type SharedWait,
  type TaskWait,
  type WaitContext,
  type WaitSettings,
} from './shared.ts'

/** The waits of a step in the order of the task IDs, and the start of its first poll in monotonic milliseconds. */
export type StepWait = { readonly startMs: number; readonly waits: readonly TaskWait[] }

/** Waits for all tasks side by side. Everything that the service does becomes an end, never an exception. */
export async function waitForTasks(
  ids: readonly string[],
  settings: WaitSettings,
  context: WaitContext,
): Promise<StepWait> {
  const shared = createSharedWait(ids.length, settings, context)
  const ofStep = new Set(ids)
  const poll: PollTask = async (id, ...limits) =>
    rejectForeignAnswer(id, ofStep, await context.poll(id, ...limits))
  const waits = await Promise.all(ids.map((id) => waitForTask(id, shared, poll)))
  return { startMs: shared.limits.startMs, waits }
}

// On a reused connection a late answer can be taken for that to the next request. An ID other than the requested one is
// no fault (docs/service.md, "Answer"), but that of another task of this step is.
function rejectForeignAnswer(id: string, ofStep: ReadonlySet<string>, answer: Answer): Answer {
  const answeredId = answer.kind === 'task' ? (answer.task.id ?? id) : id
  if (answeredId === id || !ofStep.has(answeredId)) return answer
  const fault = { reason: 'unexpected-body', httpStatus: 200, detail: `answer for ${answeredId}` } as const
  return { kind: 'passing', fault, ...omitUndefined({ attempts: answer.attempts }) }
}

async function waitForTask(id: string, shared: SharedWait, poll: PollTask): Promise<TaskWait> {
  const { clock } = shared.context
  // Its own, because Node 20 reports a leak at the eleventh listener of one signal.
  const stopped = AbortSignal.any([shared.stop.signal])
  let state = initialState
  let isRepeated = false
  for (;;) {
    const turn = await enter(shared, state)
    if (typeof turn !== 'number') return finish(shared, id, state, turn)
    const firstPollMs = state.firstPollMs ?? clock.now()
    const answer = await poll(id, stopped, turn)
    state = { ...state, firstPollMs, polls: state.polls + (answer.attempts ?? 1) }
    isRepeated = !isRepeated && 'worthRepeating' in answer && mayRepeat(shared)
    if (isRepeated) continue
    const decision = judge(shared, id, state, answer)
    state = decision.state
    if ('end' in decision) return finish(shared, id, state, decision.end)
    await clock.sleep(decision.pauseMs, stopped)
  }
}
