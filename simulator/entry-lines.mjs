import { DOCUMENTED_IDS, DOCUMENTED_PROJECT } from './scenarios/documented-answers.mjs'

/** @import { Scenario, Simulator } from './types.d.ts' */

/**
 * @param {string} text
 */
function quote(text) {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/**
 * Returns the command that asks the simulator for a task that the scenario has.
 *
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
function curlLine({ url }, { project = DOCUMENTED_PROJECT, token = 'any', workspace, tasks }) {
  const id = Object.keys(tasks).find((each) => each !== '*') ?? DOCUMENTED_IDS[0]
  const headers = { 'X-Auth-Token': token, 'X-Project-Id': project, workspace }
  const words = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : ['-H', quote(`${name}: ${value}`)],
  )
  return ['curl', '-i', ...words, quote(`${url}/v1/${project}/system-tasks/${id}`)].join(' ')
}

/**
 * Returns lines that say how to get into the simulator: all secrets in them are invented.
 *
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
export function entryLines(simulator, scenario) {
  const { accessKeys = [], keyless, github, token } = scenario
  const mustBeSigned = token === undefined && (scenario.accessKeys ?? keyless) !== undefined
  return [
    ...accessKeys.map(({ id, secret }) => `Access key: ${id}, secret key: ${secret}`),
    ...(keyless
      ? [
          `ACTIONS_ID_TOKEN_REQUEST_URL=${quote(simulator.idTokenUrl)}`,
          `ACTIONS_ID_TOKEN_REQUEST_TOKEN=${quote(keyless.requestToken)}`,
          `OIDC provider: ${keyless.providerUrn}, agency: ${keyless.agencyUrn}, audience: ${keyless.audience}`,
        ]
      : []),
    ...(github
      ? [`GITHUB_API_URL=${simulator.url}, repository ${github.repository}, token ${github.token}`]
      : []),
    ...(mustBeSigned ? ['Requests must be signed with SDK-HMAC-SHA256.'] : [curlLine(simulator, scenario)]),
  ]
}
