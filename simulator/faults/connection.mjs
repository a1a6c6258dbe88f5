import { chunk, writeRawHead } from '../server/send.mjs'

/** @import { Exchange, Fault, FaultName } from '../types.d.ts' */

// Long enough for the client to read what was sent, because a reset discards its buffer.
const RESET_AFTER_MS = 50
// Long enough for the client to put the connection back into its pool.
const CLOSE_AFTER_MS = 20
const DRIP_MS = 200

/**
 * Cuts a body after its first status, so that a client that trusts a part of it would take the task as ended.
 * @param {string} body
 */
function cut(body) {
  const status = /"status"\s*:\s*"[^"]*"/.exec(body)
  const end = status ? status.index + status[0].length : Math.ceil(body.length / 2)
  return body.slice(0, Math.min(end, body.length - 1))
}

/** @param {Exchange} exchange */
function sendPart(exchange) {
  const { socket, headers, body } = exchange
  writeRawHead(exchange, { ...headers, 'content-length': String(Buffer.byteLength(body)) })
  socket.write(cut(body))
}

/** @param {Exchange} exchange */
function sendFirstChunk(exchange) {
  const { socket, headers, body } = exchange
  writeRawHead(exchange, { ...headers, 'transfer-encoding': 'chunked' })
  socket.write(chunk(cut(body)))
}

/**
 * Faults of the connection, made on the raw socket.
 * @satisfies {Record<string, Fault>}
 */
export const connectionFaults = {
  'reset-before': ({ connection }) => {
    connection.resetAndDestroy()
  },
  'reset-in-body': (exchange) => {
    sendPart(exchange)
    exchange.timers.later(RESET_AFTER_MS, () => exchange.connection.resetAndDestroy())
  },
  'cut-content-length': (exchange) => {
    sendPart(exchange)
    exchange.socket.end()
  },
  'cut-chunked': (exchange) => {
    sendFirstChunk(exchange)
    exchange.socket.end()
  },
  'stalled-headers': () => undefined,
  'stalled-body': sendPart,
  // Spaces keep the JSON valid, so neither a parser nor an idle timeout can end the wait.
  drip: (exchange) => {
    sendFirstChunk(exchange)
    const stop = exchange.timers.every(DRIP_MS, () => exchange.socket.write(chunk(' ')))
    exchange.socket.once('close', stop)
  },
  'close-after': (exchange) => {
    const { socket, headers, body, timers } = exchange
    writeRawHead(exchange, { ...headers, 'content-length': String(Buffer.byteLength(body)) })
    socket.write(body)
    timers.later(CLOSE_AFTER_MS, () => socket.end())
  },
}

/**
 * The faults after which the client waits until it gives up.
 * @type {readonly FaultName[]}
 */
export const HANGING_FAULTS = ['stalled-headers', 'stalled-body', 'drip']
