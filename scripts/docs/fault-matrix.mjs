// Runs the built action against every fault of the simulator, at the first and at later polls.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

import { HANGING_FAULTS } from '../../simulator/faults/connection.mjs'
import { faults } from '../../simulator/faults/faults.mjs'
import { READABLE_ENCODINGS, UNREADABLE_ENCODINGS } from '../../simulator/faults/encoding.mjs'
import { finalFaults } from '../../simulator/faults/final.mjs'
import { DONE, RUNNING, step } from '../../simulator/scenarios/invented-tasks.mjs'
import { runAction } from '../../simulator/runner/run-action.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'

/** @import { FaultName, Step } from '../../simulator/types.d.ts' */

/** @typedef {{ fault: string, polls: string, verdict: string, exitCode: number | null, ownMs: number, timeoutMs: number }} Row */

const root = join(import.meta.dirname, '../..')
// Most runs only wait, but more of them at once would slow each other down.
const RUNS_AT_ONCE = 6 * availableParallelism()

const running = step({ status: 'RUNNING', startTime: -2_000, subtasks: [DONE, RUNNING] })
const successful = step({ status: 'SUCCESSFUL', startTime: -2_000, endTime: 100, subtasks: [DONE, DONE] })

/**
 * Where a fault stands among the polls.
 *
 * @type {Readonly<Record<string, (fault: Step) => readonly Step[]>>}
 */
const PLACES = {
  'the first': (fault) => [fault, successful],
  'the first three': (fault) => [{ ...fault, polls: 3 }, successful],
  'every one': (fault) => [fault],
  'the second': (fault) => [running, fault, successful],
  'the second to the fourth': (fault) => [running, { ...fault, polls: 3 }, successful],
  'every one but the first': (fault) => [running, fault],
}

// At each of these polls the wait ends, so its timeout is only there in case it does not.
const ENDS_THE_WAIT = [
  ...Object.keys(finalFaults),
  ...READABLE_ENCODINGS,
  ...UNREADABLE_ENCODINGS,
  'close-after',
]

/**
 * Returns the timeout of a wait in seconds: as short as a busy machine allows.
 *
 * @param {FaultName} fault
 * @param {string} polls
 */
function timeoutSecondsOf(fault, polls) {
  if (polls.startsWith('every one') && !ENDS_THE_WAIT.includes(fault)) return 2
  // Enough for an attempt that hangs and a good one, or for three faults with their pauses.
  return HANGING_FAULTS.includes(fault) ? 20 : 40
}

/** Faults without any connection. */
const ENDPOINTS = {
  'connection refused': 'http://127.0.0.1:1',
  'host name unknown': 'https://dayu-dlf.nowhere.invalid',
}

/**
 * Runs the whole matrix and returns its rows in a fixed order.
 *
 * @param {string} node program that runs the bundle
 * @returns {Promise<readonly Row[]>}
 */
export async function runFaultMatrix(node) {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  try {
    cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true })
    const bundle = join(folder, 'dist', 'index.js')
    const names = /** @type {FaultName[]} */ (Object.keys(faults))
    const jobs = [
      ...names.flatMap((name) =>
        Object.keys(PLACES).map((polls) => () => runFault({ node, bundle }, name, polls)),
      ),
      ...Object.entries(ENDPOINTS).map(
        ([fault, url]) =>
          () =>
            runOnce({ node, bundle }, { fault, polls: 'every one', url, timeoutSeconds: 2 }),
      ),
    ]
    return await inTurns(jobs)
  } finally {
    // Windows does not remove files that a program or a virus scanner still holds.
    rmSync(folder, { recursive: true, maxRetries: 5 })
  }
}

/**
 * Returns one line for each fault, with its verdict at each place. CI compares it, so it has nothing that depends on the
 * machine.
 *
 * @param {readonly Row[]} rows
 */
export function faultTable(rows) {
  const places = Object.keys(PLACES)
  const lines = [...new Set(rows.map(({ fault }) => fault))].map((fault) => {
    const cells = places.map(
      (place) => rows.find((row) => row.fault === fault && row.polls === place)?.verdict,
    )
    return `| ${[`\`${fault}\``, ...cells.map((verdict = '') => verdict)].join(' | ')} |`
  })
  return [`| Fault | ${places.join(' | ')} |`, `| --- |${' --- |'.repeat(places.length)}`, ...lines].join(
    '\n',
  )
}

/**
 * @param {{ node: string, bundle: string }} program
 * @param {FaultName} fault
 * @param {string} polls
 */
async function runFault(program, fault, polls) {
  const place = PLACES[polls]
  if (!place) throw new Error(`There is no place '${polls}'.`)
  const steps = place({ ...successful, fault })
  const simulator = await startSimulator({ scenario: { title: fault, tasks: { '*': steps } } })
  try {
    const timeoutSeconds = timeoutSecondsOf(fault, polls)
    return await runOnce(program, { fault, polls, url: simulator.url, timeoutSeconds })
  } finally {
    await simulator.close()
  }
}

/**
 * @param {{ node: string, bundle: string }} program
 * @param {{ fault: string, polls: string, url: string, timeoutSeconds: number }} run
 * @returns {Promise<Row>}
 */
async function runOnce(program, { fault, polls, url, timeoutSeconds }) {
  const { exitCode, outputs, ownMs } = await runAction({
    ...program,
    inputs: {
      'task-id': '008aae2e675d3bcb01675d3c66f20000',
      project: 'b384b9e9ab9b4ee8994c8633aabc9505',
      endpoint: url,
      token: 'token-for-tests-0123456789',
      timeout: `${timeoutSeconds}s`,
      'min-poll-interval': '100ms',
      'max-poll-interval': '200ms',
    },
    signal: AbortSignal.timeout(90_000),
  })
  return {
    fault,
    polls,
    verdict: outputs['status'] ?? 'none',
    exitCode,
    ownMs,
    timeoutMs: 1000 * timeoutSeconds,
  }
}

/**
 * @template T
 * @param {readonly (() => Promise<T>)[]} jobs
 * @returns {Promise<T[]>} what the jobs returned, in their order
 */
async function inTurns(jobs) {
  /** @type {T[]} */
  const results = []
  let next = 0
  const work = async () => {
    while (next < jobs.length) {
      const index = next++
      const job = jobs[index]
      if (job) results[index] = await job()
    }
  }
  await Promise.all(Array.from({ length: RUNS_AT_ONCE }, work))
  return results
}
