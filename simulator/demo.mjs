import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { DOCUMENTED_IDS, DOCUMENTED_PROJECT } from './documented-answers.mjs'
import { startAction } from './run-action.mjs'
import { startSimulator } from './simulator.mjs'

/** @import { ActionResult } from './types.d.ts' */

const HELP = `Runs the built action against a simulated service, as the runner would.

  npm run demo                  a task runs, its subtasks end one by one, it is SUCCESSFUL
  npm run demo -- failed        a task ends FAILED with one failed subtask
  npm run demo -- not-found     the task does not exist`

const BUNDLE = fileURLToPath(new URL('../dist/index.js', import.meta.url))
const WORKSPACE = '0123456789abcdef0123456789abcdef'
const TOKEN = 'an-invented-token-of-the-demo'

/**
 * @typedef {object} Promised
 * @property {string} status
 * @property {number} exitCode
 * @property {string} meaning
 */

/**
 * What the action promises in each of the demo's scenarios.
 *
 * @type {Readonly<Record<string, Promised>>}
 */
const PROMISES = {
  successful: { status: 'SUCCESSFUL', exitCode: 0, meaning: 'the step is green' },
  failed: { status: 'FAILED', exitCode: 1, meaning: 'the step is red, because the task failed' },
  'not-found': {
    status: 'NOT_FOUND',
    exitCode: 1,
    meaning: 'the step is red, because there is no such task',
  },
}

/**
 * @param {string} title
 */
function printHeading(title) {
  console.log(`\n----- ${title} ${'-'.repeat(Math.max(0, 90 - title.length))}\n`)
}

/**
 * @param {string} line
 */
function printLogLine(line) {
  // The runner obeys this command and never shows it.
  if (!line.startsWith('::add-mask::')) console.log(line)
}

/**
 * Returns a JSON array or object over several lines, and any other text as it is.
 *
 * @param {string} text
 */
function prettify(text) {
  if (!/^[[{]/.test(text)) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/**
 * @param {ActionResult} result
 */
function printReports({ outputs, summary }) {
  printHeading('Outputs')
  for (const [name, value] of Object.entries(outputs)) console.log(`${name} = ${prettify(value)}`)
  printHeading('Job summary (Markdown)')
  console.log(summary)
}

/**
 * Runs the action against the scenario, with the inputs that a workflow would give.
 *
 * @param {string} scenario
 */
async function runScenario(scenario) {
  const account = { project: DOCUMENTED_PROJECT, workspace: WORKSPACE, token: TOKEN }
  const simulator = await startSimulator({ scenario, ...account })
  try {
    const inputs = { 'task-id': DOCUMENTED_IDS[0], ...account, endpoint: simulator.url, timeout: '1m' }
    const { child, done } = startAction({ inputs, bundle: BUNDLE, onLine: printLogLine })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.once(signal, () => child.kill(signal))
    }
    return await done
  } finally {
    await simulator.close()
  }
}

/**
 * Says how the action ended and whether that is what it promises; returns the demo's exit code.
 *
 * @param {ActionResult} result
 * @param {Promised} promised
 */
function judge({ exitCode, signal, outputs }, promised) {
  const status = outputs['status'] ?? 'none'
  printHeading('Result')
  if (exitCode === promised.exitCode && status === promised.status) {
    console.log(`Exit code ${exitCode}, status ${status}: ${promised.meaning}, as it must be.`)
    return 0
  }
  const seen = signal ? `ended by ${signal}` : `exit code ${exitCode}`
  console.log(`The action broke its promise: ${seen} and status ${status};`)
  console.log(`exit code ${promised.exitCode} and status ${promised.status} were due.`)
  return 1
}

/**
 * Returns the scenario that the command line names; throws an error that says what is accepted.
 *
 * @param {readonly string[]} names
 */
function chooseScenario(names) {
  const [name = 'successful'] = names
  const promised = Object.hasOwn(PROMISES, name) ? PROMISES[name] : undefined
  if (promised && names.length < 2) return { name, promised }
  throw new Error(`The demo knows ${Object.keys(PROMISES).join(', ')}; got '${names.join(' ')}'.`)
}

try {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) console.log(HELP)
  else {
    const { name, promised } = chooseScenario(positionals)
    if (!existsSync(BUNDLE)) throw new Error('dist/index.js is missing: npm run build makes it.')
    printHeading(`Log of the action, scenario '${name}'`)
    const result = await runScenario(name)
    printReports(result)
    process.exitCode = judge(result, promised)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
