import type { ServiceError } from '../core/answer.ts'
import type { HttpRequest } from './http.ts'
import type { ServiceClock } from './service-clock.ts'
import { type AccessKey, authorizationFor, sdkDate } from './signer.ts'

/** A request before any credential is added to it. */
export type UnsignedRequest = HttpRequest

/** Whatever proves to the service who is asking. */
export type Credential = {
  /** Returns the headers to add; called anew for each attempt. */
  readonly headersFor: (request: UnsignedRequest) => Promise<Readonly<Record<string, string>>>
  /**
   * Says, after HTTP 401, whether another attempt would be made with something better than what was refused.
   *
   * @param refused the request as it was given to `headersFor`, so that what it was sent with can be told from what is there now
   */
  readonly recover: (error: ServiceError, refused: UnsignedRequest) => Promise<boolean>
}

// What a signature has to cover besides the date and the security token (signing guide; shared notes on credentials).
const SIGNED_HEADERS = ['workspace', 'x-project-id']
const SKEW = /signature expired|signature time:/i
const SERVER_TIME = /server time:\s*(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/i

/** What a user signs in with. */
export type CredentialChoice =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'access-key'; readonly key: AccessKey }
  | {
      readonly kind: 'oidc'
      readonly provider: string
      readonly agency: string
      readonly audience: string
      /** Base URL of STS, without a slash at its end. */
      readonly stsEndpoint: string
    }

/** A choice that needs no signing in before it can be used. */
export type ReadyCredential = Exclude<CredentialChoice, { kind: 'oidc' }>

/** Returns every part of a credential that must be seen nowhere. */
export function secretsOf(ready: ReadyCredential): readonly string[] {
  if (ready.kind === 'token') return [ready.token]
  const { secret, securityToken } = ready.key
  return securityToken === undefined ? [secret] : [secret, securityToken]
}

/** Creates a credential; requests are signed by the service's clock. */
export function createCredential(ready: ReadyCredential, clock: ServiceClock): Credential {
  return ready.kind === 'token' ? tokenCredential(ready.token) : accessKeyCredential(ready.key, clock)
}

function tokenCredential(token: string): Credential {
  return {
    headersFor: () => Promise.resolve({ 'x-auth-token': token }),
    recover: () => Promise.resolve(false),
  }
}

/** Creates a credential that signs each request, by the service's clock. */
export function accessKeyCredential(key: AccessKey, clock: ServiceClock): Credential {
  return {
    headersFor: (request) => Promise.resolve(signedHeaders(request, key, clock)),
    recover: (error) => Promise.resolve(correctSkew(error, clock)),
  }
}

function signedHeaders(
  { method, url, headers, body = '' }: UnsignedRequest,
  key: AccessKey,
  clock: ServiceClock,
): Record<string, string> {
  const added = {
    'x-sdk-date': sdkDate(clock.now()),
    ...(key.securityToken !== undefined && { 'x-security-token': key.securityToken }),
  }
  const signed = Object.entries(headers).filter(([name]) => SIGNED_HEADERS.includes(name))
  const parts = { method, url, headers: { ...Object.fromEntries(signed), host: url.host, ...added }, body }
  return { ...added, authorization: authorizationFor(parts, key) }
}

// A refusal that names clock skew is the one that the same key may outlive (contract, "Polling").
function correctSkew({ message = '' }: ServiceError, clock: ServiceClock): boolean {
  if (!SKEW.test(message)) return false
  const [, year, month, day, hours, minutes, seconds] = SERVER_TIME.exec(message) ?? []
  const named = Date.parse(
    `${String(year)}-${String(month)}-${String(day)}T${String(hours)}:${String(minutes)}:${String(seconds)}Z`,
  )
  if (!Number.isNaN(named)) clock.learn(named)
  return clock.isCorrected()
}
