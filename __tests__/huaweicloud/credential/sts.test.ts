import { describe, expect, it } from '@jest/globals'

import { assumeAgency } from '../../../src/huaweicloud/credential/sts.ts'

const CHOICE = {
  kind: 'trust-agency',
  stsEndpoint: 'https://sts.example:8443/base',
  provider: 'iam::0123:oidcProvider:github',
  agency: 'iam::0123:agency:deploy',
  audience: 'huaweicloud',
} as const

describe('assumeAgency', () => {
  const step = assumeAgency(CHOICE, { sessionName: 'gh-1-2', durationSeconds: 2400 }, 'a.b.c')

  it('sends the ID token, unsigned', () => {
    const { body = '', ...request } = step.request
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

  it('reads the key of the documented answer', () => {
    const body = {
      credentials: {
        access_key_id: 'HSTAOFTHETEST',
        secret_access_key: 'sk/+=of-the-test',
        security_token: 'st/+=of-the-test',
        expiration: '2026-01-31T12:15:00.000Z',
      },
      assumed_agency: { urn: 'u', id: 'i' },
    }
    expect(step.successes).toEqual([200])
    expect(step.secretsIn(body, {})).toEqual(['HSTAOFTHETEST', 'sk/+=of-the-test', 'st/+=of-the-test'])
    expect(step.read(body, {})).toEqual({
      value: {
        key: { id: 'HSTAOFTHETEST', secret: 'sk/+=of-the-test', securityToken: 'st/+=of-the-test' },
        expiresMs: Date.UTC(2026, 0, 31, 12, 15, 0),
      },
    })
  })
})
