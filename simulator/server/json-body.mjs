/** @import { Visit } from '../types.d.ts' */

/**
 * Returns the JSON object in the body of a request, or undefined if there is none or it is not declared as JSON.
 * @param {Pick<Visit, 'request' | 'body'>} visit
 * @returns {Record<string, unknown> | undefined}
 */
export function readJsonBody({ request, body }) {
  if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? '')) return undefined
  try {
    const content = JSON.parse(body.toString())
    return isObject(content) ? content : undefined
  } catch {
    return undefined
  }
}

/**
 * Returns whether a value is a JSON object.
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
