import { describe, expect, it } from '@jest/globals'

import { requestTemporaryKey, requestUnscopedToken } from '../../../src/huaweicloud/credential/iam.ts'

const CHOICE = {
  kind: 'federated-user',
  iamEndpoint: 'https://iam.example:8443/base',
  provider: 'github',
  audience: 'huaweicloud',
} as const
const HEADERS = {
  accept: 'application/json',
  'content-type': 'application/json;charset=utf8',
  'user-agent': 'wait-for-dlf-task',
}

describe('requestUnscopedToken', () => {
  const step = requestUnscopedToken(CHOICE, 'a.b.c')

  it('sends the ID token and the name of the identity provider, without a scope', () => {
    const { body = '', ...request } = step.request
    expect(request).toEqual({
      method: 'POST',
      url: new URL('https://iam.example:8443/base/v3.0/OS-AUTH/id-token/tokens'),
      headers: { ...HEADERS, 'x-idp-id': 'github' },
    })
    expect(JSON.parse(String(body))).toEqual({ auth: { id_token: { id: 'a.b.c' } } })
  })

  it('reads the token from its header, after 201 and 200', () => {
    const headers = { 'x-subject-token': 'MIIToken-of-the-test' }
    expect(step.successes).toEqual([200, 201])
    expect(step.secretsIn({ token: {} }, headers)).toEqual(['MIIToken-of-the-test'])
    expect(step.read({ token: {} }, headers)).toEqual({ value: 'MIIToken-of-the-test' })
  })

  it.each([undefined, '', 'short', 'with a blank', ['MIIToken-1', 'MIIToken-2']])(
    'takes %j for no token',
    (token) => {
      const headers = token === undefined ? {} : { 'x-subject-token': token }
      expect(step.read({ token: {} }, headers)).toEqual({
        flaw: "the header 'x-subject-token' does not hold 8 to 65536 printable characters",
      })
      expect(step.secretsIn({ token: {} }, headers)).toEqual([])
    },
  )
})

describe('requestTemporaryKey', () => {
  const step = requestTemporaryKey(CHOICE, 2400, 'MIIToken-of-the-test')

  it('sends the unscoped token in the body, and the duration as text', () => {
    const { body = '', ...request } = step.request
    expect(request).toEqual({
      method: 'POST',
      url: new URL('https://iam.example:8443/base/v3.0/OS-CREDENTIAL/securitytokens'),
      headers: HEADERS,
    })
    expect(JSON.parse(String(body))).toEqual({
      auth: {
        identity: {
          methods: ['token'],
          token: { id: 'MIIToken-of-the-test', duration_seconds: '2400' },
        },
      },
    })
  })

  it('reads the key of the documented answer', () => {
    const body = {
      credential: {
        access: 'NZFAOFTHETEST',
        secret: 'sk/+=of-the-test',
        securitytoken: 'st/+=of-the-test',
        expires_at: '2020-01-08T03:50:07.574000Z',
      },
    }
    expect(step.successes).toEqual([200, 201])
    expect(step.secretsIn(body, {})).toEqual(['NZFAOFTHETEST', 'sk/+=of-the-test', 'st/+=of-the-test'])
    expect(step.read(body, {})).toEqual({
      value: {
        key: { id: 'NZFAOFTHETEST', secret: 'sk/+=of-the-test', securityToken: 'st/+=of-the-test' },
        expiresMs: Date.UTC(2020, 0, 8, 3, 50, 7, 574),
      },
    })
  })
})
