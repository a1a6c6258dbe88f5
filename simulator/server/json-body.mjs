/** @import { Visit } from '../types.d.ts' */

/**
 * Returns the object that a request carries as JSON, or undefined where it carries none and says so or not.
 *
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
 * Returns whether a value is an object of JSON.
 *
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
