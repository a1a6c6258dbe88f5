import { buffer } from 'node:stream/consumers'
import { sendError } from './send.mjs'

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { Socket } from 'node:net' */
/** @import { ReceivedRequest, Route, SimulatorOptions, Timers } from '../types.d.ts' */

/**
 * @typedef {object} GatewayParts
 * @property {readonly Route[]} routes
 * @property {ReceivedRequest[]} requests grows with each request
 * @property {(socket: Socket) => Socket} connectionOf the TCP connection under a socket
 * @property {Timers} timers
 * @property {() => number} now epoch milliseconds
 * @property {SimulatorOptions['onAnswer']} onAnswer
 */

/** @type {Route} */
const NO_SUCH_API = [
  () => ({}),
  (visit) => {
    const message = 'The API does not exist or has not been published in the environment'
    visit.tell('404 APIG.0101')
    sendError(visit, { status: 404, code: 'APIG.0101', message })
  },
]

/**
 * @param {readonly Route[]} routes
 * @param {ReceivedRequest} received
 */
function findRoute(routes, { method, path }) {
  const [plainPath = ''] = path.split('?')
  for (const [matches, answer] of [...routes, NO_SUCH_API]) {
    const parameters = matches(method, plainPath)
    if (parameters) return { answer, parameters }
  }
  return { answer: NO_SUCH_API[1], parameters: {} }
}

/**
 * Returns the listener of an HTTP server: it records each request, and the first route that matches answers it.
 * @param {GatewayParts} parts
 */
export function createGateway({ routes, requests, connectionOf, timers, now, onAnswer }) {
  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  return async function receive(request, response) {
    const { method = '', url: path = '', headers, rawHeaders, socket } = request
    const connection = connectionOf(socket)
    /** @type {{ -readonly [Key in keyof ReceivedRequest]: ReceivedRequest[Key] }} */
    const received = { method, path, headers, rawHeaders, body: '', atMs: now() }
    // A count, so that a test can say which request a message must name.
    const requestId = requests.push(received).toString(16).padStart(32, '0')
    // The client left in the middle of its request.
    const body = await buffer(request).catch(() => undefined)
    if (!body) return
    received.body = body.toString()
    const { answer, parameters } = findRoute(routes, received)
    const common = {
      date: new Date(now()).toUTCString(),
      'x-request-id': requestId,
      'content-type': 'application/json',
    }
    const tell = (/** @type {string} */ words) => {
      received.answer = words
      onAnswer?.(received, words)
    }
    const place = { socket, connection, parameters, headers: common, requestId }
    answer({ request, response, body, ...place, timers, now, tell })
  }
}
