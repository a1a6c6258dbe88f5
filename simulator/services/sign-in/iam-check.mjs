import { isObject } from '../../server/json-body.mjs'
import { ISSUER, verifyIdToken } from '../github/id-token.mjs'
import { groupsOf } from './conversion-rules.mjs'
import { tokenErrors } from './iam-errors.mjs'

/** @import { IdTokenKey, Keyless } from '../../types.d.ts' */

// Obtaining a temporary access key with a token: 15 minutes to 24 hours; 15 minutes if nothing is requested.
const SECONDS = { least: 900, most: 86_400, usual: 900 }

/**
 * @param {unknown} value
 * @param {readonly string[]} path
 * @returns {unknown}
 */
function at(value, path) {
  return path.reduce(
    (/** @type {unknown} */ inner, name) => (isObject(inner) ? inner[name] : undefined),
    value,
  )
}

/**
 * Returns the user groups of a federated user, or why IAM gives it no token.
 * @param {Record<string, unknown> | undefined} body
 * @param {{ keyless: Keyless, provider: string | undefined, publicKeys: readonly IdTokenKey[], now: number }} context
 */
export function checkIdToken(body, { keyless, provider, publicKeys, now }) {
  const idToken = at(body, ['auth', 'id_token', 'id'])
  if (typeof idToken !== 'string') return { error: tokenErrors.badRequest }
  if (provider !== keyless.provider) return { error: tokenErrors.notFound }
  const claims = verifyIdToken(idToken, publicKeys)
  const isMeant = claims?.['iss'] === ISSUER && claims['aud'] === keyless.audience
  const [from, to] = [claims?.['nbf'] ?? 0, claims?.['exp']].map((seconds) => Number(seconds) * 1_000)
  if (!claims || !isMeant || !(now < Number(to)) || now < Number(from))
    return { error: tokenErrors.unauthorized }
  const groups = groupsOf(keyless.rules, claims)
  return groups.length === 0 ? { error: tokenErrors.forbidden } : { groups }
}

/**
 * Returns the token and the duration in a request for a temporary key, or undefined if its body is invalid. The token may be in the body,
 * as the API page advises, or in the header; the duration may be text or, as an official SDK sends it, a number.
 * @param {Record<string, unknown> | undefined} body
 * @param {string | undefined} header the request's X-Auth-Token
 */
export function readKeyRequest(body, header) {
  const identity = at(body, ['auth', 'identity'])
  const { id = header, duration_seconds: seconds = SECONDS.usual } = Object(at(identity, ['token']))
  const isNumber = /^\d{1,5}$/.test(String(seconds))
  const isDuration = isNumber && Number(seconds) >= SECONDS.least && Number(seconds) <= SECONDS.most
  if (JSON.stringify(at(identity, ['methods'])) !== '["token"]' || !isDuration) return undefined
  return { token: String(id), seconds: Number(seconds) }
}
