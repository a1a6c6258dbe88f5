import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { send, sendError } from '../server/send.mjs'

/** @import { Exchange, Fault } from '../types.d.ts' */

// One MiB more than the client may accept (docs/reference.md, "Permanent faults").
const TOO_LARGE_MIB = 9
const PIECE = ' '.repeat(64 * 1024)
const PIECES = (TOO_LARGE_MIB * 1024 * 1024) / PIECE.length

/**
 * @param {number} status
 * @param {string} code
 * @param {string} message
 * @returns {Fault}
 */
function refusal(status, code, message) {
  return (exchange) => sendError(exchange, { status, code, message })
}

/**
 * Redirects to the `location` header of the step, or to a path that does not exist.
 * @param {number} status
 * @returns {Fault}
 */
function redirect(status) {
  return (exchange) => {
    const location = exchange.headers['location'] ?? '/elsewhere'
    send(exchange, { status, body: '', headers: { location } })
  }
}

/**
 * Sends a valid task with so much white space that only a size limit can reject it.
 * @param {Exchange} exchange
 */
async function sendTooMuch({ response, headers, body }) {
  response.writeHead(200, { ...headers })
  const pieces = Readable.from([body, ...Array.from({ length: PIECES }, () => PIECE)])
  // The client is expected to hang up.
  await pipeline(pieces, response).catch(() => undefined)
}

/**
 * Complete answers after which another poll cannot help.
 * @satisfies {Record<string, Fault>}
 */
export const finalFaults = {
  'http-400': refusal(400, 'DLF.3051', 'The request parameter is invalid.'),
  'http-401': refusal(401, 'APIG.0301', 'Incorrect IAM authentication information: decrypt token fail'),
  'http-403': refusal(403, 'APIG.0302', 'The IAM user is not authorized to access the API'),
  'http-404': refusal(
    404,
    'APIG.0101',
    'The API does not exist or has not been published in the environment',
  ),
  'http-405': refusal(405, 'APIG.0101', 'Method not allowed'),
  'redirect-301': redirect(301),
  'redirect-302': redirect(302),
  'redirect-303': redirect(303),
  'redirect-307': redirect(307),
  'redirect-308': redirect(308),
  'too-large': sendTooMuch,
  'error-code-200': refusal(200, 'DLF.3051', 'The request parameter is invalid.'),
}
