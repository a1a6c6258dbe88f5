import { DOCUMENTED_NOT_FOUND } from './documented-answers.mjs'
import { DONE, RUNNING, step } from './invented-tasks.mjs'

/** @import { Scenario } from '../types.d.ts' */

const PART_MS = 1_500
const FIRST = { ...DONE, lastUpdate: PART_MS }
const SECOND = { ...DONE, lastUpdate: 2 * PART_MS }
const THIRD = { ...DONE, lastUpdate: 3 * PART_MS }

const THROTTLED = {
  error_code: 'APIG.0308',
  error_msg: 'The throttling threshold has been reached: policy user over ratelimit,limit:100,time:1 minute',
  request_id: '<request-id>',
}

/**
 * Tasks that are about the time before the end, or that never end.
 * @satisfies {Record<string, Scenario>}
 */
export const unsettledScenarios = {
  successful: {
    title: 'RUNNING while three subtasks end one by one, then SUCCESSFUL after 4.5 seconds',
    tasks: {
      '*': [
        step({ status: 'RUNNING', subtasks: [RUNNING, RUNNING, RUNNING] }, { ms: PART_MS }),
        step(
          { status: 'RUNNING', lastUpdate: PART_MS, subtasks: [FIRST, RUNNING, RUNNING] },
          { ms: PART_MS },
        ),
        step(
          { status: 'RUNNING', lastUpdate: 2 * PART_MS, subtasks: [FIRST, SECOND, RUNNING] },
          { ms: PART_MS },
        ),
        step({ status: 'SUCCESSFUL', endTime: 3 * PART_MS, subtasks: [FIRST, SECOND, THIRD] }),
      ],
    },
  },
  running: {
    title: 'RUNNING, without an end',
    tasks: { '*': [step({ status: 'RUNNING', subtasks: [DONE, RUNNING, RUNNING] })] },
  },
  'unknown-status': {
    title: 'SUSPENDED, a status that is not documented',
    tasks: { '*': [step({ status: 'SUSPENDED', subtasks: [DONE, RUNNING] })] },
  },
  'not-found': {
    title: 'no task exists: DLF.0810, as the API page documents it',
    tasks: { '*': [{ status: 400, body: DOCUMENTED_NOT_FOUND }] },
  },
  'not-found-new': {
    title: 'no task exists: DLF.20810, as newer documentation has it',
    tasks: {
      '*': [{ status: 400, body: { error_code: 'DLF.20810', error_msg: 'Task[<id>] does not exist' } }],
    },
  },
  'created-late': {
    title: 'DLF.0810 for two polls, then RUNNING, then SUCCESSFUL',
    tasks: {
      '*': [
        { polls: 2, status: 400, body: DOCUMENTED_NOT_FOUND },
        step({ status: 'RUNNING', subtasks: [RUNNING, RUNNING] }, { polls: 1 }),
        step({ status: 'SUCCESSFUL', endTime: 100, subtasks: [DONE, DONE] }),
      ],
    },
  },
  throttled: {
    title: 'two answers 429 that ask for a pause of one second, then SUCCESSFUL',
    tasks: {
      '*': [
        { polls: 2, status: 429, headers: { 'Retry-After': '1' }, body: THROTTLED },
        step({ status: 'SUCCESSFUL', startTime: -2_000, endTime: -500, subtasks: [DONE, DONE] }),
      ],
    },
  },
}
