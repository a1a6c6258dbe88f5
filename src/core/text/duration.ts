const UNITS_MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const
const AMOUNT = String.raw`(\d+(?:\.\d+)?)`
// Each unit once, the largest first; `m(?!s)` keeps 5ms from being read as five minutes.
const DURATION = new RegExp(
  `^(?:${AMOUNT}d)?(?:${AMOUNT}h)?(?:${AMOUNT}m(?!s))?(?:${AMOUNT}s)?(?:${AMOUNT}ms)?$`,
)

/**
 * Reads a duration such as `90s`, `1.5h`, `1h30m` or a bare number of seconds, and returns whole milliseconds, 0 or more.
 * Returns undefined for any other text, a sign, a blank or an upper-case unit included.
 */
export function parseDuration(text: string): number | undefined {
  const withUnit = /^[\d.]+$/.test(text) ? `${text}s` : text
  const amounts: readonly (string | undefined)[] | undefined = DURATION.exec(withUnit)?.slice(1)
  if (amounts === undefined || text === '') return undefined
  const factors = Object.values(UNITS_MS)
  return toFiniteMs(factors.reduce((sum, factor, index) => sum + Number(amounts[index] ?? 0) * factor, 0))
}

/** Writes milliseconds (0 or more) for people, two units at most: `350ms`, `4.2s`, `2m 5s`, `1h 30m`, `1d 2h`. */
export function formatDuration(ms: number): string {
  // 999.5 ms and more would be printed as 1000ms.
  if (Math.round(ms) < UNITS_MS.s) return `${String(Math.round(ms))}ms`
  // 59.95 s and more would be printed as 60.0s.
  if (ms < 59_950) return `${String(Math.round(ms / 100) / 10)}s`
  const seconds = Math.round(ms / UNITS_MS.s)
  if (seconds < 3600) return pair(seconds, 60, 'm', 's')
  const minutes = Math.round(seconds / 60)
  if (minutes < 1440) return pair(minutes, 60, 'h', 'm')
  return pair(Math.round(minutes / 60), 24, 'd', 'h')
}

function pair(count: number, size: number, large: string, small: string): string {
  const rest = count % size
  const whole = `${String(Math.floor(count / size))}${large}`
  return rest === 0 ? whole : `${whole} ${String(rest)}${small}`
}

function toFiniteMs(ms: number): number | undefined {
  return Number.isFinite(ms) ? Math.round(ms) : undefined
}
