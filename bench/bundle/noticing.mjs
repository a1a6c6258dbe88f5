import { durationTasks } from '../../simulator/scenarios/duration-tasks.mjs'
import { runAction } from '../../simulator/runner/run-action.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'
import { mean, percentile } from '../statistics.ts'
import { stepInputs } from './step-inputs.mjs'

const WAITS = 40
const AT_A_TIME = 10
const DURATION_MS = 10_000

/**
 * @param {{ node: string, bundle: string }} programs
 */
async function waitOnce({ node, bundle }) {
  const id = 'task'
  const tasks = durationTasks({ [id]: DURATION_MS }, { startedAtMs: Date.now() })
  let answeredAt = Number.NaN
  const simulator = await startSimulator({
    scenario: { title: 'noticing', tasks },
    onAnswer: () => {
      answeredAt = Date.now()
    },
  })
  try {
    const { exitCode } = await runAction({ node, bundle, inputs: stepInputs(simulator.url, [id]) })
    if (exitCode !== 0) throw new Error(`A wait ended with exit code ${exitCode}.`)
    const endedAt = simulator.endOf(id) ?? Number.NaN
    return { noticedMs: answeredAt - endedAt, goneMs: Date.now() - endedAt }
  } finally {
    await simulator.close()
  }
}

/**
 * Measures, in milliseconds, the time from the end of a 10 s task to its detection, and to the end of the step.
 *
 * @param {{ node: string, bundle: string }} programs
 */
export async function measureNoticing(programs) {
  const waits = []
  for (let done = 0; done < WAITS; done += AT_A_TIME)
    waits.push(...(await Promise.all(Array.from({ length: AT_A_TIME }, () => waitOnce(programs)))))
  const figures = (/** @type {readonly number[]} */ values) => ({
    mean: mean(values),
    p95: percentile(values, 0.95),
  })
  return {
    noticed: figures(waits.map(({ noticedMs }) => noticedMs)),
    gone: figures(waits.map(({ goneMs }) => goneMs)),
  }
}
