import { DONE, RUNNING, step } from './invented-tasks.mjs'

/** @import { Step } from '../types.d.ts' */

/** @param {number} ms */
function fromFirstRequest(ms) {
  return [
    step({ status: 'RUNNING', subtasks: [RUNNING] }, { ms }),
    step({ status: 'SUCCESSFUL', endTime: ms, subtasks: [{ ...DONE, lastUpdate: ms }] }),
  ]
}

/**
 * @param {number} ms
 * @param {number} startTime epoch milliseconds
 */
function fromFixedStart(ms, startTime) {
  const endTime = startTime + ms
  const subtasks = [{ ...DONE, lastUpdate: endTime }]
  return [
    step({ status: 'RUNNING', startTime, subtasks: [RUNNING] }, { untilMs: endTime, relativeTimes: false }),
    step({ status: 'SUCCESSFUL', startTime, endTime, subtasks }, { relativeTimes: false }),
  ]
}

/**
 * Returns the tasks of a scenario that each run for a given time and are then SUCCESSFUL.
 * `endTime` in the last answer, and the simulator's `endOf(id)`, give the exact time of the end.
 * @param {Readonly<Record<string, number>>} durations milliseconds by task ID
 * @param {{ startedAtMs?: number }} [options] the start of all tasks in epoch milliseconds by the simulator's clock;
 *   without it each starts at the first request for it
 * @returns {Record<string, readonly Step[]>}
 */
export function durationTasks(durations, { startedAtMs } = {}) {
  return Object.fromEntries(
    Object.entries(durations).map(([id, ms]) => [
      id,
      startedAtMs === undefined ? fromFirstRequest(ms) : fromFixedStart(ms, startedAtMs),
    ]),
  )
}
