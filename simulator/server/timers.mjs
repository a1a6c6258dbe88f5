/** @import { Timers } from '../types.d.ts' */

/**
 * Returns timers that can be ended together, so that none outlives the simulator.
 * @returns {Timers}
 */
export function startTimers() {
  /** @type {Set<NodeJS.Timeout>} */
  const running = new Set()
  return {
    later(ms, run) {
      const timer = setTimeout(() => {
        running.delete(timer)
        run()
      }, ms)
      running.add(timer)
    },
    every(ms, run) {
      const timer = setInterval(run, ms)
      running.add(timer)
      return () => {
        clearInterval(timer)
        running.delete(timer)
      }
    },
    clear() {
      for (const timer of running) clearTimeout(timer)
      running.clear()
    },
  }
}
