import { readdirSync, readFileSync } from 'node:fs'

const SAMPLE_MS = 250
// For the time after a signal, which is shorter.
const FAST_SAMPLE_MS = 25

/**
 * Reads a number that the kernel keeps of a process; undefined once it has ended, and on other systems than Linux.
 * @param {number | undefined} pid
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
 * @param {number | undefined} pid
 */
function readWaitMs(pid) {
  const threads = listThreads(pid)
  const nanoseconds = threads.map((thread) => readNumber(pid, `task/${thread}/schedstat`, /^\d+ (\d+)/) ?? 0)
  return nanoseconds.reduce((sum, each) => sum + each / 1e6, 0)
}

/** @param {number | undefined} pid */
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
  // How late the samples were, all together: this process or the whole machine stood still meanwhile.
  let lateMs = 0
  let everyMs = SAMPLE_MS
  let dueAt = performance.now() + everyMs
  const lateness = () => Math.max(0, performance.now() - dueAt)
  const sample = () => {
    peakKb = readNumber(pid, 'status', /^VmHWM:\s*(\d+) kB$/m) ?? peakKb
    // Reads less once the process has ended.
    waitMs = Math.max(waitMs, readWaitMs(pid))
  }
  const onTick = () => {
    lateMs += lateness()
    sample()
    dueAt = performance.now() + everyMs
  }
  let timer = setInterval(onTick, everyMs)
  return {
    /** Returns the peak of its memory in KiB, if that is known. */
    memory: () => (peakKb === undefined ? {} : { maxRssKb: peakKb }),
    /**
     * Starts to measure time; the function it returns gives the milliseconds since then, without those for which the
     * process waited for a processor or this one stood still: as long as it would have taken on a machine without other
     * work.
     */
    startStopwatch() {
      sample()
      const waits = () => waitMs + lateMs + lateness()
      const [startedAt, before] = [performance.now(), waits()]
      return () => performance.now() - startedAt - (waits() - before)
    },
    /** Samples more often from now on. */
    lookClosely() {
      clearInterval(timer)
      lateMs += lateness()
      everyMs = FAST_SAMPLE_MS
      dueAt = performance.now() + everyMs
      timer = setInterval(onTick, everyMs)
    },
    stop: () => clearInterval(timer),
  }
}
