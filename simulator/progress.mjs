/** @import { Step } from './types.d.ts' */

/**
 * @typedef {object} Progress
 * @property {number} firstRequestAt epoch milliseconds
 * @property {number} place of the step that answers, in the list of steps
 * @property {number} stepBeganAt epoch milliseconds; when the step before ended
 * @property {number} polls answered by this step
 */

/**
 * @param {Progress} progress
 * @param {number} at
 */
function goOn(progress, at) {
  progress.place += 1
  progress.stepBeganAt = at
  progress.polls = 0
}

/**
 * Leaves behind every timed step whose time is up, so that a late poll sees the state it would see.
 *
 * @param {Progress} progress
 * @param {readonly Step[]} steps
 * @param {number} now
 */
function passTime(progress, steps, now) {
  for (let step = steps[progress.place]; step?.ms !== undefined; step = steps[progress.place]) {
    const endsAt = progress.stepBeganAt + step.ms
    if (now < endsAt || progress.place === steps.length - 1) return
    goOn(progress, endsAt)
  }
}

/**
 * Starts to keep count of where each task is in its scenario.
 *
 * @returns a function that says which step answers this poll, and when the task was first asked for;
 *   undefined for a task without steps
 */
export function startProgress() {
  /** @type {Map<string, Progress>} */
  const tasks = new Map()

  /**
   * @param {string} id
   * @param {readonly Step[]} steps
   * @param {number} now
   * @returns {{ step: Step, firstRequestAt: number } | undefined}
   */
  return function advance(id, steps, now) {
    const progress = tasks.get(id) ?? { firstRequestAt: now, place: 0, stepBeganAt: now, polls: 0 }
    tasks.set(id, progress)
    passTime(progress, steps, now)
    const step = steps[progress.place]
    if (!step) return undefined
    progress.polls += 1
    const isOver = step.ms === undefined && progress.polls >= (step.polls ?? 1)
    if (isOver && progress.place < steps.length - 1) goOn(progress, now)
    return { step, firstRequestAt: progress.firstRequestAt }
  }
}
