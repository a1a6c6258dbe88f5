import * as v from 'valibot'

import { plainText } from '../../core/text/plain.ts'
import type { Runner } from '../runner.ts'

/** Why a commit status was not published, and what mends it. */
export type StatusFault = {
  /** Whether GitHub would refuse it again. */
  readonly lasting: boolean
  /** What happened, for the middle of a sentence. */
  readonly reason: string
  /** A sentence with the line of YAML that mends it, where there is one. */
  readonly remedy: string
}

const MAX_QUOTED = 200
const TOO_MANY = 429

// An error of the toolkit's: https://github.com/octokit/request-error.js
const answered = v.object({
  status: v.number(),
  message: v.string(),
  response: v.object({ headers: v.fallback(v.record(v.string(), v.unknown()), {}) }),
})

const PERMISSION = 'permissions: { statuses: write }'
const REMEDIES: Readonly<Partial<Record<number, string>>> = {
  401: "The token was not accepted. Leave the input out, or set it to the job's own token: github-token: ${{ github.token }}",
  403: `Give the job the permission to publish it: ${PERMISSION} (for a pull request from a fork or by Dependabot the token can only read, whatever the workflow says).`,
  404: `Check that status-sha is a commit of this repository, for example status-sha: \${{ github.event.pull_request.head.sha }}, and give the job the permission to publish: ${PERMISSION}`,
  422: 'Check that status-sha is a commit of this repository, for example status-sha: ${{ github.event.pull_request.head.sha }}; a commit takes 1000 statuses under one status-context.',
}
const MOVED =
  "If the repository was renamed or moved during this run, start the workflow again; otherwise check the runner's GITHUB_API_URL and HTTPS_PROXY."
const RATE_LIMIT = 'GitHub limits how much this token may send: run the job again later.'
const UNREACHABLE =
  'Run the job again when GitHub answers; on a runner of your own, check HTTPS_PROXY, NO_PROXY and NODE_EXTRA_CA_CERTS.'

/**
 * Says of what was thrown while a status was published why it failed and what mends it.
 *
 * @param redact takes secrets out of GitHub's words, before they are cut: the rest of one would no longer be found
 */
export function explainFault(thrown: unknown, redact: (text: string) => string): StatusFault {
  const quote = (text: string): string => plainText(redact(text), MAX_QUOTED)
  const error = v.safeParse(answered, thrown)
  if (!error.success) return { lasting: false, reason: quote(textOf(thrown)), remedy: UNREACHABLE }
  const { status, message, response } = error.output
  const reason = `GitHub answered HTTP ${String(status)}: ${quote(message)}`
  if (isRateLimit(status, message, response.headers)) return { lasting: false, reason, remedy: RATE_LIMIT }
  const remedy = status >= 300 && status < 400 ? MOVED : REMEDIES[status]
  return remedy === undefined
    ? { lasting: false, reason, remedy: UNREACHABLE }
    : { lasting: true, reason, remedy }
}

/** Says that GitHub did not answer in the time that could be given to it. */
export function lateFault(elapsed: string): StatusFault {
  return { lasting: false, reason: `GitHub did not answer within ${elapsed}`, remedy: UNREACHABLE }
}

// Source: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
function isRateLimit(status: number, message: string, headers: Readonly<Record<string, unknown>>): boolean {
  if (status === TOO_MANY) return true
  const limited =
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit/i.test(message)
  return status === 403 && limited
}

/** Warns that a status is not there; the one thing that becomes of a fault, whatever it is. */
export function warnUnpublished(
  { reason, remedy }: Pick<StatusFault, 'reason' | 'remedy'>,
  context: string,
  { warning }: Pick<Runner, 'warning'>,
): void {
  warning(
    `Commit status '${context}' could not be published: ${reason}. ${remedy} The verdict of this step stays as it is.`,
    'Commit status not published',
  )
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
