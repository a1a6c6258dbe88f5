import { faults } from '../faults/faults.mjs'
import { send } from './send.mjs'

/** @import { Exchange, Reply, Step, Visit } from '../types.d.ts' */

/** @param {Readonly<Record<string, string>>} headers */
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
 * Answers with the delay, the headers and the fault of the step.
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
