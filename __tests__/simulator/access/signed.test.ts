import { describe, expect, it } from '@jest/globals'

import { DEMO_ACCESS_KEY } from '../../../simulator/access/access-keys.mjs'
import { startSimulator } from '../../../simulator/server/simulator.mjs'
import type { AccessKey, Settings, Simulator } from '../../../simulator/types.d.ts'
import { signedHeaders } from './signed-headers.ts'

const PROJECT = 'b384b9e9ab9b4ee8994c8633aabc9505'
const PATH = `/v1/${PROJECT}/system-tasks/008aae2e675d3bcb01675d3c66f20000`
const HEADERS = { 'X-Project-Id': PROJECT }
const WRONG_KEY = { ...DEMO_ACCESS_KEY, secret: 'wrong' }
const INCORRECT = 'Incorrect IAM authentication information: '

type Clock = { atMs: number }
type Ask = (
  key: AccessKey,
  options?: {
    readonly atMs?: number
    readonly headers?: Readonly<Record<string, string>>
    /** Headers that are sent in place of those that were signed. */
    readonly sent?: Readonly<Record<string, string>>
    readonly names?: readonly string[]
    readonly unsigned?: readonly string[]
  },
) => Promise<string>

async function withSigned(
  test: (ask: Ask, clock: Clock, simulator: Simulator) => Promise<void>,
  settings: Settings = {},
): Promise<void> {
  const clock = { atMs: Date.parse('2026-01-02T03:04:05Z') }
  const simulator = await startSimulator({ scenario: 'signed', now: () => clock.atMs, ...settings })
  const ask: Ask = async (key, { headers = {}, sent = {}, ...options } = {}) => {
    const url = simulator.url + PATH
    const request = { headers: { ...HEADERS, ...headers }, atMs: clock.atMs, ...options }
    const signed = signedHeaders(url, key, request)
    return words(
      await fetch(url, { headers: new Headers([...Object.entries(signed), ...Object.entries(sent)]) }),
    )
  }
  try {
    await test(ask, clock, simulator)
  } finally {
    await simulator.close()
  }
}

async function words(answer: Response): Promise<string> {
  const body = (await answer.json()) as Record<string, string | undefined>
  return [answer.status, body.error_code ?? body.status, body.error_msg]
    .filter((word) => word !== undefined)
    .join(' ')
}

