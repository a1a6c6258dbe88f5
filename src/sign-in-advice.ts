import type { Fault } from './core/task/answer.ts'
import { errorText } from './core/task/error-text.ts'
import { formatDuration } from './core/text/duration.ts'
import { plainText } from './core/text/plain.ts'

/** The two stages of signing in without a key: GitHub's ID token, then STS. */
export type SignInStage = 'id-token' | 'sts'

/** One cause of a failed sign-in: what gives it away, and a sentence that names the setting and where it is explained. */
type Cause = {
  readonly stages: readonly SignInStage[]
  readonly fits: (said: string, fault: Fault) => boolean
  readonly advice: string
}

// What is seen of an address at which STS is not.
const NOT_THERE: readonly Fault['reason'][] = ['connection', 'timeout', 'untrusted-certificate', 'redirected']

// STS documents one code alone, so what it says is looked at too; the first that fits counts.
const CAUSES: readonly Cause[] = [
  {
    stages: ['id-token', 'sts'],
    fits: (_, { reason }) => reason === 'proxy-refused',
    advice:
      'Check user and password of the proxy in \'HTTPS_PROXY\' (docs/authentication.md, "When signing in fails").',
  },
  {
    stages: ['id-token'],
    fits: (_, { httpStatus = 0 }) => httpStatus === 401 || httpStatus === 403,
    advice:
      'Check that the job has \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").',
  },
  {
    stages: ['sts'],
    fits: (said) => /audience|client id/i.test(said),
    advice:
      'Check that \'oidc-audience\' is a client id of the identity provider (docs/authentication.md, "Create the identity provider").',
  },
  {
    stages: ['sts'],
    fits: (said) => /\bexpired\b|not valid yet|not yet valid|\bclock\b/i.test(said),
    advice:
      'An ID token is good for a few minutes by the clock of whoever issued it: run the job again, and on GitHub Enterprise Server compare the clock of that server with the one of the STS at \'sts-endpoint\' (docs/authentication.md, "When signing in fails").',
  },
  {
    stages: ['sts'],
    fits: (said) => /provider|issuer/i.test(said),
    advice: 'Check the URN in \'oidc-provider\' (docs/authentication.md, "Create the identity provider").',
  },
  {
    stages: ['sts'],
    fits: (said) => /PAP5\.0001|access denied|subject|assumeWithOIDC|trust policy/i.test(said),
    advice:
      'Check that the trust policy of the agency in \'oidc-agency\' lets in the subject of this run (docs/authentication.md, "Create the agency").',
  },
  {
    stages: ['sts'],
    fits: (said) => /agency/i.test(said),
    advice: 'Check the URN in \'oidc-agency\' (docs/authentication.md, "Create the agency").',
  },
  {
    stages: ['sts'],
    fits: (_, { reason, httpStatus = 0 }) =>
      httpStatus === 404 || httpStatus === 405 || NOT_THERE.includes(reason),
    advice:
      'Check that STS exists in this region, or set \'sts-endpoint\' to one where it does (docs/authentication.md, "Where STS is").',
  },
]

const STAGE_WORDS = {
  'id-token': "GitHub's service gave no ID token",
  sts: 'STS gave no temporary key',
} as const satisfies Record<SignInStage, string>

const OTHERWISE = {
  'id-token':
    "The job has 'permissions: id-token: write', so run it again; if it goes on, look at GitHub's status page (docs/authentication.md, \"When signing in fails\").",
  sts: "Check 'oidc-provider', 'oidc-agency' and 'sts-endpoint' (docs/authentication.md, \"When signing in fails\").",
} as const satisfies Record<SignInStage, string>

/** The runner offers no ID token to this job. */
export const NO_ID_TOKEN =
  'Signing in needs an ID token, and this job may not ask for one. Give it \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").'

/** The runner offers no ID token, because the run belongs to a fork. */
export const NO_ID_TOKEN_FOR_FORK =
  "Signing in can't work in the pull request of a fork: GitHub gives such a run neither an ID token nor secrets, whatever 'permissions: id-token: write' says, so that strangers can't act in your cloud. Run this job on push or in a merge queue instead (docs/authentication.md, \"Pull requests of forks\")."

/** Every piece of advice that a failed sign-in can end with: each names a setting in quotes, and a section of the document. */
export const SIGN_IN_ADVICE: readonly string[] = [
  ...CAUSES.map(({ advice }) => advice),
  ...Object.values(OTHERWISE),
  NO_ID_TOKEN,
  NO_ID_TOKEN_FOR_FORK,
]

/** Says in two sentences why signing in failed and which setting to look at. */
export function explainSignIn(stage: SignInStage, fault: Fault): string {
  const said = wordsOf(fault)
  const cause = CAUSES.find((each) => each.stages.includes(stage) && each.fits(said, fault))
  return `${whatFailed(stage, fault)}. ${cause?.advice ?? OTHERWISE[stage]}`
}

/** Says why an attempt to sign in failed, and when the next one follows. */
export function explainRetry(stage: SignInStage, fault: Fault, pauseMs: number): string {
  return `${whatFailed(stage, fault)}. Trying again in ${formatDuration(pauseMs)}.`
}

function whatFailed(stage: SignInStage, fault: Fault): string {
  const { httpStatus, detail, error, reason } = fault
  const said = wordsOf(fault)
  const facts = [
    httpStatus === undefined ? undefined : `HTTP ${String(httpStatus)}`,
    detail,
    said === '' ? undefined : said,
    error?.requestId === undefined ? undefined : `request ${plainText(error.requestId, 100)}`,
  ].filter((part) => part !== undefined)
  return `${STAGE_WORDS[stage]} (${facts.length === 0 ? reason : facts.join(', ')})`
}

function wordsOf({ error }: Fault): string {
  return plainText(errorText(error), 500)
}
