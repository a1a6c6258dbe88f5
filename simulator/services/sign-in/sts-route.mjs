import { randomBytes } from 'node:crypto'
import { readJsonBody } from '../../server/json-body.mjs'
import { jsonReply, scripted } from '../../server/scripted.mjs'
import { checkStsRequest } from './sts-check.mjs'
import { makeKey } from './temporary-key.mjs'

/** @import { ErrorAnswer, IdTokenKey, Issued, KeyRing, Keyless, Route } from '../../types.d.ts' */

const PATH = '/v5/agencies/assume-with-oidc'

/**
 * @param {ErrorAnswer} error
 * @param {string} requestId
 */
function refusal({ status, code, message }, requestId) {
  // The documented error comes with a message that only STS can decode.
  const encoded =
    code === 'PAP5.0001' ? { encoded_authorization_message: randomBytes(48).toString('base64') } : {}
  const body = { error_code: code, error_msg: message, request_id: requestId, ...encoded }
  return jsonReply(status, body, { words: `${status} ${code}` })
}

/**
 * Returns the route of STS that gives temporary keys for an ID token; DataArts Factory accepts these keys.
 * Source: AssumeAgencyWithOIDC, Huawei Cloud IAM 5 API
 *
 * @param {Keyless} keyless
 * @param {{ publicKeys: readonly IdTokenKey[], ring: KeyRing, issued: Issued[] }} parts
 * @returns {Route}
 */
export function stsRoute(keyless, { publicKeys, ring, issued }) {
  const { agencyUrn, keyLifeMs, stsSteps } = keyless
  return [
    (method, path) => (method === 'POST' && path === PATH ? {} : undefined),
    scripted(stsSteps, (visit) => {
      const atMs = visit.now()
      const session = checkStsRequest(readJsonBody(visit), { keyless, publicKeys, now: atMs })
      if ('error' in session) return refusal(session.error, visit.requestId)
      const { name, seconds } = session
      const key = makeKey(atMs + (keyLifeMs ?? seconds * 1_000), agencyUrn)
      ring.add(key)
      issued.push({ kind: 'access-key', key, sessionName: name, durationSeconds: seconds, atMs })
      const content = {
        credentials: {
          access_key_id: key.id,
          secret_access_key: key.secret,
          security_token: key.securityToken,
          expiration: new Date(key.expiresAtMs).toISOString(),
        },
        assumed_agency: {
          urn: `${agencyUrn.replace(/^iam/, 'sts').replace(':agency:', ':assumed-agency:')}/${name}`,
          id: `0123456789abcdef0123456789abcdef:${name}`,
        },
      }
      return jsonReply(200, content, { words: '200 access key' })
    }),
  ]
}
