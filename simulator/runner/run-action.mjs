import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { EOL, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { watchProcess } from './watch-process.mjs'
import { parseRunnerFile } from './runner-file.mjs'

/** @import { ChildProcessByStdio } from 'node:child_process' */
/** @import { Readable } from 'node:stream' */
/** @import { ActionOptions, ActionResult, StartedAction } from '../types.d.ts' */

/** @typedef {ChildProcessByStdio<null, Readable, Readable>} Child */

const FILES = /** @type {const} */ (['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE'])
// On Windows no program can open a socket without SystemRoot.
const SYSTEM_NAMES = ['PATH', 'SystemRoot']

function makeStepFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dlf-step-'))
  for (const name of FILES) writeFileSync(join(folder, name), '')
  for (const name of ['temp', 'workspace']) mkdirSync(join(folder, name))
  return folder
}

/** @param {Readonly<Record<string, string | undefined>>} variables */
function withoutUndefined(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined))
}

/**
 * Returns the environment of the step; of this process it has only the path, as on a runner.
 * @param {string} folder
 * @param {Pick<ActionOptions, 'inputs' | 'env'>} options
 */
function makeEnvironment(folder, { inputs, env = {} }) {
  return withoutUndefined({
    ...Object.fromEntries(SYSTEM_NAMES.map((name) => [name, process.env[name]])),
    ...Object.fromEntries(FILES.map((name) => [name, join(folder, name)])),
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [
        `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
        value,
      ]),
    ),
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    RUNNER_TEMP: join(folder, 'temp'),
    ...env,
  })
}

/**
 * Collects a stream's text, and passes on each line. Every line ends in `\n`, also on Windows.
 * @param {Readable} stream
 * @param {((line: string) => void) | undefined} onLine
 */
function collect(stream, onLine) {
  let text = ''
  stream.setEncoding('utf8').on('data', (/** @type {string} */ part) => {
    text += part
  })
  if (onLine) createInterface({ input: stream, crlfDelay: Infinity }).on('line', onLine)
  return () => text.replaceAll(EOL, '\n')
}

/**
 * @param {Child} child
 * @returns {Promise<Pick<ActionResult, 'exitCode' | 'signal'>>}
 */
function waitForEnd(child) {
  return new Promise((fulfil, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode, signal) => fulfil({ exitCode, signal }))
  })
}

/** @param {string} folder */
function readReports(folder) {
  const [outputs, summary, state] = FILES.map((name) => readFileSync(join(folder, name), 'utf8'))
  return {
    outputs: parseRunnerFile(outputs ?? ''),
    summary: summary ?? '',
    state: parseRunnerFile(state ?? ''),
  }
}

/**
 * @param {Child} child
 * @param {string} folder
 * @param {Pick<ActionOptions, 'onLine' | 'signal'>} options
 * @param {() => Pick<ActionResult, 'durationMs' | 'ownMs' | 'ownMsSinceSignal' | 'maxRssKb'>} measure
 * @returns {Promise<ActionResult>}
 */
async function follow(child, folder, { onLine, signal: guard }, measure) {
  const [stdout, stderr] = [collect(child.stdout, onLine), collect(child.stderr, onLine)]
  const kill = () => child.kill('SIGKILL')
  guard?.addEventListener('abort', kill, { once: true })
  if (guard?.aborted) kill()
  try {
    const end = await waitForEnd(child)
    return { ...end, ...measure(), stdout: stdout(), stderr: stderr(), ...readReports(folder) }
  } finally {
    guard?.removeEventListener('abort', kill)
    // On Windows a program that has just ended, or a virus scanner, may still hold a file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Starts the bundle as the runner starts a step: inputs in the environment, reports in files.
 * `done` rejects only if the program cannot be started or wrote a file that the runner would reject.
 * @param {ActionOptions} options
 * @returns {StartedAction}
 */
export function startAction(options) {
  const { node = process.execPath, bundle } = options
  const folder = makeStepFolder()
  const child = spawn(node, [resolve(bundle)], {
    cwd: join(folder, 'workspace'),
    env: makeEnvironment(folder, options),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const startedAt = performance.now()
  const watch = watchProcess(child.pid)
  const ownMs = watch.startStopwatch()
  /** @type {(() => number) | undefined} */
  let sinceSignal
  const sent = new Set()
  const measure = () => ({
    durationMs: performance.now() - startedAt,
    ownMs: ownMs(),
    ...(sinceSignal && { ownMsSinceSignal: sinceSignal() }),
    ...watch.memory(),
  })
  return {
    done: follow(child, folder, options, measure).finally(watch.stop),
    kill(signal) {
      if (sent.has(signal)) return
      sent.add(signal)
      watch.lookClosely()
      sinceSignal ??= watch.startStopwatch()
      child.kill(signal)
    },
    closeLog: () => void child.stdout.destroy(),
  }
}

/**
 * Runs the bundle as the runner runs a step, and returns its end and its reports.
 * @param {ActionOptions} options
 */
export function runAction(options) {
  return startAction(options).done
}
