import { leastProduct } from './bound.ts'
import { ALLOWANCE_MS } from '../latency.ts'
import { type Outcome, waitByLaw } from './law.ts'
import { otherLaws } from './other-laws.ts'
import { waitWithProduct } from './product.ts'
import { mulberry32 } from '../random.ts'
import { mean, percentile } from '../statistics.ts'
import type { Workload } from './workloads.ts'

/** Number of waits for each law and workload. */
export const SAMPLES = 20_000
/** Name of this action's law in the tables. */
export const OURS = 'this action'

/** Fewest mean requests to which the bound applies, because it assumes many small steps. */
export const FEWEST_REQUESTS = 3

const DURATION_SEED = 1
const JITTER_SEED = 2

/** The result of a law on a workload; durations in milliseconds. */
export type Score = {
  readonly name: string
  readonly meanDelayMs: number
  readonly p95DelayMs: number
  readonly requests: number
  /** At least 1 for a schedule that does not know the end; absent if the bound does not apply. */
  readonly efficiency?: number
}

/** The results of all laws on one workload. */
export type Contest = {
  readonly workload: Workload
  /** Least product of mean delay and mean requests, in seconds. */
  readonly bound: number
  /** The result of this action. */
  readonly own: Score
  /** The results of other systems, the shortest mean delay first. */
  readonly others: readonly Score[]
}

/** Waits for the same tasks by every law. */
export async function holdContest(workload: Workload): Promise<Contest> {
  const random = mulberry32(DURATION_SEED)
  const ends = Array.from({ length: SAMPLES }, () => workload.draw(random))
  const bound = leastProduct(workload)

  const own: Outcome[] = []
  const ownJitter = mulberry32(JITTER_SEED)
  for (const endMs of ends) own.push(await waitWithProduct(endMs, ownJitter))

  const others = otherLaws.map((law) => {
    const jitter = mulberry32(JITTER_SEED)
    const outcomes = ends.map((endMs) => waitByLaw(law, endMs, jitter))
    return score(law.name, outcomes, bound)
  })
  const ranked = others.toSorted((a, b) => a.meanDelayMs - b.meanDelayMs)
  return { workload, bound, own: score(OURS, own, bound), others: ranked }
}

/** Returns `(mean delay - allowance) * (requests - 1) / bound`, for an allowance in milliseconds and a bound in seconds. */
export function efficiencyOf(
  { meanDelayMs, requests }: Pick<Score, 'meanDelayMs' | 'requests'>,
  bound: number,
  allowanceMs = ALLOWANCE_MS,
): number {
  return (((meanDelayMs - allowanceMs) / 1000) * (requests - 1)) / bound
}

function score(name: string, outcomes: readonly Outcome[], bound: number): Score {
  const delays = outcomes.map(({ delayMs }) => delayMs)
  const costs = { meanDelayMs: mean(delays), requests: mean(outcomes.map(({ requests }) => requests)) }
  return {
    name,
    ...costs,
    p95DelayMs: percentile(delays, 0.95),
    ...(costs.requests >= FEWEST_REQUESTS && { efficiency: efficiencyOf(costs, bound) }),
  }
}
