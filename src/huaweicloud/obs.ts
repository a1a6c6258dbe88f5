import { createHash, createHmac } from 'node:crypto'

import type { Fault, FinalReason } from '../core/task/answer.ts'
import { omitUndefined } from '../core/task/omit-undefined.ts'
import type { HttpRequest, HttpResult } from '../http/transport.ts'
import { type AccessKey, encodeSegment } from './credential/signer.ts'
import { dateHeader } from './service/service-answer.ts'

/** An object in OBS, and where OBS is. */
export type ObsObject = {
  /** Base URL of OBS, without bucket and without a slash at its end. */
  readonly endpoint: string
  readonly bucket: string
  readonly key: string
}

/** The result of one attempt to upload an object. */
export type UploadAnswer =
  | { readonly kind: 'stored' }
  /** Another attempt may succeed. */
  | { readonly kind: 'passing'; readonly fault: Fault }
  /** The clock that dated the signature is wrong; `serverTimeMs` is that of OBS, in epoch milliseconds. */
  | { readonly kind: 'skewed'; readonly fault: Fault; readonly serverTimeMs?: number }
  /** Another attempt would fail, too. */
  | { readonly kind: 'refused'; readonly fault: Fault }

const CONTENT_TYPE = 'application/zip'
// An error of OBS is shorter; more of it is not looked at.
const MAX_ERROR = 8192
const MAX_FIELD = 500
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
// OBS refuses the key itself; other services answer with HTTP 401.
const REFUSED_KEY: readonly (string | undefined)[] = [
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'InvalidToken',
  'ExpiredToken',
]
const PASSING_FAILURES: readonly string[] = ['connection', 'timeout', 'cut']

/**
 * Returns the signed request that uploads an object (HMAC-SHA1).
 * Source: docs/service.md, "OBS upload"; checked against the vectors there and the official signer.
 *
 * @param nowMs the time of OBS, in epoch milliseconds; it may be off by 15 minutes at most
 */
export function uploadRequest(
  object: ObsObject,
  body: Uint8Array,
  { key, nowMs }: { readonly key: AccessKey; readonly nowMs: number },
): HttpRequest {
  const contentMd5 = md5(body, 'base64')
  const date = new Date(nowMs).toUTCString()
  const token = omitUndefined({ 'x-obs-security-token': key.securityToken })
  const tokenLines = Object.entries(token).map(([name, value]) => `${name}:${value}`)
  const resource = `/${object.bucket}/${encodeKey(object.key)}`
  const signed = ['PUT', contentMd5, CONTENT_TYPE, date, ...tokenLines, resource].join('\n')
  const signature = createHmac('sha1', key.secret).update(signed).digest('base64')
  return {
    method: 'PUT',
    url: objectUrl(object),
    headers: {
      date,
      'content-md5': contentMd5,
      'content-type': CONTENT_TYPE,
      'user-agent': 'wait-for-dlf-task',
      ...token,
      authorization: `OBS ${key.id}:${signature}`,
    },
    body,
  }
}

/** Says what the outcome of an upload means. */
export function readUploadAnswer(result: HttpResult, body: Uint8Array): UploadAnswer {
  if (result.kind === 'failure') {
    const { reason, status: httpStatus, detail } = result
    const fault: Fault = { reason, ...omitUndefined({ httpStatus, detail }) }
    return { kind: PASSING_FAILURES.includes(reason) ? 'passing' : 'refused', fault }
  }
  const { status, headers } = result
  const error = readError(result)
  const fault = (reason: Fault['reason']): Fault => ({ reason, httpStatus: status, error })
  if (status === 200) {
    return isStored(result, body) ? { kind: 'stored' } : { kind: 'passing', fault: fault('unexpected-body') }
  }
  if (error.code === 'RequestTimeTooSkewed') {
    const serverTimeMs = dateHeader(headers)
    return { kind: 'skewed', fault: fault('forbidden'), ...omitUndefined({ serverTimeMs }) }
  }
  if (status === 429) return { kind: 'passing', fault: fault('throttled') }
  if (status < 300 || status === 408 || status >= 500) return { kind: 'passing', fault: fault('http-status') }
  return { kind: 'refused', fault: fault(refusalOf(status, error.code)) }
}

function refusalOf(status: number, code: string | undefined): FinalReason {
  if (status < 400) return 'redirected'
  if (REFUSED_KEY.includes(code)) return 'unauthorized'
  return status === 403 ? 'forbidden' : 'rejected'
}

// With encryption by KMS the ETag is not the MD5; OBS has then compared the body with Content-MD5 itself.
function isStored({ headers }: HttpResponse, body: Uint8Array): boolean {
  const isEncrypted = headers['x-obs-server-side-encryption'] !== undefined
  // A proxy may weaken the ETag (`W/"..."`), and some servers leave out the quotes.
  const etag = headers.etag?.replace(/^W\/|"/g, '').toLowerCase()
  return isEncrypted || etag === md5(body, 'hex')
}

type HttpResponse = Extract<HttpResult, { kind: 'response' }>

/** Returns the address of an object: its bucket is a part of the host, or of the path if the host is an IP address. */
function objectUrl({ endpoint, bucket, key }: ObsObject): URL {
  const url = new URL(endpoint)
  const isAddress = /^(?:\[.*\]|[\d.]+|localhost)$/.test(url.hostname)
  const host = isAddress ? `${url.host}/${bucket}` : `${bucket}.${url.host}`
  return new URL(`${url.protocol}//${host}/${encodeKey(key)}`)
}

function encodeKey(key: string): string {
  return key.split('/').map(encodeSegment).join('/')
}

function md5(body: Uint8Array, encoding: 'base64' | 'hex'): string {
  return createHash('md5').update(body).digest(encoding)
}

// No XML parser: three fields are read, and anything that is not such a field is left out.
function readError({ body, headers }: HttpResponse): NonNullable<Fault['error']> {
  const text = body.slice(0, MAX_ERROR)
  const requestId = headers['x-obs-request-id']
  return omitUndefined({
    code: field(text, 'Code'),
    message: field(text, 'Message'),
    requestId: typeof requestId === 'string' ? requestId : field(text, 'RequestId'),
  })
}

function field(xml: string, name: 'Code' | 'Message' | 'RequestId'): string | undefined {
  const content = new RegExp(`<${name}>([^<>]{1,${String(MAX_FIELD)}})</${name}>`).exec(xml)?.[1]
  return content?.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity.slice(1, -1)] ?? entity)
}
