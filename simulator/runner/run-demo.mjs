import { DOCUMENTED_IDS, DOCUMENTED_PROJECT } from '../scenarios/documented-answers.mjs'
import { findImportBundle } from './import-bundle.mjs'
import { startAction } from './run-action.mjs'
import { RUN_VARIABLES } from './run-variables.mjs'
import { startSimulator } from '../server/simulator.mjs'

/** @import { ActionOptions, Demo } from '../types.d.ts' */

/** @typedef {Pick<ActionOptions, 'bundle' | 'inputs' | 'env'>} Run */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM'])
const WORKSPACE = '0123456789abcdef0123456789abcdef'

/** @param {string} line */
function printLogLine(line) {
  // The runner obeys this command and never shows it.
  if (!line.startsWith('::add-mask::')) console.log(line)
}

/**
 * Runs one bundle, and hands on the signals that end this program.
 * @param {Run} run
 * @param {number} [cancelAfterMs] how long after its first poll to cancel it as the runner does, by SIGINT
 */
async function runBundle(run, cancelAfterMs) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const onLine = (/** @type {string} */ line) => {
    printLogLine(line)
    if (cancelAfterMs !== undefined && line.includes('RUNNING'))
      timer ??= setTimeout(() => handOn('SIGINT'), cancelAfterMs)
  }
  const { kill, done } = startAction({ ...run, onLine })
  const handOn = (/** @type {NodeJS.Signals} */ signal) => {
    // On Windows Ctrl-C reaches the action anyway, and a signal would end it before it has reported.
    if (process.platform !== 'win32') kill(signal)
  }
  for (const signal of SIGNALS) process.once(signal, handOn)
  try {
    return await done
  } finally {
    clearTimeout(timer)
    for (const signal of SIGNALS) process.off(signal, handOn)
  }
}

/** @param {Run} run */
async function runImport(run) {
  const { exitCode, outputs } = await runBundle(run)
  const taskId = outputs['task-id']
  if (exitCode === 0 && taskId) return taskId
  throw new Error(`The import ended with exit code ${exitCode} and gave no task ID.`)
}

/**
 * Runs the action with the inputs that a workflow would give it.
 * @param {Demo} demo
 * @param {{ bundle: string, language: string }} options
 */
export async function runDemo(
  { scenario, signIn, inputs, importInputs, cancelAfterMs },
  { bundle, language },
) {
  const importBundle = importInputs && findImportBundle()
  const simulator = await startSimulator({ scenario, project: DOCUMENTED_PROJECT, workspace: WORKSPACE })
  try {
    const { inputs: credential, env: idToken = {} } = signIn(simulator)
    const env = { ...RUN_VARIABLES, ...idToken }
    const place = { project: DOCUMENTED_PROJECT, workspace: WORKSPACE, endpoint: simulator.url }
    const shared = { ...place, ...credential, language }
    const taskId =
      importBundle && importInputs
        ? await runImport({ bundle: importBundle, inputs: { ...shared, ...importInputs(simulator) }, env })
        : DOCUMENTED_IDS[0]
    const wait = { 'task-id': taskId, ...shared, timeout: '1m', ...inputs }
    return await runBundle({ bundle, inputs: wait, env }, cancelAfterMs)
  } finally {
    await simulator.close()
  }
}
