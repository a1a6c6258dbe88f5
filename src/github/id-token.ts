import * as v from 'valibot'

/** A request to the service that gives a job its ID token; names of headers in lower case. */
export type IdTokenRequest = {
  readonly method: 'GET'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
}

/** The variable with the job's own proof of who it is, a secret. */
export const REQUEST_TOKEN = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'

const answerShape = v.object({ value: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)) })
const pullRequestShape = v.object({
  pull_request: v.object({
    head: v.object({ repo: v.nullable(v.object({ full_name: v.string() })) }),
    base: v.object({ repo: v.object({ full_name: v.string() }) }),
  }),
})

/**
 * Returns the request for an ID token, or undefined where the runner offers none to this job.
 * Source: GitHub's reference of OpenID Connect, "Methods for requesting the OIDC token"; not the toolkit's own call, because
 * that one follows redirects with its bearer and reads bodies without a limit (docs/adr/0004-keyless.md).
 *
 * @param readVariable returns an environment variable, empty where it is not set
 */
export function idTokenRequest(
  readVariable: (name: string) => string,
  audience: string,
): IdTokenRequest | undefined {
  const address = readVariable('ACTIONS_ID_TOKEN_REQUEST_URL')
  const requestToken = readVariable(REQUEST_TOKEN)
  if (requestToken === '' || !URL.canParse(address)) return undefined
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const headers = {
    accept: 'application/json',
    authorization: `bearer ${requestToken}`,
    'user-agent': 'wait-for-dlf-task',
  }
  return { method: 'GET', url, headers }
}

/** Returns the ID token of an answer, or undefined where there is none in it. */
export function readIdToken(answer: unknown): string | undefined {
  const result = v.safeParse(answerShape, answer)
  return result.success ? result.output.value : undefined
}

/**
 * Says whether a run belongs to the pull request of a fork and so gets neither ID token nor secrets. One of
 * `pull_request_target` runs in the base repository and may have both.
 */
export function isForkPullRequest(eventName: string, event: unknown): boolean {
  if (eventName === 'pull_request_target') return false
  const result = v.safeParse(pullRequestShape, event)
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
