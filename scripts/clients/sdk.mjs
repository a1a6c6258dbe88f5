import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/**
 * @typedef {object} SdkOrder
 * @property {string} endpoint
 * @property {string} project
 * @property {string} workspace
 * @property {readonly [id: string, secret: string]} [accessKey]
 * @property {Readonly<Record<string, unknown>>} [sts] body of a request for temporary keys, in place of an access key
 * @property {{ provider: string, idTokenFile: string }} [federated] a federated user, in place of an access key
 * @property {string} [taskId]
 * @property {string} [path] file to import, in place of a task ID
 */

/**
 * @typedef {object} SdkResult
 * @property {{ id: string, status: string, message?: string, subtasks: readonly { status: string }[] }} [task]
 * @property {{ status: number, code: string, message: string, requestId: string }} [error]
 */

/**
 * Lets the official SDK carry out an order; throws if the program fails, other than by an answer of the service.
 *
 * @param {SdkOrder} order
 * @returns {Promise<SdkResult>}
 */
export async function runSdk(order) {
  const program = join(import.meta.dirname, 'sdk.py')
  const child = spawn(process.env['PYTHON'] ?? 'python3', [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(order))
  const output = await text(child.stdout)
  if (output === '') throw new Error('scripts/clients/sdk.py printed no result.')
  return JSON.parse(output)
}
