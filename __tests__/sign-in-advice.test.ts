import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

import type { Fault } from '../src/core/task/answer.ts'
import type { KeylessChoice } from '../src/huaweicloud/credential/credentials.ts'
import {
  explainSignIn,
  NO_ID_TOKEN,
  NO_ID_TOKEN_FOR_FORK,
  renewalFacts,
  renewalPending,
  SIGN_IN_ADVICE,
} from '../src/sign-in-advice.ts'
import { stsErrors } from '../simulator/services/sign-in/sts-errors.mjs'

const root = join(import.meta.dirname, '..')
const DOCUMENT = readFileSync(join(root, 'docs/authentication.md'), 'utf8')
const HEADINGS = Array.from(DOCUMENT.matchAll(/^#{2,} (.+)$/gm), ([, heading]) => heading)
const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, unknown>>
}

const AGENCY: KeylessChoice = {
  kind: 'trust-agency',
  provider: 'iam::x:oidcProvider:github',
  agency: 'iam::x:agency:deploy',
  audience: 'huaweicloud',
  stsEndpoint: 'https://sts.cn-north-4.myhuaweicloud.com',
}
const EUROPE = { ...AGENCY, stsEndpoint: 'https://sts.eu-west-101.myhuaweicloud.eu' }
const USER: KeylessChoice = {
  kind: 'federated-user',
  provider: 'github',
  audience: 'huaweicloud',
  iamEndpoint: 'https://iam.cn-north-4.myhuaweicloud.com',
}
const PERMISSION = 'permissions: id-token: write'
const VARIABLE = 'HTTPS_PROXY'

describe('SIGN_IN_ADVICE', () => {
  it('holds every text once', () => {
    expect(new Set(SIGN_IN_ADVICE).size).toBe(SIGN_IN_ADVICE.length)
    expect(SIGN_IN_ADVICE).toEqual(expect.arrayContaining([NO_ID_TOKEN, NO_ID_TOKEN_FOR_FORK]))
    expect(SIGN_IN_ADVICE).toHaveLength(22)
  })

  it.each(SIGN_IN_ADVICE)('names settings that exist: %s', (advice) => {
    const settings = Array.from(advice.matchAll(/'([a-zA-Z_-]+(?:: [a-z-]+)*)'/g), ([, setting]) => setting)
    expect(settings).not.toEqual([])
    for (const setting of settings) {
      expect([...Object.keys(inputs), PERMISSION, VARIABLE]).toContain(setting)
      expect(DOCUMENT).toContain(setting === PERMISSION ? 'id-token: write' : setting)
    }
  })

  it.each(SIGN_IN_ADVICE)('names a section that exists: %s', (advice) => {
    const sections = Array.from(
      advice.matchAll(/\(docs\/authentication\.md, "([^"]+)"\)/g),
      ([, name]) => name,
    )
    expect(sections).toHaveLength(1)
    expect(HEADINGS).toContain(sections[0])
  })
})

describe('explainSignIn', () => {
  const said = (message: string, code = 'STS5.0000'): Partial<Fault> => ({ error: { code, message } })

  it.each<readonly [string, Partial<Fault>, string]>([
    ['wrong audience', said(stsErrors.wrongAudience().message), "'oidc-audience'"],
    ['another word for it', said('client ID mismatch'), "'oidc-audience'"],
    ['a field for it', said('clientId mismatch'), "'oidc-audience'"],
    [
      'an expired token',
      said(stsErrors.expired('server time 2026').message),
      "the clock of 'sts-endpoint' or 'iam-endpoint' (",
    ],
    [
      'a token of the future',
      said(stsErrors.notYet('server time 2026').message),
      "compare that server's clock",
    ],
    ['the other order of the words', said('The token is not yet valid'), "compare that server's clock"],
    ['a clock', said('check your clock'), "compare that server's clock"],
    ['an unknown provider', said(stsErrors.noSuchProvider().message), "URN in 'oidc-provider'"],
    ['another issuer', said('issuer mismatch'), "URN in 'oidc-provider'"],
    ['an unknown agency', said(stsErrors.noSuchAgency().message), "URN in 'oidc-agency'"],
    ['the documented refusal', said('', 'PAP5.0001'), 'trust policy of the agency'],
    ['the refusal that people meet first', said('', 'STS5.1001'), 'trust policy of the agency'],
    ['a refusal in words', said('Access Denied'), 'trust policy of the agency'],
    ['a subject', said('subject does not match'), 'trust policy of the agency'],
    ['an action in words', said('may not do sts:agencies:assumeWithOIDC'), 'trust policy of the agency'],
    ['a trust policy', said('the trust policy is broken'), 'trust policy of the agency'],
    ['no such API', { httpStatus: 404, reason: 'no-such-api' }, 'Check that STS exists'],
    ['no such method', { httpStatus: 405, ...said('Method not allowed') }, 'Check that STS exists'],
    ['no connection', { reason: 'connection' }, 'Check that STS exists'],
    ['no answer', { reason: 'timeout' }, 'Check that STS exists'],
    ['a certificate', { reason: 'untrusted-certificate' }, 'Check that STS exists'],
    ['a redirect', { reason: 'redirected', httpStatus: 302 }, 'Check that STS exists'],
    ['a proxy', { reason: 'proxy-refused', detail: 'HTTP 407' }, "'HTTPS_PROXY'"],
    ['anything else', {}, "Check 'oidc-provider', 'oidc-agency' and 'sts-endpoint'"],
    [
      'a bad parameter',
      said(stsErrors.invalidParameter('duration_seconds').message),
      "Check 'oidc-provider', ",
    ],
    [
      'a slow backend',
      { ...said('Backend timeout', 'APIG.0201'), httpStatus: 504 },
      "Check 'oidc-provider', ",
    ],
    ['a throttle', said('over ratelimit,limit:100,time:1 minute', 'APIG.0308'), "Check 'oidc-provider', "],
    ['a bad signature of the token', said(stsErrors.wrongSignature().message), "Check 'oidc-provider', "],
  ])('gives advice on %s of STS', (_what, seen, advice) => {
    const text = explainSignIn('agency-key', { reason: 'rejected', ...seen }, AGENCY)
    expect(text).toMatch(/^STS gave no temporary key \(/)
    expect(text).toContain(advice)
  })

  it.each<readonly [string, Partial<Fault>]>([
    ['no connection', { reason: 'connection', detail: 'ENOTFOUND' }],
    ['no such API', { httpStatus: 404, reason: 'no-such-api' }],
    ['a certificate', { reason: 'untrusted-certificate' }],
  ])('names no other cloud after %s in Europe', (_what, seen) => {
    const text = explainSignIn('agency-key', { reason: 'rejected', ...seen }, EUROPE)
    expect(text).toContain('The European cloud lists no STS. Sign in as a federated user')
    expect(text).not.toContain('sts-endpoint')
  })

  it.each([
    ['https://sts.eu-west-101.myhuaweicloud.eu/base', 'The European cloud lists no STS'],
    ['https://sts.eu-west-101.myhuaweicloud.eu:8443', 'The European cloud lists no STS'],
    ['https://sts.myhuaweicloud.eu.example', 'Check that STS exists'],
  ])('knows the European cloud by its domain: %s', (stsEndpoint, advice) => {
    expect(explainSignIn('agency-key', { reason: 'connection' }, { ...AGENCY, stsEndpoint })).toContain(
      advice,
    )
  })

  it.each<readonly [string, Partial<Fault>, string]>([
    [
      '401',
      { httpStatus: 401, ...said('The request you have made requires authentication', 'IAM.0001') },
      "GitHub's current keys (",
    ],
    ['401 without words', { httpStatus: 401, reason: 'unauthorized' }, "GitHub's current keys ("],
    ['404 without an API', { httpStatus: 404, reason: 'no-such-api' }, "set 'iam-endpoint'"],
    ['a field for the key', said('signingKey is missing'), 'Refresh the signing key'],
    ['a key as JSON', said('no JWK fits'), 'Refresh the signing key'],
    ['a stale key', { httpStatus: 401, ...said('signature verification failed') }, 'Refresh the signing key'],
    ['an unknown kid', { httpStatus: 400, ...said('no matching kid') }, 'Refresh the signing key'],
    [
      'another audience',
      { httpStatus: 401, ...said('client_id is not valid') },
      "'oidc-audience' is a client ID",
    ],
    [
      'an expired token',
      { httpStatus: 401, ...said('the token has expired') },
      "compare that server's clock",
    ],
    ['403', { httpStatus: 403, reason: 'forbidden' }, 'a conversion rule of the identity provider'],
    [
      '404',
      { httpStatus: 404, ...said('could not find provider', 'IAM.0004') },
      'exists and has the protocol oidc',
    ],
    [
      'another address',
      { httpStatus: 404, ...said('The API does not exist', 'APIG.0101') },
      "set 'iam-endpoint'",
    ],
    ['an empty 404', { httpStatus: 404 }, "set 'iam-endpoint'"],
    ['405', { httpStatus: 405 }, "set 'iam-endpoint'"],
    ['no connection', { reason: 'connection' }, "set 'iam-endpoint'"],
    ['a redirect', { reason: 'redirected', httpStatus: 302 }, "set 'iam-endpoint'"],
    ['a proxy', { reason: 'proxy-refused' }, "'HTTPS_PROXY'"],
    ['a throttle', { httpStatus: 429, reason: 'throttled' }, "Check 'oidc-provider' and 'iam-endpoint'"],
    ['anything else', {}, "Check 'oidc-provider' and 'iam-endpoint'"],
  ])('gives advice on %s of IAM, for the ID token', (_what, seen, advice) => {
    const text = explainSignIn('unscoped-token', { reason: 'rejected', ...seen }, USER)
    const refusals = ['rejected', 'forbidden', 'unauthorized', 'no-such-api']
    const isRefusal = refusals.includes(seen.reason ?? 'rejected')
    expect(text.slice(0, text.indexOf(' ('))).toBe(
      isRefusal ? 'IAM did not accept the ID token' : 'IAM gave no unscoped token',
    )
    expect(text).toContain(advice)
    expect(text).not.toMatch(/sts-endpoint'(?! or)|oidc-agency/)
  })

  it.each<readonly [string, Partial<Fault>, string]>([
    [
      '401',
      { httpStatus: 401, ...said('signature verification failed') },
      'The ID token itself was accepted',
    ],
    [
      'an expired token',
      { httpStatus: 401, ...said('the token has expired') },
      'The ID token itself was accepted',
    ],
    ['403', { httpStatus: 403, reason: 'forbidden' }, 'the permissions of the user group'],
    ['404', { httpStatus: 404, ...said('not found', 'IAM.0004') }, 'The ID token itself was accepted'],
    ['400', { httpStatus: 400, ...said('audience of client_id') }, 'The ID token itself was accepted'],
    ['a throttle', { httpStatus: 429, reason: 'throttled' }, "the status of IAM at 'iam-endpoint'"],
    ['another address', { httpStatus: 404, ...said('no such API', 'APIG.0101') }, "set 'iam-endpoint'"],
    ['an empty 404', { httpStatus: 404 }, "set 'iam-endpoint'"],
    ['405', { httpStatus: 405 }, "set 'iam-endpoint'"],
    ['no connection', { reason: 'connection' }, "set 'iam-endpoint'"],
    ['a redirect', { reason: 'redirected', httpStatus: 302 }, "set 'iam-endpoint'"],
    ['a proxy', { reason: 'proxy-refused' }, "'HTTPS_PROXY'"],
    ['anything else', {}, "the status of IAM at 'iam-endpoint'"],
  ])('gives advice on %s of IAM, after it has accepted the ID token', (_what, seen, advice) => {
    const text = explainSignIn('user-key', { reason: 'rejected', ...seen }, USER)
    expect(text).toMatch(/^IAM gave no temporary key \(/)
    expect(text).toContain(advice)
    expect(text).not.toMatch(/oidc-|signing key|conversion rule|sts-endpoint'(?! or)/)
  })

  it.each<readonly [Partial<Fault>, string]>([
    [{ reason: 'too-large' }, 'the answer is larger than 8 MiB'],
    [{ reason: 'cut', detail: 'ECONNRESET' }, 'the answer was cut off, ECONNRESET'],
    [{ reason: 'cut', detail: 'Z_DATA_ERROR' }, 'the answer was cut off, Z_DATA_ERROR'],
    [{ reason: 'timeout' }, 'the answer was not complete within 15 seconds'],
    [{ reason: 'unknown-encoding', detail: 'zstd' }, 'the answer has an encoding that cannot be read, zstd'],
    [{ reason: 'unexpected-body', detail: 'D' }, 'the answer is not the JSON that the service documents, D'],
  ])('names the cause of a broken answer, and blames no input: %j', (seen, words) => {
    const fault: Fault = { reason: 'cut', httpStatus: 201, ...seen }
    const texts = [
      explainSignIn('unscoped-token', fault, USER),
      explainSignIn('user-key', fault, USER),
      explainSignIn('agency-key', fault, AGENCY),
    ]
    const said = `(HTTP 201, ${words}). This is not an answer that IAM or STS documents. `
    expect(texts.map((text) => text.slice(0, text.indexOf('('))).join()).toBe(
      'IAM gave no unscoped token ,IAM gave no temporary key ,STS gave no temporary key ',
    )
    for (const text of texts) {
      expect(text).toContain(said)
      expect(text).not.toMatch(/oidc-|endpoint/)
    }
  })

  it.each<readonly [string, Partial<Fault>, string]>([
    [
      '401',
      { httpStatus: 401, reason: 'unauthorized' },
      "Check that the job has 'permissions: id-token: write'",
    ],
    [
      '403',
      { httpStatus: 403, reason: 'forbidden' },
      "Check that the job has 'permissions: id-token: write'",
    ],
    ['a proxy', { reason: 'proxy-refused' }, "'HTTPS_PROXY'"],
    ['404', { httpStatus: 404, reason: 'no-such-api' }, 'so run it again'],
    ['no connection', { reason: 'connection' }, 'so run it again'],
    ['words that mean something to STS', said('audience'), 'so run it again'],
    ['anything else', {}, 'so run it again'],
  ])('gives advice on %s of the ID-token service', (_what, seen, advice) => {
    const text = explainSignIn('id-token', { reason: 'rejected', ...seen }, USER)
    expect(text).toMatch(/^GitHub's service gave no ID token \(/)
    expect(text).toContain(advice)
  })

  it('tells all that was seen', () => {
    const error = { code: 'PAP5.0001', message: 'access denied', requestId: 'r1' }
    const fault = { reason: 'forbidden', httpStatus: 403, detail: 'D', error } as const
    expect(explainSignIn('agency-key', fault, AGENCY)).toMatch(
      /^STS gave no temporary key \(HTTP 403, D, PAP5\.0001 access denied, request r1\)\. Check /,
    )
  })

  it.each<readonly [Fault, string]>([
    [{ reason: 'cut' }, '(the answer was cut off)'],
    [
      { reason: 'redirected', httpStatus: 302 },
      '(HTTP 302, the address answered with a redirect, and redirects are never followed)',
    ],
    [{ reason: 'rejected' }, '(rejected)'],
    [{ reason: 'connection', detail: 'ENOTFOUND' }, '(ENOTFOUND)'],
    [{ reason: 'rejected', error: { code: 'C' } }, '(C)'],
    [{ reason: 'rejected', error: { message: 'M' } }, '(M)'],
    [{ reason: 'rejected', error: { requestId: 'R' } }, '(request R)'],
  ])('tells of %j as much as there is', (fault, facts) => {
    expect(explainSignIn('agency-key', fault, AGENCY)).toContain(`no temporary key ${facts}. `)
  })

  it("makes one line of bounded length of the service's text", () => {
    const error = { message: `a\n::error::b\u202E${'x'.repeat(600)}`, requestId: `r\n${'y'.repeat(200)}` }
    const text = explainSignIn('agency-key', { reason: 'rejected', error }, AGENCY)
    expect(text).not.toMatch(/[\n\u202E]/)
    const [, message = '', requestId = ''] = /\((a .*), request (r .*)\)\. Check/.exec(text) ?? []
    expect(message).toHaveLength(500)
    expect(requestId).toHaveLength(100)
  })
})

describe('renewalFacts', () => {
  it('names the service and what to check, and leaves the other facts to the message around it', () => {
    const fault: Fault = { reason: 'forbidden', httpStatus: 403, error: { code: 'PAP5.0001' } }
    expect(renewalFacts('agency-key', fault, AGENCY)).toEqual({
      signIn: 'STS',
      advice:
        'Renewing the temporary keys failed: STS gave no temporary key. Check that the trust policy of the agency in \'oidc-agency\' accepts the subject of this run (docs/authentication.md, "Set up the trust agency").',
    })
  })

  it.each<readonly [Fault, string]>([
    [{ reason: 'timeout' }, 'the answer was not complete within 15 seconds'],
    [{ reason: 'cut', detail: 'ECONNRESET' }, 'the answer was cut off, ECONNRESET'],
    [{ reason: 'connection', detail: 'ENOTFOUND' }, 'ENOTFOUND'],
  ])('says why, for a service that did not: %j', (fault, detail) => {
    expect(renewalFacts('unscoped-token', fault, USER)).toMatchObject({ signIn: 'IAM', detail })
    expect(renewalFacts('id-token', fault, USER)).toMatchObject({ signIn: 'GitHub', detail })
  })
})

describe('renewalPending', () => {
  it.each([
    [USER, 'IAM', "set 'iam-endpoint'"],
    [AGENCY, 'STS', "set 'sts-endpoint'"],
  ])('is an answer that has not come', (choice, signIn, advice) => {
    expect(renewalPending(choice)).toEqual({
      kind: 'passing',
      fault: { reason: 'timeout', detail: 'no answer yet', signIn, advice: expect.stringContaining(advice) },
    })
  })
})
