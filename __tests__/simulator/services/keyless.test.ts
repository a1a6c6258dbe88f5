import { describe, expect, it } from '@jest/globals'
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose'

import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import type { AccessKey, Keyless, Simulator } from '../../../simulator/types.d.ts'
import { signedHeaders } from '../access/signed-headers.ts'
import { BEGIN, withKeyless } from './with-keyless.ts'

const PROJECT = 'b384b9e9ab9b4ee8994c8633aabc9505'
const STS = '/v5/agencies/assume-with-oidc'

type Body = Readonly<Record<string, unknown>>

async function askIdToken({ idTokenUrl }: Simulator, audience = '&audience=huaweicloud', bearer = 'bearer') {
  const headers = { authorization: `${bearer} ${DEMO_KEYLESS.requestToken}` }
  const answer = await fetch(idTokenUrl + audience, { headers })
  return { status: answer.status, body: (await answer.json()) as { value: string } }
}

async function askSts({ url }: Simulator, idToken: string, changes: Body = {}) {
  const body = {
    provider_urn: DEMO_KEYLESS.providerUrn,
    agency_urn: DEMO_KEYLESS.agencyUrn,
    agency_session_name: 'gh-1234567890-1',
    id_token: idToken,
    duration_seconds: 900,
    ...changes,
  }
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url + STS, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: (await answer.json()) as Record<string, Record<string, string>> }
}

async function askTask({ url }: Simulator, key: AccessKey, atMs: number) {
  const task = `${url}/v1/${PROJECT}/system-tasks/1`
  const headers = signedHeaders(task, key, { headers: { 'X-Project-Id': PROJECT }, atMs })
  const answer = await fetch(task, { headers })
  return `${String(answer.status)} ${await answer.text()}`
}

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

describe("GitHub's ID token service", () => {
  it('signs the claims of the job, for the requested audience', async () => {
    await withKeyless(async (simulator) => {
      const { value } = (await askIdToken(simulator)).body
      const { idTokenKey } = simulator
      const { payload, protectedHeader } = await jwtVerify(value, await importJWK(idTokenKey ?? {}), {
        issuer: 'https://token.actions.githubusercontent.com',
        audience: 'huaweicloud',
        subject: DEMO_KEYLESS.subject,
        algorithms: ['RS256'],
        currentDate: new Date(BEGIN),
      })
      expect(protectedHeader).toEqual({ typ: 'JWT', alg: 'RS256', kid: idTokenKey?.kid })
      expect(payload).toMatchObject({
        repository: 'octo-org/octo-repo',
        iat: BEGIN / 1000,
        nbf: BEGIN / 1000,
        exp: BEGIN / 1000 + 300,
      })
    })
  })

  it('gives each token another ID, and uses the URL of the owner as the default audience', async () => {
    await withKeyless(async (simulator) => {
      const values = [await askIdToken(simulator, ''), await askIdToken(simulator, '', 'Bearer')]
      const [first, second] = values.map(({ body }) => claimsOf(body.value))
      expect(first?.aud).toBe('https://github.com/octo-org')
      expect(first?.jti).not.toBe(second?.jti)
      expect(simulator.issued.map(({ kind }) => kind)).toEqual(['id-token', 'id-token'])
    })
  })

  it('refuses another request token', async () => {
    await withKeyless(async (simulator) => {
      expect((await askIdToken(simulator, '', 'bearer not')).status).toBe(401)
    })
  })
})

