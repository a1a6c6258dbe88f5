import type { HttpRequest } from '../../http/transport.ts'
import type { FederatedUser } from './credentials.ts'
import { type ExchangeStep, type IssuedKey, keyReader, readSecret, secretsAmong } from './issued.ts'

// 201 is documented; a test of an official SDK answers with 200.
const SUCCESSES = [200, 201]
const TOKEN_HEADER = 'x-subject-token'

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
  const request = iamRequest(
    `${iamEndpoint}/v3.0/OS-AUTH/id-token/tokens`,
    { auth: { id_token: { id: idToken } } },
    { 'x-idp-id': provider },
  )
  return {
    request,
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
  const request = iamRequest(`${iamEndpoint}/v3.0/OS-CREDENTIAL/securitytokens`, { auth: { identity } })
  return { ...KEY, request, successes: SUCCESSES }
}

function iamRequest(
  address: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpRequest {
  return {
    method: 'POST',
    url: new URL(address),
    headers: {
      accept: 'application/json',
      'content-type': 'application/json;charset=utf8',
      'user-agent': 'wait-for-dlf-task',
      ...headers,
    },
    body: JSON.stringify(body),
  }
}
