import { describe, expect, it } from '@jest/globals'

import type { Fault } from '../src/core/task/answer.ts'
import {
  CANCELLED_IN_TIME,
  explainDoubt,
  explainImport,
  explainInternalError,
  explainUpload,
} from '../src/import-advice.ts'

const rejected = (code: string, message = 'm'): Fault => ({
  reason: 'rejected',
  httpStatus: 400,
  error: { code, message, requestId: 'r-1' },
})

describe('explainImport', () => {
  it('quotes the service and says what to check', () => {
    const fault = rejected('DLF.0815', 'Fail to read OBS file.')
    expect(explainImport({ kind: 'refused', fault })).toEqual({
      kind: 'not-started',
      problems: [
        'Nothing was imported: the service rejected the request (HTTP 400, DLF.0815 Fail to read OBS file, request r-1).',
      ],
      nextStep:
        'Check path: the file must exist in a bucket of this region, be at most 10 MB, and be readable by this user (obs:object:GetObject).',
      guide: 'Nothing was imported',
    })
  })

  it.each<[Fault, RegExp]>([
    [rejected('DLF.0803'), /Check path: the file must exist/],
    [rejected('DLF.1242'), /Check path: the file must exist/],
    [rejected('DLF.0819'), /Check workspace: it does not exist in this project\.$/],
    [rejected('DLF.20819'), /Check workspace: it does not exist in this project\.$/],
    [rejected('DLF.6888'), /its role in the workspace\.$/],
    [rejected('DLF.3051'), /Check path and the other inputs of the import/],
    [rejected('DLF.1'), /Check path, workspace and project\.$/],
    [
      rejected('APIG.0201'),
      /^DataArts Factory is unavailable or too slow\. Import again in a few minutes\.$/,
    ],
    [rejected('APIG.0613'), /^IAM is unavailable in this region\. Import again in a few minutes\.$/],
    [{ ...rejected('DLF.1'), reason: 'error-in-success' }, /Check path, workspace, project and region\.$/],
    [{ ...rejected('APIG.0301'), reason: 'unauthorized' }, /Check the credential, and this runner's clock/],
    [{ reason: 'proxy-refused', detail: 'HTTP 407' }, /Check the user and password in HTTPS_PROXY\.$/],
  ])('of %j gives advice that fits an import', (fault, advice) => {
    const { problems, nextStep } = explainImport({ kind: 'refused', fault })
    expect(problems).toEqual([expect.stringMatching(/^Nothing was imported: /)])
    expect(nextStep).toMatch(advice)
    expect(nextStep).not.toMatch(/task-id|do not import again/)
  })

  it('says that nothing was accepted', () => {
    const fault: Fault = { reason: 'connection', detail: 'ENOTFOUND' }
    expect(explainImport({ kind: 'not-taken', fault })).toEqual({
      kind: 'not-started',
      problems: ['Nothing was imported: there was no connection (ENOTFOUND).'],
      nextStep: expect.stringMatching(/^Check region or endpoint/),
      guide: 'There is no connection',
    })
  })

  it('gives the advice of a sign-in that failed meanwhile', () => {
    const fault: Fault = { reason: 'unauthorized', advice: 'Renew it.' }
    expect(explainImport({ kind: 'refused', fault })).toMatchObject({
      nextStep: 'Renew it.',
      guide: 'The sign-in failed',
    })
  })

  it('says that the outcome is unknown, why the request is not repeated, and how to find out', () => {
    const fault: Fault = { reason: 'cut', detail: 'ECONNRESET' }
    expect(explainImport({ kind: 'unclear', fault })).toEqual({
      kind: 'unclear',
      problems: [
        'It is not known whether the import was started: the answer was cut off (ECONNRESET). It may have been, so the request is not repeated.',
      ],
      nextStep:
        'In DataArts Factory, open the system tasks under monitoring and look for an import that just started. If there is one, wait for its task id; otherwise import again.',
      guide: 'It is not known whether the import was started',
    })
  })
})

describe('CANCELLED_IN_TIME', () => {
  it('says as clearly as a refusal that nothing was imported, and why', () => {
    expect(CANCELLED_IN_TIME.problems).toEqual([expect.stringMatching(/^Nothing was imported: .*cancelled/)])
    expect(CANCELLED_IN_TIME.nextStep).toBe('Run the job again.')
  })
})

describe('explainDoubt', () => {
  it('names the task and the error, and says that the request is not repeated', () => {
    expect(explainDoubt('008a', { reason: 'http-status', httpStatus: 500 })).toBe(
      'The import was started as task 008a, although the answer reports an error: the service could not answer (HTTP 500). The request is not repeated. Wait for the task to learn how it ends.',
    )
  })
})

describe('explainInternalError', () => {
  it.each([
    ['an error', new Error('boom'), 'boom'],
    ['a text that was thrown', 'bang', 'bang'],
  ])('names %s, and says that the outcome is unknown', (_what, cause, words) => {
    expect(explainInternalError(cause)).toEqual({
      kind: 'unclear',
      problems: [
        `Internal error: ${words}. Please report it. It is not known whether the import was started.`,
      ],
      nextStep: expect.stringMatching(/open the system tasks under monitoring/),
      guide: 'It is not known whether the import was started',
    })
  })
})

describe('explainUpload', () => {
  const object = { endpoint: 'https://obs.example', bucket: 'b', key: 'k' }
  const KINDS = ['access-key', 'temporary-key', 'federated-user', 'trust-agency'] as const

  it.each(['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'InvalidToken', 'ExpiredToken'])(
    'names the credential that was used after %s, as after HTTP 401',
    (code) => {
      const fault: Fault = { reason: 'unauthorized', httpStatus: 403, error: { code } }
      for (const kind of KINDS) {
        const used = { kind, from: `THE ${kind}` }
        const { nextStep, guide } = explainUpload(fault, object, used)
        const refused = explainImport({ kind: 'refused', fault: { reason: 'unauthorized' } }, used)
        expect({ nextStep, guide }).toEqual({ nextStep: refused.nextStep, guide: refused.guide })
        expect(nextStep).toContain(`THE ${kind}`)
        expect(nextStep).not.toMatch(/access-key-id|secret-access-key/)
        expect(nextStep.includes('security token')).toBe(kind === 'temporary-key')
      }
    },
  )

  it('gives the advice of a sign-in that failed meanwhile', () => {
    const fault: Fault = { reason: 'http-status', httpStatus: 503, advice: 'Check the sign-in.' }
    expect(explainUpload(fault, object)).toMatchObject({
      nextStep: 'Check the sign-in.',
      guide: 'The sign-in failed',
    })
  })

  it('names the service that gave no new keys, and no timeout of the upload', () => {
    const fault: Fault = { reason: 'timeout', signIn: 'IAM', detail: 'no answer yet', advice: 'Wait.' }
    expect(explainUpload(fault, object).problems).toEqual([
      'Nothing was imported, because the upload to obs://b/k failed: the temporary keys ended and IAM gave no new ones (no answer yet).',
    ])
  })

  it.each<[Fault, string]>([
    [
      { reason: 'connection', detail: 'ENOTFOUND' },
      'Check region or obs-endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY).',
    ],
    [
      { reason: 'unexpected-body', httpStatus: 200 },
      'Check region or obs-endpoint: something other than OBS may have answered.',
    ],
  ])('says after %j what to check', (fault, nextStep) => {
    expect(explainUpload(fault, object)).toMatchObject({ nextStep, guide: 'The upload failed' })
  })
})
