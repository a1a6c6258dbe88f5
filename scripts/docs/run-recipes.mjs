// Runs the workflows of the documents that need no account, by nektos/act in host mode against the simulator:
// `npm run docs:run`. Prints a table, and fails if a workflow fails. Ends with 75 without the act of `npm run self-test`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

import { parse, stringify } from 'yaml'

import { DEMO_ACCESS_KEY } from '../../simulator/access/access-keys.mjs'
import { idTokenVariables } from '../../simulator/runner/sign-in.mjs'
import { DEMO_KEYLESS } from '../../simulator/scenarios/demo-keyless.mjs'
import { DOCUMENTED_IDS, DOCUMENTED_PROJECT } from '../../simulator/scenarios/documented-answers.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'

/** @typedef {{ uses?: string, with?: Record<string, unknown>, run?: string }} Step */
/** @typedef {{ uses?: string, steps?: Step[] }} Job */
/** @typedef {{ name: string, on: string | Record<string, unknown>, jobs: Record<string, Job> }} Workflow */

const root = join(import.meta.dirname, '../..')
const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
const act = join(cache, 'wait-for-dlf-task', 'act-v0.2.89', 'act')
const PAGES = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
// The bucket of the simulator's OBS.
const BUCKET = 'demo-bucket'
const REPOSITORY = 'octo-org/octo-repo'
const [TASK] = DOCUMENTED_IDS
// The event that started a run, as GitHub describes it to the run.
const EVENT = {
  inputs: { 'task-id': TASK },
  release: { tag_name: 'v1' },
  deployment: { environment: 'production', payload: { task_id: TASK } },
  deployment_status: { state: 'in_progress' },
  workflow_run: {
    conclusion: 'success',
    event: 'pull_request',
    head_repository: { full_name: REPOSITORY },
    head_sha: '0123456789abcdef0123456789abcdef01234567',
  },
}
const COMMIT = `git init -q && git remote add origin https://github.com/${REPOSITORY} &&
  git add -A && git -c user.name=a -c user.email=a@b.invalid commit -qm a`

/** @param {string} page @returns {{ page: string, workflow: Workflow }[]} */
function workflowsOf(page) {
  const blocks = readFileSync(join(root, page), 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms)
  return [...blocks]
    .map(([, text = '']) => text)
    .filter((text) => /^on:/m.test(text) && /^jobs:/m.test(text))
    .map((text) => ({ page, workflow: parse(text) }))
}

/**
 * Says why a workflow cannot run here.
 *
 * @param {Workflow} workflow
 */
function obstacleOf({ jobs }) {
  const text = JSON.stringify(jobs)
  if (text.includes('gh api') || text.includes('gh pr')) return "needs GitHub's API"
  if (text.includes('workflows/import.yml')) return 'calls a workflow of the reader'
  if (text.includes('myhuaweicloud.com')) return 'calls IAM by its address'
  return text.includes('wait-for-dlf-task') || text.includes('deploy.yml')
    ? undefined
    : 'has no step of these actions'
}

/** @param {Workflow} workflow @param {string} url */
function localCopy(workflow, url) {
  /** @type {Workflow} */
  const copy = JSON.parse(JSON.stringify(workflow))
  for (const { steps = [] } of Object.values(copy.jobs)) {
    // A local action is read from the checkout.
    if (!steps.some(({ uses = '' }) => uses.startsWith('actions/checkout@')))
      steps.unshift({ uses: 'actions/checkout@v7' })
  }
  for (const step of Object.values(copy.jobs).flatMap(({ steps = [] }) => steps)) {
    const [, companion] = /^<owner>\/wait-for-dlf-task(\/import)?@v1$/.exec(step.uses ?? '') ?? []
    if (!step.uses?.startsWith('<owner>/')) continue
    step.uses = `.${companion ?? '/'}`
    const path = step.with?.['path']
    if (typeof path === 'string') step.with = { ...step.with, path: path.replace('my-bucket', BUCKET) }
    if (step.with?.['check-only'] !== true) step.with = { ...step.with, endpoint: url }
    if (step.with?.['source'] !== undefined && step.with['check-only'] !== true)
      step.with['obs-endpoint'] = url
    if (step.with?.['oidc-provider'] !== undefined) step.with['iam-endpoint'] = url
    // act gives every step the address of GitHub's own API.
    delete step.with?.['status-context']
  }
  return copy
}

/** @param {string} text of the workflow */
function scenarioOf(text) {
  if (text.includes('"source"') || text.includes('deploy.yml')) return 'deploy'
  return text.includes('/import@') ? 'import' : 'keyless'
}

