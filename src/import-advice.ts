import type { Fault } from './core/task/answer.ts'
import { messages } from './core/report/messages.ts'
import type { CredentialUsed } from './core/report/report.ts'
import { GUIDE, type NextStep, nextStepAfter } from './core/report/next-step.ts'
import type { ImportFailure } from './github/import-report.ts'
import type { ImportAnswer } from './huaweicloud/import-call.ts'
import type { ObsObject } from './huaweicloud/obs.ts'

const NOT_IMPORTED = 'Nothing was imported'
const NOT_KNOWN = 'It is not known whether the import was started'

/** The next step after an import that failed, and where it is explained. */
export type ImportAdvice = Pick<ImportFailure, 'nextStep' | 'guide'>

/** The run was cancelled before the service had taken a request. */
export const CANCELLED_IN_TIME: ImportFailure = {
  kind: 'not-started',
  problems: ['Nothing was imported: the run was cancelled before the service accepted a request.'],
  nextStep: 'Run the job again.',
  guide: NOT_IMPORTED,
}

/** The advice for a step that failed before it sent the import, by its next action. */
export const SETUP_FAILURES = {
  inputs: { nextStep: messages.words.nextSteps['fix-inputs'], guide: GUIDE['fix-inputs'] },
  source: {
    nextStep: 'Correct the source, then run the job again. Nothing was sent.',
    guide: 'The source is not accepted',
  },
  'sign-in': {
    nextStep: 'Correct the sign-in, then run the job again. Nothing was imported.',
    guide: GUIDE['fix-sign-in'],
  },
} as const satisfies Record<string, ImportAdvice>

const FIND_OUT = {
  kind: 'unclear',
  nextStep:
    'In DataArts Factory, open the system tasks under monitoring and look for an import that just started. If there is one, wait for its task id; otherwise import again.',
  guide: NOT_KNOWN,
} as const

// The advice for a wait would name inputs that the import action does not have.
const IMPORT_ADVICE: Readonly<Partial<Record<NextStep, string>>> = {
  'obs-file':
    'Check path: the file must exist in a bucket of this region, be at most 10 MB, and be readable by this user (obs:object:GetObject).',
  'check-parameters': 'Check path and the other inputs of the import: one of them is not valid.',
  'check-request': 'Check path, workspace and project.',
  'check-place': 'Check path, workspace, project and region.',
  'check-service': "Check the service's status page, then import again.",
  'check-backend': 'DataArts Factory is unavailable or too slow. Import again in a few minutes.',
  'check-iam': 'IAM is unavailable in this region. Import again in a few minutes.',
}

const CHECK_REACH =
  'Check region or obs-endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY).'
const CHECK_ANSWER = 'Check region or obs-endpoint: something other than OBS may have answered.'
const LATER = 'OBS is unavailable or too slow. Run the job again in a few minutes.'

const UPLOAD_ADVICE = {
  connection: CHECK_REACH,
  timeout: CHECK_REACH,
  cut: CHECK_REACH,
  'unexpected-body': CHECK_ANSWER,
  'too-large': CHECK_ANSWER,
  'unknown-encoding': CHECK_ANSWER,
  'http-status': LATER,
  throttled: LATER,
  unauthorized: 'Check the credential: all keys of this step were refused.',
  forbidden: 'Check the permissions of this key in OBS.',
  'no-such-api': CHECK_ANSWER,
  rejected: 'Check path: OBS does not accept this bucket or key.',
  redirected:
    'The bucket is probably in another region: use one in the region of DataArts Factory, or set region.',
  'error-in-success': CHECK_ANSWER,
  'untrusted-certificate': 'Check obs-endpoint, and NODE_EXTRA_CA_CERTS for a private certificate authority.',
  'proxy-refused': 'Check the user and password in HTTPS_PROXY.',
} as const satisfies Record<Fault['reason'], string>

