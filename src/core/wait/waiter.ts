import type { Answer, PollTask } from '../task/answer.ts'
import { initialState } from './decide.ts'
import { omitUndefined } from '../task/omit-undefined.ts'
import { createStep, type Step, type TaskWait, type WaitPorts, type WaitSettings } from './shared.ts'

/** The waits of a step, in the order asked for, and when its first poll began, in monotonic milliseconds. */
export type StepWait = { readonly startMs: number; readonly waits: readonly TaskWait[] }

/** Waits for all tasks side by side; whatever the service does becomes an end, never an exception. */
export async function waitForTasks(
  ids: readonly string[],
  settings: WaitSettings,
  ports: WaitPorts,
): Promise<StepWait> {
  const step = createStep(ids.length, settings, ports)
  const asked = new Set(ids)
  const poll: PollTask = async (id, signal) => ownAnswer(id, asked, await ports.poll(id, signal))
  const waits = await Promise.all(ids.map((id) => waitForTask(id, step, { ...ports, poll })))
  return { startMs: step.startMs, waits }
}

// On a connection that is used again an answer can come late and be taken for that to the next request. Another id than
// the one asked for is no fault (API page, example 4), but that of another task of this step is.
function ownAnswer(id: string, asked: ReadonlySet<string>, answer: Answer): Answer {
  const answeredId = answer.kind === 'task' ? (answer.task.id ?? id) : id
  if (answeredId === id || !asked.has(answeredId)) return answer
  const fault = { reason: 'unexpected-body', httpStatus: 200, detail: `answer for ${answeredId}` } as const
  return { kind: 'passing', fault, ...omitUndefined({ attempts: answer.attempts }) }
}

async function waitForTask(id: string, step: Step, { clock, poll }: WaitPorts): Promise<TaskWait> {
  let state = initialState
  for (;;) {
    const barred = await step.enter()
    if (barred !== undefined) return step.finish(id, state, barred)
    const firstPollMs = state.firstPollMs ?? clock.now()
    const answer = await poll(id, step.stopped)
    state = { ...state, firstPollMs, polls: state.polls + (answer.attempts ?? 1) }
    const decision = step.judge(id, state, answer)
    state = decision.state
    if ('end' in decision) return step.finish(id, state, decision.end)
    await clock.sleep(decision.pauseMs, step.stopped)
  }
}
