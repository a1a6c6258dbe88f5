import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** @import { IncomingMessage } from 'node:http' */

const AUTHORIZATION = /^OBS (?<id>[^\s:]+):(?<signature>[A-Za-z0-9+/]{27}=)$/

/**
 * Returns key ID and signature of an `Authorization` header; undefined if it is not one of OBS.
 *
 * @param {string | undefined} header
 */
export function parseObsAuthorization(header) {
  const { id, signature } = AUTHORIZATION.exec(header ?? '')?.groups ?? {}
  return id && signature ? { id, signature } : undefined
}

/**
 * Returns the text that a signature of OBS covers.
 *
 * @param {Pick<IncomingMessage, 'method' | 'headers'>} request
 * @param {string} resource bucket and key as they were sent, without a query
 */
export function obsStringToSign({ method, headers }, resource) {
  const own = Object.keys(headers)
    .filter((name) => name.startsWith('x-obs-'))
    .sort()
    .map((name) => `${name}:${String(headers[name]).trim()}`)
  const { 'content-md5': md5 = '', 'content-type': type = '', date = '' } = headers
  return [method, md5, type, date, ...own, resource].join('\n')
}

/**
 * Returns whether a signature belongs to a text and a secret key.
 *
 * @param {string} text
 * @param {string} secret
 * @param {string} signature
 */
export function isObsSignature(text, secret, signature) {
  const expected = createHmac('sha1', secret).update(text).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'base64'))
}

/**
 * Returns the MD5 of a body in hexadecimal digits and in base64.
 *
 * @param {Buffer} body
 */
export function md5Of(body) {
  const digest = createHash('md5').update(body).digest()
  return { hex: digest.toString('hex'), base64: digest.toString('base64') }
}
