import type { Fault } from './core/task/answer.ts'
import { messages } from './core/report/messages.ts'
import { errorText } from './core/task/error-text.ts'
import { formatDuration } from './core/text/duration.ts'
import { plainText } from './core/text/plain.ts'
import type { KeylessChoice } from './huaweicloud/credential/credentials.ts'
import type { FailedAnswer } from './huaweicloud/service/service-answer.ts'

/** The requests of a keyless sign-in: GitHub's ID token, then one to STS, or two to IAM. */
export type SignInStage = 'id-token' | 'agency-key' | 'unscoped-token' | 'user-key'

/** One cause of a failed sign-in: its signs, and a sentence that names the setting and where it is explained. */
type Cause = {
  readonly stages: readonly SignInStage[]
  readonly fits: (said: string, fault: Fault, endpoint: string) => boolean
  readonly advice: string
}

const STS: readonly SignInStage[] = ['agency-key']
const IAM: readonly SignInStage[] = ['unscoped-token', 'user-key']
const CLOUD = [...STS, ...IAM]
// The requests that send the ID token, and may be refused because of it.
const WITH_ID_TOKEN: readonly SignInStage[] = ['agency-key', 'unscoped-token']
const IAM_WITH_ID_TOKEN: readonly SignInStage[] = ['unscoped-token']

// Signs that the address is wrong.
const NOT_THERE: readonly Fault['reason'][] = ['connection', 'timeout', 'untrusted-certificate', 'redirected']
const isNotThere = (said: string, { reason, httpStatus = 0 }: Fault): boolean =>
  NOT_THERE.includes(reason) || httpStatus === 405 || (httpStatus === 404 && /^(?:APIG|$)/.test(said))

// Signs of an answer that IAM and STS do not document.
const BROKEN: readonly Fault['reason'][] = ['cut', 'unexpected-body', 'too-large', 'unknown-encoding']
// Without an error of the service, the words for the fault say why.
const SAYS_NOTHING: readonly Fault['reason'][] = [...BROKEN, 'timeout', 'redirected']
const REFUSALS: readonly Fault['reason'][] = ['unauthorized', 'forbidden', 'no-such-api', 'rejected']
const isBroken = ({ reason, httpStatus }: Fault): boolean =>
  BROKEN.includes(reason) || (reason === 'timeout' && httpStatus !== undefined)

