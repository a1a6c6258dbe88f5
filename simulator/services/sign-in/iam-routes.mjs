import { randomBytes, randomUUID } from 'node:crypto'
import { readJsonBody } from '../../server/json-body.mjs'
import { jsonReply, scripted } from '../../server/scripted.mjs'
import { checkIdToken, readKeyRequest } from './iam-check.mjs'
import { keyErrors } from './iam-errors.mjs'
import { makeKey } from './temporary-key.mjs'

/** @import { IdTokenKey, Issued, KeyRing, Keyless, Route } from '../../types.d.ts' */

const TOKEN_PATH = '/v3.0/OS-AUTH/id-token/tokens'
const KEY_PATH = '/v3.0/OS-CREDENTIAL/securitytokens'
const TOKEN_LIFE_MS = 24 * 60 * 60_000
// A token has many kilobytes, and comes in a header.
const TOKEN_BYTES = 4_500

/** @param {number} ms */
const iamTime = (ms) => new Date(ms).toISOString().replace('Z', '000Z')

/**
 * @param {string} path
 * @returns {Route[0]}
 */
const posts = (path) => (method, requested) => (method === 'POST' && requested === path ? {} : undefined)

/**
 * @param {string} userName
 * @param {readonly string[]} groups
 * @param {{ provider: string, endMs: number }} session
 */
function tokenBody(userName, groups, { provider, endMs }) {
  const federation = {
    identity_provider: { id: provider },
    protocol: { id: 'oidc' },
    groups: groups.map((name) => ({ id: randomUUID().replaceAll('-', ''), name })),
  }
  const user = { name: userName, id: randomUUID().replaceAll('-', ''), 'OS-FEDERATION': federation }
  return { token: { expires_at: iamTime(endMs), methods: ['mapped'], user } }
}

/**
 * Returns the two routes of IAM that make a federated user of an ID token: an unscoped token, and a key for that.
 * Source: docs/service.md, "Federated user (IAM)"
 * @param {Keyless} keyless
 * @param {{ publicKeys: readonly IdTokenKey[], ring: KeyRing, issued: Issued[] }} parts
 * @returns {readonly Route[]}
 */
export function iamRoutes(keyless, { publicKeys, ring, issued }) {
  const { provider: providerName, unscopedTokenLifeMs = TOKEN_LIFE_MS, keyLifeMs } = keyless
  /** @type {Map<string, { principal: string, endMs: number }>} */
  const tokens = new Map()

  const giveToken = scripted(keyless.unscopedTokenSteps, (visit) => {
    const atMs = visit.now()
    const headers = { 'x-iam-trace-id': `token_${visit.requestId}` }
    const provider = visit.request.headers['x-idp-id']?.toString()
    const checked = checkIdToken(readJsonBody(visit), { keyless, provider, publicKeys, now: atMs })
    if ('error' in checked) {
      const { status, title, message } = checked.error
      return jsonReply(status, { error: { code: status, message, title } }, { headers })
    }
    const { groups } = checked
    const token = randomBytes(TOKEN_BYTES).toString('base64')
    const endMs = atMs + unscopedTokenLifeMs
    tokens.set(token, { principal: groups[0] ?? '', endMs })
    issued.push({ kind: 'unscoped-token', value: token, atMs })
    const body = tokenBody('github-actions', groups, { provider: providerName, endMs })
    return jsonReply(201, body, {
      headers: { ...headers, 'x-subject-token': token },
      words: '201 unscoped token',
    })
  })

  const giveKey = scripted(keyless.userKeySteps, (visit) => {
    const atMs = visit.now()
    const headers = { 'x-iam-trace-id': `token_${visit.requestId}` }
    const refuse = (/** @type {typeof keyErrors[keyof typeof keyErrors]} */ { status, code, message }) =>
      jsonReply(status, { error_code: code, error_msg: message }, { headers, words: `${status} ${code}` })
    const asked = readKeyRequest(readJsonBody(visit), visit.request.headers['x-auth-token']?.toString())
    if (!asked) return refuse(keyErrors.badRequest)
    const session = tokens.get(asked.token)
    if (!session || atMs >= session.endMs) return refuse(keyErrors.unauthorized)
    const key = makeKey(atMs + (keyLifeMs ?? asked.seconds * 1_000), session.principal)
    ring.add(key)
    issued.push({ kind: 'access-key', key, durationSeconds: asked.seconds, atMs })
    const credential = {
      access: key.id,
      secret: key.secret,
      securitytoken: key.securityToken,
      expires_at: iamTime(key.expiresAtMs),
    }
    return jsonReply(201, { credential }, { headers, words: '201 access key' })
  })

  return [
    [posts(TOKEN_PATH), giveToken],
    [posts(KEY_PATH), giveKey],
  ]
}
