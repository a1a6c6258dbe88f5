import { DOCUMENTED_IDS } from './documented-answers.mjs'
import { DONE, FAILED, RUNNING, step, WARNED } from './invented-tasks.mjs'

/** @import { InventedTask, Scenario } from '../types.d.ts' */

// The task started before the wait, as after an import in an earlier step.
const STARTED_MS = -2_000
const ENDED_MS = 100

/** @param {number} polls */
function runningFor(polls) {
  return step({ status: 'RUNNING', startTime: STARTED_MS, subtasks: [RUNNING, RUNNING, RUNNING] }, { polls })
}

/**
 * @param {string} status
 * @param {Partial<InventedTask>} [story]
 */
function ended(status, story = {}) {
  return step({ status, startTime: STARTED_MS, endTime: ENDED_MS, subtasks: [DONE, DONE, DONE], ...story })
}

/** Tasks of the scenario `many`. */
export const MANY_IDS = Array.from(
  { length: 12 },
  (_, place) => `008aae2e675d3bcb01675d3c${(0x66e00000 + place).toString(16)}`,
)

const FAILED_END = ended('FAILED', { message: '导入作业失败。', subtasks: [DONE, FAILED, DONE] })
const WARNING_END = ended('WARNING', { subtasks: [DONE, WARNED, DONE] })

/**
 * Tasks that run for some polls and then end.
 * @satisfies {Record<string, Scenario>}
 */
export const endedScenarios = {
  failed: {
    title: 'RUNNING for two polls, then FAILED with one of three subtasks failed',
    tasks: { '*': [runningFor(2), FAILED_END] },
  },
  warning: {
    title: 'RUNNING, then WARNING with an end time',
    tasks: { '*': [runningFor(1), WARNING_END] },
  },
  'warning-unconfirmed': {
    title: 'RUNNING, then WARNING without an end time, the same at every poll',
    tasks: {
      '*': [
        runningFor(1),
        step({
          status: 'WARNING',
          startTime: STARTED_MS,
          lastUpdate: ENDED_MS,
          subtasks: [DONE, WARNED, DONE],
        }),
      ],
    },
  },
  'successful-with-failed-subtask': {
    title: 'SUCCESSFUL although one of three subtasks is FAILED',
    tasks: { '*': [runningFor(1), ended('SUCCESSFUL', { subtasks: [DONE, FAILED, DONE] })] },
  },
  'successful-with-warning-subtask': {
    title: 'SUCCESSFUL although one of three subtasks is WARNING',
    tasks: { '*': [runningFor(1), ended('SUCCESSFUL', { subtasks: [DONE, WARNED, DONE] })] },
  },
  'three-tasks': {
    title: 'three documented IDs: one SUCCESSFUL, one FAILED, one WARNING; no other exists',
    tasks: {
      [DOCUMENTED_IDS[0]]: [runningFor(1), ended('SUCCESSFUL')],
      [DOCUMENTED_IDS[1]]: [runningFor(2), FAILED_END],
      [DOCUMENTED_IDS[2]]: [runningFor(3), WARNING_END],
    },
  },
  many: {
    title: 'twelve IDs: the sixth ends FAILED, the others SUCCESSFUL; no other exists',
    tasks: Object.fromEntries(
      MANY_IDS.map((id, place) => [id, [runningFor(1), place === 5 ? FAILED_END : ended('SUCCESSFUL')]]),
    ),
  },
}
