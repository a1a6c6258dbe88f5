import { type Contest, efficiencyOf, FEWEST_REQUESTS, OURS, SAMPLES, type Score } from '../laws/contest.ts'
import { CROWD, type CrowdScore, ROUNDS } from '../crowd/crowd.ts'
import { type DurationScore, TABLE_SAMPLES } from '../laws/fixed-durations.ts'
import { LATENCY_MS, LOOK_MS } from '../latency.ts'
import { duration, percent, seconds, table } from './markdown.ts'
import type { LoadScore } from '../crowd/neighbour.ts'
import { otherLaws } from '../laws/other-laws.ts'
import type { Results } from '../results.ts'
import type { Goal } from '../laws/workloads.ts'

const CROWD_GOAL_MS = 5000

/** Writes the report; `bundlePart` is what the other benchmark wrote into it, its marks included. */
export function writePage(results: Results, bundlePart: string): string {
  const contests = [results.uniform, results.logNormal, results.logUniform]
  return [
    `# Benchmark

How soon is the end of a task noticed, and how many requests does that cost? This page compares the polling law of this action ([ADR 3](adr/0003-polling-law.md)) with the laws of other systems. The code of \`src/core\` itself runs here, in simulated time.

    npm run bench            # writes this page and the plot; about a quarter of a minute
    npm run bench -- --check # fails if they differ from a fresh run
    npm run bench:bundle     # measures the built action on this machine; about four minutes

![Mean delay against mean requests for every law on two workloads, with the bound](benchmark.svg)

## Goals`,
    goalTable(contests),
    `The 95th percentile for any fixed duration, and ${String(CROWD)} waits at once, are further down.

## What the columns mean

- **Delay**: from the end of the task to the moment the wait acts on it, in seconds; mean and 95th percentile.
- **Requests**: status requests of one wait, mean.
- **Efficiency**: \`(mean delay - 0.75 latency) * (requests - 1) / bound\`. 1.00 is the best that a schedule can do that does not know the end. The bound is \`1/2 * (integral sqrt(f S) dt)^2\`, with the density \`f\` of the duration and its survival \`S\`. It sums up over many small steps, so it says nothing of a law with fewer than ${String(FEWEST_REQUESTS)} requests; there the column shows a dash.

A law is good when it is at the lower left of the plot: less delay with fewer requests. No law is best everywhere. A fixed interval is the best law for exponential durations, and it lies near the bound wherever its interval fits the durations; it costs many requests or much delay where it does not.`,
    ...contests.flatMap((contest) => [contestTitle(contest), contestTable(contest)]),
    `## Tasks that all take the same time

Goal: a 95th percentile of at most max(1.4 s, min(11 % of the duration, 11 s)). ${String(TABLE_SAMPLES)} waits each.`,
    durationTable(results.durations),
    worstSentence(results.worstDuration),
    `## ${String(CROWD)} waits that start together

${String(CROWD)} tasks (log-normal, median 8 s, sigma 1) are waited for from the same moment on, under a limit of 10 requests a second for all of them; ${String(ROUNDS)} rounds. All tasks end well, so a wait that ends in an error is wrong. Goal: none wrong, and a mean delay of at most 5 s.

With a limit that counts anew each second:`,
    crowdTable(results.crowdEachSecond),
    'With the limit of the simulator, the harshest: in any second, and refused requests count too:',
    crowdTable(results.crowdAnySecond),
    'Delays are those of the right verdicts alone: a client that gives up early is quick. Steps of their own know nothing of each other. Where many tasks start together, one step for all of them is the better way: it shares one budget.',
    `## One step with many tasks

The tasks take 5 to 60 s and are waited for under the limit of the simulator, alone and beside another client that uses half of the limit; the time-out is 30 min. Goal: every verdict right, and no 429 where nobody else sends requests.`,
    loadTable(results.loads),
    '## The bundle on a machine',
    bundlePart,
    `## Method

Time is simulated: a sleep moves a clock on, and nothing waits. A request takes 0.15 s from sending to its whole answer, and the answer shows the state half way, after ${String(LOOK_MS)} ms. A wait begins when its task does. The service tells the start of the task, and its own time in whole seconds, as a \`Date\` header does; the law takes the age from both. Every law waits for the same ${SAMPLES.toLocaleString('en')} tasks, drawn with a fixed seed, and time-outs are left out.

The allowance of 0.75 latency is the one of the goals. Half of the latency is what a delay holds in any case, since the answer shows the state half way. With 0.5 in place of 0.75 the efficiency of this action is ${strictEfficiency(results.uniform)} (uniform), ${strictEfficiency(results.logNormal)} (log-normal) and ${strictEfficiency(results.logUniform)} (log-uniform). What lies above 1.00 is the shortest pause of 1 s, which the bound does not know, and the jitter.

The laws of the others, read from their sources: the pause after each answer; the first request is sent at once, unless two values are given.`,
    table(
      ['system', 'pause'],
      otherLaws.map(({ name, words }) => [name, words]),
      2,
    ),
  ].join('\n\n')
}

