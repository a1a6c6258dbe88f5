import { DEMO_ACCESS_KEY } from '../access/access-keys.mjs'
import { DEMO_TOKEN } from '../access/token-check.mjs'
import { DEMO_OBS } from '../services/obs/demo-obs.mjs'
import { MANY_IDS } from '../scenarios/ended.mjs'
import { asFederatedUser, throughAgency } from './sign-in.mjs'

/** @import { Demo } from '../types.d.ts' */

const WITH_TOKEN = () => ({ inputs: { token: DEMO_TOKEN } })

/** @param {string} secret */
const withAccessKey = (secret) => () => ({
  inputs: { 'access-key-id': DEMO_ACCESS_KEY.id, 'secret-access-key': secret },
})

/**
 * Every demo by its name.
 * @type {Readonly<Record<string, Demo>>}
 */
export const demos = {
  successful: {
    shows: 'a task runs, its three subtasks end one by one, and it ends SUCCESSFUL',
    scenario: 'successful',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: WITH_TOKEN,
  },
  failed: {
    shows: 'a task ends FAILED, because one of its three subtasks failed',
    scenario: 'failed',
    colour: 'red',
    status: 'FAILED',
    signIn: WITH_TOKEN,
  },
  'not-found': {
    shows: 'the task ID does not exist in the workspace',
    scenario: 'not-found',
    colour: 'red',
    status: 'NOT_FOUND',
    signIn: WITH_TOKEN,
  },
  'timed-out': {
    shows: 'a task is still running when the timeout of 5 seconds ends',
    scenario: 'running',
    colour: 'red',
    status: 'TIMED_OUT',
    signIn: WITH_TOKEN,
    inputs: { timeout: '5s' },
  },
  refused: {
    shows: 'the secret key is wrong, so the gateway rejects the signature with 401',
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
    shows: 'somebody cancels the run while the task is running',
    scenario: 'running',
    colour: 'red',
    status: 'CANCELLED',
    signIn: WITH_TOKEN,
    cancelAfterMs: 2_000,
  },
  warning: {
    shows: 'a task ends WARNING, so the step passes with a warning annotation',
    scenario: 'warning',
    colour: 'green',
    status: 'WARNING',
    signIn: WITH_TOKEN,
  },
  throttled: {
    shows: 'the service rejects two requests with 429, then reports SUCCESSFUL',
    scenario: 'throttled',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: WITH_TOKEN,
  },
  'unknown-status': {
    shows: 'the service reports SUSPENDED, a status that is not documented',
    scenario: 'unknown-status',
    colour: 'red',
    status: 'ERROR',
    signIn: WITH_TOKEN,
  },
  many: {
    shows: 'of twelve tasks the sixth fails, and the others succeed',
    scenario: 'many',
    colour: 'red',
    status: 'FAILED',
    signIn: WITH_TOKEN,
    inputs: { 'task-id': MANY_IDS.join('\n') },
  },
  'looked-once': {
    shows: 'with a timeout of 0 the task is checked once, and it is still running',
    scenario: 'running',
    colour: 'red',
    status: 'TIMED_OUT',
    signIn: WITH_TOKEN,
    inputs: { timeout: '0' },
  },
  signed: {
    shows: 'as successful, with an access key',
    scenario: 'signed',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: withAccessKey(DEMO_ACCESS_KEY.secret),
  },
  keyless: {
    shows:
      'as successful, without a secret: a federated user signs in, whose group is a member of the workspace',
    scenario: 'members',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: asFederatedUser,
  },
  agency: {
    shows: 'as successful, without a secret: a trust agency signs in',
    scenario: 'keyless',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: throughAgency,
  },
  'not-a-member': {
    shows:
      'a trust agency signs in, but only a user group is a member of the workspace, so the service answers 403',
    scenario: 'members',
    colour: 'red',
    status: 'ERROR',
    signIn: throughAgency,
  },
  import: {
    shows: 'a job is imported, and the import succeeds',
    scenario: 'import',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: WITH_TOKEN,
    importInputs: () => ({ path: 'obs://aaaaa/traffic.zip', 'same-name-policy': 'OVERWRITE' }),
  },
  deploy: {
    shows:
      'the jobs in examples/dlf are packed, uploaded and imported without a secret, and the import succeeds',
    scenario: 'deploy',
    colour: 'green',
    status: 'SUCCESSFUL',
    signIn: asFederatedUser,
    importInputs: ({ url }) => ({
      source: 'examples/dlf',
      path: `obs://${DEMO_OBS.bucket}/dlf/`,
      'same-name-policy': 'OVERWRITE',
      'obs-endpoint': url,
    }),
  },
}
