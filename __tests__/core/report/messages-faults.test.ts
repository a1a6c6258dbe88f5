import { describe, expect, it } from '@jest/globals'

import type { FinalReason, PassingReason, ServiceError } from '../../../src/core/task/answer.ts'
import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { messages, messagesFor } from '../../../src/core/report/messages.ts'
import type { CredentialUsed } from '../../../src/core/report/report.ts'
import { report, taskWait } from '../../support/data/builders.ts'

const REACH = 'Check region or endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY).'
const GATEWAY = 'Check region or endpoint: the answer may not come from DataArts Factory.'
const PLACE =
  'Check task-id: the instanceId of "run job immediately" is not a task id. Then check workspace, project and region: a valid id is not found in the wrong workspace.'
const CLOCK = "this runner's clock: it may differ from the service's by at most 15 minutes."
const SKEW = "Check this runner's clock: it differs from the service's by more than 15 minutes."
const LOCKED = 'Five bad signatures locked the access key. Wait 5 minutes, then check the credential.'
const ROLE =
  'Signed in with the credential. Check project, the permissions of this user in IAM, and its role in the workspace.'
const TOKEN =
  'Check the credential: it may have expired (after 24 hours at most), or it was issued for another region or project.'

function adviceFor(reason: FinalReason, error: ServiceError, credential?: CredentialUsed): string {
  const seen = report([taskWait({ kind: 'refused', fault: { reason, error } })])
  const place = { project: 'p', endpoint: 'https://dlf.example', ...(credential && { credential }) }
  return seen.tasks.map((task) => messages.nextStep(task, { timeoutMs: 1, place })).join()
}

describe('fault', () => {
  it.each<[PassingReason | FinalReason, string, string]>([
    ['connection', 'there was no connection', REACH],
    ['timeout', 'the answer was not complete within 15 seconds', REACH],
    ['cut', 'the answer was cut off', 'Check the network between this runner and the service.'],
    ['unexpected-body', 'the answer is not the JSON that the service documents', GATEWAY],
    [
      'http-status',
      'the service could not answer',
      "Check the service's status page, then wait for the task again; do not import again.",
    ],
    [
      'throttled',
      'the service is rate limiting this user',
      "Check whether another program uses this user's quota of 10 requests a second.",
    ],
    ['unauthorized', 'the service refused the credential', `Check the credential, and ${CLOCK}`],
    ['forbidden', 'the credential lacks a permission', ROLE],
    ['no-such-api', 'there is no such API at this address', 'Check region or endpoint.'],
    ['rejected', 'the service rejected the request', 'Check task-id, workspace and project.'],
    [
      'redirected',
      'the address answered with a redirect, and redirects are never followed',
      'Check region or endpoint.',
    ],
    ['error-in-success', 'the service answered with an error', PLACE],
    ['too-large', 'the answer is larger than 8 MiB', GATEWAY],
    [
      'untrusted-certificate',
      "the server's certificate is not trusted",
      'Check endpoint, and NODE_EXTRA_CA_CERTS if a private certificate authority signs its certificate.',
    ],
    ['proxy-refused', 'the proxy refused to connect', 'Check the user and password in HTTPS_PROXY.'],
  ])('says what %s means and what to check', (reason, words, advice) => {
    const { tasks } = report([taskWait({ kind: 'refused', fault: { reason } } as WaitEnd)])
    const clause = words.charAt(0).toUpperCase() + words.slice(1)
    expect(tasks.map((task) => messages.failure(task, { timeoutMs: 1000 }))).toEqual([
      `Task a: status check failed. ${clause}. ${advice}`,
    ])
    expect(messages.fault({ reason })).toBe(words)
    expect(messages.advice({ reason })).toBe(advice)
  })

  it.each([
    [{ message: 'AK access failed to reach the limit,forbidden' }, LOCKED],
    [{ code: 'APIGW.0301', message: 'AK access failed to reach the limit,forbidden.' }, LOCKED],
    [{ code: 'APIG.0301', message: 'signature expired, signature time:1,server time:2' }, SKEW],
    [{ code: 'APIG.0301', message: 'Signature time: 1' }, SKEW],
    [{ code: 'APIG.0301' }, `Check the credential, and ${CLOCK}`],
    [{ code: 'APIGW.0303' }, `Check the credential, and ${CLOCK}`],
    [{ code: 'APIG.0305' }, `Check the credential, and ${CLOCK}`],
    [{ code: 'APIG.0307' }, TOKEN],
    [{ code: 'APIG.0302' }, ROLE],
    [{ code: 'APIG.0306' }, ROLE],
    [{ code: 'APIG.0310' }, 'Check project: it is not available.'],
    [{ code: 'APIGW.0101' }, 'Check region or endpoint: there is no such API at this address.'],
    [{ code: 'APIG.0308' }, "Check whether another program uses this user's quota of 10 requests a second."],
    [{ code: 'DLF.0819' }, 'Check workspace: it does not exist in this project.'],
    [{ code: 'DLF.20819' }, 'Check workspace: it does not exist in this project.'],
    [{ code: 'DLF.3051' }, 'Check task-id, workspace and project: a parameter is not valid.'],
    [{ code: 'DLF.6888' }, ROLE],
    [{ code: 'APIG.03010' }, 'Check task-id, workspace and project.'],
    [{}, 'Check task-id, workspace and project.'],
  ])('of %j names what to check', (error, advice) => {
    expect(adviceFor('rejected', error)).toBe(advice)
  })

  it('adds all that is known', () => {
    const error = { code: 'APIG.0308', message: 'limit:100', requestId: 'r' }
    expect(messages.fault({ reason: 'throttled', httpStatus: 429, detail: 'd', error })).toBe(
      'the service is rate limiting this user (HTTP 429, d, APIG.0308 limit:100, request r)',
    )
  })

  it('never holds the request that a gateway quotes', () => {
    const error = { code: 'APIG.0301', message: 'signature fail, canonicalRequest:GET|/v1/p' }
    const refused: WaitEnd = { kind: 'refused', fault: { reason: 'unauthorized', httpStatus: 401, error } }
    const seen = report([taskWait(refused)])
    const said = [
      messages.fault({ reason: 'unauthorized', error }),
      messages.stepFailure(seen, 0),
      messages.result(seen),
      ...seen.tasks.map((task) => messages.outcome(task, seen)),
    ].join()
    expect(said).toContain('APIG.0301 signature fail')
    expect(said).not.toContain('canonicalRequest')
  })
})

