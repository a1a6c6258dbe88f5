import { randomBytes } from 'node:crypto'

// Real ones have nearly 4 kB: long enough to show a client that cuts headers short.
const SECURITY_TOKEN_BYTES = 1_500

/**
 * Returns a new key.
 * @param {number} expiresAtMs
 * @param {string} principal whom it acts for
 */
export function makeKey(expiresAtMs, principal) {
  return {
    id: `HST${randomBytes(9).toString('hex').toUpperCase()}`,
    secret: randomBytes(30).toString('base64url'),
    securityToken: randomBytes(SECURITY_TOKEN_BYTES).toString('base64'),
    expiresAtMs,
    principal,
  }
}
