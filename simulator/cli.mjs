import { parseArgs } from 'node:util'
import { faults } from './faults/faults.mjs'
import { DEMO_KEYLESS } from './scenarios/demo-keyless.mjs'
import { findScenario } from './scenarios/find-scenario.mjs'
import { scenarios } from './scenarios/scenarios.mjs'
import { startSimulator } from './server/simulator.mjs'
import { usageLines } from './usage/usage-lines.mjs'

/** @import { IdTokenKey, Keyless, ReceivedRequest, Simulator } from './types.d.ts' */

const HELP = `Simulates the DataArts Factory service on loopback.

  node simulator/cli.mjs [options]

  --scenario NAME   how the tasks behave (default: successful)
  --port N          port to listen on (default: a free one)
  --token T         accept this token only (default: any)
  --access-key K    accept this access key only, given as ID:SECRET (default: the one that is printed)
  --project P       accept this project only (default: the scenario's, or any)
  --workspace W     accept this workspace only (default: any, or none)
  --jwks URL        with --repository: trust ID tokens signed with a key of this set, such as GitHub's own
  --repository R    with --jwks: whose jobs to trust, owner/name
  --list            show all scenarios
  --help            show this text

Ctrl-C ends it.`

const OPTIONS = /** @type {const} */ ({
  scenario: { type: 'string', default: 'successful' },
  port: { type: 'string', default: '0' },
  token: { type: 'string' },
  'access-key': { type: 'string' },
  project: { type: 'string' },
  workspace: { type: 'string' },
  jwks: { type: 'string' },
  repository: { type: 'string' },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
})

/** @typedef {ReturnType<typeof readOptions>} Options */

function readOptions() {
  return parseArgs({ options: OPTIONS }).values
}

/** @param {string} text */
function parsePort(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Error(`--port must be a number from 0 to 65535; got '${text}'.`)
}

/** @param {string | undefined} text */
function parseAccessKey(text) {
  if (text === undefined) return undefined
  const [, id, secret] = /^([^:\s]+):(\S+)$/.exec(text) ?? []
  if (id !== undefined && secret !== undefined) return [{ id, secret }]
  throw new Error('--access-key must be ID:SECRET, without spaces.')
}

/**
 * @param {ReceivedRequest} request
 * @param {string} answer
 */
function logAnswer({ atMs, method, path }, answer) {
  console.log(`${new Date(atMs).toISOString()} ${method} ${path} -> ${answer}`)
}

/** @param {Simulator} simulator */
function closeOnSignal({ close }) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close())
}

/**
 * Returns the trust of STS in the ID tokens of another service, or undefined for those of the simulator.
 * @param {Options} options
 * @returns {Promise<Keyless | undefined>}
 */
async function chooseTrust({ jwks, repository }) {
  if (jwks === undefined && repository === undefined) return undefined
  if (jwks === undefined || repository === undefined) throw new Error('--jwks and --repository go together.')
  const answer = await fetch(jwks)
  if (!answer.ok) throw new Error(`--jwks: HTTP ${answer.status} at ${jwks}.`)
  const { keys } = /** @type {{ keys: readonly IdTokenKey[] }} */ (await answer.json())
  const rules = DEMO_KEYLESS.rules.map(({ local }) => ({
    local,
    remote: [{ type: 'repository', any_one_of: [repository] }],
  }))
  return { ...DEMO_KEYLESS, rules, trustedKeys: keys, trustedRepository: repository }
}

function listScenarios() {
  const named = Object.entries(scenarios).filter(([name]) => !name.startsWith('fault-'))
  const width = Math.max(...named.map(([name]) => name.length))
  for (const [name, { title }] of named) console.log(`${name.padEnd(width)}  ${title}`)
  console.log(
    `fault-NAME-once (the first poll gets the fault, then SUCCESSFUL) and fault-NAME-forever (every poll gets it), with NAME one of
  ${Object.keys(faults).join(', ')}`,
  )
}

/** @param {Options} options */
async function serve(options) {
  const named = findScenario(options.scenario)
  const scenario = {
    ...named,
    token: options.token ?? named.token,
    accessKeys: parseAccessKey(options['access-key']) ?? named.accessKeys,
    project: options.project ?? named.project,
    workspace: options.workspace ?? named.workspace,
    keyless: (await chooseTrust(options)) ?? named.keyless,
  }
  const port = parsePort(options.port)
  const simulator = await startSimulator({ scenario, port, onAnswer: logAnswer })
  closeOnSignal(simulator)
  console.log(`${options.scenario}: ${scenario.title}`)
  console.log(`Listening on ${simulator.url}`)
  for (const line of usageLines(simulator, scenario)) console.log(line)
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof Error)) return String(error)
  const isTaken = 'code' in error && error.code === 'EADDRINUSE'
  return isTaken ? 'The port is in use: choose another with --port, or leave it out.' : error.message
}

try {
  const options = readOptions()
  if (options.help) console.log(HELP)
  else if (options.list) listScenarios()
  else await serve(options)
} catch (error) {
  console.error(explain(error))
  console.error('--help shows the options.')
  process.exitCode = 2
}
