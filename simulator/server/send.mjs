import { STATUS_CODES } from 'node:http'

/** @import { ErrorAnswer, Exchange, Visit } from '../types.d.ts' */

/**
 * Sends a complete and correct HTTP answer.
 * @param {Pick<Visit, 'response' | 'headers'>} visit
 * @param {{ status: number, body: string, headers?: Readonly<Record<string, string>> }} answer
 */
export function send({ response, headers }, { status, body, headers: own = {} }) {
  // RFC 9110 forbids Content-Length in a 204 answer; a client may wait for a body.
  const length = status === 204 ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  response.writeHead(status, { ...length, ...headers, ...own })
  response.end(body)
}

/**
 * Sends an error in the form of the gateway and the service.
 * @param {Pick<Visit, 'response' | 'headers' | 'requestId'>} visit
 * @param {ErrorAnswer} error
 */
export function sendError(visit, { status, code, message }) {
  const body = JSON.stringify({ error_code: code, error_msg: message, request_id: visit.requestId })
  send(visit, { status, body })
}

/**
 * Writes the head of an answer to the socket, because Node's HTTP server would correct a wrong length.
 * @param {Pick<Exchange, 'socket' | 'status'>} exchange
 * @param {Readonly<Record<string, string>>} headers
 */
export function writeRawHead({ socket, status }, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`)
}

/**
 * Returns a text as one chunk of a chunked body.
 * @param {string} text
 */
export function chunk(text) {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
}
