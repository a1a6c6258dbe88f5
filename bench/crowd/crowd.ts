import type { Answer } from '../../src/core/task/answer.ts'
import type { WaitContext } from '../../src/core/wait/shared.ts'
import { waitForTasks } from '../../src/core/wait/waiter.ts'
import { LATENCY_MS, LOOK_MS } from '../latency.ts'
import type { Law } from '../laws/law.ts'
import type { CreateLimit } from './limits.ts'
import { type SharedClock, sharedClock } from '../simulated-clock.ts'
import { SETTINGS, someStartTime, taskAnswer, unusedPorts } from '../laws/product.ts'
import { mulberry32, type Random } from '../random.ts'
import { mean, percentile } from '../statistics.ts'
import { logNormal } from '../laws/workloads.ts'

/** Waits that start at the same moment. */
export const CROWD = 50
/** Number of crowds. */
export const ROUNDS = 40

const SEED = 3

/** The result of one wait of a crowd; every task succeeds, so every other verdict is wrong. */
type CrowdWait = { readonly right: boolean; readonly delayMs: number }

/** The result of a kind of client in a crowd. */
export type CrowdScore = {
  readonly name: string
  /** Share of waits whose verdict was wrong. */
  readonly wrong: number
  /** Milliseconds; only of waits with a right verdict. */
  readonly meanDelayMs: number
  readonly p95DelayMs: number
  /** Per task, refused ones included. */
  readonly requests: number
  /** Share of requests that were refused. */
  readonly refused: number
}

/** The tasks of one round, with their service. */
type Round = {
  readonly clock: SharedClock
  readonly random: Random
  readonly endsMs: readonly number[]
  readonly poll: (id: string) => Promise<Answer>
}

/** A kind of client: it waits for all tasks of a round. */
export type Client = {
  readonly name: string
  readonly waitForAll: (round: Round) => Promise<readonly CrowdWait[]>
}

/** A separate step for each task; the steps do not know of each other. */
export const ownStepEach: Client = {
  name: 'this action, 50 steps with one task each',
  waitForAll: async ({ endsMs, ...round }) =>
    (await Promise.all(endsMs.map((endMs, place) => waitInStep(round, [[String(place), endMs]])))).flat(),
}

/** One step for all tasks. */
export const oneStepForAll: Client = {
  name: 'this action, one step with 50 tasks',
  waitForAll: ({ endsMs, ...round }) =>
    waitInStep(
      round,
      endsMs.map((endMs, place) => [String(place), endMs]),
    ),
}

/**
 * Creates clients, one for each task, that poll by a law.
 *
 * @param refusalPausesMs sleep after each consecutive refusal; one more refusal is fatal
 */
export function clientByLaw(law: Law, how: string, refusalPausesMs: readonly number[] = []): Client {
  return {
    name: `${law.name}, ${how}`,
    waitForAll: (round) =>
      Promise.all(
        round.endsMs.map((endMs, place) => waitByLaw(law, refusalPausesMs, { round, endMs, place })),
      ),
  }
}

/** Returns the result of a kind of client over all crowds under a limit. */
export async function tryCrowd({ name, waitForAll }: Client, createLimit: CreateLimit): Promise<CrowdScore> {
  const waits: CrowdWait[] = []
  const totals = { requests: 0, refused: 0 }
  const random = mulberry32(SEED)
  for (let round = 0; round < ROUNDS; round += 1) {
    const clock = sharedClock()
    const endsMs = Array.from({ length: CROWD }, () => logNormal.draw(random))
    const isRefused = createLimit(random)
    const poll = createService({ clock, endsMs, startTime: someStartTime(random), isRefused }, totals)
    const work = waitForAll({ clock, random, endsMs, poll })
    await clock.runUntil(work)
    waits.push(...(await work))
  }
  const delays = waits.filter(({ right }) => right).map(({ delayMs }) => delayMs)
  return {
    name,
    wrong: 1 - delays.length / waits.length,
    meanDelayMs: mean(delays),
    p95DelayMs: percentile(delays, 0.95),
    requests: totals.requests / waits.length,
    refused: totals.refused / totals.requests,
  }
}

type Tasks = {
  readonly clock: SharedClock
  readonly endsMs: readonly number[]
  readonly startTime: number
  readonly isRefused: ReturnType<CreateLimit>
}

function createService(
  { clock, endsMs, startTime, isRefused }: Tasks,
  totals: { requests: number; refused: number },
) {
  const signal = new AbortController().signal
  return async (id: string): Promise<Answer> => {
    await clock.sleep(LOOK_MS, signal)
    const nowMs = clock.now()
    totals.requests += 1
    const refused = isRefused(nowMs)
    await clock.sleep(LATENCY_MS - LOOK_MS, signal)
    if (!refused) return taskAnswer(nowMs >= (endsMs[Number(id)] ?? Number.NaN), startTime, startTime + nowMs)
    totals.refused += 1
    return { kind: 'passing', fault: { reason: 'throttled', httpStatus: 429 } }
  }
}

async function waitInStep(
  { clock, random, poll }: Pick<Round, 'clock' | 'random' | 'poll'>,
  tasks: readonly (readonly [id: string, endMs: number])[],
): Promise<readonly CrowdWait[]> {
  const ids = tasks.map(([id]) => id)
  const ports: WaitContext = { ...unusedPorts(), clock, random, poll }
  const { waits } = await waitForTasks(ids, SETTINGS, ports)
  return waits.map(({ end, endedMs }, place) => ({
    right: end.kind === 'answered' && end.task.status === 'SUCCESSFUL',
    delayMs: endedMs - (tasks[place]?.[1] ?? Number.NaN),
  }))
}

type LawWait = { readonly round: Round; readonly endMs: number; readonly place: number }

async function waitByLaw(
  { firstWaitMs, pauseMs, after }: Law,
  refusalPausesMs: readonly number[],
  { round: { clock, random, poll }, endMs, place }: LawWait,
): Promise<CrowdWait> {
  const signal = new AbortController().signal
  let refusals = 0
  await clock.sleep(firstWaitMs, signal)
  for (let attempt = 1; ; attempt += 1) {
    const answer = await poll(String(place))
    if (answer.kind === 'task') {
      refusals = 0
      const ended = answer.task.status === 'SUCCESSFUL'
      if (ended) return { right: true, delayMs: clock.now() + (after?.ms ?? 0) - endMs }
      await clock.sleep(pauseMs(attempt, random), signal)
      continue
    }
    const refusalPauseMs = refusalPausesMs[refusals]
    if (refusalPauseMs === undefined) return { right: false, delayMs: Number.NaN }
    refusals += 1
    await clock.sleep(refusalPauseMs, signal)
  }
}
