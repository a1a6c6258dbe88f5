import { randomUUID } from 'node:crypto'
import { ISSUER } from './id-token.mjs'
import { jsonReply, scripted } from '../../server/scripted.mjs'

/** @import { IdTokenSigner } from './id-token.mjs' */
/** @import { Issued, Keyless, Route } from '../../types.d.ts' */

/** Path at which a job requests its ID token: as on a runner, it ends in a query that the job extends. */
export const ID_TOKEN_PATH =
  '/_apis/distributedtask/hubs/Actions/plans/0f0f0f0f-0000-4000-8000-000000000001/jobs/0f0f0f0f-0000-4000-8000-000000000002/id-token?api-version=2.0'

const FIVE_MINUTES_MS = 5 * 60_000
const REPOSITORY = 'octo-org/octo-repo'
const RUN_ID = '1234567890'

/**
 * @param {Keyless} keyless
 * @param {string} audience
 * @param {number} now epoch milliseconds
 */
function claimsOf({ subject, repository = REPOSITORY, idTokenLifeMs = FIVE_MINUTES_MS }, audience, now) {
  const iat = Math.floor(now / 1_000)
  return {
    iss: ISSUER,
    aud: audience,
    sub: subject,
    repository,
    repository_owner: repository.split('/')[0],
    run_id: RUN_ID,
    run_attempt: '1',
    jti: randomUUID(),
    iat,
    nbf: iat,
    exp: Math.floor((now + idTokenLifeMs) / 1_000),
  }
}

/**
 * Returns the route of GitHub's ID token service; the text of its refusal is invented.
 * Source: https://docs.github.com/actions/reference/security/oidc
 * @param {Keyless} keyless
 * @param {{ signer: IdTokenSigner, issued: Issued[] }} parts
 * @returns {Route}
 */
export function idTokenRoute(keyless, { signer, issued }) {
  const { requestToken, repository = REPOSITORY, idTokenSteps } = keyless
  return [
    (method, path) => (method === 'GET' && path.endsWith('/id-token') ? {} : undefined),
    scripted(idTokenSteps, ({ request, now }) => {
      const [, bearer] = /^bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? []
      if (bearer !== requestToken) return jsonReply(401, { message: 'The request token is not valid.' })
      // The default audience is the URL of the owner.
      const owner = `https://github.com/${repository.split('/')[0]}`
      const query = new URL(request.url ?? '', 'http://localhost').searchParams
      const audience = query.get('audience') ?? owner
      const atMs = now()
      const claims = claimsOf(keyless, audience, atMs)
      const value = signer.sign(claims)
      issued.push({ kind: 'id-token', value, audience, jti: claims.jti, atMs })
      return jsonReply(200, { count: value.length, value }, { words: '200 ID token' })
    }),
  ]
}
