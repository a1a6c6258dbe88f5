import { createHash, createHmac } from 'node:crypto'

const ALGORITHM = 'SDK-HMAC-SHA256'
const AUTHORIZATION =
  /^SDK-HMAC-SHA256 Access=(?<id>[^\s,]+), SignedHeaders=(?<names>[^\s,]+), Signature=(?<signature>[0-9a-f]{64})$/

/**
 * The parts of a request that a signature covers.
 * @typedef {object} SignedRequest
 * @property {string} method
 * @property {string} path as it was sent, query included
 * @property {Readonly<Record<string, string | readonly string[] | undefined>>} headers names in lower case
 * @property {string | Buffer} body
 */

/** @param {string | Buffer} content */
function sha256(content) {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * Encodes a text by RFC 3986, unless the sender has already encoded it.
 * @param {string} text
 */
function encode(text) {
  let plain = text
  try {
    plain = decodeURIComponent(text)
  } catch {
    // Not an escape: the percent sign is a character.
  }
  return encodeURIComponent(plain).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** @param {string} path */
function canonicalUri(path) {
  const encoded = path.split('/').map(encode).join('/')
  return encoded.endsWith('/') ? encoded : `${encoded}/`
}

/**
 * @param {string} left
 * @param {string} right
 */
function byCode(left, right) {
  return Number(left > right) - Number(left < right)
}

/** @param {string} query */
function canonicalQuery(query) {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=')
      const at = equals < 0 ? pair.length : equals
      return { name: encode(pair.slice(0, at)), value: encode(pair.slice(at + 1)) }
    })
    .sort((left, right) => byCode(left.name, right.name) || byCode(left.value, right.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&')
}

/**
 * Returns the parts of an `Authorization` header, or undefined if it is not of this algorithm.
 * @param {string | undefined} header
 */
export function parseAuthorization(header) {
  const { id, names, signature } = AUTHORIZATION.exec(header ?? '')?.groups ?? {}
  if (id === undefined || names === undefined || signature === undefined) return undefined
  return { id, signedHeaders: names.split(';'), signature }
}

/**
 * Returns the canonical request, which the signature covers.
 * Source: docs/service.md, "Signature (SDK-HMAC-SHA256)"
 * @param {SignedRequest} request
 * @param {readonly string[]} signedHeaders names in the order in which they were signed
 */
export function canonicalRequest({ method, path, headers, body }, signedHeaders) {
  const question = path.indexOf('?')
  const queryAt = question < 0 ? path.length : question
  const lines = signedHeaders.map((name) => `${name}:${String(headers[name.toLowerCase()] ?? '').trim()}\n`)
  return [
    method,
    canonicalUri(path.slice(0, queryAt)),
    canonicalQuery(path.slice(queryAt + 1)),
    lines.join(''),
    signedHeaders.join(';'),
    sha256(body),
  ].join('\n')
}

/**
 * Returns the signature of a canonical request, in hexadecimal digits.
 * @param {string} secret
 * @param {string} date value of X-Sdk-Date
 * @param {string} canonical
 */
export function signatureOf(secret, date, canonical) {
  return createHmac('sha256', secret)
    .update(`${ALGORITHM}\n${date}\n${sha256(canonical)}`)
    .digest('hex')
}
