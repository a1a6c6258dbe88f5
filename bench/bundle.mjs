// Measures the built action on this machine and writes that part of docs/benchmark.md.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'

import { format } from 'prettier'

import { replaceBundlePart } from './bundle/bundle-part.mjs'
import { measureLoad } from './bundle/load.mjs'
import { seconds, table } from './page/markdown.ts'
import { nodeOfTheRunner } from './bundle/node-of-the-runner.mjs'
import { measureNoticing } from './bundle/noticing.mjs'
import { measureStartUp } from './bundle/start-up.mjs'

const root = join(import.meta.dirname, '..')
const PAGE = join(root, 'docs/benchmark.md')
const START_UP_GOAL = 1.5
const MEMORY_GOAL_MB = 150
const NOTICING_GOAL_MS = 1300

const { values: flags } = parseArgs({
  options: { bundle: { type: 'string', default: 'dist/index.js' }, 'dry-run': { type: 'boolean' } },
})
const programs = { node: nodeOfTheRunner(), bundle: resolve(root, flags.bundle) }

/**
 * @param {boolean} met
 */
function judge(met) {
  return met ? 'met' : '**missed**'
}

/**
 * @param {Awaited<ReturnType<typeof measureStartUp>>} startUp
 * @param {Awaited<ReturnType<typeof measureNoticing>>} noticing
 */
function mainTable({ bareMs, actionMs, ratio, ratios }, { noticed, gone }) {
  const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`
  const size = statSync(programs.bundle).size
  const zipped = gzipSync(readFileSync(programs.bundle)).length
  return table(
    ['', 'measured', 'goal', ''],
    [
      ['start to first request, bare script (median)', `${bareMs.toFixed(0)} ms`, '', ''],
      ['start to first request, this action (median)', `${actionMs.toFixed(0)} ms`, '', ''],
      [
        'ratio of the medians',
        `${ratio.toFixed(2)} (series: ${range})`,
        `≤ ${START_UP_GOAL}`,
        judge(ratio <= START_UP_GOAL),
      ],
      [
        'end of a 10 s task to its detection, 95th percentile',
        `${seconds(noticed.p95)} s (mean ${seconds(noticed.mean)} s)`,
        `≤ ${seconds(NOTICING_GOAL_MS)} s`,
        judge(noticed.p95 <= NOTICING_GOAL_MS),
      ],
      [
        'end of a 10 s task to the end of the step, 95th percentile',
        `${seconds(gone.p95)} s (mean ${seconds(gone.mean)} s)`,
        '',
        '',
      ],
      [
        'size of the bundle',
        `${(size / 1024).toFixed(0)} KiB (${(zipped / 1024).toFixed(0)} KiB with gzip)`,
        '',
        '',
      ],
    ],
  )
}

/**
 * @param {readonly Awaited<ReturnType<typeof measureLoad>>[]} loads
 */
function loadTable(loads) {
  const rows = loads.map(
    ({ tasks, neighbour, seconds: time, requests, refused, wrong, exitCode, peakMb }) => {
      const calm = neighbour > 0 || refused === 0
      return [
        neighbour > 0 ? `${tasks}, and another client sends ${neighbour} a second` : String(tasks),
        `${time.toFixed(0)} s`,
        String(requests),
        String(refused),
        String(wrong),
        `${peakMb.toFixed(0)} MiB`,
        judge(calm && wrong === 0 && exitCode === 0 && peakMb <= MEMORY_GOAL_MB),
      ]
    },
  )
  return table(['tasks', 'time', 'requests', 'of them 429', 'wrong verdicts', 'peak memory', 'goal'], rows)
}

const startUp = await measureStartUp(programs)
const noticing = await measureNoticing(programs)
const loads = await Promise.all([
  measureLoad(programs, { tasks: 1 }),
  measureLoad(programs, { tasks: 50 }),
  measureLoad(programs, { tasks: 500 }),
  measureLoad(programs, { tasks: 500, neighbour: 5 }),
])
const version = process.version
const part = `Measured on ${availableParallelism()} cores with Node ${version}. Start: five series of 15 runs each, alternating between bare script and action. The bare script sends one GET with \`node:http\`. Detection: 40 waits, ten at a time.

${mainTable(startUp, noticing)}

One step with many tasks of 5 to 60 s, against the simulator with its limit of 10 requests a second, which counts refused requests too. Goals: every verdict right, at most ${MEMORY_GOAL_MB} MiB, and no 429 unless another client sends requests.

${loadTable(loads)}`

console.log(part)
if (!flags['dry-run']) {
  const page = replaceBundlePart(readFileSync(PAGE, 'utf8'), part)
  writeFileSync(PAGE, await format(page, { parser: 'markdown' }))
}
