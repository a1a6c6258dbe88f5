import { describe, expect, it } from '@jest/globals'

import type { FinalReason, PassingReason } from '../../../src/core/task/answer.ts'
import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { messages } from '../../../src/core/report/messages.ts'
import { report, taskWait } from '../../support/data/builders.ts'

const REACH = 'region or endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY)'
const STRANGER = 'region or endpoint: something other than DataArts Factory may have answered'

const LOCKED =
  'secret-access-key (or its variable), and wait 5 minutes: five bad signatures have locked the access key'
const SKEW = "the clock of this runner: it differs from the service's by more than 15 minutes"
const NOT_ACCEPTED =
  'access-key-id and secret-access-key, or token: they were not accepted (a temporary key also needs its security-token; a token lasts 24 hours, in its own region)'
const PLACE =
  'task-id (the instanceId of run-immediate is none), workspace, project and region: a right id in the wrong workspace does not exist'
const NOT_ALLOWED =
  'project, and the role of this user or agency: in its identity policy and in the workspace'

describe('fault', () => {
  it.each<[PassingReason | FinalReason, string, string]>([
    ['connection', 'there was no connection', REACH],
    ['timeout', 'the answer did not come whole within 15 seconds', REACH],
    ['cut', 'the answer was cut off', 'the network between this runner and the service'],
    ['unexpected-body', 'the answer is not the JSON that the service documents', STRANGER],
    [
      'http-status',
      'the service could not answer',
      'whether the service is well, then wait for the task again, without a new import',
    ],
    [
      'throttled',
      'the service refused for too many requests',
      'whether something else uses the quota of this user (10 requests a second)',
    ],
    [
      'unauthorized',
      'the service did not accept the credential',
      'the credential: access-key-id and secret-access-key, or token',
    ],
    ['forbidden', 'the credential may not do this', NOT_ALLOWED],
    ['no-such-api', 'there is no such API at this address', 'region or endpoint'],
    ['rejected', 'the service rejected the request', 'task-id, workspace and project'],
    [
      'redirected',
      'the address answers with a redirect, and a redirect is never followed',
      'region or endpoint',
    ],
    ['error-in-success', 'the service answered with an error', PLACE],
    ['too-large', 'the answer is larger than 8 MiB', STRANGER],
    [
      'untrusted-certificate',
      "the server's certificate is not trusted",
      'endpoint, and NODE_EXTRA_CA_CERTS for a private certificate authority',
    ],
    ['proxy-refused', 'the proxy refused to connect', 'user and password in HTTPS_PROXY'],
  ])('says what %s means and what to check', (reason, words, check) => {
    const { tasks } = report([taskWait({ kind: 'refused', fault: { reason } } as WaitEnd)])
    const sentence = `Task a could not be looked up: ${words}. Check ${check}.`
    expect(tasks.map((task) => messages.failure(task, { timeoutMs: 1000 }))).toEqual([sentence])
    expect(messages.fault({ reason })).toBe(words)
  })

  it.each([
    [{ message: 'AK access failed to reach the limit,forbidden' }, LOCKED],
    [{ code: 'APIGW.0301', message: 'AK access failed to reach the limit,forbidden.' }, LOCKED],
    [{ code: 'APIG.0301', message: 'signature expired, signature time:1,server time:2' }, SKEW],
    [{ code: 'APIG.0301', message: 'Signature time: 1' }, SKEW],
    [{ code: 'APIG.0301' }, NOT_ACCEPTED],
    [{ code: 'APIGW.0303' }, NOT_ACCEPTED],
    [{ code: 'APIG.0305' }, NOT_ACCEPTED],
    [
      { code: 'APIG.0307' },
      'token: it has expired (24 hours), or it was issued for another region than this one',
    ],
    [{ code: 'APIG.0302' }, NOT_ALLOWED],
    [{ code: 'APIG.0306' }, NOT_ALLOWED],
    [{ code: 'APIG.0310' }, 'project: it is not available'],
    [{ code: 'APIGW.0101' }, 'region or endpoint: there is no such API at this address'],
    [{ code: 'APIG.0308' }, 'whether something else uses the quota of this user (10 requests a second)'],
    [{ code: 'DLF.0819' }, 'workspace: it does not exist in this project'],
    [{ code: 'DLF.20819' }, 'workspace: it does not exist in this project'],
    [{ code: 'DLF.3051' }, 'task-id, workspace and project: a parameter is not valid'],
    [{ code: 'DLF.6888' }, 'the permissions of this account for DataArts Factory'],
    [{ code: 'APIG.03010' }, 'task-id, workspace and project'],
    [{}, 'task-id, workspace and project'],
  ])('of %j names what to check', (error, check) => {
    const { tasks } = report([taskWait({ kind: 'refused', fault: { reason: 'rejected', error } })])
    expect(tasks.map((task) => messages.nextStep(task, { timeoutMs: 0 }))).toEqual([`Check ${check}.`])
  })

  it('adds all that is known', () => {
    const error = { code: 'APIG.0308', message: 'limit:100', requestId: 'r' }
    expect(messages.fault({ reason: 'throttled', httpStatus: 429, detail: 'd', error })).toBe(
      'the service refused for too many requests (HTTP 429, d, APIG.0308 limit:100, request r)',
    )
  })
})
