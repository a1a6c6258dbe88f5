const ALLOWED = 5
const LOCKED_MS = 5 * 60_000

/**
 * Counts the bad signatures of each access key: after five in a row it is locked for five minutes.
 * Source: docs/service.md, "Errors"
 */
export function countBadSignatures() {
  /** @type {Map<string, { count: number, lockedUntil: number }>} */
  const keys = new Map()
  return {
    /**
     * @param {string} id
     * @param {number} now epoch milliseconds
     */
    isLocked: (id, now) => now < (keys.get(id)?.lockedUntil ?? 0),
    /**
     * @param {string} id
     * @param {number} now epoch milliseconds
     */
    note(id, now) {
      const count = (keys.get(id)?.count ?? 0) + 1
      keys.set(id, count < ALLOWED ? { count, lockedUntil: 0 } : { count: 0, lockedUntil: now + LOCKED_MS })
    },
    /** @param {string} id */
    forget: (id) => void keys.delete(id),
  }
}
