import { type Contest, efficiencyOf, FEWEST_REQUESTS, OURS, SAMPLES, type Score } from '../laws/contest.ts'
import { CROWD, type CrowdScore, ROUNDS } from '../crowd/crowd.ts'
import { type DurationScore, TABLE_SAMPLES } from '../laws/fixed-durations.ts'
import { LATENCY_MS, LOOK_MS } from '../latency.ts'
import { drawChart } from './chart.ts'
import { duration, percent, seconds, table } from './markdown.ts'
import type { LoadScore } from '../crowd/neighbour.ts'
import { otherLaws } from '../laws/other-laws.ts'
import type { Results } from '../results.ts'
import type { Goal } from '../laws/workloads.ts'

const CROWD_GOAL_MS = 5000

/** Writes the page; `bundlePart` is the part of `npm run bench:bundle`, with its marks. */
export function writePage(results: Results, bundlePart: string): string {
  const contests = [results.uniform, results.logNormal, results.logUniform]
  return [
    `# Benchmark

How soon does a wait detect the end of a task, and how many requests does it need? This page compares the polling schedule of this action ([ADR 3](adr/0003-polling-law.md)) with those of other systems. It runs the code of \`src/core\` in simulated time.

    npm run bench            # writes this page; about 15 seconds
    npm run bench -- --check # fails if it differs from a fresh run
    npm run bench:bundle     # measures the built action on this machine; about four minutes

The chart shows the cost of each schedule if durations are ${results.logUniform.workload.title}. The cost is the product of delay and requests, relative to the lowest possible. Shorter is better; [the columns](#what-the-columns-mean) are defined below.`,
    drawChart(results.logUniform),
    '## Goals',
    goalTable(contests),
    `Goals for fixed durations and for ${String(CROWD)} simultaneous waits follow below.

## What the columns mean

- **Delay**: seconds from the end of the task until the wait acts on it; mean and 95th percentile.
- **Requests**: mean number of status requests of one wait.
- **Efficiency**: \`(mean delay - 0.75 latency) * (requests - 1) / bound\`. No schedule can do better than 1.00 without knowing the end. The bound is \`1/2 * (integral sqrt(f S) dt)^2\`, with the density \`f\` of the duration and its survival \`S\`. The bound assumes many small steps. It does not apply to a schedule with fewer than ${String(FEWEST_REQUESTS)} requests; the column shows a dash there.

No schedule is best everywhere. A fixed interval is best for exponential durations, and near the bound if it fits the durations. If it does not fit, it costs many requests or a long delay.`,
    ...contests.flatMap((contest) => [contestTitle(contest), contestTable(contest)]),
    `## Tasks that all take the same time

Goal: a 95th percentile of at most max(1.4 s, min(11 % of the duration, 11 s)). ${String(TABLE_SAMPLES)} waits each.`,
    durationTable(results.durations),
    worstSentence(results.worstDuration),
    `## ${String(CROWD)} waits that start together

${String(CROWD)} waits (for tasks that are log-normal, median 8 s, sigma 1) start at the same moment, and share a limit of 10 requests a second; ${String(ROUNDS)} rounds. All tasks succeed, so a wait that ends in an error is wrong. Goal: none wrong, and a mean delay of at most 5 s.

With a limit that restarts each second:`,
    crowdTable(results.crowdEachSecond),
    'With the limit of the simulator, which is the strictest: it applies to any period of one second, and counts refused requests too:',
    crowdTable(results.crowdAnySecond),
    'Only right verdicts count for the delays, because a client that gives up early is fast. Separate steps do not know of each other. If many tasks start together, use one step for all: it shares one budget.',
    `## One step with many tasks

The tasks take 5 to 60 s. The simulator's rate limit applies. The step runs alone, or beside another client that uses half of the limit. Its timeout is 30 min. Goal: every verdict right, and no 429 if the step is alone.`,
    loadTable(results.loads),
    '## The bundle on a machine',
    bundlePart,
    `## Method

Time is simulated: a sleep advances a clock. A request takes 0.15 s from sending to its complete answer. The answer shows the state after half of that, ${String(LOOK_MS)} ms. A wait begins when its task does. The service reports the start of the task and, in a \`Date\` header, its own time in whole seconds; the schedule computes the age from both. Every schedule waits for the same ${SAMPLES.toLocaleString('en')} tasks, drawn with a fixed seed. There are no timeouts.

The goals allow 0.75 latency. Every delay contains at least half of the latency, because the answer shows the state after half of it. With 0.5 instead of 0.75 the efficiency of this action is ${strictEfficiency(results.uniform)} (uniform), ${strictEfficiency(results.logNormal)} (log-normal) and ${strictEfficiency(results.logUniform)} (log-uniform). The excess over 1.00 comes from the shortest pause of 1 s, which the bound ignores, and from the jitter.

The schedules of other systems are from their source code. The table shows the pause after each answer. The first request is immediate, unless the table says otherwise.`,
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
    ['schedule', 'mean delay', '95th percentile', 'requests', 'efficiency'],
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
  return `Of all durations up to a minute, in steps of 0.25 s, ${duration(endMs)} has the longest delay for its goal: its 95th percentile is ${seconds(p95DelayMs)} s, and the goal is ${seconds(goalMs)} s (${judgement}). At this duration, the pause has just begun to exceed its minimum of 1 s.`
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
