import * as v from 'valibot'

/** Accepts text that is not empty, or a number as text; any other value counts as absent. */
export const lenientText = v.fallback(
  v.optional(v.union([v.pipe(v.string(), v.nonEmpty()), v.pipe(v.number(), v.transform(String))])),
  undefined,
)

const numericText = v.pipe(v.string(), v.trim(), v.digits(), v.transform(Number))

/**
 * Accepts epoch milliseconds as a number or as digits; any other value counts as absent. So does 0, which some answers
 * have for "no time", and everything beyond 8.64e15, the last moment of a `Date` (ECMA-262).
 */
export const lenientTime = v.fallback(
  v.optional(v.pipe(v.union([v.number(), numericText]), v.safeInteger(), v.minValue(1), v.maxValue(8.64e15))),
  undefined,
)
