import * as v from 'valibot'

import type { UnsignedRequest } from './credentials.ts'
import type { HttpResult } from '../../http/transport.ts'
import { parseJson, type ServiceAnswer, unexpectedBody } from '../service/service-answer.ts'
import type { AccessKey } from './signer.ts'

/** What a workflow asks STS for. */
export type AssumeSettings = {
  /** Base URL of STS, without a slash at its end. */
  readonly stsEndpoint: string
  readonly provider: string
  readonly agency: string
  readonly sessionName: string
  /** How long the keys are to hold: STS takes 900 to 43 200 (12 hours). */
  readonly durationSeconds: number
}

/** What came of asking STS: a temporary key with its end in epoch milliseconds, or why there is none. */
export type IssuedAnswer =
  | { readonly kind: 'issued'; readonly key: AccessKey; readonly expiresMs: number }
  | Exclude<ServiceAnswer, { kind: 'success' }>

const text = v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/))
const credentialsShape = v.object({
  credentials: v.object({
    access_key_id: text,
    secret_access_key: text,
    security_token: text,
    // What Date.parse can't read it calls NaN, which is no number to the last check.
    expiration: v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse), v.number()),
  }),
})

// What can't be sent is no part of a key.
const anyText = v.fallback(text, '')
const anyCredentials = v.object({
  credentials: v.object({ access_key_id: anyText, secret_access_key: anyText, security_token: anyText }),
})

// The least that STS gives, and an hour, which may be all that an agency allows (AssumeAgencyWithOIDC, IAM 5 API).
const MIN_SECONDS = 900
const MAX_SECONDS = 3600
const MARGIN_SECONDS = 600

/** Returns how long keys have to hold for a wait of this length, in seconds: ten minutes more, within 900 to 3 600. */
export function durationSecondsFor(timeoutMs: number): number {
  return Math.max(MIN_SECONDS, Math.min(MAX_SECONDS, Math.ceil(timeoutMs / 1000) + MARGIN_SECONDS))
}

/** Returns the request that hands an ID token in for a temporary key; it needs no signature. */
export function assumeRequest(settings: AssumeSettings, idToken: string): UnsignedRequest {
  const { provider, agency, sessionName, durationSeconds } = settings
  return {
    method: 'POST',
    url: new URL(`${settings.stsEndpoint}/v5/agencies/assume-with-oidc`),
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'wait-for-dlf-task',
    },
    body: JSON.stringify({
      provider_urn: provider,
      agency_urn: agency,
      agency_session_name: sessionName,
      id_token: idToken,
      duration_seconds: durationSeconds,
    }),
  }
}

/** Returns every part of a key that an answer of STS holds, whatever else is wrong with it: its error may quote them. */
export function issuedSecrets(result: HttpResult): readonly string[] {
  // Stryker disable next-line ConditionalExpression: no body is no JSON; it is the compiler that asks.
  const parsed = v.safeParse(anyCredentials, result.kind === 'response' ? parseJson(result.body) : undefined)
  return parsed.success ? Object.values(parsed.output.credentials).filter((part) => part !== '') : []
}

/** Reads what STS answered. */
export function readIssued(answer: ServiceAnswer): IssuedAnswer {
  if (answer.kind !== 'success') return answer
  const result = v.safeParse(credentialsShape, answer.body)
  if (!result.success) return unexpectedBody(answer.error)
  const {
    access_key_id: id,
    secret_access_key: secret,
    security_token: securityToken,
    expiration,
  } = result.output.credentials
  return { kind: 'issued', key: { id, secret, securityToken }, expiresMs: expiration }
}
