import { DOCUMENTED_IDS, DOCUMENTED_PROJECT } from '../scenarios/documented-answers.mjs'
import { findImportBundle } from './import-bundle.mjs'
import { startAction } from './run-action.mjs'
import { startSimulator } from '../server/simulator.mjs'

/** @import { Play } from './demo-plays.mjs' */
/** @import { ActionOptions } from '../types.d.ts' */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM'])
const WORKSPACE = '0123456789abcdef0123456789abcdef'

/**
 * @param {string} line
 */
function printLogLine(line) {
  // The runner obeys this command and never shows it.
  if (!line.startsWith('::add-mask::')) console.log(line)
}

/**
 * Runs one bundle, and hands on the signals that end this program.
 *
 * @param {Pick<ActionOptions, 'bundle' | 'inputs' | 'env'>} options
 */
async function runBundle(options) {
  const { child, done } = startAction({ ...options, onLine: printLogLine })
  const handOn = (/** @type {NodeJS.Signals} */ signal) => {
    // On Windows Ctrl-C comes to the action by itself, and a signal would end it before it has reported.
    if (process.platform !== 'win32') child.kill(signal)
  }
  for (const signal of SIGNALS) process.once(signal, handOn)
  try {
    return await done
  } finally {
    for (const signal of SIGNALS) process.off(signal, handOn)
  }
}

/**
 * Runs the import and returns the id of the task that it started; throws when it gave none.
 *
 * @param {string} bundle
 * @param {Pick<ActionOptions, 'inputs' | 'env'>} options
 */
async function runImport(bundle, options) {
  const { exitCode, outputs } = await runBundle({ bundle, ...options })
  const taskId = outputs['task-id']
  if (exitCode === 0 && taskId) return taskId
  throw new Error(`The import ended with exit code ${exitCode} and gave no task id.`)
}

/**
 * Runs the action against the scenario, with the inputs that a workflow would give.
 *
 * @param {string} scenario
 * @param {Play} play
 * @param {string} bundle the action's program
 */
export async function runPlay(scenario, { account, signIn, imports }, bundle) {
  const importBundle = imports && findImportBundle()
  const place = { project: DOCUMENTED_PROJECT, workspace: WORKSPACE }
  const simulator = await startSimulator({ scenario, ...place, ...account })
  try {
    const { inputs: credential, env = {} } = signIn(simulator)
    const usual = { ...place, endpoint: simulator.url, ...credential }
    const taskId = importBundle
      ? await runImport(importBundle, { inputs: { ...usual, ...imports }, env })
      : DOCUMENTED_IDS[0]
    const inputs = { 'task-id': taskId, ...usual, timeout: '1m' }
    return await runBundle({ bundle, inputs, env })
  } finally {
    await simulator.close()
  }
}
