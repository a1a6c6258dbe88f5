/** @import { Step } from '../types.d.ts' */

/**
 * @typedef {object} Progress
 * @property {readonly Step[]} steps
 * @property {number} beganAt epoch milliseconds
 * @property {number} place of the step that answers, in the list of steps
 * @property {number} stepBeganAt epoch milliseconds; when the step before ended
 * @property {number} polls answered by this step
 */

/** @typedef {ReturnType<typeof startProgress>} TaskProgress */

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
 * Returns when a timed step ends, or undefined for a step that ends by polls.
 * @param {Step} step
 * @param {number} beganAt
 */
function endByTime({ ms, untilMs }, beganAt) {
  return untilMs ?? (ms === undefined ? undefined : beganAt + ms)
}

/**
 * Skips every timed step that is over, so that a late poll sees the current state.
 * @param {Progress} progress
 * @param {number} now
 */
function passTime(progress, now) {
  for (const step of progress.steps.slice(progress.place, -1)) {
    const endsAt = endByTime(step, progress.stepBeganAt)
    if (endsAt === undefined || now < endsAt) return
    goOn(progress, endsAt)
  }
}

/** Creates a record of the current step of each task. */
export function startProgress() {
  /** @type {Map<string, Progress>} */
  const tasks = new Map()

  /**
   * @param {string} id
   * @param {readonly Step[]} steps
   * @param {number} now epoch milliseconds
   */
  function begin(id, steps, now) {
    const progress = tasks.get(id) ?? { steps, beganAt: now, place: 0, stepBeganAt: now, polls: 0 }
    tasks.set(id, progress)
    return progress
  }

  /**
   * Returns the step that answers this poll, and when the task began; undefined for a task without steps.
   * @param {string} id
   * @param {readonly Step[]} steps
   * @param {number} now epoch milliseconds
   * @returns {{ step: Step, beganAt: number } | undefined}
   */
  function advance(id, steps, now) {
    const progress = begin(id, steps, now)
    passTime(progress, now)
    const step = progress.steps[progress.place]
    if (!step) return undefined
    progress.polls += 1
    const isTimed = endByTime(step, now) !== undefined
    const isOver = !isTimed && progress.polls >= (step.polls ?? 1)
    if (isOver && progress.place < progress.steps.length - 1) goOn(progress, now)
    return { step, beganAt: progress.beganAt }
  }

  /**
   * Returns when the task reached or will reach its last step, in epoch milliseconds; undefined if that depends on polls.
   * @param {string} id
   */
  function endOf(id) {
    const progress = tasks.get(id)
    if (!progress) return undefined
    /** @type {number | undefined} */
    let at = progress.stepBeganAt
    for (const step of progress.steps.slice(progress.place, -1)) {
      at = at === undefined ? undefined : endByTime(step, at)
    }
    return at
  }

  return { begin, advance, endOf }
}