// STS documents one code and IAM a few, so their words count too; the first cause that fits is shown.
const CAUSES: readonly Cause[] = [
  {
    stages: ['id-token', ...CLOUD],
    fits: (_, { reason }) => reason === 'proxy-refused',
    advice:
      'Check the user and password of the proxy in \'HTTPS_PROXY\' (docs/authentication.md, "When signing in fails").',
  },
  {
    stages: CLOUD,
    fits: (_, fault) => isBroken(fault),
    advice:
      'This is not an answer that IAM or STS documents. Run the job again. If it fails again, check whether the proxy in \'HTTPS_PROXY\' changes answers, or report the answer to Huawei Cloud (docs/authentication.md, "When signing in fails").',
  },
  {
    stages: ['id-token'],
    fits: (_, { httpStatus = 0 }) => httpStatus === 401 || httpStatus === 403,
    advice:
      'Check that the job has \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").',
  },
  {
    stages: WITH_ID_TOKEN,
    fits: (said) => /audience|client.?id/i.test(said),
    advice:
      'Check that \'oidc-audience\' is a client ID of the identity provider (docs/authentication.md, "When signing in fails").',
  },
  {
    stages: WITH_ID_TOKEN,
    fits: (said) => /\bexpired\b|not valid yet|not yet valid|\bclock\b/i.test(said),
    advice:
      "An ID token is valid for a few minutes by the clock of its issuer. Run the job again. On GitHub Enterprise Server, compare that server's clock with the clock of 'sts-endpoint' or 'iam-endpoint' (docs/authentication.md, \"When signing in fails\").",
  },
  {
    stages: IAM_WITH_ID_TOKEN,
    fits: (said) => /signature|signing.?key|\bkid\b|jwks?\b/i.test(said),
    advice:
      'Refresh the signing key of the identity provider in \'oidc-provider\': GitHub may have changed its keys (docs/authentication.md, "Refresh the signing key").',
  },
  {
    stages: IAM_WITH_ID_TOKEN,
    fits: (_, { httpStatus = 0 }) => httpStatus === 401,
    advice:
      "Check that 'oidc-audience' is the client ID of the identity provider, and that its signing key holds GitHub's current keys (docs/authentication.md, \"Refresh the signing key\").",
  },
  {
    stages: IAM_WITH_ID_TOKEN,
    fits: (_, { httpStatus = 0 }) => httpStatus === 403,
    advice:
      'Check that a conversion rule of the identity provider in \'oidc-provider\' accepts the subject of this run (docs/authentication.md, "Set up the federated user").',
  },
  {
    stages: IAM,
    fits: isNotThere,
    advice:
      "Check 'region', or set 'iam-endpoint' to the IAM of your cloud (docs/authentication.md, \"Where IAM and STS are\").",
  },
  {
    stages: IAM_WITH_ID_TOKEN,
    fits: (_, { httpStatus = 0 }) => httpStatus === 404,
    advice:
      'Check that the identity provider in \'oidc-provider\' exists and has the protocol oidc (docs/authentication.md, "Set up the federated user").',
  },
  {
    stages: STS,
    fits: (said) => /provider|issuer/i.test(said),
    advice: 'Check the URN in \'oidc-provider\' (docs/authentication.md, "Set up the trust agency").',
  },
  {
    stages: STS,
    fits: (said) => /PAP5\.0001|STS5\.1001|access denied|subject|assumeWithOIDC|trust policy/i.test(said),
    advice:
      'Check that the trust policy of the agency in \'oidc-agency\' accepts the subject of this run (docs/authentication.md, "Set up the trust agency").',
  },
  {
    stages: STS,
    fits: (said) => /agency/i.test(said),
    advice: 'Check the URN in \'oidc-agency\' (docs/authentication.md, "Set up the trust agency").',
  },
  {
    stages: STS,
    fits: (said, fault, endpoint) =>
      isNotThere(said, fault) && /\.myhuaweicloud\.eu(?:[:/]|$)/.test(endpoint),
    advice:
      "The European cloud lists no STS. Sign in as a federated user: set 'oidc-provider' to the name of the provider, and leave 'oidc-agency' empty (docs/authentication.md, \"Where IAM and STS are\").",
  },
  {
    stages: STS,
    fits: isNotThere,
    advice:
      'Check that STS exists in this region, or set \'sts-endpoint\' to another region of the same cloud (docs/authentication.md, "Where IAM and STS are").',
  },
]

const STAGE_WORDS = {
  'id-token': "GitHub's service gave no ID token",
  'agency-key': 'STS gave no temporary key',
  'unscoped-token': 'IAM did not accept the ID token',
  'user-key': 'IAM gave no temporary key',
} as const satisfies Record<SignInStage, string>

const SERVICES = {
  'id-token': 'GitHub',
  'agency-key': 'STS',
  'unscoped-token': 'IAM',
  'user-key': 'IAM',
} as const satisfies Record<SignInStage, string>

const OTHERWISE = {
  'id-token':
    "The job has 'permissions: id-token: write', so run it again; if it fails again, see GitHub's status page (docs/authentication.md, \"When signing in fails\").",
  'agency-key':
    "Check 'oidc-provider', 'oidc-agency' and 'sts-endpoint' (docs/authentication.md, \"When signing in fails\").",
  'unscoped-token':
    "Check 'oidc-provider' and 'iam-endpoint' (docs/authentication.md, \"When signing in fails\").",
  'user-key':
    'Check the permissions of the user group that the ID token is mapped to, and the status of IAM at \'iam-endpoint\'. The ID token itself was accepted (docs/authentication.md, "When signing in fails").',
} as const satisfies Record<SignInStage, string>

/** The runner offers no ID token to this job. */
export const NO_ID_TOKEN =
  'Signing in needs an ID token, and this job may not ask for one. Give it \'permissions: id-token: write\' (docs/authentication.md, "Let the job ask for an ID token").'

/** The runner offers no ID token, because the run is for the pull request of a fork. */
export const NO_ID_TOKEN_FOR_FORK =
  'Keyless sign-in does not work for pull requests from forks: GitHub gives them no ID token, even with \'permissions: id-token: write\'. Run this job on push or in a merge queue instead (docs/authentication.md, "Pull requests from forks").'