describe('advice on a refused credential', () => {
  const used: Readonly<Record<CredentialUsed['kind'], string>> = {
    'access-key': 'the `access-key-id` and `secret-access-key` inputs',
    'temporary-key': '`HUAWEI_CLOUD_ACCESS_KEY_ID` and `HUAWEI_CLOUD_SECRET_ACCESS_KEY`',
    token: 'the `token` input',
    'federated-user': "the workflow's ID token, as federated user of github",
    'trust-agency': "the workflow's ID token, as trust agency iam::d:agency:a",
  }
  const kinds = Object.keys(used) as readonly CredentialUsed['kind'][]
  const signed = kinds.filter((kind) => kind !== 'token')

  it.each(kinds)('names the %s that was used', (kind) => {
    for (const code of ['APIG.0301', 'APIG.0303', 'APIG.0305', 'APIG.0307', undefined]) {
      const advice = adviceFor('unauthorized', code === undefined ? {} : { code }, { kind, from: used[kind] })
      expect(advice).toContain(used[kind])
    }
    const credential = { kind, from: used[kind] }
    expect(messages.advice({ reason: 'unauthorized' }, credential)).toBe(
      adviceFor('unauthorized', {}, credential),
    )
  })

  it.each(signed)('has the clock among the causes for the %s', (kind) => {
    expect(adviceFor('unauthorized', {}, { kind, from: used[kind] })).toContain(CLOCK)
  })

  it.each(['federated-user', 'trust-agency'] as const)('never names an input for keys to the %s', (kind) => {
    const errors = [
      {},
      { code: 'APIG.0301' },
      { code: 'APIG.0302' },
      { message: 'failed to reach the limit' },
    ]
    for (const error of errors) {
      for (const reason of ['unauthorized', 'forbidden'] as const) {
        const advice = adviceFor(reason, error, { kind, from: used[kind] })
        expect(advice).not.toMatch(/access-key-id|secret-access-key|\btoken\b(?! input)(?<!ID token)/)
      }
    }
  })

  it.each([
    ['forbidden', {}],
    ['forbidden', { code: 'APIG.0302' }],
    ['rejected', { code: 'DLF.6888' }],
  ] as const)('says after %s with %j that a workspace takes no agency', (reason, error) => {
    const advice = adviceFor(reason, error, { kind: 'trust-agency', from: used['trust-agency'] })
    expect(advice).toContain('this agency is not a member of the workspace')
    expect(advice).toContain('(docs/authentication.md, "Federated user")')
    expect(adviceFor(reason, error, { kind: 'federated-user', from: 'x' })).not.toContain('agency')
  })

  it('names in Chinese the inputs and variables, or the kind', () => {
    const { credential } = messagesFor('zh').words
    expect(kinds.map((kind) => credential({ kind, from: used[kind] }))).toEqual([
      ' `access-key-id` 和 `secret-access-key` ',
      ' `HUAWEI_CLOUD_ACCESS_KEY_ID` 和 `HUAWEI_CLOUD_SECRET_ACCESS_KEY` ',
      ' `token` ',
      '联邦用户',
      '信任委托',
    ])
    expect(credential(undefined)).toBe('认证凭据')
  })
})
