import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { ServiceAnswer } from '../../../src/huaweicloud/service/service-answer.ts'
import {
  assumeRequest,
  durationSecondsFor,
  issuedSecrets,
  readIssued,
} from '../../../src/huaweicloud/credential/sts.ts'

const CREDENTIALS = {
  access_key_id: 'HSTAK',
  secret_access_key: 'sk/+=',
  security_token: 'st/+=',
  expiration: '2026-01-31T12:15:00.000Z',
}
const ENDS_MS = Date.UTC(2026, 0, 31, 12, 15, 0)

describe('durationSecondsFor', () => {
  it.each([
    [0, 900],
    [299_999, 900],
    [300_000, 900],
    [300_001, 901],
    [1_800_000, 2400],
    [2_999_001, 3600],
    [3_000_000, 3600],
    [3_000_001, 3600],
    [86_400_000, 3600],
  ])('asks for a wait of %i ms for keys of %i seconds', (timeoutMs, seconds) => {
    expect(durationSecondsFor(timeoutMs)).toBe(seconds)
  })

  it('asks for whole seconds within what STS and every agency give', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), (timeoutMs) => {
        const seconds = durationSecondsFor(timeoutMs)
        expect(Number.isInteger(seconds) && seconds >= 900 && seconds <= 3600).toBe(true)
      }),
    )
  })
})

describe('assumeRequest', () => {
  const settings = {
    stsEndpoint: 'https://sts.example:8443/base',
    provider: 'iam::0123:oidcProvider:github',
    agency: 'iam::0123:agency:deploy',
    sessionName: 'gh-1-2',
    durationSeconds: 2400,
  }

  it('hands the ID token in, unsigned', () => {
    const { body = '', ...request } = assumeRequest(settings, 'a.b.c')
    expect(request).toEqual({
      method: 'POST',
      url: new URL('https://sts.example:8443/base/v5/agencies/assume-with-oidc'),
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'wait-for-dlf-task',
      },
    })
    expect(JSON.parse(String(body))).toEqual({
      provider_urn: 'iam::0123:oidcProvider:github',
      agency_urn: 'iam::0123:agency:deploy',
      agency_session_name: 'gh-1-2',
      id_token: 'a.b.c',
      duration_seconds: 2400,
    })
  })
})

describe('issuedSecrets', () => {
  const { expiration: _, ...key } = CREDENTIALS

  it.each([
    ['a good answer', { credentials: CREDENTIALS }, Object.values(key)],
    ['an answer that ends in the past', { credentials: { ...key, expiration: 1 } }, Object.values(key)],
    ['an error', { error_code: 'C', credentials: key }, Object.values(key)],
    ['half a key', { credentials: { secret_access_key: 'sk', security_token: 7 } }, ['sk']],
    ['a key that is no text', { credentials: { secret_access_key: 'sk', security_token: '\uD800' } }, ['sk']],
    ['no key', { credentials: 'x' }, []],
    ['nothing', undefined, []],
  ])('finds all parts of the key in %s', (_what, body, secrets) => {
    const text = body === undefined ? '<html>' : JSON.stringify(body)
    for (const status of [200, 403]) {
      expect(issuedSecrets({ kind: 'response', status, headers: {}, body: text })).toEqual(secrets)
    }
  })

  it('finds nothing where no answer came', () => {
    expect(issuedSecrets({ kind: 'failure', reason: 'cut', status: 200 })).toEqual([])
  })
})

describe('readIssued', () => {
  it('reads a temporary key and when it ends', () => {
    expect(readIssued(success({ credentials: CREDENTIALS, assumed_agency: { urn: 'u', id: 'i' } }))).toEqual({
      kind: 'issued',
      key: { id: 'HSTAK', secret: 'sk/+=', securityToken: 'st/+=' },
      expiresMs: ENDS_MS,
    })
  })

  it.each([
    ['2026-01-31T12:15:00Z', ENDS_MS],
    ['2026-01-31T12:15:00.25Z', ENDS_MS + 250],
    ['2026-01-31T12:15:00.123456Z', ENDS_MS + 123],
    ['2026-01-31T20:15:00+08:00', ENDS_MS],
  ])('reads the end %s', (expiration, expiresMs) => {
    expect(readIssued(success({ credentials: { ...CREDENTIALS, expiration } }))).toMatchObject({ expiresMs })
  })

  it.each<readonly [string, unknown]>([
    ['no JSON', undefined],
    ['no object', []],
    ['no credentials', {}],
    ['credentials that are no object', { credentials: 'x' }],
    ...Object.keys(CREDENTIALS).flatMap((name): (readonly [string, unknown])[] => [
      [`no ${name}`, { credentials: { ...CREDENTIALS, [name]: undefined } }],
      [`an empty ${name}`, { credentials: { ...CREDENTIALS, [name]: '' } }],
      [`a ${name} with a blank before it`, { credentials: { ...CREDENTIALS, [name]: ' x' } }],
      [`a ${name} with a line break after it`, { credentials: { ...CREDENTIALS, [name]: 'x\n' } }],
      [`a ${name} that is no text`, { credentials: { ...CREDENTIALS, [name]: 7 } }],
    ]),
    ['an end without a zone', { credentials: { ...CREDENTIALS, expiration: '2026-01-31T12:15:00' } }],
    ['an end that is no moment', { credentials: { ...CREDENTIALS, expiration: '2026-01-31T12:15:00+08' } }],
  ])('takes %s for a passing fault', (_what, body) => {
    expect(readIssued(success(body, { requestId: 'r1' }))).toEqual({
      kind: 'passing',
      fault: { reason: 'unexpected-body', httpStatus: 200, error: { requestId: 'r1' } },
    })
  })

  it.each<ServiceAnswer>([
    { kind: 'passing', fault: { reason: 'timeout' } },
    { kind: 'final', fault: { reason: 'forbidden', httpStatus: 403, error: { code: 'PAP5.0001' } } },
  ])('leaves any other answer as it is: %j', (answer) => {
    expect(readIssued(answer)).toBe(answer)
  })
})

function success(body: unknown, error = {}): ServiceAnswer {
  return { kind: 'success', body, error }
}
