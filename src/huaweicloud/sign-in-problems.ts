import type { Fault } from '../core/answer.ts'
import { plainText } from '../core/text.ts'

/** The two stages of signing in without a key: GitHub's ID token, then STS. */
export type SignInStage = 'id-token' | 'sts'

/** One cause of a failed sign-in: what gives it away, and a sentence that names the setting and where it is explained. */
type Cause = {
  readonly stage: SignInStage
  readonly fits: (said: string, fault: Fault) => boolean
  readonly advice: string
}

// STS documents one code alone, so what it says is looked at too; the first that fits counts.
const CAUSES: readonly Cause[] = [
  {
    stage: 'id-token',
    fits: (_, { httpStatus = 0 }) => httpStatus === 401 || httpStatus === 403,
    advice:
      'Check that the job has \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").',
  },
  {
    stage: 'sts',
    fits: (said) =>
      /expired|not valid yet|clock|time/i.test(said) && /token|time/i.test(said) && !/audience/i.test(said),
    advice:
      'Check the clock of this runner: the ID token is good for a few minutes only (docs/authentication.md, "When signing in fails").',
  },
  {
    stage: 'sts',
    fits: (said) => /audience|client id/i.test(said),
    advice:
      'Check that \'oidc-audience\' is a client id of the identity provider (docs/authentication.md, "Create the identity provider").',
  },
  {
    stage: 'sts',
    fits: (said) => /provider/i.test(said),
    advice: 'Check the URN in \'oidc-provider\' (docs/authentication.md, "Create the identity provider").',
  },
  {
    stage: 'sts',
    fits: (said) => /PAP5\.0001|access denied|subject|not allowed|trust/i.test(said),
    advice:
      'Check that the trust policy of the agency in \'oidc-agency\' lets in the subject of this run (docs/authentication.md, "Create the agency").',
  },
  {
    stage: 'sts',
    fits: (said) => /agency/i.test(said),
    advice: 'Check the URN in \'oidc-agency\' (docs/authentication.md, "Create the agency").',
  },
  {
    stage: 'sts',
    fits: (_, { reason, httpStatus = 0 }) =>
      httpStatus === 404 || ['connection', 'untrusted-certificate', 'redirected'].includes(reason),
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
    'Run the job again; if it goes on, look at GitHub\'s status page (docs/authentication.md, "When signing in fails").',
  sts: "Check 'oidc-provider', 'oidc-agency' and 'sts-endpoint' (docs/authentication.md, \"When signing in fails\").",
} as const satisfies Record<SignInStage, string>

/** The runner offers no ID token to this job. */
export const NO_ID_TOKEN =
  'Signing in needs an ID token, and this job may not ask for one. Give it \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").'

/** The runner offers no ID token, because the run belongs to a fork. */
export const NO_ID_TOKEN_FOR_FORK =
  "Signing in can't work in the pull request of a fork: GitHub gives such a run neither an ID token nor secrets, so that strangers can't act in your cloud. Run this job on 'push' or 'merge_group' instead (docs/authentication.md, \"Pull requests of forks\")."

/** Says in two sentences why signing in failed and which setting to look at. */
export function explainSignIn(stage: SignInStage, fault: Fault): string {
  const { httpStatus, detail, error } = fault
  const said = plainText([error?.code, error?.message].filter((part) => part !== undefined).join(' '), 500)
  const facts = [
    httpStatus === undefined ? undefined : `HTTP ${String(httpStatus)}`,
    detail,
    said === '' ? undefined : said,
    error?.requestId === undefined ? undefined : `request ${plainText(error.requestId, 100)}`,
  ].filter((part) => part !== undefined)
  const seen = facts.length === 0 ? fault.reason : facts.join(', ')
  const cause = CAUSES.find((each) => each.stage === stage && each.fits(said, fault))
  return `${STAGE_WORDS[stage]} (${seen}). ${cause?.advice ?? OTHERWISE[stage]}`
}
