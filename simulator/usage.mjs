import { DEMO_ACCESS_KEY } from './access/access-keys.mjs'
import { DEMO_TOKEN } from './access/token-check.mjs'
import { DOCUMENTED_IDS, DOCUMENTED_PROJECT } from './scenarios/documented-answers.mjs'

/** @import { Scenario, Simulator } from './types.d.ts' */

const IMPORT_BODY = JSON.stringify({ path: 'obs://my-bucket/jobs.zip', sameNamePolicy: 'OVERWRITE' })

/** @param {string} text */
const shellWord = (text) => (/^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/** @param {string} text */
const yamlScalar = (text) => (/^[A-Za-z][\w./:-]*$/.test(text) ? text : JSON.stringify(text))

/** @param {Scenario} scenario */
function listIds({ tasks }) {
  const ids = Object.keys(tasks)
  return ids.includes('*') ? [DOCUMENTED_IDS[0]] : ids
}

/** @param {Scenario} scenario */
function chooseToken({ token }) {
  return token === undefined ? DEMO_TOKEN : token
}

/** @param {Scenario} scenario */
function accountLines(scenario) {
  const { project, workspace, token, accessKeys = [DEMO_ACCESS_KEY], tasks } = scenario
  const ids = listIds(scenario)
  const others = ' (any other is accepted too)'
  return [
    `Project:     ${project ?? DOCUMENTED_PROJECT + others}`,
    `Workspace:   ${workspace ?? 'any or none'}`,
    `Token:       ${token === null ? 'every token is refused' : (token ?? DEMO_TOKEN + others)}`,
    ...accessKeys.map(({ id, secret }) => `Access key:  ${id}, secret key: ${secret}`),
    `Task IDs:    ${ids.length === 0 ? 'none until a job is imported' : ids.join(', ')}${'*' in tasks ? others : ''}`,
  ]
}

/**
 * Returns the environment of a step that asks the simulator for its ID token, as in a job that may have one.
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 * @returns {Readonly<Record<string, string>>}
 */
function idTokenEnvironment({ idTokenUrl }, { keyless }) {
  return keyless
    ? {
        ACTIONS_ID_TOKEN_REQUEST_URL: idTokenUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: keyless.requestToken,
      }
    : {}
}

/**
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
function gitHubLines(simulator, scenario) {
  const { github } = scenario
  const variables = Object.entries(idTokenEnvironment(simulator, scenario))
  return [
    ...variables.map(([name, value]) => `${name}=${shellWord(value)}`),
    ...(github
      ? [`GITHUB_API_URL=${simulator.url}, repository ${github.repository}, token ${github.token}`]
      : []),
  ]
}

/**
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
function curlLines({ url }, scenario) {
  const { project = DOCUMENTED_PROJECT, workspace } = scenario
  const token = chooseToken(scenario)
  if (token === null) return []
  const headers = { 'X-Auth-Token': token, 'X-Project-Id': project, workspace }
  const words = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : ['-H', shellWord(`${name}: ${value}`)],
  )
  const curl = ['curl', '-sS', ...words].join(' ')
  const base = shellWord(`${url}/v1/${project}`)
  const order = `${curl} -H 'Content-Type: application/json' -d '${IMPORT_BODY}' ${base}/jobs/import`
  const queries = listIds(scenario).map((id) => `  ${curl} -i ${base}/system-tasks/${id}`)
  return [
    ...(queries.length > 0 ? ['', 'Query a task:', ...queries] : []),
    '',
    'Import a job, then query its task:',
    `  id=$(${order} | sed 's/.*"taskId":"//; s/".*//')`,
    `  ${curl} -i ${base}/system-tasks/$id`,
  ]
}

/**
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 * @returns {Record<string, string>}
 */
function signInInputs({ url }, scenario) {
  const { keyless, accessKeys: [key = DEMO_ACCESS_KEY] = [] } = scenario
  const token = chooseToken(scenario)
  if (keyless) {
    const { provider, audience } = keyless
    return { 'oidc-provider': provider, 'oidc-audience': audience, 'iam-endpoint': url }
  }
  return token === null ? { 'access-key-id': key.id, 'secret-access-key': key.secret } : { token }
}

/**
 * @param {string} key
 * @param {Readonly<Record<string, string>>} values
 */
function mapping(key, values) {
  const entries = Object.entries(values)
  return entries.length === 0
    ? []
    : [`    ${key}:`, ...entries.map(([name, value]) => `      ${name}: ${yamlScalar(value)}`)]
}

/**
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
function workflowLines(simulator, scenario) {
  const { project = DOCUMENTED_PROJECT, workspace } = scenario
  const shared = {
    endpoint: simulator.url,
    project,
    ...(workspace === undefined ? {} : { workspace }),
    ...signInInputs(simulator, scenario),
  }
  const env = mapping('env', idTokenEnvironment(simulator, scenario))
  const ids = listIds(scenario)
  const order = { path: 'obs://my-bucket/jobs.zip', 'same-name-policy': 'OVERWRITE' }
  const importStep = [
    '  - id: import',
    '    uses: ./import',
    ...mapping('with', { ...order, ...shared }),
    ...env,
  ]
  const taskId = ids.length === 0 ? '${{ steps.import.outputs.task-id }}' : ids.join(', ')
  return [
    '',
    'Steps of a workflow, after a checkout of this repository (elsewhere, write <owner>/wait-for-dlf-task@v1 for the dot):',
    ...(ids.length === 0 ? importStep : []),
    '  - uses: ./',
    ...mapping('with', { 'task-id': taskId, ...shared }),
    ...env,
  ]
}

/**
 * Returns the lines that tell how to use the simulator: every command in them works as printed, and every secret is invented.
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
export function usageLines(simulator, scenario) {
  return [
    ...accountLines(scenario),
    ...gitHubLines(simulator, scenario),
    ...curlLines(simulator, scenario),
    ...workflowLines(simulator, scenario),
  ]
}
