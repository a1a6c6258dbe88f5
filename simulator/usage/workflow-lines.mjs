import { DEMO_ACCESS_KEY } from '../access/access-keys.mjs'
import { asFederatedUser, throughAgency } from '../runner/sign-in.mjs'
import { DOCUMENTED_PROJECT } from '../scenarios/documented-answers.mjs'
import { chooseToken, listIds } from './choices.mjs'
import { shellWord } from './shell-word.mjs'

/** @import { GitHub, Scenario, SignIn, Simulator } from '../types.d.ts' */

const TIMEOUT = '1m'
const COMMIT = '0123456789abcdef0123456789abcdef01234567'

/** @param {string} text */
const yamlScalar = (text) => (/^[A-Za-z][\w./:-]*$/.test(text) ? text : JSON.stringify(text))

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
 * Returns each way in which a step can sign in.
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 * @returns {readonly (SignIn & { how: string })[]}
 */
function signIns(simulator, scenario) {
  const { keyless, members, accessKeys: [key = DEMO_ACCESS_KEY] = [] } = scenario
  const token = chooseToken(scenario)
  if (keyless) {
    const outcome = members ? '; the step is refused with 403, because an agency is not a member' : ''
    return [
      { how: 'as a federated user', ...asFederatedUser(simulator, keyless) },
      { how: `through a trust agency${outcome}`, ...throughAgency(simulator, keyless) },
    ]
  }
  return token === null
    ? [
        {
          how: 'with an access key',
          inputs: { 'access-key-id': key.id, 'secret-access-key': key.secret },
        },
      ]
    : [{ how: 'with a token', inputs: { token } }]
}

/**
 * Returns the inputs of the import: of a file that is in OBS or, in a scenario with an OBS, of a folder to upload.
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 * @returns {Record<string, string>}
 */
function importInputs({ url }, { obs }) {
  const policy = { 'same-name-policy': 'OVERWRITE' }
  return obs
    ? { source: 'examples/dlf', path: `obs://${obs.bucket}/dlf/`, ...policy, 'obs-endpoint': url }
    : { path: 'obs://my-bucket/jobs.zip', ...policy }
}

/**
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 * @param {SignIn} signIn
 */
function waitInputs({ url }, scenario, { inputs }) {
  const { project = DOCUMENTED_PROJECT, workspace } = scenario
  const ids = listIds(scenario)
  return {
    'task-id': ids.length === 0 ? '${{ steps.import.outputs.task-id }}' : ids.join(', '),
    endpoint: url,
    project,
    ...(workspace === undefined ? {} : { workspace }),
    ...inputs,
  }
}

/**
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 * @param {SignIn} signIn
 */
function steps(simulator, scenario, signIn) {
  const { 'task-id': taskId, ...shared } = waitInputs(simulator, scenario, signIn)
  const env = mapping('env', signIn.env ?? {})
  const importStep = [
    '  - id: import',
    '    uses: ./import',
    ...mapping('with', { ...importInputs(simulator, scenario), ...shared }),
    ...env,
  ]
  return [
    ...(listIds(scenario).length === 0 ? importStep : []),
    '  - uses: ./',
    ...mapping('with', { 'task-id': taskId, ...shared, timeout: TIMEOUT }),
    ...env,
  ]
}

/**
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 * @param {{ github: GitHub, signIn: SignIn }} parts
 */
function commandLines(simulator, scenario, { github, signIn }) {
  const inputs = {
    ...waitInputs(simulator, scenario, signIn),
    timeout: TIMEOUT,
    'status-context': 'dlf',
    'github-token': github.token,
  }
  const variables = {
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    GITHUB_API_URL: simulator.url,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_SHA: COMMIT,
  }
  const words = Object.entries(variables).map(([name, value]) => shellWord(`${name}=${value}`))
  return [
    '',
    'Publish a commit status; in a shell at the root of this repository, because a workflow cannot set GITHUB_API_URL:',
    `  env ${words.join(' ')} node dist/index.js`,
  ]
}

/**
 * Returns the steps of a workflow for each way to sign in, and the steps that only a shell can do.
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
export function workflowLines(simulator, scenario) {
  const all = signIns(simulator, scenario)
  const [signIn = { inputs: {} }] = all
  const { github } = scenario
  return [
    '',
    'Steps of a workflow, after a checkout of this repository (elsewhere, <owner>/wait-for-dlf-task@v1 and',
    `<owner>/wait-for-dlf-task/import@v1 in place of ./ and ./import)${all.length > 1 ? '; choose how to sign in' : ''}:`,
    ...all.flatMap((each) => [`  # Sign in ${each.how}.`, ...steps(simulator, scenario, each)]),
    ...(github ? commandLines(simulator, scenario, { github, signIn }) : []),
  ]
}
