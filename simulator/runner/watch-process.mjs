import { readdirSync, readFileSync } from 'node:fs'

const SAMPLE_MS = 250
// For the time after a signal, which is shorter.
const FAST_SAMPLE_MS = 25

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
 * Returns for how long the threads of a process have waited for a processor so far, all together, in milliseconds: the main
 * thread waits for the others while they read files and look up names.
 * @param {number | 'self' | undefined} pid
 */
function readWaitMs(pid) {
  const threads = listThreads(pid)
  const nanoseconds = threads.map((thread) => readNumber(pid, `task/${thread}/schedstat`, /^\d+ (\d+)/) ?? 0)
  return nanoseconds.reduce((sum, each) => sum + each / 1e6, 0)
}

/** @param {number | 'self' | undefined} pid */
function listThreads(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

/**
 * Starts to watch a process that this one has started.
 * The kernel itself keeps the peak and adds up the waits, so sampling misses only the last moments.
 * @param {number | undefined} pid
 */
export function watchProcess(pid) {
  /** @type {number | undefined} */
  let peakKb
  let waitMs = 0
  const sample = () => {
    peakKb = readNumber(pid, 'status', /^VmHWM:\s*(\d+) kB$/m) ?? peakKb
    // Reads less once the process has ended.
    waitMs = Math.max(waitMs, readWaitMs(pid))
  }
  let timer = setInterval(sample, SAMPLE_MS)
  return {
    /** Returns the peak of its memory in KiB, if that is known. */
    memory: () => (peakKb === undefined ? {} : { maxRssKb: peakKb }),
    /**
     * Starts to measure time; the function it returns gives the milliseconds since then, without those for which the two
     * processes waited for a processor: as long as it would have taken on a machine without other work.
     */
    startStopwatch() {
      sample()
      const waits = () => waitMs + readWaitMs('self')
      const [startedAt, before] = [performance.now(), waits()]
      return () => performance.now() - startedAt - (waits() - before)
    },
    /** Samples more often from now on. */
    lookClosely() {
      clearInterval(timer)
      timer = setInterval(sample, FAST_SAMPLE_MS)
    },
    stop: () => clearInterval(timer),
  }
}