// By the code of the error (docs/service.md, "OBS upload"); `{bucket}` and `{key}` stand for those of the object.
const UPLOAD_ADVICE_BY_CODE: Readonly<Record<string, string>> = {
  AccessDenied:
    'This key may not write there. Grant the permission obs:object:PutObject in bucket {bucket} for the key {key} to the user or agency, and check the policy of the bucket.',
  RequestTimeTooSkewed:
    'Check the clock of this runner: it differs from that of OBS by more than 15 minutes.',
  NoSuchBucket:
    'Check path and region: there is no bucket {bucket} in this region. It must be in the region of DataArts Factory.',
  BadDigest:
    'The file was changed in transit. Check whether a proxy rewrites uploads, then run the job again.',
}

/** Says why no import was started, or that it is unknown, and gives advice. */
export function explainImport(
  { kind, fault }: Exclude<ImportAnswer, { kind: 'started' }>,
  used?: CredentialUsed,
): ImportFailure {
  const seen = messages.fault(fault)
  switch (kind) {
    case 'not-taken':
    case 'refused':
      return { kind: 'not-started', problems: [`Nothing was imported: ${seen}.`], ...advice(fault, used) }
    case 'unclear':
      return {
        problems: [
          `It is not known whether the import was started: ${seen}. It may have been, so the request is not repeated.`,
        ],
        ...FIND_OUT,
      }
  }
}

/** Says that an import was started, although the answer that names its task reports an error. */
export function explainDoubt(taskId: string, fault: Fault): string {
  return `The import was started as task ${taskId}, although the answer reports an error: ${messages.fault(fault)}. The request is not repeated. Wait for the task to learn how it ends.`
}

/** Says why the archive was not uploaded, and gives advice. */
export function explainUpload(
  fault: Fault,
  { bucket, key }: ObsObject,
  used?: CredentialUsed,
): ImportFailure {
  const failed = `the upload to obs://${bucket}/${key} failed: ${uploadFault(fault)}`
  const failure = { kind: 'not-started', problems: [`Nothing was imported, because ${failed}.`] } as const
  const refusedKey = fault.reason === 'unauthorized' && fault.httpStatus !== undefined
  // As for the import itself: a sign-in that failed meanwhile has advice of its own, and a refused key is named.
  if (fault.advice !== undefined || refusedKey) return { ...failure, ...advice(fault, used) }
  const nextStep = UPLOAD_ADVICE_BY_CODE[fault.error?.code ?? ''] ?? UPLOAD_ADVICE[fault.reason]
  return {
    ...failure,
    nextStep: nextStep.replace('{bucket}', () => bucket).replace('{key}', () => key),
    guide: 'The upload failed',
  }
}

/** Names a fault of an upload and the known facts about it. */
export function uploadFault(fault: Fault): string {
  if (fault.signIn !== undefined) return messages.fault(fault)
  // The common words would speak of 15 seconds and of JSON.
  if (fault.reason === 'timeout') return 'it did not end within two minutes'
  if (fault.reason === 'unexpected-body') return 'OBS did not confirm the MD5 of the file'
  return messages.fault(fault)
}

/** Says that this action itself failed. */
export function explainInternalError(cause: unknown): ImportFailure {
  const message = cause instanceof Error ? cause.message : String(cause)
  return {
    problems: [`Internal error: ${message}. Please report it. ${NOT_KNOWN}.`],
    ...FIND_OUT,
  }
}

function advice(fault: Fault, used: CredentialUsed | undefined): ImportAdvice {
  const step = nextStepAfter(fault, used)
  const own = IMPORT_ADVICE[step]
  return own === undefined
    ? { nextStep: fault.advice ?? messages.advice(fault, used), guide: GUIDE[step] }
    : { nextStep: own, guide: NOT_IMPORTED }
}

/** Every piece of advice of the import action; the message fills in `{bucket}` and `{key}`. */
export const ALL_IMPORT_ADVICE: readonly string[] = [
  ...Object.values(IMPORT_ADVICE),
  ...new Set(Object.values(UPLOAD_ADVICE)),
  ...Object.values(UPLOAD_ADVICE_BY_CODE),
  CANCELLED_IN_TIME.nextStep,
  ...Object.values(SETUP_FAILURES).map(({ nextStep }) => nextStep),
  FIND_OUT.nextStep,
]
