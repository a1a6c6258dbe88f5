/** @import { Step } from '../types.d.ts' */

const TIMES = new Set(['startTime', 'endTime', 'lastUpdate'])

/**
 * @param {unknown} body
 * @param {number} origin epoch milliseconds to add to every time in the body
 */
function toJson(body, origin) {
  return JSON.stringify(body, (name, value) =>
    TIMES.has(name) && typeof value === 'number' ? origin + value : value,
  )
}

/**
 * Returns the text that a step sends as its body.
 * @param {Step} step
 * @param {{ id: string, requestId: string, beganAt: number }} poll
 */
export function stepBody({ body, relativeTimes = false }, { id, requestId, beganAt }) {
  if (body === undefined) return ''
  if (typeof body === 'string') return body
  return toJson(body, relativeTimes ? beganAt : 0)
    .replaceAll('<id>', id)
    .replaceAll('<request-id>', requestId)
}
