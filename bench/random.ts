/** Returns numbers in [0, 1); the same seed gives the same numbers. */
export type Random = () => number

/**
 * Creates a generator of random numbers from a 32-bit seed.
 * Source: mulberry32 by Tommy Ettinger, public domain. Its period of 2^32 is long enough for a benchmark.
 */
export function mulberry32(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Returns a number drawn from the standard normal distribution (Box and Muller). */
export function standardNormal(random: Random): number {
  // 1 - random() is never 0, whose logarithm is infinite.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
