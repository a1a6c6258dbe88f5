// Runs the clients of others against the simulator: `npm run clients`.
import { strict as assert } from 'node:assert'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { DEMO_ACCESS_KEY } from '../../simulator/access/access-keys.mjs'
import { asFederatedUser, throughAgency } from '../../simulator/runner/sign-in.mjs'
import { runAction } from '../../simulator/runner/run-action.mjs'
import { RUN_VARIABLES } from '../../simulator/runner/run-variables.mjs'
import { DEMO_KEYLESS } from '../../simulator/scenarios/demo-keyless.mjs'
import { DOCUMENTED_IDS, DOCUMENTED_PROJECT } from '../../simulator/scenarios/documented-answers.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'
import { compareRequests, readDocumentedDifferences } from './differences.mjs'
import { runSdk } from './sdk.mjs'

/** @import { Simulator } from '../../simulator/types.d.ts' */
/** @import { SdkOrder, SdkResult } from './sdk.mjs' */

const root = join(import.meta.dirname, '../..')
const WAIT = join(root, 'dist/index.js')
const IMPORT = join(root, 'import/index.mjs')
const WORKSPACE = '0123456789abcdef0123456789abcdef'
const PATH = 'obs://my-bucket/jobs.zip'
const KEY = /** @type {const} */ ([DEMO_ACCESS_KEY.id, DEMO_ACCESS_KEY.secret])
const TASK = { taskId: DOCUMENTED_IDS[0] }

/** @param {Simulator} simulator */
async function requestIdToken({ idTokenUrl }) {
  const headers = { authorization: `bearer ${DEMO_KEYLESS.requestToken}` }
  const answer = await fetch(`${idTokenUrl}&audience=${DEMO_KEYLESS.audience}`, { headers })
  return /** @type {{ value: string }} */ (await answer.json()).value
}

/** @param {Simulator} simulator */
async function orderKeys(simulator) {
  const value = await requestIdToken(simulator)
  return {
    provider_urn: DEMO_KEYLESS.providerUrn,
    agency_urn: DEMO_KEYLESS.agencyUrn,
    agency_session_name: 'official-sdk',
    id_token: value,
    duration_seconds: 900,
  }
}

/**
 * @typedef {object} Case
 * @property {string} shows
 * @property {string} scenario
 * @property {(simulator: Simulator) => Promise<Partial<SdkOrder>> | Partial<SdkOrder>} order
 * @property {(result: SdkResult, simulator: Simulator) => void} check
 */

/** @type {readonly Case[]} */
const CASES = [
  {
    shows: 'an import, polled to SUCCESSFUL',
    scenario: 'import',
    order: () => ({ accessKey: KEY, path: PATH }),
    check({ task }, { imported }) {
      assert.deepEqual(
        imported.map(({ body }) => body),
        [{ path: PATH, sameNamePolicy: 'OVERWRITE' }],
      )
      assert.ok(task)
      assert.equal(task.id, imported[0]?.taskId)
      assert.equal(task.status, 'SUCCESSFUL')
      assert.deepEqual(
        task.subtasks.map(({ status }) => status),
        ['SUCCESSFUL', 'SUCCESSFUL', 'SUCCESSFUL'],
      )
    },
  },
  {
    shows: 'a task that FAILED, with its subtasks',
    scenario: 'failed',
    order: () => ({ accessKey: KEY, ...TASK }),
    check({ task }) {
      assert.ok(task)
      assert.equal(task.status, 'FAILED')
      assert.equal(task.message, '导入作业失败。')
      assert.deepEqual(
        task.subtasks.map(({ status }) => status),
        ['SUCCESSFUL', 'FAILED', 'SUCCESSFUL'],
      )
    },
  },
  {
    shows: 'a task that does not exist',
    scenario: 'not-found',
    order: () => ({ accessKey: KEY, ...TASK }),
    check({ error }) {
      assert.equal(error?.status, 400)
      assert.equal(error.code, 'DLF.0810')
      assert.equal(error.requestId, '1'.padStart(32, '0'))
    },
  },
  {
    shows: 'a wrong secret key',
    scenario: 'successful',
    order: () => ({ accessKey: [DEMO_ACCESS_KEY.id, 'wrong'], ...TASK }),
    check({ error }) {
      assert.equal(error?.status, 401)
      assert.equal(error.code, 'APIG.0301')
      assert.match(error.message, /verify aksk signature fail, canonicalRequest:GET/)
    },
  },
  {
    shows: 'temporary keys of STS',
    scenario: 'keyless',
    order: async (simulator) => ({ sts: await orderKeys(simulator), ...TASK }),
    check({ task }, { issued, requests }) {
      assert.equal(task?.status, 'SUCCESSFUL')
      assert.deepEqual(
        issued.map(({ kind }) => kind),
        ['id-token', 'access-key'],
      )
      const key = issued.find((each) => each.kind === 'access-key')?.key
      const last = requests.at(-1)
      assert.ok(key && last)
      assert.match(last.headers.authorization ?? '', new RegExp(`Access=${key.id}, `))
      assert.equal(last.headers['x-security-token'], key.securityToken)
    },
  },
]

