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
 * Returns when a step ends by time alone, or undefined for one that ends by polls.
 *
 * @param {Step} step
 * @param {number} beganAt
 */
function endByTime({ ms, untilMs }, beganAt) {
  return untilMs ?? (ms === undefined ? undefined : beganAt + ms)
}

/**
 * Leaves behind every timed step whose time is up, so that a late poll sees the state it would see.
 *
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

/**
 * Starts to keep count of where each task is in its scenario.
 */
export function startProgress() {
  /** @type {Map<string, Progress>} */
  const tasks = new Map()

  /**
   * Begins the task at this moment unless it has begun before.
   *
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
   * Says which step answers this poll, and when the task began; undefined for a task without steps.
   *
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
   * Returns when the task reached its last step or will reach it by time alone, in epoch milliseconds; else undefined.
   *
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
