import { createHash, createHmac } from 'node:crypto'

/** An access key pair, permanent or, with its security token, temporary. */
export type AccessKey = {
  readonly id: string
  readonly secret: string
  readonly securityToken?: string
}

/** The parts of a request that its signature covers. */
export type SignedParts = {
  readonly method: string
  readonly url: URL
  /** The headers to sign; names in lower case. */
  readonly headers: Readonly<Record<string, string>> & { readonly 'x-sdk-date': string }
  readonly body?: string | Uint8Array
}

const ALGORITHM = 'SDK-HMAC-SHA256'

/**
 * Returns the `Authorization` header for a request by SDK-HMAC-SHA256. Pure.
 * Source: Huawei Cloud API signing guide (devg-apisign); checked against the vectors there and the official signer.
 */
export function authorizationFor(
  { method, url, headers, body = '' }: SignedParts,
  { id, secret }: AccessKey,
): string {
  const sorted = Object.entries(headers).toSorted(byNameThenValue)
  const signedHeaders = sorted.map(([name]) => name).join(';')
  const canonicalRequest = [
    method,
    canonicalPath(url.pathname),
    canonicalQuery(url.searchParams),
    sorted.map(([name, value]) => `${name}:${value.trim()}\n`).join(''),
    signedHeaders,
    sha256(body),
  ].join('\n')
  const stringToSign = [ALGORITHM, headers['x-sdk-date'], sha256(canonicalRequest)].join('\n')
  const signature = createHmac('sha256', secret).update(stringToSign).digest('hex')
  return `${ALGORITHM} Access=${id}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}

/** Writes epoch milliseconds in the form of `X-Sdk-Date`: `YYYYMMDDTHHMMSSZ`, UTC. */
export function sdkDate(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/**
 * Takes signatures, and hashes on the way to one, out of a text: a gateway may quote the whole request in its refusal.
 * Every run of 64 hexadecimal digits counts, since ids of the service have 32, and every SHA-1 in base64, which OBS uses.
 */
export function hideSignatures(text: string): string {
  // Most texts are short names and ids, and answers may hold a million of them.
  // Stryker disable next-line ConditionalExpression,StringLiteral: it only saves time.
  if (text.length < 64 && !text.includes('=')) return text
  return text.replace(/[0-9a-f]{64}|(?<![A-Za-z\d+/])[A-Za-z\d+/]{27}=(?!=)/gi, '***')
}

// It always ends in a slash in the canonical form.
function canonicalPath(pathname: string): string {
  const path = pathname
    .split('/')
    .map((segment) => encodeSegment(decode(segment)))
    .join('/')
  return path.endsWith('/') ? path : `${path}/`
}

// Sorted before it is encoded, as the official signer does.
function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .toSorted(byNameThenValue)
    .map(([name, value]) => `${encodeSegment(name)}=${encodeSegment(value)}`)
    .join('&')
}

function byNameThenValue(a: readonly [string, string], b: readonly [string, string]): number {
  return compare(a[0], b[0]) || compare(a[1], b[1])
}

// By code unit; a locale's order would depend on the machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Encodes a segment of a path or a part of a query by RFC 3986: letters, digits and `-_.~` stay as they are. */
export function encodeSegment(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
