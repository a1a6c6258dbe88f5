import { isObsSignature, md5Of, obsStringToSign, parseObsAuthorization } from './obs-signature.mjs'

/** @import { KeyRing, Obs, Visit } from '../../types.d.ts' */

/**
 * @typedef {object} ObsError
 * @property {number} status
 * @property {string} code
 * @property {string} message
 * @property {Readonly<Record<string, string>>} [more] further elements of the answer
 */

const ALLOWED_SKEW_MS = 15 * 60_000

/**
 * @param {number} status
 * @param {string} code
 * @param {string} message
 * @param {Readonly<Record<string, string>>} [more]
 * @returns {ObsError}
 */
const refuse = (status, code, message, more) => ({ status, code, message, ...(more && { more }) })

/**
 * Checks date, key and signature of a request; returns the refusal, or undefined if it may go on.
 *
 * @param {Visit} visit
 * @param {KeyRing} ring
 * @returns {ObsError | undefined}
 */
function checkSigner({ request, now }, ring) {
  const { headers, url = '' } = request
  const authorization = parseObsAuthorization(headers.authorization)
  if (!authorization) return refuse(403, 'AccessDenied', 'Access Denied')
  const skewMs = Math.abs(now() - Date.parse(headers.date ?? ''))
  if (!(skewMs <= ALLOWED_SKEW_MS)) {
    const message = 'The difference between the request time and the current time is too large.'
    return refuse(403, 'RequestTimeTooSkewed', message)
  }
  const key = ring.find(authorization.id)
  const token = headers['x-obs-security-token']
  if (!key || key.securityToken !== token) {
    return refuse(403, 'InvalidAccessKeyId', 'The access key ID you provided does not exist in our records.')
  }
  const text = obsStringToSign(request, url)
  if (!isObsSignature(text, key.secret, authorization.signature)) {
    const message = 'The request signature we calculated does not match the signature you provided.'
    // OBS quotes both, and with the text a security token: a client must not show them.
    const more = { StringToSign: text, SignatureProvided: authorization.signature }
    return refuse(403, 'SignatureDoesNotMatch', message, more)
  }
  return key.expiresAtMs !== undefined && now() >= key.expiresAtMs
    ? refuse(403, 'InvalidAccessKeyId', 'The security token has expired.')
    : undefined
}

/**
 * Checks a request for an object as OBS does; returns the refusal, or undefined if it may go on.
 *
 * @param {Visit} visit
 * @param {Obs} obs
 * @param {KeyRing} ring
 * @returns {ObsError | undefined}
 */
export function checkObsRequest(visit, obs, ring) {
  const { bucket = '', key = '' } = visit.parameters
  const refusal = checkSigner(visit, ring)
  if (refusal) return refusal
  if (bucket === obs.bucketElsewhere) {
    return refuse(
      307,
      'TemporaryRedirect',
      'Please re-send this request to the specified temporary endpoint.',
    )
  }
  if (bucket !== obs.bucket) return refuse(404, 'NoSuchBucket', 'The specified bucket does not exist.')
  if (!decodeURIComponent(key).startsWith(obs.writablePrefix ?? '')) {
    return refuse(403, 'AccessDenied', 'Access Denied')
  }
  const md5 = visit.request.headers['content-md5']
  if (md5 !== undefined && md5 !== md5Of(visit.body).base64) {
    return refuse(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.')
  }
  return undefined
}