/**
 * Returns what a reader stores in the repository, and the request for an ID token, by the option of act.
 *
 * @param {import('../../simulator/types.d.ts').Simulator} simulator
 * @param {number} chatPort
 */
function optionsOf(simulator, chatPort) {
  return {
    var: {
      HUAWEI_PROJECT_ID: DOCUMENTED_PROJECT,
      HUAWEI_OIDC_PROVIDER: DEMO_KEYLESS.provider,
      HUAWEI_REGION: 'cn-north-4',
      DLF_BUCKET: BUCKET,
    },
    secret: {
      HUAWEI_ACCESS_KEY_ID: DEMO_ACCESS_KEY.id,
      HUAWEI_SECRET_ACCESS_KEY: DEMO_ACCESS_KEY.secret,
      CHAT_WEBHOOK: `http://127.0.0.1:${chatPort}/`,
    },
    env: idTokenVariables(simulator, DEMO_KEYLESS),
  }
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port
}

/** @param {Workflow} workflow @param {Workflow} deploy the workflow of the quick start */
async function run(workflow, deploy) {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'))
  const text = JSON.stringify(workflow)
  const simulator = await startSimulator({ scenario: scenarioOf(text) })
  const chat = createServer((_, response) => void response.end()).listen(0, '127.0.0.1')
  await once(chat, 'listening')
  try {
    for (const name of ['action.yml', 'import', 'dist'])
      cpSync(join(root, name), join(folder, name), { recursive: true })
    for (const [, source = ''] of text.matchAll(/"(dlf\/\w+)"/g))
      cpSync(join(root, 'examples/dlf'), join(folder, source), { recursive: true })
    if (!existsSync(join(folder, 'dlf')))
      cpSync(join(root, 'examples/dlf'), join(folder, 'dlf'), { recursive: true })
    mkdirSync(join(folder, '.github/workflows'), { recursive: true })
    writeFileSync(join(folder, '.github/workflows/deploy.yml'), stringify(localCopy(deploy, simulator.url)))
    writeFileSync(join(folder, '.github/workflows/recipe.yml'), stringify(localCopy(workflow, simulator.url)))
    writeFileSync(join(folder, 'event.json'), JSON.stringify(EVENT))
    const [event = 'push'] = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on)
    return await start(folder, [
      event,
      ...['--workflows', '.github/workflows/recipe.yml', '--eventpath', 'event.json'],
      ...['--platform', 'ubuntu-latest=-self-hosted', '--pull=false'],
      ...Object.entries(optionsOf(simulator, portOf(chat))).flatMap(([option, values]) =>
        Object.entries(values).flatMap(([name, value]) => [`--${option}`, `${name}=${value}`]),
      ),
    ])
  } finally {
    chat.close()
    await simulator.close()
    rmSync(folder, { recursive: true, maxRetries: 5 })
  }
}

/** @param {string} folder @param {readonly string[]} args @returns {Promise<{ ok: boolean, log: string }>} */
function start(folder, args) {
  return new Promise((resolve, reject) => {
    const git = spawn('sh', ['-c', COMMIT], { cwd: folder })
    git.on('close', () => {
      const child = spawn(act, args, { cwd: folder })
      let log = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (log += String(part)))
      child.on('error', reject)
      child.on('close', (code) => resolve({ ok: code === 0 && log.includes('Job succeeded'), log }))
    })
  })
}

if (!existsSync(act)) {
  console.log('act is not here: npm run self-test installs it.')
  process.exit(75)
}
const all = PAGES.filter((page) => page.endsWith('.md')).flatMap(workflowsOf)
const deploy = all.find(({ page, workflow }) => page === 'README.md' && workflow.name === 'Deploy')?.workflow
if (!deploy) throw new Error('README.md has no workflow Deploy.')
// All at once, because each of them mostly waits.
const results = await Promise.all(
  all.map(async ({ workflow }) => {
    const obstacle = obstacleOf(workflow)
    if (obstacle !== undefined) return { words: `not run: it ${obstacle}` }
    const { ok, log } = await run(workflow, deploy)
    return ok ? { words: 'succeeded' } : { words: 'FAILED', log }
  }),
)
console.log('| Workflow | Result |\n| --- | --- |')
for (const [place, { words, log }] of results.entries()) {
  console.log(`| ${all[place]?.page}: ${all[place]?.workflow.name} | ${words} |`)
  if (log === undefined) continue
  console.error(log)
  process.exitCode = 1
}
