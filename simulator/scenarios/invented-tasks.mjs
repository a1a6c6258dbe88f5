import { DOCUMENTED_PROJECT } from './documented-answers.mjs'

/** @import { InventedSubtask, InventedTask, Step } from '../types.d.ts' */

const JOBS = ['job_batch', 'job_stream', 'job_report']

/**
 * @param {InventedSubtask} subtask
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
 * Returns the answer for an invented import, with relative times and a placeholder for the ID.
 * @param {InventedTask} task
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
 * Returns a step that answers with an invented import; its times are relative by default.
 * @param {InventedTask} task
 * @param {Omit<Step, 'body'>} [extent]
 * @returns {Step}
 */
export function step(task, extent = {}) {
  return { relativeTimes: true, ...extent, body: importTask(task) }
}

/** A subtask that succeeded. */
export const DONE = { status: 'SUCCESSFUL' }
/** A subtask that is running. */
export const RUNNING = { status: 'RUNNING' }
/** A subtask that failed with a message. */
export const FAILED = { status: 'FAILED', message: '作业[job_stream]引用的连接[conn_dli]不存在。' }
/** A subtask that ended with a warning. */
export const WARNED = { status: 'WARNING', message: '作业[job_stream]已存在，已跳过。' }
