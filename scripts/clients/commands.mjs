import { strict as assert } from 'node:assert'
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

import { scenarios } from '../../simulator/scenarios/scenarios.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'
import { usageLines } from '../../simulator/usage.mjs'

/** @import { Scenario } from '../../simulator/types.d.ts' */

/**
 * Pastes every command that the simulator prints for a scenario into a shell, and checks that each request is answered.
 *
 * @param {string} name
 */
export async function runCommands(name) {
  const scenario = /** @type {Scenario} */ (scenarios[name])
  const simulator = await startSimulator({ scenario })
  try {
    const commands = usageLines(simulator, scenario).filter((line) => /^ {2}(?:curl|id=)/.test(line))
    const shell = spawn('bash', ['-euc', commands.join('\n')], { stdio: ['ignore', 'pipe', 'inherit'] })
    const output = await text(shell.stdout)
    const known = Object.values(scenario.tasks).some((steps) => steps.some(({ status }) => status === 400))
      ? 400
      : 200
    const answers = simulator.requests.map(({ method, answer }) => `${method} ${answer?.slice(0, 3)}`)
    const queries = commands.filter((line) => line.includes('/system-tasks/')).length - 1
    assert.deepEqual(answers, [
      ...Array.from({ length: queries }, () => `GET ${known}`),
      'POST 200',
      'GET 200',
    ])
    assert.match(output, /"status":"RUNNING"/)
  } finally {
    await simulator.close()
  }
}
