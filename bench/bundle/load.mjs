import { durationTasks } from '../../simulator/scenarios/duration-tasks.mjs'
import { runAction } from '../../simulator/runner/run-action.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'
import { stepInputs, taskIds } from './step-inputs.mjs'

const REQUESTS_PER_SECOND = 10
const SHORTEST_MS = 5_000
const LONGEST_MS = 60_000
// Long enough for 500 tasks beside another client.
const TIMEOUT = '6m'

/**
 * Returns durations spread evenly from the shortest to the longest, in an order unrelated to that of the ids.
 *
 * @param {readonly string[]} ids
 */
function durationsOf(ids) {
  const golden = 0.618_033_988_75
  return Object.fromEntries(
    ids.map((id, place) => [
      id,
      Math.round(SHORTEST_MS + (LONGEST_MS - SHORTEST_MS) * ((place * golden) % 1)),
    ]),
  )
}

/**
 * Runs one step that waits for many tasks, under the service's real limit.
 *
 * @param {{ node: string, bundle: string }} programs
 * @param {{ tasks: number, neighbour?: number }} load `neighbour`: requests a second of another client of the same user
 */
export async function measureLoad({ node, bundle }, { tasks: count, neighbour }) {
  const ids = taskIds(count)
  const durations = durationsOf(ids)
  const tasks = durationTasks(durations, { startedAtMs: Date.now() })
  const simulator = await startSimulator({
    scenario: { title: 'load', tasks },
    requestsPerSecond: REQUESTS_PER_SECOND,
    neighbourRequestsPerSecond: neighbour,
  })
  try {
    const inputs = { ...stepInputs(simulator.url, ids), timeout: TIMEOUT }
    const result = await runAction({ node, bundle, inputs })
    /** @type {readonly { readonly status: string }[]} */
    const verdicts = JSON.parse(result.outputs['tasks'] ?? '[]')
    return {
      tasks: count,
      neighbour: neighbour ?? 0,
      seconds: result.durationMs / 1000,
      requests: simulator.requests.length,
      refused: simulator.requests.filter(({ answer }) => answer?.startsWith('429')).length,
      wrong: count - verdicts.filter(({ status }) => status === 'SUCCESSFUL').length,
      exitCode: result.exitCode,
      peakMb: (result.maxRssKb ?? Number.NaN) / 1024,
    }
  } finally {
    await simulator.close()
  }
}
