import * as v from 'valibot'

import { plainText } from '../../core/text/plain.ts'
import type { Runner } from '../runner.ts'

/** Why a commit status was not published, and how to fix that. */
export type StatusFault = {
  /** Whether GitHub would reject the status again. */
  readonly lasting: boolean
  /** The cause, for the middle of a sentence. */
  readonly reason: string
  /** How to fix it, if possible with the line of YAML; one or more sentences. */
  readonly remedy: string
}

const MAX_QUOTED = 200

// The toolkit's error: https://github.com/octokit/request-error.js
const answered = v.object({
  status: v.number(),
  message: v.string(),
  response: v.object({ headers: v.fallback(v.record(v.string(), v.unknown()), {}) }),
})

const PERMISSION = 'permissions: { statuses: write }'
const REMEDIES: Readonly<Partial<Record<number, string>>> = {
  401: "GitHub does not accept the token. Leave the input out, or set it to the job's own token: github-token: ${{ github.token }}",
  403: `Give the job the permission: ${PERMISSION}. (For a pull request from a fork or from Dependabot the token is always read-only.)`,
  404: `Check that status-sha is a commit of this repository, for example status-sha: \${{ github.event.pull_request.head.sha }}, and give the job the permission: ${PERMISSION}`,
  422: 'Check that status-sha is a commit of this repository, for example status-sha: ${{ github.event.pull_request.head.sha }}. A commit accepts at most 1000 statuses with the same status-context.',
}
const MOVED =
  "If the repository was renamed or moved during this run, start the workflow again; otherwise check the runner's GITHUB_API_URL and HTTPS_PROXY."
const RATE_LIMIT = 'GitHub is rate limiting this token. Run the job again later.'
const UNREACHABLE =
  'Run the job again when GitHub answers. On a self-hosted runner, check HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS.'

/**
 * Explains why publishing a status failed.
 *
 * @param thrown an error of the toolkit or of the transport
 * @param redact removes secrets from GitHub's message; it runs first, because it would not find a secret that was cut
 */
export function explainFault(thrown: unknown, redact: (text: string) => string): StatusFault {
  const quote = (text: string): string => plainText(redact(text), MAX_QUOTED)
  const error = v.safeParse(answered, thrown)
  if (!error.success) {
    const text = thrown instanceof Error ? thrown.message : String(thrown)
    return { lasting: false, reason: quote(text), remedy: UNREACHABLE }
  }
  const { status, message, response } = error.output
  const reason = `GitHub answered HTTP ${String(status)}: ${quote(message)}`
  if (isRateLimit(status, message, response.headers)) return { lasting: false, reason, remedy: RATE_LIMIT }
  const remedy = status >= 300 && status < 400 ? MOVED : REMEDIES[status]
  return { lasting: remedy !== undefined, reason, remedy: remedy ?? UNREACHABLE }
}

/** Returns the fault of a request that GitHub did not answer in time. */
export function lateFault(elapsed: string): StatusFault {
  return { lasting: false, reason: `GitHub did not answer within ${elapsed}`, remedy: UNREACHABLE }
}

// Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
function isRateLimit(status: number, message: string, headers: Readonly<Record<string, unknown>>): boolean {
  if (status === 429) return true
  const limited =
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit/i.test(message)
  return status === 403 && limited
}

/** Writes the warning that a status was not published. */
export function warnUnpublished(
  { reason, remedy }: Pick<StatusFault, 'reason' | 'remedy'>,
  context: string,
  { warning }: Pick<Runner, 'warning'>,
): void {
  warning(
    `Commit status '${context}' could not be published: ${reason}. ${remedy} The result of this step does not change.`,
    'Commit status not published',
  )
}
