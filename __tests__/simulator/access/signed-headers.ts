import { formatSdkDate } from '../../../simulator/access/sdk-date.mjs'
import { canonicalRequest, signatureOf } from '../../../simulator/access/signature.mjs'
import type { AccessKey } from '../../../simulator/types.d.ts'

type Unsigned = {
  readonly method?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly atMs?: number
  /** Names to sign; all that are sent if not given. */
  readonly names?: readonly string[]
  /** Names left out of the signature although they are sent. */
  readonly unsigned?: readonly string[]
}

/** Returns the headers of a request with a signature (docs/service.md, "Signature (SDK-HMAC-SHA256)"); `host` is left to the sender. */
export function signedHeaders(url: string, key: AccessKey, request: Unsigned): Record<string, string> {
  const { host, pathname, search } = new URL(url)
  const date = formatSdkDate(request.atMs ?? Date.now())
  const own = {
    ...Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    ...(key.securityToken !== undefined && { 'x-security-token': key.securityToken }),
    'x-sdk-date': date,
  }
  const names = [...(request.names ?? Object.keys({ ...own, host }))]
    .filter((name) => request.unsigned?.includes(name) !== true)
    .sort()
  const { method = 'GET', body = '' } = request
  const canonical = canonicalRequest(
    { method, path: pathname + search, headers: { ...own, host }, body },
    names,
  )
  const signature = signatureOf(key.secret, date, canonical)
  return {
    ...own,
    authorization: `SDK-HMAC-SHA256 Access=${key.id}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  }
}
