import { type Random, standardNormal } from '../random.ts'

/** The goal of this action on a workload; durations in milliseconds. */
export type Goal = {
  readonly meanDelayMs: number
  readonly p95DelayMs: number
  readonly requests: number
  readonly efficiency?: number
}

/** A distribution of task durations, with the goal for waiting. */
export type Workload = {
  readonly title: string
  readonly goal: Goal
  /** Draws a duration in milliseconds. */
  readonly draw: (random: Random) => number
  /**
   * Density of the natural logarithm of the duration in seconds: workloads reach over so many orders of magnitude
   * that an integral over the duration itself would need far more steps.
   */
  readonly logDensity: (logSeconds: number) => number
  /** The interval of `logSeconds` outside which the density is negligible. */
  readonly logRange: readonly [number, number]
}

const LONGEST_UNIFORM_S = 16
const MEDIAN_S = 8
const SIGMA = 1
const SHORTEST_S = 1
const LONGEST_S = 7200
const LOG_WIDTH = Math.log(LONGEST_S / SHORTEST_S)
// Less than 1e-15 of a normal distribution lies beyond eight standard deviations.
const DEVIATIONS = 8

/** Durations like those of the service's documented examples. */
export const uniform: Workload = {
  title: 'uniform, 0 to 16 s',
  goal: { meanDelayMs: 750, p95DelayMs: 1400, requests: 8.6 },
  draw: (random) => 1000 * LONGEST_UNIFORM_S * random(),
  logDensity: (logSeconds) => Math.exp(logSeconds) / LONGEST_UNIFORM_S,
  logRange: [Math.log(LONGEST_UNIFORM_S) - 30, Math.log(LONGEST_UNIFORM_S)],
}

/** Durations with a typical scale and a long tail. */
export const logNormal: Workload = {
  title: 'log-normal, median 8 s, sigma 1',
  goal: { meanDelayMs: 850, p95DelayMs: 1800, requests: 11.5, efficiency: 1.1 },
  draw: (random) => 1000 * MEDIAN_S * Math.exp(SIGMA * standardNormal(random)),
  logDensity(logSeconds) {
    const deviation = (logSeconds - Math.log(MEDIAN_S)) / SIGMA
    return Math.exp(-(deviation ** 2) / 2) / (SIGMA * Math.sqrt(2 * Math.PI))
  },
  logRange: [Math.log(MEDIAN_S) - DEVIATIONS * SIGMA, Math.log(MEDIAN_S) + DEVIATIONS * SIGMA],
}

/** Durations without a typical scale. */
export const logUniform: Workload = {
  title: 'log-uniform, 1 s to 2 h',
  goal: { meanDelayMs: 2700, p95DelayMs: 9000, requests: 120, efficiency: 1.1 },
  draw: (random) => 1000 * SHORTEST_S * Math.exp(LOG_WIDTH * random()),
  logDensity: () => 1 / LOG_WIDTH,
  logRange: [Math.log(SHORTEST_S), Math.log(LONGEST_S)],
}
