import { readFileSync } from 'node:fs'

const SAMPLE_MS = 50

/**
 * Reads a number that the kernel keeps of a process; undefined once it has ended, and on other systems than Linux.
 * @param {number | 'self' | undefined} pid
 * @param {string} file
 * @param {RegExp} pattern
 */
function readNumber(pid, file, pattern) {
  try {
    const found = pattern.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))
    return found ? Number(found[1]) : undefined
  } catch {
    return undefined
  }
}

/**
 * Returns for how long the main thread of a process has waited for a processor so far, in milliseconds.
 * @param {number | 'self' | undefined} pid
 */
const readWaitMs = (pid) => {
  const nanoseconds = readNumber(pid, 'schedstat', /^\d+ (\d+)/)
  return nanoseconds === undefined ? undefined : nanoseconds / 1e6
}

/**
 * Starts to watch a process that this one has started.
 * The kernel itself keeps the peak and adds up the waits, so sampling misses only what happens in the last moments.
 * @param {number | undefined} pid
 */
export function watchProcess(pid) {
  /** @type {number | undefined} */
  let peakKb
  let waitMs = 0
  const sample = () => {
    peakKb = readNumber(pid, 'status', /^VmHWM:\s*(\d+) kB$/m) ?? peakKb
    waitMs = readWaitMs(pid) ?? waitMs
  }
  const timer = setInterval(sample, SAMPLE_MS)
  return {
    /** Returns the peak of its memory in KiB, where that is known. */
    memory: () => (peakKb === undefined ? {} : { maxRssKb: peakKb }),
    /**
     * Starts to measure time; the function it returns gives the milliseconds since then, without those for which the two
     * processes waited for a processor: as long as it would have taken on a machine with nothing else to do.
     */
    startStopwatch() {
      sample()
      const waits = () => waitMs + (readWaitMs('self') ?? 0)
      const [startedAt, before] = [performance.now(), waits()]
      return () => performance.now() - startedAt - (waits() - before)
    },
    stop: () => clearInterval(timer),
  }
}
