import { readFileSync } from 'node:fs'

const SAMPLE_MS = 50

/**
 * Returns the peak of a process that runs; undefined on other systems than Linux, which have no such file.
 *
 * @param {number} pid
 * @returns {number | undefined}
 */
function readPeakKb(pid) {
  try {
    const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return peak ? Number(peak[1]) : undefined
  } catch {
    return undefined
  }
}

/**
 * Starts to watch the memory of a process; the function it returns stops and gives the peak in KiB, where that is known.
 * The kernel keeps the peak itself, so sampling misses only what happens in the last moments.
 *
 * @param {number | undefined} pid
 */
export function watchPeakMemory(pid) {
  /** @type {number | undefined} */
  let peakKb
  const timer = setInterval(() => {
    peakKb = (pid === undefined ? undefined : readPeakKb(pid)) ?? peakKb
  }, SAMPLE_MS)
  return () => {
    clearInterval(timer)
    return peakKb
  }
}
