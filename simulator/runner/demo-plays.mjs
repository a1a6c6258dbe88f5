import { fileURLToPath } from 'node:url'
import { DEMO_ACCESS_KEY } from '../access/access-keys.mjs'
import { DEMO_TOKEN } from '../access/token-check.mjs'
import { DEMO_KEYLESS } from '../scenarios/demo-keyless.mjs'
import { DEMO_OBS } from '../services/obs/demo-obs.mjs'
import { MANY_IDS } from '../scenarios/ended.mjs'

/** @import { Play, Simulator } from '../types.d.ts' */

// What the runner says of the checkout; this repository is one.
const CHECKOUT = {
  GITHUB_WORKSPACE: fileURLToPath(new URL('../..', import.meta.url)),
  GITHUB_REPOSITORY: 'octo-org/octo-repo',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
}

const WITH_TOKEN = () => ({ inputs: { token: DEMO_TOKEN } })

/** @param {string} secret */
const withAccessKey = (secret) => () => ({
  inputs: { 'access-key-id': DEMO_ACCESS_KEY.id, 'secret-access-key': secret },
})

/** @param {Simulator} simulator */
const idTokenVariables = ({ idTokenUrl }) => ({
  ACTIONS_ID_TOKEN_REQUEST_URL: idTokenUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: DEMO_KEYLESS.requestToken,
  GITHUB_RUN_ID: '1234567890',
  GITHUB_RUN_ATTEMPT: '1',
})

/**
 * Returns how a step signs in as a federated user.
 * @param {Simulator} simulator
 */
export const asFederatedUser = (simulator) => ({
  inputs: {
    'oidc-provider': DEMO_KEYLESS.provider,
    'oidc-audience': DEMO_KEYLESS.audience,
    'iam-endpoint': simulator.url,
  },
  env: idTokenVariables(simulator),
})

/**
 * Returns how a step signs in through a trust agency.
 * @param {Simulator} simulator
 */
export const throughAgency = (simulator) => ({
  inputs: {
    'oidc-provider': DEMO_KEYLESS.providerUrn,
    'oidc-agency': DEMO_KEYLESS.agencyUrn,
    'oidc-audience': DEMO_KEYLESS.audience,
    'sts-endpoint': simulator.url,
  },
  env: idTokenVariables(simulator),
})

/**
 * Every play of the demo by its name; a new row is a new play.
 * @type {Readonly<Record<string, Play>>}
 */
export const plays = {
  successful: {
    shows: 'a task runs, its subtasks end one by one, and it is SUCCESSFUL',
    scenario: 'successful',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: WITH_TOKEN,
  },
  failed: {
    shows: 'a task ends FAILED, with one failed subtask',
    scenario: 'failed',
    colour: 'red',
    status: 'FAILED',
    signIn: WITH_TOKEN,
  },
  'not-found': {
    shows: 'the task does not exist',
    scenario: 'not-found',
    colour: 'red',
    status: 'NOT_FOUND',
    signIn: WITH_TOKEN,
  },
  'timed-out': {
    shows: 'the task still runs when the timeout of 5 seconds is over',
    scenario: 'running',
    colour: 'red',
    status: 'TIMED_OUT',
    signIn: WITH_TOKEN,
    inputs: { timeout: '5s' },
  },
  refused: {
    shows: 'the secret key is wrong, so the gateway answers 401 to the signature',
    scenario: 'signed',
    colour: 'red',
    status: 'ERROR',
    signIn: withAccessKey('not-the-secret-key-of-the-demo'),
  },
  'bad-inputs': {
    shows: 'three inputs are invalid, and no request is sent',
    scenario: 'successful',
    colour: 'red',
    status: 'ERROR',
    signIn: WITH_TOKEN,
    inputs: { 'task-id': 'first,,third', timeout: '15 minutes', 'fail-fast': 'maybe' },
  },
  cancelled: {
    shows: 'the run is cancelled after 2 seconds',
    scenario: 'running',
    colour: 'red',
    status: 'CANCELLED',
    signIn: WITH_TOKEN,
    cancelAfterMs: 2_000,
  },
  warning: {
    shows: 'the task ends WARNING, which passes with an annotation',
    scenario: 'warning',
    colour: 'green',
    status: 'WARNING',
    signIn: WITH_TOKEN,
  },
  throttled: {
    shows: 'two answers 429 ask for a pause, then the task is SUCCESSFUL',
    scenario: 'throttled',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: WITH_TOKEN,
  },
  'unknown-status': {
    shows: 'the service reports a status that is not documented',
    scenario: 'unknown-status',
    colour: 'red',
    status: 'ERROR',
    signIn: WITH_TOKEN,
  },
  many: {
    shows: 'twelve tasks, of which the sixth fails',
    scenario: 'many',
    colour: 'red',
    status: 'FAILED',
    signIn: WITH_TOKEN,
    inputs: { 'task-id': MANY_IDS.join('\n') },
  },
  'looked-once': {
    shows: 'with a timeout of 0 a running task is checked once',
    scenario: 'running',
    colour: 'red',
    status: 'TIMED_OUT',
    signIn: WITH_TOKEN,
    inputs: { timeout: '0' },
  },
  signed: {
    shows: 'as successful, with an access key; the service refuses tokens',
    scenario: 'signed',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: withAccessKey(DEMO_ACCESS_KEY.secret),
  },
  keyless: {
    shows: 'as successful, without a secret: as a federated user, whose group is a member of the workspace',
    scenario: 'members',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: asFederatedUser,
  },
  agency: {
    shows: 'as successful, without a secret: through a trust agency',
    scenario: 'keyless',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: throughAgency,
  },
  'not-a-member': {
    shows: 'a trust agency signs in, but the workspace has only user groups as members',
    scenario: 'members',
    colour: 'red',
    status: 'ERROR',
    signIn: throughAgency,
  },
  import: {
    shows: 'an import is started, and its task is waited for',
    scenario: 'import',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: WITH_TOKEN,
    importInputs: () => ({ path: 'obs://aaaaa/traffic.zip', 'same-name-policy': 'OVERWRITE' }),
  },
  deploy: {
    shows: 'jobs of examples/ are packed, uploaded to OBS and imported, without a secret',
    scenario: 'deploy',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: (simulator) => {
      const { inputs, env } = asFederatedUser(simulator)
      return { inputs, env: { ...env, ...CHECKOUT } }
    },
    importInputs: ({ url }) => ({
      source: 'examples/dlf',
      path: `obs://${DEMO_OBS.bucket}/dlf/`,
      'same-name-policy': 'OVERWRITE',
      'obs-endpoint': url,
    }),
  },
}
