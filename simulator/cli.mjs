import { parseArgs } from 'node:util'
import { DOCUMENTED_IDS, DOCUMENTED_PROJECT } from './documented-answers.mjs'
import { findScenario } from './find-scenario.mjs'
import { scenarios } from './scenarios.mjs'
import { startSimulator } from './simulator.mjs'

/** @import { ReceivedRequest, Scenario, Simulator } from './types.d.ts' */

const HELP = `A stand-in for the DataArts Factory service, on loopback.

  node simulator/cli.mjs [options]

  --scenario NAME   what becomes of the tasks (default: successful)
  --port N          port to listen on (default: a free one)
  --token T         accept this token only (default: any)
  --project P       accept this project only (default: the scenario's, else any)
  --workspace W     accept this workspace only (default: any, or none)
  --list            show all scenarios
  --help            show this text

Ctrl-C ends it.`

const OPTIONS = /** @type {const} */ ({
  scenario: { type: 'string', default: 'successful' },
  port: { type: 'string', default: '0' },
  token: { type: 'string' },
  project: { type: 'string' },
  workspace: { type: 'string' },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
})

/** @typedef {ReturnType<typeof readOptions>} Options */

function readOptions() {
  return parseArgs({ options: OPTIONS }).values
}

/**
 * @param {string} text
 */
function parsePort(text) {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new Error(`--port must be a number from 0 to 65535; got '${text}'.`)
}

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
 * @param {Options} options
 */
function curlLine({ url }, scenario, options) {
  const project = options.project ?? scenario.project ?? DOCUMENTED_PROJECT
  const id = Object.keys(scenario.tasks).find((each) => each !== '*') ?? DOCUMENTED_IDS[0]
  const headers = {
    'X-Auth-Token': options.token ?? scenario.token ?? 'any',
    'X-Project-Id': project,
    workspace: options.workspace ?? scenario.workspace,
  }
  const words = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : ['-H', quote(`${name}: ${value}`)],
  )
  return ['curl', '-i', ...words, quote(`${url}/v1/${project}/system-tasks/${id}`)].join(' ')
}

/**
 * @param {ReceivedRequest} request
 * @param {string} answer
 */
function logAnswer({ atMs, method, path }, answer) {
  console.log(`${new Date(atMs).toISOString()} ${method} ${path} -> ${answer}`)
}

/**
 * @param {Simulator} simulator
 */
function closeOnSignal({ close }) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void close())
}

function listScenarios() {
  const width = Math.max(...Object.keys(scenarios).map((name) => name.length))
  for (const [name, { title }] of Object.entries(scenarios)) console.log(`${name.padEnd(width)}  ${title}`)
}

/**
 * @param {Options} options
 */
async function serve(options) {
  const scenario = findScenario(options.scenario)
  const { token, project, workspace } = options
  const port = parsePort(options.port)
  const simulator = await startSimulator({ scenario, port, token, project, workspace, onAnswer: logAnswer })
  closeOnSignal(simulator)
  console.log(`${options.scenario}: ${scenario.title}`)
  console.log(`Listening on ${simulator.url}`)
  console.log(curlLine(simulator, scenario, options))
}

/**
 * Returns what to tell the person who typed the command.
 *
 * @param {unknown} error
 */
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
