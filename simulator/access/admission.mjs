import { createRateLimit } from '../server/rate-limit.mjs'
import { createSignatureCheck } from './signature-check.mjs'
import { createTokenCheck } from './token-check.mjs'
import { parseAuthorization } from './signature.mjs'
import { sendError } from '../server/send.mjs'

/** @import { Check, KeyRing, Scenario, Visit } from '../types.d.ts' */

const NO_WORKSPACE = { status: 400, code: 'DLF.0819', message: 'Workspace does not exists' }

/**
 * A request with a signature and a token is checked by its signature, the stronger of the two.
 * @param {Scenario} scenario
 * @param {KeyRing} ring
 * @returns {Check}
 */
function credentialCheck({ token }, ring) {
  const checkSignature = createSignatureCheck(ring)
  const checkToken = createTokenCheck(token)
  return (visit) =>
    visit.request.headers.authorization?.startsWith('SDK-HMAC-SHA256')
      ? checkSignature(visit)
      : checkToken(visit)
}

/**
 * @param {Scenario} scenario
 * @returns {readonly Check[]}
 */
function accountChecks({ project, workspace }) {
  return [
    ({ parameters }) =>
      project === undefined || parameters['project'] === project
        ? undefined
        : { status: 403, code: 'APIG.0302', message: 'The IAM user is not authorized to access the API' },
    ({ request, parameters }) =>
      request.headers['x-project-id'] === parameters['project'] ? undefined : NO_WORKSPACE,
    ({ request }) =>
      workspace === undefined || request.headers['workspace'] === workspace ? undefined : NO_WORKSPACE,
  ]
}

/**
 * The members of a workspace are users and user groups; anybody else is refused. The text is invented.
 * @param {Scenario} scenario
 * @param {KeyRing} ring
 * @returns {Check}
 */
function memberCheck({ members }, ring) {
  return ({ request }) => {
    const { id = '' } = parseAuthorization(request.headers.authorization) ?? {}
    const principal = ring.find(id)?.principal
    if (members === undefined || principal === undefined || members.includes(principal)) return undefined
    return { status: 403, code: 'DLF.6888', message: 'The user is not a member of the workspace.' }
  }
}

/**
 * Returns the function that answers a request if gateway or service would refuse it, and returns whether it may go on.
 * @param {Scenario} scenario
 * @param {KeyRing} ring
 */
export function createAdmission(scenario, ring) {
  const overLimit = createRateLimit(scenario)
  // In the order of gateway and service.
  const checks = [
    (/** @type {Visit} */ { now }) => overLimit(now()),
    credentialCheck(scenario, ring),
    ...accountChecks(scenario),
    memberCheck(scenario, ring),
  ]

  /** @param {Visit} visit */
  return function admit(visit) {
    for (const check of checks) {
      const error = check(visit)
      if (!error) continue
      visit.tell(`${error.status} ${error.code}`)
      sendError(visit, error)
      return false
    }
    return true
  }
}
