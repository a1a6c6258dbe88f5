import type { AwaitCredential, ServiceError } from '../../core/task/answer.ts'
import { omitUndefined } from '../../core/task/omit-undefined.ts'
import type { HttpRequest } from '../../http/transport.ts'
import type { FailedAnswer } from '../service/service-answer.ts'
import { type ServiceClock, TOLERANCE_MS } from '../service/service-clock.ts'
import { type AccessKey, authorizationFor, sdkDate } from './signer.ts'

/** Authenticates requests to the service. */
export type Credential = {
  /** Returns the access key for a service that has another signature; undefined for a token, or if no key is usable. */
  readonly accessKey: () => Promise<AccessKey | undefined>
  /** Resolves when `headersFor` has a key, or when waiting for one is of no use. Returns undefined if it has one now. */
  readonly ready: AwaitCredential
  /** Returns the headers to add for one attempt; undefined if there is no key that may be sent. It never waits for one. */
  readonly headersFor: (request: HttpRequest) => Promise<Readonly<Record<string, string>> | undefined>
  /** Returns why there is no key, if that is known. */
  readonly problem: () => FailedAnswer | undefined
  /**
   * Returns, after HTTP 401, whether another attempt would use better keys than the refused ones.
   *
   * @param refused the request as it was given to `headersFor`: it tells which key was refused
   */
  readonly recover: (error: ServiceError, refused: HttpRequest) => Promise<boolean>
  /** The next step, in English, if the service refuses this credential; absent if its kind says enough. */
  readonly refusedAdvice?: string
}

// The headers that a signature covers besides the date and the security token (docs/service.md, "Signed headers").
const SIGNED_HEADERS = ['workspace', 'x-project-id']
// Only a refusal that names clock skew leaves the same key usable (docs/reference.md, "Requests and credentials").
const SKEW = /signature expired|signature time:/i
const SERVER_TIME = /server time:\s*(\d{8}T\d{6}Z)/i

/** A choice that can be used as it is. */
export type ReadyCredential =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'access-key'; readonly key: AccessKey }

/** The inputs of a sign-in as a federated user. */
export type FederatedUser = {
  readonly kind: 'federated-user'
  /** Name of the identity provider. */
  readonly provider: string
  readonly audience: string
  /** Base URL of IAM, without a slash at its end. */
  readonly iamEndpoint: string
}

/** The inputs of a sign-in through a trust agency. */
export type TrustAgency = {
  readonly kind: 'trust-agency'
  /** URN of the identity provider. */
  readonly provider: string
  /** URN of the agency. */
  readonly agency: string
  readonly audience: string
  /** Base URL of STS, without a slash at its end. */
  readonly stsEndpoint: string
}

/** A choice that exchanges the workflow's ID token for temporary keys. */
export type KeylessChoice = FederatedUser | TrustAgency

/** The credential that a user has chosen. */
export type CredentialChoice = ReadyCredential | KeylessChoice

// A credential that is given has its key from the start.
const GIVEN = { ready: () => undefined, problem: () => undefined }

/** Creates a credential; requests are signed by the service's clock. */
export function createCredential(ready: ReadyCredential, clock: ServiceClock): Credential {
  if (ready.kind === 'access-key') return accessKeyCredential(ready.key, clock)
  return {
    accessKey: () => Promise.resolve(undefined),
    ...GIVEN,
    headersFor: () => Promise.resolve({ 'x-auth-token': ready.token }),
    recover: () => Promise.resolve(false),
  }
}

/** Creates a credential that signs each request, by the service's clock. */
export function accessKeyCredential(key: AccessKey, clock: ServiceClock): Credential {
  const correctionsMs = new WeakMap<HttpRequest, number>()
  return {
    accessKey: () => Promise.resolve(key),
    ...GIVEN,
    headersFor(request) {
      correctionsMs.set(request, clock.correctionMs())
      return Promise.resolve(signedHeaders(request, key, clock))
    },
    // Stryker disable next-line StringLiteral: any other text that names no skew would do.
    recover({ message = '' }, refused) {
      if (!SKEW.test(message)) return Promise.resolve(false)
      learnServerTime(message, clock)
      // The refused time was this machine's own, or one that the `Date` of a gateway had set wrong.
      const changeMs = clock.correctionMs() - (correctionsMs.get(refused) ?? 0)
      return Promise.resolve(Math.abs(changeMs) > TOLERANCE_MS)
    },
  }
}

function signedHeaders(
  { method, url, headers, body = '' }: HttpRequest,
  key: AccessKey,
  clock: ServiceClock,
): Record<string, string> {
  const added = {
    'x-sdk-date': sdkDate(clock.now()),
    ...omitUndefined({ 'x-security-token': key.securityToken }),
  }
  const signed = Object.entries(headers).filter(([name]) => SIGNED_HEADERS.includes(name))
  const parts = { method, url, headers: { ...Object.fromEntries(signed), host: url.host, ...added }, body }
  return { ...added, authorization: authorizationFor(parts, key) }
}

function learnServerTime(message: string, clock: ServiceClock): void {
  const basic = SERVER_TIME.exec(message)?.[1]
  if (basic === undefined) return
  const named = Date.parse(basic.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'))
  if (!Number.isNaN(named)) clock.learn(named)
}
