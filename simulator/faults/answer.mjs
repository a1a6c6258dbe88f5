import { send, sendError, writeRawHead } from '../server/send.mjs'
import { DOCUMENTED_IMPORT_AS_PRINTED } from '../scenarios/documented-answers.mjs'

/** @import { Exchange, Fault } from '../types.d.ts' */

const HTML = { 'content-type': 'text/html; charset=utf-8' }

/**
 * @param {number} status
 * @param {string} words
 * @returns {Fault}
 */
function page(status, words) {
  const body = `<html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`
  return (exchange) => send(exchange, { status, body, headers: HTML })
}

/**
 * @param {number} status
 * @param {string} code
 * @param {string} message
 * @returns {Fault}
 */
function error(status, code, message) {
  return (exchange) => sendError(exchange, { status, code, message })
}

/**
 * @param {number} status
 * @param {(exchange: Exchange) => string} bodyOf
 * @returns {Fault}
 */
function answer(status, bodyOf) {
  return (exchange) => send(exchange, { status, body: bodyOf(exchange) })
}

/**
 * An answer that names a pause, and whose body ends too early.
 * @param {number} status
 * @returns {Fault}
 */
function cutAfterHead(status) {
  return ({ socket, headers }) => {
    writeRawHead({ socket, status }, { ...headers, 'retry-after': '1', 'content-length': '100' })
    socket.end('{"error_code":')
  }
}

const THROTTLED =
  'The throttling threshold has been reached: policy user over ratelimit,limit:100,time:1 minute'

/**
 * Complete answers that are unusable now; the next poll may be better.
 * @satisfies {Record<string, Fault>}
 */
export const answerFaults = {
  'http-408': page(408, '408 Request Time-out'),
  'http-429': error(429, 'APIG.0308', THROTTLED),
  'http-429-cut': cutAfterHead(429),
  'http-500': page(500, '500 Internal Server Error'),
  'http-502': error(502, 'APIG.0201', 'Backend unavailable'),
  'http-503': error(503, 'APIG.0613', 'IAM unavailable'),
  'http-503-cut': cutAfterHead(503),
  'http-504': error(504, 'APIG.0201', 'Backend timeout'),
  'http-520': page(520, '520 Web server returned an unknown error'),
  'http-204': answer(204, () => ''),
  // The body says SUCCESSFUL, so only the HTTP status shows that it is not an answer.
  'http-202': answer(202, ({ body }) => body),
  'html-200': page(200, 'Sign in'),
  'empty-200': answer(200, () => ''),
  'not-a-task': answer(200, () => '{"id":"008aae2e675d3bcb01675d3c66f20000","name":"导入作业"}'),
  'array-200': answer(200, ({ body }) => `[${body}]`),
  'stray-brace': answer(200, () => DOCUMENTED_IMPORT_AS_PRINTED),
}
