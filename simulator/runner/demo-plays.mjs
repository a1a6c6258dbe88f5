import { DEMO_ACCESS_KEY } from '../access/access-keys.mjs'
import { DEMO_KEYLESS } from '../scenarios/demo-keyless.mjs'

/** @import { Settings, Simulator } from '../types.d.ts' */

const TOKEN = 'an-invented-token-of-the-demo'

/**
 * What a workflow gives to the action so that it can sign in.
 *
 * @typedef {object} SignIn
 * @property {Readonly<Record<string, string>>} inputs
 * @property {Readonly<Record<string, string>>} [env]
 */

/**
 * A scenario of the demo, and what the action promises in it.
 *
 * @typedef {object} Play
 * @property {string} shows
 * @property {string} status
 * @property {number} exitCode
 * @property {string} meaning
 * @property {Settings} account
 * @property {(simulator: Simulator) => SignIn} signIn
 * @property {Readonly<Record<string, string>>} [imports] inputs of an import whose task is then waited for
 */

/** @satisfies {Pick<Play, 'account' | 'signIn'>} */
const WITH_TOKEN = { account: { token: TOKEN }, signIn: () => ({ inputs: { token: TOKEN } }) }

const GREEN = { status: 'SUCCESSFUL', exitCode: 0, meaning: 'the step is green' }

/**
 * Every play of the demo by the name of its scenario.
 *
 * @type {Readonly<Record<string, Play>>}
 */
export const plays = {
  successful: {
    shows: 'a task runs, its subtasks end one by one, it is SUCCESSFUL',
    ...GREEN,
    ...WITH_TOKEN,
  },
  failed: {
    shows: 'a task ends FAILED with one failed subtask',
    status: 'FAILED',
    exitCode: 1,
    meaning: 'the step is red, because the task failed',
    ...WITH_TOKEN,
  },
  'not-found': {
    shows: 'the task does not exist',
    status: 'NOT_FOUND',
    exitCode: 1,
    meaning: 'the step is red, because there is no such task',
    ...WITH_TOKEN,
  },
  signed: {
    shows: 'as successful, with an access key: the service takes signed requests alone',
    ...GREEN,
    account: {},
    signIn: () => ({
      inputs: { 'access-key-id': DEMO_ACCESS_KEY.id, 'secret-access-key': DEMO_ACCESS_KEY.secret },
    }),
  },
  keyless: {
    shows: "as successful, without any secret: GitHub's ID token is exchanged for temporary keys",
    ...GREEN,
    account: {},
    signIn: ({ url, idTokenUrl }) => ({
      inputs: {
        'oidc-provider': DEMO_KEYLESS.providerUrn,
        'oidc-agency': DEMO_KEYLESS.agencyUrn,
        'oidc-audience': DEMO_KEYLESS.audience,
        'sts-endpoint': url,
      },
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: idTokenUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: DEMO_KEYLESS.requestToken,
        GITHUB_RUN_ID: '1234567890',
        GITHUB_RUN_ATTEMPT: '1',
      },
    }),
  },
  import: {
    shows: 'jobs are imported, and the task that the import starts is waited for',
    ...GREEN,
    ...WITH_TOKEN,
    imports: { path: 'obs://aaaaa/traffic.zip', 'same-name-policy': 'OVERWRITE' },
  },
}
