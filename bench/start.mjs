// Runs a script of this folder on the Node that action.yml asks for: older ones don't read TypeScript.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { nodeOfTheRunner } from './bundle/node-of-the-runner.mjs'

const [script = '', ...args] = process.argv.slice(2)
const { status } = spawnSync(nodeOfTheRunner(), [join(import.meta.dirname, script), ...args], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