function goalTable(contests: readonly Contest[]): string {
  const rows = contests.map(({ workload: { title, goal }, own }) => [
    title,
    compare(own.meanDelayMs, goal.meanDelayMs, seconds),
    compare(own.p95DelayMs, goal.p95DelayMs, seconds),
    compare(own.requests, goal.requests, (value) => value.toFixed(1)),
    goal.efficiency === undefined
      ? efficiency(own)
      : compare(own.efficiency ?? Number.NaN, goal.efficiency, (value) => value.toFixed(2)),
    meets(own, goal) ? 'met' : '**missed**',
  ])
  return table(['durations', 'mean delay', '95th percentile', 'requests', 'efficiency', 'goal'], rows)
}

function compare(value: number, goal: number, write: (value: number) => string): string {
  return `${write(value)} (≤ ${write(goal)})`
}

function meets({ meanDelayMs, p95DelayMs, requests, efficiency = Infinity }: Score, goal: Goal): boolean {
  return (
    meanDelayMs <= goal.meanDelayMs &&
    p95DelayMs <= goal.p95DelayMs &&
    requests <= goal.requests &&
    (goal.efficiency === undefined || efficiency <= goal.efficiency)
  )
}

function contestTitle({ workload: { title }, bound }: Contest): string {
  return `## Durations: ${title}

Bound: ${bound.toFixed(2)} s.`
}

function contestTable({ own, others }: Contest): string {
  const row = (score: Score, name: string): readonly string[] => [
    name,
    seconds(score.meanDelayMs),
    seconds(score.p95DelayMs),
    score.requests.toFixed(1),
    efficiency(score),
  ]
  return table(
    ['law', 'mean delay', '95th percentile', 'requests', 'efficiency'],
    [row(own, `**${OURS}**`), ...others.map((score) => row(score, score.name))],
  )
}

function efficiency(score: Score): string {
  return score.efficiency?.toFixed(2) ?? '—'
}

function durationTable(scores: readonly DurationScore[]): string {
  const rows = scores.map(({ endMs, meanDelayMs, p95DelayMs, goalMs, requests }) => [
    duration(endMs),
    seconds(meanDelayMs),
    seconds(p95DelayMs),
    seconds(goalMs),
    requests.toFixed(1),
    p95DelayMs <= goalMs ? 'met' : '**missed**',
  ])
  return table(['duration', 'mean delay', '95th percentile', 'at most', 'requests', 'goal'], rows)
}

function worstSentence({ endMs, p95DelayMs, goalMs }: DurationScore): string {
  const judgement = p95DelayMs <= goalMs ? 'met' : '**missed**'
  return `Of all durations up to a minute, in steps of a quarter of a second, ${duration(endMs)} comes off worst: ${seconds(p95DelayMs)} s, where ${seconds(goalMs)} s are allowed: ${judgement}. There the pause has just left its floor of 1 s.`
}

function crowdTable(scores: readonly CrowdScore[]): string {
  const rows = scores.map((score) => [
    score.name,
    percent(score.wrong),
    seconds(score.meanDelayMs),
    seconds(score.p95DelayMs),
    score.requests.toFixed(1),
    percent(score.refused),
    score.wrong === 0 && score.meanDelayMs <= CROWD_GOAL_MS ? 'met' : '**missed**',
  ])
  return table(['client', 'wrong', 'mean delay', '95th percentile', 'requests', 'refused', 'goal'], rows)
}

function loadTable(scores: readonly LoadScore[]): string {
  const rows = scores.map(({ tasks, neighbour, timeMs, requests, refused, wrong }) => [
    neighbour > 0 ? `${String(tasks)}, and the other sends ${String(neighbour)} a second` : String(tasks),
    `${(timeMs / 1000).toFixed(0)} s`,
    String(requests),
    String(refused),
    String(wrong),
    wrong === 0 && (neighbour > 0 || refused === 0) ? 'met' : '**missed**',
  ])
  return table(['tasks', 'time', 'requests', 'of them 429', 'wrong verdicts', 'goal'], rows)
}

function strictEfficiency({ own, bound }: Contest): string {
  return efficiencyOf(own, bound, LATENCY_MS - LOOK_MS).toFixed(2)
}
