import { sendError } from './send.mjs'

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { ReceivedRequest, Route, SimulatorOptions, Timers } from './types.d.ts' */

/**
 * @typedef {object} GatewayParts
 * @property {readonly Route[]} routes
 * @property {ReceivedRequest[]} requests grows with each request
 * @property {Timers} timers
 * @property {() => number} now epoch milliseconds
 * @property {SimulatorOptions['onAnswer']} onAnswer
 */

/**
 * Answers whatever no other route knows, as the API gateway does.
 *
 * @type {Route}
 */
const NO_SUCH_API = [
  () => ({}),
  (visit) => {
    const message = 'The API does not exist or has not been published in the environment'
    visit.tell('404 APIG.0101')
    sendError(visit, { status: 404, code: 'APIG.0101', message })
  },
]

/**
 * Returns the answer function of the first route that matches, and what it found in the path.
 *
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
 * Returns the listener of an HTTP server: it notes each request and lets the first route that matches answer.
 *
 * @param {GatewayParts} parts
 */
export function createGateway({ routes, requests, timers, now, onAnswer }) {
  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  return function receive(request, response) {
    const { method = '', url: path = '', headers, rawHeaders, socket } = request
    const atMs = now()
    const received = { method, path, headers, rawHeaders, atMs }
    // A count, not a random number: a test can say which request a message must name.
    const requestId = requests.push(received).toString(16).padStart(32, '0')
    const { answer, parameters } = findRoute(routes, received)
    const common = {
      date: new Date(atMs).toUTCString(),
      'x-request-id': requestId,
      'content-type': 'application/json',
    }
    const tell = (/** @type {string} */ words) => onAnswer?.(received, words)
    answer({ request, response, socket, parameters, headers: common, requestId, timers, now, tell })
  }
}
