/** @import { ReceivedRequest } from '../../simulator/types.d.ts' */

/** @typedef {readonly [requests: string, part: string, theirs: string, ours: string]} Difference */

const CALLS = /** @type {const} */ ([
  ['import', /^POST .*\/jobs\/import$/],
  ['query', /^GET .*\/system-tasks\//],
  ['unscoped token', /^POST \/v3\.0\/OS-AUTH\/id-token\/tokens/],
  ['keys of IAM', /^POST \/v3\.0\/OS-CREDENTIAL\/securitytokens/],
  ['keys of STS', /^POST \/v5\/agencies\//],
])
const SECTION = '\n## Requests of the official SDK\n'
// Headers of the connection, and those that are different in each request.
const IGNORED_HEADERS = [
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  ...['authorization', 'x-sdk-date', 'x-security-token'],
]
const VARYING_FIELDS = ['agency_session_name', 'duration_seconds', 'id', 'id_token']

/**
 * Returns each field of a body by its path. A value that varies is replaced by its type.
 *
 * @param {Record<string, unknown>} body
 * @param {string} [path]
 * @returns {readonly (readonly [part: string, value: string])[]}
 */
function fieldsOf(body, path = '') {
  return Object.entries(body).flatMap(([name, value]) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (isObject) return fieldsOf(/** @type {Record<string, unknown>} */ (value), `${path}${name}.`)
    const shown = VARYING_FIELDS.includes(name) ? `a ${typeof value}` : JSON.stringify(value)
    return [/** @type {const} */ ([`\`${path}${name}\` in the body`, shown])]
  })
}

/** @param {string} userAgent names of the machine and the installation are left out */
function shortenUserAgent(userAgent) {
  return userAgent.startsWith('os/')
    ? userAgent.replaceAll(/\/[^ ;]+/g, '/...')
    : userAgent.replace(/^(huaweicloud-[^;]*);.*/, '$1')
}

/**
 * @param {ReceivedRequest} request
 * @returns {Readonly<Record<string, string>>}
 */
function partsOf({ path, headers, body }) {
  const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? 'none'
  const sent = Object.entries(headers).filter(([name]) => !IGNORED_HEADERS.includes(name))
  const shown = sent.map(([name, value]) => [
    `\`${name}\``,
    name === 'user-agent' ? shortenUserAgent(String(value)) : String(value),
  ])
  return {
    path: path.replace(/(?<=\/system-tasks\/)[^/?]+/, '{task_id}'),
    ...Object.fromEntries(fieldsOf(body === '' ? {} : JSON.parse(body))),
    'signed headers': signed,
    ...Object.fromEntries(shown),
  }
}

/**
 * @param {readonly ReceivedRequest[]} requests
 * @param {RegExp} call
 */
function firstOf(requests, call) {
  const request = requests.find(({ method, path }) => call.test(`${method} ${path}`))
  if (!request) throw new Error(`There was no request ${call}.`)
  return partsOf(request)
}

/** @param {string | undefined} value */
function cell(value) {
  return value === undefined ? 'not sent' : `\`${value}\``
}

/**
 * Returns in which parts the first requests of each kind differ; the kinds that differ alike share a row.
 *
 * @param {readonly ReceivedRequest[]} theirs
 * @param {readonly ReceivedRequest[]} ours
 * @returns {readonly Difference[]}
 */
export function compareRequests(theirs, ours) {
  /** @type {Map<string, { calls: string[], row: readonly [string, string, string] }>} */
  const rows = new Map()
  for (const [name, call] of CALLS) {
    const [left, right] = [firstOf(theirs, call), firstOf(ours, call)]
    for (const part of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
      if (left[part] === right[part]) continue
      const row = /** @type {const} */ ([part, cell(left[part]), cell(right[part])])
      const { calls } = rows.get(row.join()) ?? { calls: [] }
      rows.set(row.join(), { calls: [...calls, name], row })
    }
  }
  return [...rows.values()].map(({ calls, row }) => [calls.join(', '), ...row])
}

/**
 * Returns the rows of the table in docs/service.md, without their reasons.
 *
 * @param {string} text
 */
export function readDocumentedDifferences(text) {
  const section = text.split(SECTION)[1]?.split('\n## ')[0] ?? ''
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, 5)
      .map((cell) => cell.trim()),
  )
}
