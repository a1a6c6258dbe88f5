import { DOCUMENTED_PROJECT } from './documented-answers.mjs'

/** @import { Step } from '../types.d.ts' */

/**
 * @typedef {object} Subtask
 * @property {string} status
 * @property {number} [lastUpdate] milliseconds from the first request for the task
 * @property {string} [message]
 */

/**
 * @typedef {object} TaskStory
 * @property {string} status
 * @property {number} [startTime] milliseconds from the first request for the task; 0 when not given
 * @property {number} [lastUpdate] the same; the time of the end when not given
 * @property {number} [endTime] the same; a task without it has not ended
 * @property {string} [message]
 * @property {readonly Subtask[]} [subtasks]
 */

const JOBS = ['job_batch', 'job_stream', 'job_report']

/**
 * Returns one subtask of an import, named after the job at its place in the list.
 *
 * @param {Subtask} subtask
 * @param {number} place
 */
function importJob({ status, lastUpdate = 0, message }, place) {
  return {
    id: `008aae2e675d3bcb01675d3c9f5f000${place + 2}`,
    lastUpdate,
    ...(message === undefined ? {} : { message }),
    name: `导入作业[${JOBS[place] ?? `job_${place}`}]。`,
    status,
    taskId: '<id>',
  }
}

/**
 * Returns the answer for an invented import of jobs, times relative and the id left to be filled in.
 *
 * @param {TaskStory} story
 */
export function importTask({ status, startTime = 0, endTime, lastUpdate, message, subtasks = [] }) {
  return {
    ...(endTime === undefined ? {} : { endTime }),
    id: '<id>',
    lastUpdate: lastUpdate ?? endTime ?? startTime,
    ...(message === undefined ? {} : { message }),
    name: '从OBS路径[obs://aaaaa/traffic.zip]导入作业。',
    projectId: DOCUMENTED_PROJECT,
    startTime,
    status,
    subtasks: subtasks.map(importJob),
  }
}

/**
 * Returns a step that answers with an invented import.
 *
 * @param {TaskStory} story
 * @param {Omit<Step, 'body'>} [extent] times are relative unless it says otherwise
 * @returns {Step}
 */
export function step(story, extent = {}) {
  return { relativeTimes: true, ...extent, body: importTask(story) }
}

/** A subtask that has gone well. */
export const DONE = { status: 'SUCCESSFUL' }
/** A subtask that still runs. */
export const RUNNING = { status: 'RUNNING' }
/** A subtask that failed and says why. */
export const FAILED = { status: 'FAILED', message: '作业[job_stream]引用的连接[conn_dli]不存在。' }
/** A subtask that the service warns of. */
export const WARNED = { status: 'WARNING', message: '作业[job_stream]已存在，已跳过。' }
