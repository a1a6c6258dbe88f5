import type { ServiceError } from '../core/answer.ts'
import type { ServiceClock } from './service-clock.ts'
import { type AccessKey, authorizationFor, sdkDate } from './signer.ts'

/** A request before any credential is added to it; names of headers in lower case. */
export type UnsignedRequest = {
  readonly method: 'GET'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
}

/** Whatever proves to the service who is asking. */
export type Credential = {
  /** Returns the headers to add; called anew for each attempt. */
  readonly headersFor: (request: UnsignedRequest) => Promise<Readonly<Record<string, string>>>
  /** Says, after HTTP 401, whether another attempt would be made with something better than what was refused. */
  readonly recover: (error: ServiceError) => Promise<boolean>
  /** Takes every secret of this credential out of a text: a gateway may quote the request in its refusal. */
  readonly redact: (text: string) => string
}

// What a signature has to cover besides the date and the security token (signing guide; shared notes on credentials).
const SIGNED_HEADERS = ['workspace', 'x-project-id']
const HIDDEN = '***'
const SKEW = /signature expired|signature time:/i
const SERVER_TIME = /server time:\s*(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/i

/** What a user signs in with. */
export type CredentialChoice =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'access-key'; readonly key: AccessKey }

/** Returns every part of a choice that must be seen nowhere. */
export function secretsOf(choice: CredentialChoice): readonly string[] {
  if (choice.kind === 'token') return [choice.token]
  const { secret, securityToken } = choice.key
  return securityToken === undefined ? [secret] : [secret, securityToken]
}

/** Creates the credential that a user chose; requests are signed by the service's clock. */
export function createCredential(choice: CredentialChoice, clock: ServiceClock): Credential {
  return choice.kind === 'token' ? tokenCredential(choice.token) : accessKeyCredential(choice.key, clock)
}

function tokenCredential(token: string): Credential {
  return {
    headersFor: () => Promise.resolve({ 'x-auth-token': token }),
    recover: () => Promise.resolve(false),
    redact: (text) => text.replaceAll(token, HIDDEN),
  }
}

function accessKeyCredential(key: AccessKey, clock: ServiceClock): Credential {
  return {
    headersFor: (request) => Promise.resolve(signedHeaders(request, key, clock)),
    recover: (error) => Promise.resolve(correctSkew(error, clock)),
    redact: (text) => redactKey(text, key),
  }
}

// A run of 64 hex digits in an answer is a signature, or a hash on the way to one.
function redactKey(text: string, { secret, securityToken = secret }: AccessKey): string {
  // The longest first and the digits last: a secret that is broken up by another would no longer be found.
  const secrets = [secret, securityToken].toSorted((a, b) => b.length - a.length)
  return secrets
    .reduce((hidden, each) => hidden.replaceAll(each, HIDDEN), text)
    .replace(/[0-9a-f]{64}/gi, HIDDEN)
}

function signedHeaders(
  { method, url, headers }: UnsignedRequest,
  key: AccessKey,
  clock: ServiceClock,
): Record<string, string> {
  const added = {
    'x-sdk-date': sdkDate(clock.now()),
    ...(key.securityToken !== undefined && { 'x-security-token': key.securityToken }),
  }
  const signed = Object.entries(headers).filter(([name]) => SIGNED_HEADERS.includes(name))
  const parts = { method, url, headers: { ...Object.fromEntries(signed), host: url.host, ...added } }
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