describe('a service that refuses tokens', () => {
  it('accepts a request that is signed with a known key', async () => {
    await withSigned(async (ask) => {
      expect(await ask(DEMO_ACCESS_KEY)).toBe('200 RUNNING')
    })
  })

  it('quotes the canonical request, security token included, if the signature is wrong', async () => {
    await withSigned(async (ask, _, simulator) => {
      const host = new URL(simulator.url).host
      const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
      expect(await ask({ ...WRONG_KEY, securityToken: 'secret-token' })).toBe(
        `401 APIG.0301 ${INCORRECT}verify aksk signature fail, canonicalRequest:GET|${PATH}/||host:${host}|` +
          `x-project-id:${PROJECT}|x-sdk-date:20260102T030405Z|x-security-token:secret-token||` +
          `host;x-project-id;x-sdk-date;x-security-token|${empty}`,
      )
      expect(await ask({ id: 'UNKNOWN', secret: DEMO_ACCESS_KEY.secret })).toContain(
        'verify aksk signature fail',
      )
    })
  })

  it('refuses a token, no credential, and a malformed signature', async () => {
    await withSigned(async (_ask, _clock, { url }) => {
      expect(await words(await fetch(url + PATH, { headers: { ...HEADERS, 'X-Auth-Token': 'x' } }))).toBe(
        `401 APIG.0301 ${INCORRECT}decrypt token fail`,
      )
      expect(await words(await fetch(url + PATH, { headers: HEADERS }))).toBe(
        `401 APIG.0301 ${INCORRECT}x-auth-token not found`,
      )
      const headers = { ...HEADERS, authorization: 'SDK-HMAC-SHA256 Access=x' }
      expect(await words(await fetch(url + PATH, { headers }))).toContain('not well formed')
    })
  })

  it('accepts a token if one is set', async () => {
    const test = async (ask: Ask, _: Clock, { url }: Simulator) => {
      expect(await words(await fetch(url + PATH, { headers: { ...HEADERS, 'X-Auth-Token': 'x' } }))).toBe(
        '200 RUNNING',
      )
      expect(await ask(DEMO_ACCESS_KEY)).toBe('200 RUNNING')
    }
    await withSigned(test, { token: 'x' })
  })

  it('requires only x-sdk-date to be signed', async () => {
    await withSigned(async (ask) => {
      expect(await ask(DEMO_ACCESS_KEY, { unsigned: ['host', 'x-project-id'] })).toBe('200 RUNNING')
      expect(await ask(DEMO_ACCESS_KEY, { unsigned: ['x-sdk-date'] })).toBe(
        `401 APIG.0301 ${INCORRECT}x-sdk-date must be sent and signed`,
      )
    })
  })

  it('accepts a request signed as the Terraform provider signs, and refuses a wrong signature over it', async () => {
    const asTerraform = { names: ['accept', 'content-type', 'user-agent', 'workspace', 'x-sdk-date'] }
    const headers = {
      Accept: '*/*',
      'Content-Type': 'application/json',
      'User-Agent': 'terraform',
      workspace: 'w',
    }
    const expiresAtMs = Date.parse('2026-01-02T03:05:05Z')
    const temporary = { id: 'TEMPORARY', secret: 's', securityToken: 't', expiresAtMs }
    const test = async (ask: Ask) => {
      expect(await ask(DEMO_ACCESS_KEY, { headers, ...asTerraform })).toBe('200 RUNNING')
      expect(await ask(temporary, { headers, ...asTerraform })).toBe('200 RUNNING')
      expect(await ask(WRONG_KEY, { headers, ...asTerraform })).toContain('verify aksk signature fail')
      const changed = { ...headers, 'User-Agent': 'another' }
      expect(await ask(DEMO_ACCESS_KEY, { headers, sent: changed, ...asTerraform })).toContain(
        'canonicalRequest:GET',
      )
    }
    await withSigned(test, { accessKeys: [DEMO_ACCESS_KEY, temporary] })
  })

  it('refuses a signature over a header that was not sent', async () => {
    await withSigned(async (ask) => {
      const names = ['x-absent', 'x-sdk-date']
      expect(await ask(DEMO_ACCESS_KEY, { names })).toContain('verify aksk signature fail')
    })
  })

  it('allows fifteen minutes between the two clocks, and names both times beyond that', async () => {
    await withSigned(async (ask, { atMs }) => {
      expect(await ask(DEMO_ACCESS_KEY, { atMs: atMs - 900_000 })).toBe('200 RUNNING')
      expect(await ask(DEMO_ACCESS_KEY, { atMs: atMs - 901_000 })).toBe(
        '401 APIG.0301 signature expired, signature time:20260102T024904Z,server time:20260102T030405Z',
      )
    })
  })

  it('shifts its clock by the offset, also in the Date header', async () => {
    const test = async (ask: Ask, { atMs }: Clock, { url, requests }: Simulator) => {
      expect(await ask(DEMO_ACCESS_KEY)).toContain('server time:20260102T040405Z')
      expect(await ask(DEMO_ACCESS_KEY, { atMs: atMs + 3_600_000 })).toBe('200 RUNNING')
      expect((await fetch(url)).headers.get('date')).toBe('Fri, 02 Jan 2026 04:04:05 GMT')
      expect(requests[0]?.atMs).toBe(atMs + 3_600_000)
    }
    await withSigned(test, { clockOffsetMs: 3_600_000 })
  })

  it('locks a key for five minutes after five bad signatures in a row', async () => {
    await withSigned(async (ask, clock) => {
      for (const _ of [1, 2, 3, 4]) await ask(WRONG_KEY)
      expect(await ask(DEMO_ACCESS_KEY)).toBe('200 RUNNING')
      for (const _ of [1, 2, 3, 4, 5]) expect(await ask(WRONG_KEY)).toContain('verify aksk signature fail')
      clock.atMs += 299_999
      expect(await ask(DEMO_ACCESS_KEY)).toBe('401 APIG.0301 AK access failed to reach the limit,forbidden')
      clock.atMs += 1
      expect(await ask(DEMO_ACCESS_KEY)).toContain('200')
    })
  })

  it('requires the security token of a temporary key, signed or not, until the key expires', async () => {
    const expiresAtMs = Date.parse('2026-01-02T03:05:05Z')
    const key = { id: 'TEMPORARY', secret: 's', securityToken: 't', expiresAtMs }
    const test = async (ask: Ask, clock: Clock) => {
      const { id, secret } = key
      const refusal = `401 APIG.0301 ${INCORRECT}decrypt token fail`
      expect(await ask(key)).toBe('200 RUNNING')
      expect(await ask({ id, secret })).toBe(refusal)
      expect(await ask({ ...key, securityToken: 'other' })).toBe(refusal)
      expect(await ask(key, { unsigned: ['x-security-token'] })).toBe('200 RUNNING')
      clock.atMs = expiresAtMs
      expect(await ask(key)).toBe(`401 APIG.0301 ${INCORRECT}the token has expired`)
    }
    await withSigned(test, { accessKeys: [key] })
  })
})
