import { ISSUER, verifyIdToken } from '../github/id-token.mjs'
import { stsErrors } from './sts-errors.mjs'

/** @import { ErrorAnswer, IdTokenKey, Keyless } from '../../types.d.ts' */

// AssumeAgencyWithOIDC: 15 minutes to 12 hours, one hour if nothing is requested.
const SECONDS = { least: 900, most: 43_200, usual: 3_600 }
const SESSION_NAME = /^[A-Za-z0-9_+=,.@-]{2,128}$/

/**
 * @param {unknown} value
 */
function isText(value) {
  return typeof value === 'string' && value !== ''
}

/**
 * @param {unknown} value
 */
function isDuration(value) {
  return Number.isInteger(value) && Number(value) >= SECONDS.least && Number(value) <= SECONDS.most
}

/** @type {Readonly<Record<string, (value: unknown) => boolean>>} */
const PARAMETERS = {
  provider_urn: isText,
  agency_urn: isText,
  agency_session_name: (value) => typeof value === 'string' && SESSION_NAME.test(value),
  id_token: isText,
  duration_seconds: (value) => value === undefined || isDuration(value),
}

/**
 * @param {Record<string, unknown>} claims
 * @param {Keyless} keyless
 * @param {number} now epoch milliseconds
 * @returns {ErrorAnswer | undefined}
 */
function checkClaims({ iss, aud, sub, exp, nbf, repository }, keyless, now) {
  const { audience, subject, trustedSubject = subject, trustedRepository } = keyless
  const serverTime = `server time ${new Date(now).toISOString()}`
  if (iss !== ISSUER) return stsErrors.wrongIssuer()
  if (aud !== audience) return stsErrors.wrongAudience()
  if (typeof exp !== 'number' || now >= exp * 1_000) return stsErrors.expired(serverTime)
  if (typeof nbf === 'number' && now < nbf * 1_000) return stsErrors.notYet(serverTime)
  const isTrusted = trustedRepository ? repository === trustedRepository : sub === trustedSubject
  return isTrusted
    ? undefined
    : stsErrors.accessDenied('the trust policy of the agency does not allow sts:agencies:assumeWithOIDC')
}

/**
 * Returns the session that a request asks for, or why it gets no keys.
 * Source: docs/service.md, "Trust agency (STS)"
 *
 * @param {Record<string, unknown> | undefined} body
 * @param {{ keyless: Keyless, publicKeys: readonly IdTokenKey[], now: number }} context
 * @returns {{ error: ErrorAnswer } | { name: string, seconds: number }}
 */
export function checkStsRequest(body, { keyless, publicKeys, now }) {
  if (!body) return { error: stsErrors.invalidParameter('the body is no JSON object') }
  const [wrong] = Object.entries(PARAMETERS).find(([name, isGood]) => !isGood(body[name])) ?? []
  if (wrong) return { error: stsErrors.invalidParameter(wrong) }
  if (body['provider_urn'] !== keyless.providerUrn) return { error: stsErrors.noSuchProvider() }
  if (body['agency_urn'] !== keyless.agencyUrn) return { error: stsErrors.noSuchAgency() }
  const claims = verifyIdToken(String(body['id_token']), publicKeys)
  const error = claims ? checkClaims(claims, keyless, now) : stsErrors.wrongSignature()
  if (error) return { error }
  return {
    name: String(body['agency_session_name']),
    seconds: Number(body['duration_seconds'] ?? SECONDS.usual),
  }
}
