import { type Contest, holdContest } from './laws/contest.ts'
import { clientByLaw, type CrowdScore, oneStepForAll, ownStepEach, tryCrowd } from './crowd/crowd.ts'
import { type DurationScore, findWorstDuration, tryDurations } from './laws/fixed-durations.ts'
import { anySecond, type CreateLimit, eachSecond } from './crowd/limits.ts'
import { type LoadScore, tryLoads } from './crowd/neighbour.ts'
import { otherLaws } from './laws/other-laws.ts'
import { logNormal, logUniform, uniform } from './laws/workloads.ts'

/** The results of the benchmark in simulated time. */
export type Results = {
  readonly uniform: Contest
  readonly logNormal: Contest
  readonly logUniform: Contest
  readonly durations: readonly DurationScore[]
  readonly worstDuration: DurationScore
  readonly crowdEachSecond: readonly CrowdScore[]
  readonly crowdAnySecond: readonly CrowdScore[]
  readonly loads: readonly LoadScore[]
}

const MIN = 60_000
// huaweicloud/terraform-provider-huaweicloud, config: the sleep after each HTTP 429; one more 429 is fatal.
const PROVIDER_SLEEPS_MS = [1 * MIN, 2 * MIN, 4 * MIN, 8 * MIN, 16 * MIN]

/** Runs the whole benchmark. */
export async function findResults(): Promise<Results> {
  return {
    uniform: await holdContest(uniform),
    logNormal: await holdContest(logNormal),
    logUniform: await holdContest(logUniform),
    durations: await tryDurations(),
    worstDuration: await findWorstDuration(),
    crowdEachSecond: await tryCrowds(eachSecond),
    crowdAnySecond: await tryCrowds(anySecond),
    loads: await tryLoads(),
  }
}

async function tryCrowds(createLimit: CreateLimit): Promise<readonly CrowdScore[]> {
  const clients = [
    oneStepForAll,
    ownStepEach,
    clientByLaw(lawNamed('KooCLI and others'), 'any error is fatal'),
    clientByLaw(lawNamed('int128 wait-for-workflows'), 'any error is fatal'),
    clientByLaw(lawNamed('Huawei Terraform'), 'sleeps minutes after 429', PROVIDER_SLEEPS_MS),
  ]
  const scores: CrowdScore[] = []
  for (const client of clients) scores.push(await tryCrowd(client, createLimit))
  return scores
}

function lawNamed(name: string) {
  const law = otherLaws.find((candidate) => candidate.name === name)
  if (law === undefined) throw new Error(`No law is named ${name}.`)
  return law
}
