import { isObject } from '../../server/json-body.mjs'

/** @param {unknown} value */
const isText = (value) => typeof value === 'string' && value !== ''

/** @param {readonly string[]} words */
const oneOf =
  (...words) =>
  (/** @type {unknown} */ value) =>
    words.some((word) => word === value)

/**
 * @param {Readonly<Record<string, (value: unknown) => boolean>>} fields each is optional
 * @param {string} required
 */
const listOf = (fields, required) => (/** @type {unknown} */ value) =>
  Array.isArray(value) &&
  value.every(
    (each) =>
      isObject(each) &&
      each[required] !== undefined &&
      Object.entries(each).every(([name, field]) => fields[name]?.(field) ?? false),
  )

/**
 * Fields of the body of "import job"; only `path` is required.
 * Source: docs/service.md, "Import body"
 *
 * @type {Readonly<Record<string, (value: unknown) => boolean>>}
 */
const FIELDS = {
  path: (value) => typeof value === 'string' && /^obs:\/\/[a-z0-9.-]{3,63}\/./.test(value),
  params: isObject,
  sameNamePolicy: oneOf('SKIP', 'OVERWRITE'),
  jobsParam: listOf({ name: isText, params: isObject }, 'name'),
  executeUser: isText,
  targetStatus: oneOf('SAVED', 'SUBMITTED', 'PRODUCTION'),
  approvers: listOf({ approverName: isText }, 'approverName'),
  resources: listOf({ name: isText, type: isText, replace: isText }, 'name'),
}

/**
 * Returns the name of a field that is wrong, missing or unknown; undefined for a valid body.
 * The service ignores unknown fields. The simulator rejects them, so that a misspelt one shows.
 *
 * @param {Record<string, unknown>} body
 */
export function findWrongField(body) {
  const names = new Set(['path', ...Object.keys(body)])
  return [...names].find((name) => !(Object.hasOwn(FIELDS, name) && FIELDS[name]?.(body[name])))
}
