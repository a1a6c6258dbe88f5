// Runs the workflows of the documents that need no account, by nektos/act in host mode against the simulator:
// `node scripts/docs/run-recipes.mjs`. Prints a table, and fails if a workflow fails. Needs the act of `npm run self-test`.
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
import { DEMO_KEYLESS } from '../../simulator/scenarios/demo-keyless.mjs'
import { findScenario } from '../../simulator/scenarios/find-scenario.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'

/** @typedef {{ uses?: string, with?: Record<string, unknown>, run?: string }} Step */
/** @typedef {{ uses?: string, steps?: Step[] }} Job */
/** @typedef {{ name: string, on: Record<string, unknown>, jobs: Record<string, Job> }} Workflow */

const root = join(import.meta.dirname, '../..')
const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
const act = join(cache, 'wait-for-dlf-task', 'act-v0.2.89', 'act')
const PAGES = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)]
// The bucket of the simulator's OBS.
const BUCKET = 'demo-bucket'
const TASK = '008aae2e675d3bcb01675d3c66f20000'

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
  if (text.includes('status-context')) return "needs GitHub's API"
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
  }
  return copy
}

/** @param {import('node:http').Server} server */
function portOf(server) {
  return /** @type {import('node:net').AddressInfo} */ (server.address()).port
}

/** @param {Workflow} workflow @param {Workflow} deploy the workflow of the quick start */
async function run(workflow, deploy) {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'))
  const text = JSON.stringify(workflow)
  const waiting = text.includes('"oidc-') ? 'keyless' : 'successful'
  const scenario = findScenario(workflow.on['workflow_dispatch'] ? waiting : 'deploy')
  const simulator = await startSimulator({ scenario })
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
    const [event = 'push'] = Object.keys(workflow.on)
    return await start(folder, [
      event,
      ...[
        '--workflows',
        '.github/workflows/recipe.yml',
        '--platform',
        'ubuntu-latest=-self-hosted',
        '--pull=false',
      ],
      ...['--var', 'HUAWEI_PROJECT_ID=b384b9e9ab9b4ee8994c8633aabc9505', '--input', `task-id=${TASK}`],
      ...['--var', `HUAWEI_OIDC_PROVIDER=${DEMO_KEYLESS.provider}`],
      ...['--env', `ACTIONS_ID_TOKEN_REQUEST_URL=${simulator.idTokenUrl}`],
      ...['--env', `ACTIONS_ID_TOKEN_REQUEST_TOKEN=${DEMO_KEYLESS.requestToken}`],
      ...['--secret', `CHAT_WEBHOOK=http://127.0.0.1:${portOf(chat)}/`],
      ...[
        '--secret',
        `HUAWEI_ACCESS_KEY_ID=${DEMO_ACCESS_KEY.id}`,
        '--secret',
        `HUAWEI_SECRET_ACCESS_KEY=${DEMO_ACCESS_KEY.secret}`,
      ],
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
    const git = spawn(
      'sh',
      ['-c', 'git init -q && git add -A && git -c user.name=a -c user.email=a@b.invalid commit -qm a'],
      { cwd: folder },
    )
    git.on('close', () => {
      const child = spawn(act, args, { cwd: folder })
      let log = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (log += String(part)))
      child.on('error', reject)
      child.on('close', (code) => resolve({ ok: code === 0 && log.includes('Job succeeded'), log }))
    })
  })
}

const all = PAGES.filter((page) => page.endsWith('.md')).flatMap(workflowsOf)
const deploy = all.find(({ page, workflow }) => page === 'README.md' && workflow.name === 'Deploy')?.workflow
if (!deploy) throw new Error('README.md has no workflow Deploy.')
console.log('| Workflow | Result |\n| --- | --- |')
for (const { page, workflow } of all) {
  const obstacle = obstacleOf(workflow)
  const outcome = obstacle === undefined ? await run(workflow, deploy) : undefined
  console.log(
    `| ${page}: ${workflow.name} | ${outcome ? (outcome.ok ? 'succeeded' : 'FAILED') : `not run: it ${obstacle}`} |`,
  )
  if (outcome && !outcome.ok) {
    console.error(outcome.log)
    process.exitCode = 1
  }
}
