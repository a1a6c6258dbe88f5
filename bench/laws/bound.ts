import type { Workload } from './workloads.ts'

const STEPS = 200_000

/**
 * Returns the least product of mean delay and mean requests of a schedule that does not know the end, in seconds:
 * `1/2 * (integral sqrt(f S) dt)^2` with the density f and the survival S of the duration t.
 * With x = ln t and the density g of x this is `1/2 * (integral sqrt(g S t) dx)^2`, summed by the midpoint rule.
 * Source: Cauchy-Schwarz on the mean delay `1/2 * integral(f d)` and the mean requests `integral(S / d)`;
 * docs/adr/0003-polling-law.md
 */
export function leastProduct({ logDensity, logRange: [low, high] }: Workload): number {
  const width = (high - low) / STEPS
  let survival = 0
  let integral = 0
  // From the right, so that the survival at each step is the sum so far.
  for (let step = STEPS - 1; step >= 0; step -= 1) {
    const logSeconds = low + (step + 0.5) * width
    const share = logDensity(logSeconds) * width
    integral += Math.sqrt(logDensity(logSeconds) * (survival + share / 2) * Math.exp(logSeconds)) * width
    survival += share
  }
  return integral ** 2 / 2
}