/** The service refused keys that STS or IAM had just issued. */
export const REFUSED_KEYS_ADVICE =
  "The service refused temporary keys that were just issued. Check that 'endpoint' belongs to the same cloud as 'iam-endpoint' or 'sts-endpoint', and that the user group or the agency still exists (docs/authentication.md, \"When signing in fails\")."

/** Every piece of advice after a failed sign-in: each names a setting in quotes, and a section of the document. */
export const SIGN_IN_ADVICE: readonly string[] = [
  ...CAUSES.map(({ advice }) => advice),
  ...Object.values(OTHERWISE),
  NO_ID_TOKEN,
  NO_ID_TOKEN_FOR_FORK,
  REFUSED_KEYS_ADVICE,
]

/** Says in two sentences why signing in failed and which setting to check. */
export function explainSignIn(stage: SignInStage, fault: Fault, choice: KeylessChoice): string {
  return `${whatFailed(stage, fault)}. ${adviceOn(stage, fault, choice)}`
}

/** Says why an attempt to sign in failed, and when the next one follows. */
export function explainRetry(stage: SignInStage, fault: Fault, pauseMs: number): string {
  return `${whatFailed(stage, fault)}. Trying again in ${formatDuration(pauseMs)}.`
}

/** What a renewal that failed adds to its fault: the service, and the next step. */
type RenewalFacts = Required<Pick<Fault, 'signIn' | 'advice'>> & Pick<Fault, 'detail'>

/** Returns what a message on keys that could not be renewed says besides the facts of the fault. */
export function renewalFacts(stage: SignInStage, fault: Fault, choice: KeylessChoice): RenewalFacts {
  const detail = [causeOf(fault), fault.detail].filter((part) => part !== undefined).join(', ')
  const failed = `Renewing the temporary keys failed: ${stageWords(stage, fault)}`
  return {
    signIn: SERVICES[stage],
    advice: `${failed}. ${adviceOn(stage, fault, choice)}`,
    ...(detail !== '' && { detail }),
  }
}

/** Returns the fault of a renewal that is still under way. */
export function renewalPending(choice: KeylessChoice): FailedAnswer {
  const stage = choice.kind === 'trust-agency' ? 'agency-key' : 'user-key'
  const fault = { reason: 'timeout' } as const
  const facts = { ...renewalFacts(stage, fault, choice), detail: 'no answer yet' }
  return { kind: 'passing', fault: { ...fault, ...facts } }
}

function adviceOn(stage: SignInStage, fault: Fault, choice: KeylessChoice): string {
  // Stryker disable next-line ConditionalExpression: only causes of STS look at the endpoint, and only an agency signs in there.
  const endpoint = choice.kind === 'trust-agency' ? choice.stsEndpoint : choice.iamEndpoint
  const said = wordsOf(fault)
  const cause = CAUSES.find(({ stages, fits }) => stages.includes(stage) && fits(said, fault, endpoint))
  return cause?.advice ?? OTHERWISE[stage]
}

function whatFailed(stage: SignInStage, fault: Fault): string {
  const { httpStatus, detail, error, reason } = fault
  const said = wordsOf(fault)
  const facts = [
    httpStatus === undefined ? undefined : `HTTP ${String(httpStatus)}`,
    causeOf(fault),
    detail,
    said === '' ? undefined : said,
    error?.requestId === undefined ? undefined : `request ${plainText(error.requestId, 100)}`,
  ].filter((part) => part !== undefined)
  return `${stageWords(stage, fault)} (${facts.length === 0 ? reason : facts.join(', ')})`
}

function causeOf({ reason }: Fault): string | undefined {
  return SAYS_NOTHING.includes(reason) ? messages.words.faults[reason] : undefined
}

// Without a refusal it is not known whether IAM accepts the ID token.
function stageWords(stage: SignInStage, { reason }: Fault): string {
  const isUnknown = stage === 'unscoped-token' && !REFUSALS.includes(reason)
  return isUnknown ? 'IAM gave no unscoped token' : STAGE_WORDS[stage]
}

function wordsOf({ error }: Fault): string {
  return plainText(errorText(error), 500)
}
