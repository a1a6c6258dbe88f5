/** @import { Check, Settings } from '../types.d.ts' */

/** The invented token of demo and tests. */
export const DEMO_TOKEN = 'an-invented-token-of-the-demo'

/**
 * Returns the check of tokens: it returns the gateway's refusal, or undefined for a valid token.
 * @param {Settings['token']} accepted
 * @returns {Check}
 */
export function createTokenCheck(accepted) {
  return ({ request }) => {
    const given = request.headers['x-auth-token']
    if (given && (accepted === undefined || given === accepted)) return undefined
    const reason = given ? 'decrypt token fail' : 'x-auth-token not found'
    const message = `Incorrect IAM authentication information: ${reason}`
    return { status: 401, code: 'APIG.0301', message }
  }
}
