import { jsonReply } from '../../server/scripted.mjs'

/** @import { Step } from '../../types.d.ts' */

const DOCUMENTATION = 'https://docs.github.com/rest/commits/statuses#create-a-commit-status'

/**
 * @param {number} status
 * @param {string} message
 * @param {Readonly<Record<string, unknown>>} [more]
 */
function errorBody(status, message, more = {}) {
  return { message, ...more, documentation_url: DOCUMENTATION, status: String(status) }
}

/**
 * Returns GitHub's answer to a refused request.
 * @param {number} status
 * @param {string} message
 */
export function githubError(status, message) {
  return jsonReply(status, errorBody(status, message), { words: `${status} ${message}` })
}

/**
 * Returns GitHub's answer to an invalid status.
 * @param {string} message
 * @param {string} [field]
 */
export function validationFailed(message, field) {
  const error = { resource: 'Status', code: 'custom', ...(field === undefined ? {} : { field }), message }
  const body = errorBody(422, 'Validation Failed', { errors: [error] })
  return jsonReply(422, body, { words: `422 ${message}` })
}

/**
 * A step for `statusSteps`: the client sent too many requests in a short time.
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * @type {Step}
 */
export const SECONDARY_RATE_LIMIT = {
  status: 403,
  headers: { 'Retry-After': '60' },
  body: errorBody(
    403,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  ),
}

/**
 * A step for `statusSteps`: the quota of this hour is used up.
 * Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * @type {Step}
 */
export const PRIMARY_RATE_LIMIT = {
  status: 403,
  headers: { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '4102444800' },
  body: errorBody(403, 'API rate limit exceeded for installation.'),
}

/**
 * A step for `statusSteps`: users report this answer, not 404, for a commit that is not in the repository.
 * @type {Step}
 */
export const NO_COMMIT_FOUND = {
  status: 422,
  body: errorBody(422, 'No commit found for SHA: 0123456789abcdef0123456789abcdef01234567'),
}