describe('STS', () => {
  it('trusts the given keys and repository instead of its own', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    const key = { ...(await exportJWK(publicKey)), kid: 'theirs', alg: 'RS256', use: 'sig' } as const
    const idTokenOf = (repository: string) =>
      new SignJWT({ repository })
        .setProtectedHeader({ alg: 'RS256', kid: 'theirs' })
        .setIssuer('https://token.actions.githubusercontent.com')
        .setAudience('huaweicloud')
        .setSubject('repo:any:thing')
        .setExpirationTime(BEGIN / 1000 + 300)
        .sign(privateKey)
    const trust = { trustedKeys: [key], trustedRepository: 'octo-org/theirs' }
    await withKeyless(async (simulator) => {
      expect(await askSts(simulator, await idTokenOf('octo-org/theirs'))).toMatchObject({ status: 200 })
      expect(await askSts(simulator, await idTokenOf('octo-org/other'))).toMatchObject({ status: 403 })
      const { value } = (await askIdToken(simulator)).body
      expect(await askSts(simulator, value)).toMatchObject({ status: 400 })
    }, trust)
  })

  it('issues keys for an ID token; the service accepts them until they expire', async () => {
    await withKeyless(async (simulator, clock) => {
      const { body, status } = await askSts(simulator, (await askIdToken(simulator)).body.value)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        credentials: { expiration: '2026-01-02T03:19:05.000Z' },
        assumed_agency: {
          urn: 'sts::0123456789abcdef0123456789abcdef:assumed-agency:wait-for-dlf-task/gh-1234567890-1',
        },
      })
      const key = {
        id: body.credentials?.access_key_id ?? '',
        secret: body.credentials?.secret_access_key ?? '',
        securityToken: body.credentials?.security_token ?? '',
      }
      expect(simulator.issued[1]).toMatchObject({ kind: 'access-key', key, durationSeconds: 900 })
      expect(await askTask(simulator, key, clock.atMs)).toContain('200 {')
      expect(await askTask(simulator, { id: key.id, secret: key.secret }, clock.atMs)).toContain('401')
      clock.atMs += 900_000
      expect(await askTask(simulator, key, clock.atMs)).toContain('the token has expired')
    })
  })

  it('can issue keys with a shorter life than requested', async () => {
    const test = async (simulator: Simulator) => {
      const { body } = await askSts(simulator, (await askIdToken(simulator)).body.value)
      expect(body.credentials?.expiration).toBe('2026-01-02T03:04:08.000Z')
    }
    await withKeyless(test, { keyLifeMs: 3_000 })
  })

  it.each<[string, number, string, Body]>([
    ['a session name with a space', 400, 'STS5.0002', { agency_session_name: 'a b' }],
    ['a session name of one character', 400, 'STS5.0002', { agency_session_name: 'a' }],
    ['keys for less than 15 minutes', 400, 'STS5.0002', { duration_seconds: 899 }],
    ['keys for more than 12 hours', 400, 'STS5.0002', { duration_seconds: 43_201 }],
    ['no ID token', 400, 'STS5.0002', { id_token: '' }],
    ['an unknown provider', 404, 'STS5.0101', { provider_urn: 'iam::x:oidcProvider:y' }],
    ['an unknown agency', 404, 'STS5.0102', { agency_urn: 'iam::x:agency:y' }],
    ['a token that nobody signed', 400, 'STS5.0201', { id_token: 'a.b.c' }],
  ])('refuses %s', async (_, status, code, changes) => {
    await withKeyless(async (simulator) => {
      const { body, ...answer } = await askSts(simulator, (await askIdToken(simulator)).body.value, changes)
      expect({ ...answer, code: body.error_code }).toEqual({ status, code })
    })
  })

  it.each<[string, number, string, Partial<Keyless>]>([
    ['another audience', 400, 'STS5.0203', { audience: 'other' }],
    ['an expired token', 400, 'STS5.0204', { idTokenLifeMs: 0 }],
    ['a subject that the agency does not trust', 403, 'PAP5.0001', { trustedSubject: 'repo:x' }],
  ])('refuses %s', async (_, status, code, keyless) => {
    const test = async (simulator: Simulator) => {
      const { body, ...answer } = await askSts(simulator, (await askIdToken(simulator)).body.value)
      expect({ ...answer, code: body.error_code }).toEqual({ status, code })
      expect(simulator.issued).toHaveLength(1)
    }
    await withKeyless(test, keyless)
  })

  it('refuses a changed token, a token that is not valid yet, and a body that is not JSON', async () => {
    await withKeyless(async (simulator, clock) => {
      clock.atMs += 86_400_000
      const { value } = (await askIdToken(simulator)).body
      clock.atMs -= 86_400_000
      expect((await askSts(simulator, value)).body.error_code).toBe('STS5.0205')
      const [header = '', , signature = ''] = value.split('.')
      const forged = Buffer.from(JSON.stringify({ ...claimsOf(value), sub: 'x' })).toString('base64url')
      const answer = await askSts(simulator, `${header}.${forged}.${signature}`)
      expect(answer.body.error_code).toBe('STS5.0201')
      const noJson = await fetch(simulator.url + STS, { method: 'POST', body: '{}' })
      expect(noJson.status).toBe(400)
    })
  })

  it('never issues the same key twice', async () => {
    await withKeyless(async (simulator) => {
      const { value } = (await askIdToken(simulator)).body
      await askSts(simulator, value)
      await askSts(simulator, value)
      const keys = simulator.issued.flatMap((each) => (each.kind === 'access-key' ? [each.key.secret] : []))
      expect(new Set(keys).size).toBe(2)
    })
  })
})

describe('steps of a route', () => {
  it('are played in their order; later answers are normal', async () => {
    const test = async (simulator: Simulator) => {
      await expect(askIdToken(simulator)).rejects.toThrow()
      const refused = await askIdToken(simulator)
      expect(refused.status).toBe(503)
      expect(simulator.issued).toHaveLength(1)
      expect((await askIdToken(simulator)).status).toBe(200)
      expect(simulator.requests.map(({ answer }) => answer)).toEqual(['cut-chunked', '503', '200 ID token'])
    }
    await withKeyless(test, {
      idTokenSteps: [{ fault: 'cut-chunked' }, { status: 503, body: { message: 'down' } }],
    })
  })

  it('have no effect with another status, and have their effect if only the answer is lost', async () => {
    const test = async (simulator: Simulator) => {
      const { value } = (await askIdToken(simulator)).body
      expect((await askSts(simulator, value)).status).toBe(502)
      expect(simulator.issued).toHaveLength(1)
      await expect(askSts(simulator, value)).rejects.toThrow()
      expect(simulator.issued).toHaveLength(2)
    }
    await withKeyless(test, { stsSteps: [{ fault: 'http-502' }, { fault: 'reset-before' }] })
  })
})
