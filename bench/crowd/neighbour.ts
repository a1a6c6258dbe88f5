import type { WaitContext } from '../../src/core/wait/shared.ts'
import { waitForTasks } from '../../src/core/wait/waiter.ts'
import { createRateLimit } from '../../simulator/server/rate-limit.mjs'
import { LATENCY_MS, LOOK_MS } from '../latency.ts'
import { SETTINGS, someStartTime, taskAnswer, unusedPorts } from '../laws/product.ts'
import { mulberry32 } from '../random.ts'
import { sharedClock } from '../simulated-clock.ts'

/** The timeout; the action's default. */
const TIMEOUT_MS = 1_800_000
const REQUESTS_PER_SECOND = 10
const SHORTEST_MS = 5_000
const LONGEST_MS = 60_000
const SEED = 5
const LOADS = [
  { tasks: 50, neighbour: 0 },
  { tasks: 50, neighbour: 5 },
  { tasks: 500, neighbour: 0 },
  { tasks: 500, neighbour: 5 },
]

/** The result of one step with many tasks while another client of the same user sends `neighbour` requests a second. */
export type LoadScore = {
  readonly tasks: number
  readonly neighbour: number
  /** Milliseconds from the first poll to the last verdict. */
  readonly timeMs: number
  readonly requests: number
  readonly refused: number
  readonly wrong: number
}

/** Waits for many tasks in one step under the simulator's limit, without and beside another client. */
export async function tryLoads(): Promise<readonly LoadScore[]> {
  const scores: LoadScore[] = []
  for (const load of LOADS) scores.push(await tryLoad(load))
  return scores
}

async function tryLoad({ tasks, neighbour }: (typeof LOADS)[number]): Promise<LoadScore> {
  const clock = sharedClock()
  const random = mulberry32(SEED)
  const startTime = someStartTime(random)
  const endsMs = Array.from({ length: tasks }, () => SHORTEST_MS + (LONGEST_MS - SHORTEST_MS) * random())
  const refuse = createRateLimit({
    requestsPerSecond: REQUESTS_PER_SECOND,
    neighbourRequestsPerSecond: neighbour,
  })
  let requests = 0
  let refused = 0
  const poll: WaitContext['poll'] = async (id, signal) => {
    await clock.sleep(LOOK_MS, signal)
    const nowMs = clock.now()
    const refusal = refuse(nowMs)
    requests += 1
    await clock.sleep(LATENCY_MS - LOOK_MS, signal)
    if (refusal === undefined)
      return taskAnswer(nowMs >= (endsMs[Number(id)] ?? Number.NaN), startTime, startTime + nowMs)
    refused += 1
    return { kind: 'passing', fault: { reason: 'throttled', httpStatus: refusal.status } }
  }
  const ports: WaitContext = { ...unusedPorts(), clock, poll, random }
  const work = waitForTasks([...endsMs.keys()].map(String), { ...SETTINGS, timeoutMs: TIMEOUT_MS }, ports)
  await clock.runUntil(work)
  const { waits } = await work
  const wrong = waits.filter(({ end }) => end.kind !== 'answered').length
  return { tasks, neighbour, timeMs: clock.now(), requests, refused, wrong }
}
