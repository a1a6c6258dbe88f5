import type { TrustAgency } from './credentials.ts'
import { type ExchangeStep, type IssuedKey, keyReader, postJson } from './issued.ts'

/** The name of the session of the keys, and how long they are valid. */
type KeySettings = {
  /** Names the session in the audit log: 2 to 128 letters, digits and `_=,.@-`. */
  readonly sessionName: string
  /** How long the keys must hold: 900 to 43 200. */
  readonly durationSeconds: number
}

const KEY = keyReader({
  envelope: 'credentials',
  id: 'access_key_id',
  secret: 'secret_access_key',
  securityToken: 'security_token',
  end: 'expiration',
})

/**
 * Returns the request that exchanges an ID token for the temporary key of an agency; it needs no signature.
 * Source: AssumeAgencyWithOIDC, IAM 5 API (docs/service.md, "Trust agency (STS)").
 */
export function assumeAgency(
  { stsEndpoint, provider, agency }: TrustAgency,
  { sessionName, durationSeconds }: KeySettings,
  idToken: string,
): ExchangeStep<IssuedKey> {
  return {
    ...KEY,
    successes: [200],
    request: postJson(`${stsEndpoint}/v5/agencies/assume-with-oidc`, {
      provider_urn: provider,
      agency_urn: agency,
      agency_session_name: sessionName,
      id_token: idToken,
      duration_seconds: durationSeconds,
    }),
  }
}