/**
 * Runs something against a scenario and returns its requests.
 *
 * @param {string} scenario
 * @param {(simulator: Simulator) => Promise<void>} run
 */
async function record(scenario, run) {
  const simulator = await startSimulator({ scenario })
  try {
    await run(simulator)
    return simulator.requests
  } finally {
    await simulator.close()
  }
}

/** @param {Case} each */
function runCase({ scenario, order, check }) {
  return record(scenario, async (simulator) => {
    const shared = { endpoint: simulator.url, project: DOCUMENTED_PROJECT, workspace: WORKSPACE }
    check(await runSdk({ ...shared, ...(await order(simulator)) }), simulator)
  })
}

/** Imports and waits with the built actions as the SDK did, with an access key and with keys of STS and of IAM. */
async function runActions() {
  const place = { project: DOCUMENTED_PROJECT, workspace: WORKSPACE }
  const key = { 'access-key-id': DEMO_ACCESS_KEY.id, 'secret-access-key': DEMO_ACCESS_KEY.secret }
  const imported = await record('import', async ({ url: endpoint }) => {
    const inputs = { ...place, endpoint, ...key }
    const order = { path: PATH, 'same-name-policy': 'OVERWRITE' }
    const { outputs } = await runAction({ bundle: IMPORT, inputs: { ...inputs, ...order } })
    const taskId = { 'task-id': outputs['task-id'] ?? '' }
    assert.equal((await runAction({ bundle: WAIT, inputs: { ...inputs, ...taskId } })).exitCode, 0)
  })
  const keyless = await Promise.all(
    [throughAgency, asFederatedUser].map((signIn) =>
      record('keyless', async (simulator) => {
        const { inputs, env = {} } = signIn(simulator)
        const order = { ...place, ...inputs, endpoint: simulator.url, 'task-id': TASK.taskId }
        assert.equal(
          (await runAction({ bundle: WAIT, inputs: order, env: { ...RUN_VARIABLES, ...env } })).exitCode,
          0,
        )
      }),
    ),
  )
  return [...imported, ...keyless.flat()]
}

/**
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} run
 */
async function step(title, run) {
  const result = await run()
  console.log(`ok  ${title}`)
  return result
}

/**
 * Imports and waits with the SDK's own sign-in of a federated user, `with_idp_id` and `with_id_token_file`: IAM gives it
 * the rights of a group, which is a member of the workspace.
 * @returns {Promise<Simulator['requests']>}
 */
async function runFederated() {
  const folder = mkdtempSync(join(tmpdir(), 'federated-'))
  const idTokenFile = join(folder, 'id-token')
  try {
    return await record('members', async (simulator) => {
      writeFileSync(idTokenFile, await requestIdToken(simulator))
      const federated = { provider: DEMO_KEYLESS.provider, idTokenFile }
      const place = { endpoint: simulator.url, project: DOCUMENTED_PROJECT, workspace: WORKSPACE }
      const { task } = await runSdk({ ...place, federated, path: PATH })
      assert.equal(task?.status, 'SUCCESSFUL')
      assert.equal(task.id, simulator.imported[0]?.taskId)
      assert.deepEqual(
        simulator.issued.map(({ kind }) => kind),
        ['id-token', 'unscoped-token', 'access-key'],
      )
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [ours, ...theirs] = await Promise.all([
  runActions(),
  ...CASES.map((each) => step(`SDK: ${each.shows}`, () => runCase(each))),
  step('SDK: a federated user, whose group is a member of the workspace', runFederated),
])
await step('SDK: its requests differ from those of the actions only as docs/service.md says', async () => {
  const documented = readDocumentedDifferences(readFileSync(join(root, 'docs/service.md'), 'utf8'))
  assert.deepEqual(compareRequests(theirs.flat(), ours), documented)
})
