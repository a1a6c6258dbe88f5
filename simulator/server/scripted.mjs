import { connectionFaults } from '../faults/connection.mjs'
import { encodingFaults } from '../faults/encoding.mjs'
import { playStep } from './play-step.mjs'
import { startProgress } from './progress.mjs'
import { stepBody } from './step-body.mjs'

/** @import { Reply, Step, Visit } from '../types.d.ts' */

/** @type {Step} */
const NORMAL = {}
// These send the normal answer, whole or in part, so there must be one.
const SHOW_THE_ANSWER = new Set([
  ...Object.keys(connectionFaults),
  ...Object.keys(encodingFaults),
  ...['http-202', 'array-200', 'too-large'],
])

/**
 * Returns whether the request still has its effect: a fault of the connection only loses the answer, and another status
 * says that the request was rejected.
 * @param {Step} step
 */
function hasEffect({ fault, status, body }) {
  return fault === undefined ? status === undefined && body === undefined : SHOW_THE_ANSWER.has(fault)
}

/**
 * Returns an answer function that plays the steps, by default one request each, and then always answers normally.
 * @param {readonly Step[] | undefined} steps
 * @param {(visit: Visit) => Reply} handle carries out the request and returns the normal answer
 */
export function scripted(steps, handle) {
  const progress = startProgress()
  const all = [...(steps ?? []), NORMAL]

  /** @param {Visit} visit */
  return function answer(visit) {
    const { step = NORMAL, beganAt = 0 } = progress.advance('', all, visit.now()) ?? {}
    const { requestId } = visit
    const reply = hasEffect(step)
      ? handle(visit)
      : { status: step.status ?? 200, body: stepBody(step, { id: '', requestId, beganAt }) }
    playStep(visit, step, reply)
  }
}

/**
 * Returns an answer with a JSON body.
 * @param {number} status
 * @param {unknown} content
 * @param {Pick<Reply, 'headers' | 'words'>} [more]
 * @returns {Reply}
 */
export function jsonReply(status, content, more = {}) {
  return { status, body: JSON.stringify(content), ...more }
}
