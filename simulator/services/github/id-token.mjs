import { createPublicKey, generateKeyPair, randomUUID, sign, verify } from 'node:crypto'
import { promisify } from 'node:util'
import { isObject } from '../../server/json-body.mjs'

/** @import { KeyObject } from 'node:crypto' */
/** @import { IdTokenKey } from '../../types.d.ts' */

/** Issuer of every ID token of github.com. */
export const ISSUER = 'https://token.actions.githubusercontent.com'

/** @param {unknown} part */
function encode(part) {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

/**
 * @param {string} part
 * @returns {Record<string, unknown>}
 */
function decode(part) {
  try {
    const content = JSON.parse(Buffer.from(part, 'base64url').toString())
    return isObject(content) ? content : {}
  } catch {
    return {}
  }
}

/** @type {Promise<{ publicKey: KeyObject, privateKey: KeyObject, kid: string }> | undefined} */
let keyPair

// Once for each process, because it takes longer than the rest of a start.
async function makeKeyPair() {
  return { ...(await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })), kid: randomUUID() }
}

/** Returns the function that signs ID tokens, and its public key. */
export async function createIdTokenSigner() {
  keyPair ??= makeKeyPair()
  const { kid, ...pair } = await keyPair
  const header = encode({ typ: 'JWT', alg: 'RS256', kid })
  /** @type {IdTokenKey} */
  const publicKey = { ...pair.publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }
  return {
    publicKey,
    /** @param {Readonly<Record<string, unknown>>} claims */
    sign: (claims) => {
      const content = `${header}.${encode(claims)}`
      return `${content}.${sign('sha256', Buffer.from(content), pair.privateKey).toString('base64url')}`
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof createIdTokenSigner>>} IdTokenSigner */

/**
 * Returns the claims of an ID token signed with one of these keys, or undefined for any other text.
 * @param {string} token
 * @param {readonly IdTokenKey[]} publicKeys
 */
export function verifyIdToken(token, publicKeys) {
  const [header = '', claims = '', signature = '', ...rest] = token.split('.')
  const { alg, kid } = decode(header)
  const publicKey = publicKeys.find((each) => each.kid === kid)
  if (rest.length > 0 || alg !== 'RS256' || !publicKey) return undefined
  /** @type {KeyObject} */
  const key = createPublicKey({ key: publicKey, format: 'jwk' })
  const isGood = verify(
    'sha256',
    Buffer.from(`${header}.${claims}`),
    key,
    Buffer.from(signature, 'base64url'),
  )
  return isGood ? decode(claims) : undefined
}
