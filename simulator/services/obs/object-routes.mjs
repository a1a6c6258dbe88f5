import { checkObsRequest } from './obs-check.mjs'
import { md5Of } from './obs-signature.mjs'
import { send } from '../../server/send.mjs'
import { scripted } from '../../server/scripted.mjs'

/** @import { KeyRing, Obs, Reply, Route, Visit } from '../../types.d.ts' */
/** @import { ObsError } from './obs-check.mjs' */

const PATH = /^\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(?<key>.+)$/

/** @param {string} path */
function isEncoded(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** @param {string} text */
const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * @param {ObsError} error
 * @param {string} requestId
 * @returns {Reply}
 */
function refusal({ status, code, message, more }, requestId) {
  const fields = { Code: code, Message: message, RequestId: requestId, HostId: 'simulator', ...more }
  const elements = Object.entries(fields).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
  return {
    status,
    body: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Error>${elements.join('')}</Error>`,
    headers: { 'content-type': 'application/xml', 'x-obs-request-id': requestId },
    words: `${status} ${code}`,
  }
}

/**
 * Returns the routes of OBS that write and read an object, with the bucket as the first part of the path.
 * Source: docs/service.md, "OBS upload"
 *
 * @param {Obs} obs
 * @param {{ ring: KeyRing, objects: Map<string, Buffer> }} parts objects by `obs://bucket/key`
 * @returns {readonly Route[]}
 */
export function objectRoutes(obs, { ring, objects }) {
  /** @param {Visit} visit */
  const addressOf = ({ parameters: { bucket = '', key = '' } }) =>
    `obs://${bucket}/${decodeURIComponent(key)}`

  const put = scripted(obs.uploadSteps, (visit) => {
    const error = checkObsRequest(visit, obs, ring)
    if (error) return refusal(error, visit.requestId)
    objects.set(addressOf(visit), visit.body)
    const headers = { etag: `"${md5Of(visit.body).hex}"`, 'x-obs-request-id': visit.requestId }
    return { status: 200, body: '', headers, words: `200 ${visit.body.length} bytes` }
  })

  /** @param {Visit} visit */
  function get(visit) {
    const object = objects.get(addressOf(visit))
    const missing = { status: 404, code: 'NoSuchKey', message: 'The specified key does not exist.' }
    const error = checkObsRequest(visit, obs, ring) ?? (object ? undefined : missing)
    if (error) {
      const { status, body, headers = {}, words = '' } = refusal(error, visit.requestId)
      visit.tell(words)
      send(visit, { status, body, headers })
      return
    }
    visit.tell('200')
    visit.response.writeHead(200, { ...visit.headers, 'content-type': 'application/zip' }).end(object)
  }

  /** @param {string} wanted */
  const matches = (wanted) => (/** @type {string} */ method, /** @type {string} */ path) =>
    method === wanted && isEncoded(path) ? PATH.exec(path)?.groups : undefined
  return [
    [matches('PUT'), put],
    [matches('GET'), get],
  ]
}
