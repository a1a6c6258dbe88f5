import { countBadSignatures } from './bad-signatures.mjs'
import { formatSdkDate, parseSdkDate } from './sdk-date.mjs'
import { canonicalRequest, parseAuthorization, signatureOf } from './signature.mjs'

/** @import { ErrorAnswer, KeyRing, Visit } from '../types.d.ts' */

const ALLOWED_SKEW_MS = 15 * 60_000
const INCORRECT = 'Incorrect IAM authentication information: '

/**
 * @param {string} message
 * @returns {ErrorAnswer}
 */
function refuse(message) {
  return { status: 401, code: 'APIG.0301', message }
}

/**
 * Quotes the canonical request as the gateway does, security token included, to show whether a client hides it.
 * @param {string} canonical
 */
function wrongSignature(canonical) {
  return refuse(`${INCORRECT}verify aksk signature fail, canonicalRequest:${canonical.replaceAll('\n', '|')}`)
}

/**
 * @param {string} date
 * @param {number} now epoch milliseconds
 */
function checkDate(date, now) {
  const signedAt = parseSdkDate(date)
  if (signedAt === undefined) return refuse(`${INCORRECT}x-sdk-date is not of the form YYYYMMDDTHHMMSSZ`)
  if (Math.abs(now - signedAt) <= ALLOWED_SKEW_MS) return undefined
  return refuse(`signature expired, signature time:${date},server time:${formatSdkDate(now)}`)
}

/**
 * Returns the check of signatures: it returns the gateway's refusal, or undefined for a valid signature. Like the
 * gateway, it requires only `x-sdk-date` to be signed.
 * Source: docs/service.md, "Signed headers"
 * @param {KeyRing} ring
 */
export function createSignatureCheck(ring) {
  const badSignatures = countBadSignatures()

  /**
   * @param {Visit} visit
   * @returns {ErrorAnswer | undefined}
   */
  return function check({ request, body, now: clock }) {
    const now = clock()
    const { headers, method = '', url: path = '' } = request
    const authorization = parseAuthorization(headers.authorization)
    if (!authorization) return refuse(`${INCORRECT}the Authorization header is not well formed`)
    const { id, signedHeaders, signature } = authorization
    if (badSignatures.isLocked(id, now)) return refuse('AK access failed to reach the limit,forbidden')

    const date = headers['x-sdk-date']?.toString()
    if (date === undefined || !signedHeaders.includes('x-sdk-date')) {
      return refuse(`${INCORRECT}x-sdk-date must be sent and signed`)
    }
    const wrongDate = checkDate(date, now)
    if (wrongDate) return wrongDate

    const key = ring.find(id)
    const canonical = canonicalRequest({ method, path, headers, body }, signedHeaders)
    const isComplete = signedHeaders.every((name) => headers[name] !== undefined)
    if (!key || !isComplete || signatureOf(key.secret, date, canonical) !== signature) {
      badSignatures.note(id, now)
      return wrongSignature(canonical)
    }
    badSignatures.forget(id)
    if (headers['x-security-token']?.toString() !== key.securityToken) {
      return refuse(`${INCORRECT}decrypt token fail`)
    }
    const isOver = key.expiresAtMs !== undefined && now >= key.expiresAtMs
    return isOver ? refuse(`${INCORRECT}the token has expired`) : undefined
  }
}
