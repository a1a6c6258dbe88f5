import { validationFailed } from './github-errors.mjs'

/** @import { CommitStatus } from '../../types.d.ts' */

const STATES = ['error', 'failure', 'pending', 'success']
const DESCRIPTION_CHARACTERS = 140
const HTTP = /^https?:\/\/./i

/** @param {unknown} value */
function isAbsent(value) {
  return value === undefined || value === null
}

/**
 * Checks of the fields of the body, and GitHub's messages.
 * Source: https://docs.github.com/rest/commits/statuses#create-a-commit-status
 * @type {readonly { field: string, isGood: (value: unknown) => boolean, message: string }[]}
 */
const RULES = [
  {
    field: 'state',
    isGood: (value) => STATES.some((state) => state === value),
    message: 'state is not included in the list',
  },
  {
    field: 'target_url',
    isGood: (value) => isAbsent(value) || (typeof value === 'string' && HTTP.test(value)),
    message: 'target_url must use http(s) scheme',
  },
  {
    field: 'description',
    // Characters, not UTF-16 units.
    isGood: (value) =>
      isAbsent(value) || (typeof value === 'string' && [...value].length <= DESCRIPTION_CHARACTERS),
    message: `description is too long (maximum is ${DESCRIPTION_CHARACTERS} characters)`,
  },
  {
    field: 'context',
    isGood: (value) => isAbsent(value) || (typeof value === 'string' && value !== ''),
    message: 'context is not valid',
  },
]

/**
 * Returns the answer to an invalid body, or undefined for a valid one.
 * @param {Record<string, unknown>} body
 */
export function findBrokenRule(body) {
  const broken = RULES.find(({ field, isGood }) => !isGood(body[field]))
  return broken && validationFailed(broken.message, broken.field)
}

/**
 * Returns the status in a valid body.
 * @param {Record<string, unknown>} body
 * @returns {Pick<CommitStatus, 'state' | 'context' | 'description' | 'targetUrl'>}
 */
export function readStatus(body) {
  const text = (/** @type {unknown} */ value) => (isAbsent(value) ? undefined : String(value))
  return {
    state: /** @type {CommitStatus['state']} */ (body['state']),
    context: text(body['context']) ?? 'default',
    description: text(body['description']),
    targetUrl: text(body['target_url']),
  }
}
