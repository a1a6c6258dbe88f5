import type { FederatedUser } from './credentials.ts'
import { type ExchangeStep, type IssuedKey, keyReader, postJson, readSecret, secretsAmong } from './issued.ts'

// 201 is documented; a test of an official SDK answers with 200.
const SUCCESSES = [200, 201]
const TOKEN_HEADER = 'x-subject-token'
const JSON_IN_UTF8 = { 'content-type': 'application/json;charset=utf8' }

const KEY = keyReader({
  envelope: 'credential',
  id: 'access',
  secret: 'secret',
  securityToken: 'securitytoken',
  end: 'expires_at',
})

/**
 * Returns the request that exchanges an ID token for an unscoped token.
 * Source: IAM API iam_13_0605 (docs/service.md, "Federated user (IAM)").
 */
export function requestUnscopedToken(
  { iamEndpoint, provider }: FederatedUser,
  idToken: string,
): ExchangeStep<string> {
  const address = `${iamEndpoint}/v3.0/OS-AUTH/id-token/tokens`
  const body = { auth: { id_token: { id: idToken } } }
  return {
    request: postJson(address, body, { ...JSON_IN_UTF8, 'x-idp-id': provider }),
    successes: SUCCESSES,
    secretsIn: (_body, headers) => secretsAmong([headers[TOKEN_HEADER]]),
    read: (_body, headers) => readSecret(headers[TOKEN_HEADER], `the header '${TOKEN_HEADER}'`),
  }
}

/**
 * Returns the request that exchanges an unscoped token for a temporary key.
 * Source: IAM API iam_04_0003 (docs/service.md, "Federated user (IAM)").
 */
export function requestTemporaryKey(
  { iamEndpoint }: FederatedUser,
  durationSeconds: number,
  token: string,
): ExchangeStep<IssuedKey> {
  const identity = { methods: ['token'], token: { id: token, duration_seconds: String(durationSeconds) } }
  const address = `${iamEndpoint}/v3.0/OS-CREDENTIAL/securitytokens`
  return { ...KEY, request: postJson(address, { auth: { identity } }, JSON_IN_UTF8), successes: SUCCESSES }
}
