import { mulberry32 } from '../random.ts'
import { waitWithProduct } from './product.ts'
import { mean, percentile } from '../statistics.ts'

/** Waits for each duration of the table. */
export const TABLE_SAMPLES = 2000
/** Waits for each duration between those of the table. */
const SWEEP_SAMPLES = 500

const SEED = 4
const S = 1000
const MIN = 60 * S
const TABLE_MS = [1 * S, 2 * S, 5 * S, 10 * S, 30 * S, 1 * MIN, 5 * MIN, 20 * MIN, 60 * MIN, 120 * MIN]
const SWEEP_STEP_MS = 250
const SWEEP_END_MS = 60 * S

/** The result of this action for tasks that all take the same time; durations in milliseconds. */
export type DurationScore = {
  readonly endMs: number
  readonly meanDelayMs: number
  readonly p95DelayMs: number
  readonly goalMs: number
  readonly requests: number
}

/** Returns the goal for the 95th percentile of the delay for a duration, in milliseconds. */
function p95Goal(endMs: number): number {
  return Math.max(1400, Math.min(0.11 * endMs, 11_000))
}

/** Waits for tasks of the durations in the table. */
export async function tryDurations(): Promise<readonly DurationScore[]> {
  const scores: DurationScore[] = []
  for (const endMs of TABLE_MS) scores.push(await tryDuration(endMs, TABLE_SAMPLES))
  return scores
}

/** Returns the duration up to a minute whose result is worst relative to the goal. */
export async function findWorstDuration(): Promise<DurationScore> {
  let worst = await tryDuration(SWEEP_STEP_MS, SWEEP_SAMPLES)
  for (let endMs = 2 * SWEEP_STEP_MS; endMs <= SWEEP_END_MS; endMs += SWEEP_STEP_MS) {
    const score = await tryDuration(endMs, SWEEP_SAMPLES)
    if (score.p95DelayMs / score.goalMs > worst.p95DelayMs / worst.goalMs) worst = score
  }
  return worst
}

async function tryDuration(endMs: number, samples: number): Promise<DurationScore> {
  const random = mulberry32(SEED)
  const delays: number[] = []
  const requests: number[] = []
  for (let sample = 0; sample < samples; sample += 1) {
    const outcome = await waitWithProduct(endMs, random)
    delays.push(outcome.delayMs)
    requests.push(outcome.requests)
  }
  return {
    endMs,
    meanDelayMs: mean(delays),
    p95DelayMs: percentile(delays, 0.95),
    goalMs: p95Goal(endMs),
    requests: mean(requests),
  }
}
