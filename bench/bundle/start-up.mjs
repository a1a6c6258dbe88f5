import { createServer } from 'node:http'
import { join } from 'node:path'

import { runAction } from '../../simulator/runner/run-action.mjs'
import { mean, percentile } from '../statistics.ts'
import { stepInputs, taskIds } from './step-inputs.mjs'

/** @import { AddressInfo } from 'node:net' */

const SERIES = 5
const RUNS = 15
const BARE = join(import.meta.dirname, 'bare.mjs')
const TASK = JSON.stringify({ id: 'task-0', name: 'import', status: 'SUCCESSFUL', startTime: 1, endTime: 2 })

/** Starts a server that records the time of the last request, and answers that the task has ended. */
async function startServer() {
  let requestedAt = Number.NaN
  const server = createServer((_, response) => {
    requestedAt = performance.now()
    response.setHeader('content-type', 'application/json').setHeader('connection', 'close').end(TASK)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {AddressInfo} */ (server.address())
  const close = () => new Promise((resolve) => server.close(resolve))
  return { url: `http://127.0.0.1:${port}`, requestedAt: () => requestedAt, close }
}

/**
 * Measures, in milliseconds, the time from the start of the process to its first request. The action and a bare script
 * alternate, so that other load on the machine affects both.
 *
 * @param {{ node: string, bundle: string }} programs
 */
export async function measureStartUp({ node, bundle }) {
  const server = await startServer()
  const time = async (/** @type {string} */ program) => {
    const startedAt = performance.now()
    const env = { BENCH_URL: server.url }
    await runAction({ node, bundle: program, inputs: stepInputs(server.url, taskIds(1)), env })
    return server.requestedAt() - startedAt
  }
  const times = async (/** @type {string} */ program) => {
    const all = []
    for (let run = 0; run < RUNS; run += 1) all.push(await time(program))
    return all
  }
  // The first start of each reads its files from disk and is not counted.
  await time(BARE)
  await time(bundle)
  const series = []
  for (let turn = 0; turn < SERIES; turn += 1)
    series.push({ bare: await times(BARE), action: await times(bundle) })
  await server.close()

  const median = (/** @type {readonly number[]} */ values) => percentile(values, 0.5)
  const bareMs = median(series.flatMap(({ bare }) => bare))
  const actionMs = median(series.flatMap(({ action }) => action))
  const ratios = series.map(({ bare, action }) => median(action) / median(bare))
  return { bareMs, actionMs, ratio: actionMs / bareMs, meanRatio: mean(ratios), ratios }
}
