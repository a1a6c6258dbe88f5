import { sendError } from './send.mjs'

/** @import { Scenario, Visit } from './types.d.ts' */

const NO_WORKSPACE = { status: 400, code: 'DLF.0819', message: 'Workspace does not exists' }
const WRONG_TOKEN = 'Incorrect IAM authentication information: '

/**
 * @typedef {object} Check
 * @property {(visit: Visit, scenario: Scenario) => boolean} isRefused
 * @property {{ status: number, code: string, message: string }} error
 */

/**
 * What a request must bring, in the order in which gateway and service look at it.
 *
 * @type {readonly Check[]}
 */
const CHECKS = [
  {
    isRefused: ({ request }) => !request.headers['x-auth-token'],
    error: { status: 401, code: 'APIG.0301', message: `${WRONG_TOKEN}x-auth-token not found` },
  },
  {
    isRefused: ({ request }, { token }) => token !== undefined && request.headers['x-auth-token'] !== token,
    error: { status: 401, code: 'APIG.0301', message: `${WRONG_TOKEN}decrypt token fail` },
  },
  {
    isRefused: ({ parameters }, { project }) => project !== undefined && parameters['project'] !== project,
    error: { status: 403, code: 'APIG.0302', message: 'The IAM user is not authorized to access the API' },
  },
  {
    isRefused: ({ request, parameters }) => request.headers['x-project-id'] !== parameters['project'],
    error: NO_WORKSPACE,
  },
  {
    isRefused: ({ request }, { workspace }) =>
      workspace !== undefined && request.headers['workspace'] !== workspace,
    error: NO_WORKSPACE,
  },
]

/**
 * Answers a request that the service would refuse; returns whether it may go on.
 *
 * @param {Visit} visit
 * @param {Scenario} scenario
 */
export function admit(visit, scenario) {
  const failed = CHECKS.find(({ isRefused }) => isRefused(visit, scenario))
  if (!failed) return true
  visit.tell(`${failed.error.status} ${failed.error.code}`)
  sendError(visit, failed.error)
  return false
}
