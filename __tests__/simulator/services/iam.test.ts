import { describe, expect, it } from '@jest/globals'

import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import { groupsOf } from '../../../simulator/services/sign-in/conversion-rules.mjs'
import type { ConversionRule, Keyless, Simulator } from '../../../simulator/types.d.ts'
import { withKeyless } from './with-keyless.ts'

async function post(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const type = { 'content-type': 'application/json;charset=utf8' }
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...type, ...headers },
    body: JSON.stringify(body),
  })
  const token = answer.headers.get('x-subject-token') ?? ''
  return { status: answer.status, headers: answer.headers, token, body: (await answer.json()) as unknown }
}

async function askToken({ url, idTokenUrl }: Simulator, { idToken = '', provider = 'github' } = {}) {
  const headers = { authorization: `bearer ${DEMO_KEYLESS.requestToken}` }
  const answer = await fetch(`${idTokenUrl}&audience=huaweicloud`, { headers })
  const { value } = (await answer.json()) as { value: string }
  const body = { auth: { id_token: { id: idToken === '' ? value : idToken } } }
  return post(`${url}/v3.0/OS-AUTH/id-token/tokens`, body, { 'x-idp-id': provider })
}

function askKey({ url }: Simulator, token: object, headers: Readonly<Record<string, string>> = {}) {
  const body = { auth: { identity: { methods: ['token'], token } } }
  return post(`${url}/v3.0/OS-CREDENTIAL/securitytokens`, body, headers)
}

describe('IAM', () => {
  it('gives an unscoped token for an ID token, in the form of the API page', async () => {
    await withKeyless(async (simulator) => {
      const { status, token, headers, body } = await askToken(simulator)
      expect(status).toBe(201)
      expect(token.length).toBeGreaterThan(4000)
      expect(headers.get('x-iam-trace-id')).toMatch(/^token_[0-9a-f]{32}$/)
      expect(body).toMatchObject({
        token: {
          expires_at: '2026-01-03T03:04:05.000000Z',
          methods: ['mapped'],
          user: { name: 'github-actions', 'OS-FEDERATION': { groups: [{ name: 'dataarts-deploy' }] } },
        },
      })
    })
  })

  it.each<readonly [string, (id: string) => readonly [object, Readonly<Record<string, string>>?]]>([
    ['in the body, with a duration in text', (id: string) => [{ id, duration_seconds: '900' }, {}]],
    [
      'in the body, with a number as the SDK sends it',
      (id: string) => [{ id, duration_seconds: 900 }, {}] as const,
    ],
    ['in the header', (id: string) => [{}, { 'x-auth-token': id }]],
  ])('gives a key for the token %s', async (_what, request) => {
    await withKeyless(async (simulator) => {
      const { token } = await askToken(simulator)
      const { status, body } = await askKey(simulator, ...request(token))
      expect(status).toBe(201)
      expect(body).toMatchObject({ credential: { expires_at: '2026-01-02T03:19:05.000000Z' } })
      expect(simulator.issued.at(-1)).toMatchObject({
        kind: 'access-key',
        durationSeconds: 900,
        key: { principal: 'dataarts-deploy' },
      })
    })
  })

  it.each([
    ['less than 15 minutes', { duration_seconds: '899' }],
    ['more than a day', { duration_seconds: 86_401 }],
    ['no number', { duration_seconds: 'long' }],
  ])('refuses a key for %s', async (_what, changes) => {
    await withKeyless(async (simulator) => {
      const { token } = await askToken(simulator)
      const { status, body } = await askKey(simulator, { id: token, ...changes })
      expect({ status, body }).toMatchObject({ status: 400, body: { error_code: 'IAM.0011' } })
    })
  })

  it('gives no key for a token that it does not know, or that has ended', async () => {
    await withKeyless(
      async (simulator, clock) => {
        const { token } = await askToken(simulator)
        const unknown = await askKey(simulator, { id: `${token}x` })
        clock.atMs += 60_000
        const over = await askKey(simulator, { id: token })
        for (const { status, body } of [unknown, over]) {
          expect({ status, body }).toMatchObject({ status: 401, body: { error_code: 'IAM.0001' } })
        }
        expect(simulator.issued.map(({ kind }) => kind)).toEqual(['id-token', 'unscoped-token'])
      },
      { unscopedTokenLifeMs: 60_000 },
    )
  })

  it.each<readonly [string, Partial<Keyless>, { idToken?: string; provider?: string }, number]>([
    ['an unknown provider', {}, { provider: 'gitlab' }, 404],
    ['a token that nobody signed', {}, { idToken: 'a.b.c' }, 401],
    ['another client ID', { audience: 'other' }, {}, 401],
    ['a token that has ended', { idTokenLifeMs: 0 }, {}, 401],
    ['claims without a rule', { rules: [] }, {}, 403],
  ])("refuses %s in Keystone's form", async (_what, keyless, request, code) => {
    await withKeyless(async (simulator) => {
      const { status, token, body } = await askToken(simulator, request)
      expect({ status, token, body }).toMatchObject({ status: code, token: '', body: { error: { code } } })
    }, keyless)
  })
})

describe('groupsOf', () => {
  const local = [{ group: { name: 'g' } }]
  const claims = { sub: 'repo:a', teams: ['x', 'y'], run: 7 }

  it.each<readonly [ConversionRule['remote'], boolean]>([
    [[{ type: 'sub', any_one_of: ['repo:a'] }], true],
    [[{ type: 'sub', any_one_of: ['repo:'] }], false],
    [[{ type: 'sub', not_any_of: ['repo:b'] }], true],
    [[{ type: 'sub', not_any_of: ['repo:a'] }], false],
    [[{ type: 'teams', any_one_of: ['y'] }], true],
    [[{ type: 'teams', not_any_of: ['y'] }], false],
    [[{ type: 'run', any_one_of: ['7'] }], true],
    [[{ type: 'none' }], false],
    [[{ type: 'sub' }, { type: 'teams', any_one_of: ['z'] }], false],
    [[], true],
  ])('applies %j', (remote, fits) => {
    expect(groupsOf([{ local, remote }], claims)).toEqual(fits ? ['g'] : [])
  })
})
