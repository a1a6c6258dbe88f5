import { faults } from '../faults/faults.mjs'
import { send } from './send.mjs'

/** @import { Exchange, Step, Visit } from '../types.d.ts' */

/**
 * An answer that is ready to be sent.
 *
 * @typedef {object} Reply
 * @property {number} status
 * @property {string} body
 * @property {Readonly<Record<string, string>>} [headers]
 * @property {string} [words] what to report of it; the status when not given
 */

/**
 * @param {Readonly<Record<string, string>>} headers
 */
function lowerNames(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

/**
 * @param {Exchange} exchange
 * @param {Step} step
 * @param {string} words
 */
function perform(exchange, { fault }, words) {
  exchange.tell(fault ?? words)
  if (fault) void faults[fault](exchange)
  else send(exchange, exchange)
}

/**
 * Answers as the step says: late, with its headers, and with its fault in place of a whole answer.
 *
 * @param {Visit} visit
 * @param {Step} step
 * @param {Reply} reply
 */
export function playStep(visit, step, { status, body, headers = {}, words = String(status) }) {
  const allHeaders = { ...visit.headers, ...lowerNames(headers), ...lowerNames(step.headers ?? {}) }
  const exchange = { ...visit, headers: allHeaders, status, body }
  if (step.delayMs) visit.timers.later(step.delayMs, () => perform(exchange, step, words))
  else perform(exchange, step, words)
}
