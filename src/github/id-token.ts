import * as v from 'valibot'

import { MIN_SECRET_LENGTH, SECRET, secretFlaw } from '../core/text/redact.ts'
import type { HttpRequest } from '../http/transport.ts'
import type { RunContext } from './run-context.ts'

/** The variable with the secret that lets the job ask for its ID token. */
export const REQUEST_TOKEN = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'

const answerShape = v.object({ value: v.pipe(v.string(), v.regex(SECRET)) })
const pullRequestShape = v.object({
  pull_request: v.object({
    head: v.object({ repo: v.nullable(v.object({ full_name: v.string() })) }),
    base: v.object({ repo: v.object({ full_name: v.string() }) }),
  }),
})

/**
 * Returns the request for an ID token, or undefined if the runner offers none to this job.
 * Source: GitHub's OpenID Connect reference, "Methods for requesting the OIDC token". The toolkit's own call follows
 * redirects with its bearer and reads bodies without a limit (docs/adr/0004-keyless.md).
 *
 * @param readVariable returns an environment variable, empty if it is not set
 */
export function idTokenRequest(
  readVariable: (name: string) => string,
  audience: string,
): HttpRequest | undefined {
  const address = readVariable('ACTIONS_ID_TOKEN_REQUEST_URL')
  const requestToken = readVariable(REQUEST_TOKEN)
  if (requestToken.length < MIN_SECRET_LENGTH || !URL.canParse(address)) return undefined
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const headers = {
    accept: 'application/json',
    authorization: `bearer ${requestToken}`,
    'user-agent': 'wait-for-dlf-task',
  }
  return { method: 'GET', url, headers }
}

/** How the answer of GitHub's ID-token service is read. */
export const ID_TOKEN_STEP = {
  successes: [200],
  /** Returns the ID token in the body of an answer with any status. */
  secretsIn(body: unknown): readonly string[] {
    const reading = readIdToken(body)
    return 'value' in reading ? [reading.value] : []
  },
  /** Reads a success: its ID token, or in English what is wrong with it. */
  read: readIdToken,
} as const

function readIdToken(body: unknown): { readonly value: string } | { readonly flaw: string } {
  const result = v.safeParse(answerShape, body)
  return result.success ? result.output : { flaw: secretFlaw("the field 'value'") }
}

/**
 * Returns whether a run is for the pull request of a fork, which gets neither ID token nor secrets. A run of
 * `pull_request_target` belongs to the base repository and may have both.
 */
export function isForkPullRequest({
  eventName,
  payload,
}: Pick<RunContext, 'eventName' | 'payload'>): boolean {
  if (eventName === 'pull_request_target') return false
  const result = v.safeParse(pullRequestShape, payload)
  if (!result.success) return false
  const { head, base } = result.output.pull_request
  return head.repo?.full_name !== base.repo.full_name
}

/**
 * Names the session after this run, so that the audit log of the cloud leads back to it: `gh-<run id>-<attempt>`,
 * 2 to 128 letters, digits and `_=,.@-`.
 */
export function sessionName(readVariable: (name: string) => string): string {
  const name = `gh-${readVariable('GITHUB_RUN_ID')}-${readVariable('GITHUB_RUN_ATTEMPT')}`
  return name.replace(/[^\w=,.@-]/g, '-').slice(0, 128)
}
