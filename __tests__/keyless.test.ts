import { describe, expect, it } from '@jest/globals'

import { SetupError } from '../src/inputs/setup-error.ts'
import { createRedactor } from '../src/core/text/redact.ts'
import type { HttpResult, SendRequest } from '../src/http/transport.ts'
import { createServiceClock } from '../src/huaweicloud/service/service-clock.ts'
import { NO_ID_TOKEN, NO_ID_TOKEN_FOR_FORK } from '../src/sign-in-advice.ts'
import { connectKeyless } from '../src/keyless.ts'
import { fakeClock } from './support/fakes/fake-clock.ts'
import { aRequest } from './support/keys.ts'

const NOW_MS = Date.UTC(2026, 0, 31, 12, 0, 0)
const CHOICE = {
  kind: 'oidc',
  provider: 'iam::0123:oidcProvider:github',
  agency: 'iam::0123:agency:deploy',
  audience: 'huaweicloud',
  stsEndpoint: 'https://sts.example',
} as const
const OFFERED = {
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://github.example/id-token?v=2',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
  GITHUB_RUN_ID: '17',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_EVENT_NAME: 'pull_request',
}
const FORK = {
  pull_request: {
    head: { repo: { full_name: 'stranger/repo' } },
    base: { repo: { full_name: 'octo-org/repo' } },
  },
}

describe('connectKeyless', () => {
  it("exchanges the job's ID token for keys, and signs with them", async () => {
    const { credential, github, sts, cancelled } = await connect()
    const headers = await credential?.headersFor(aRequest())
    expect(headers).toMatchObject({ 'x-security-token': 'token-1', 'x-sdk-date': '20260131T120000Z' })
    expect(headers?.authorization).toContain('Access=AK1, SignedHeaders=host;x-sdk-date;x-security-token')
    expect(github).toMatchObject([
      {
        request: {
          method: 'GET',
          url: new URL('https://github.example/id-token?v=2&audience=huaweicloud'),
          headers: { authorization: 'bearer request-token' },
        },
        signal: cancelled.signal,
      },
    ])
    expect(sts).toMatchObject([
      {
        request: {
          method: 'POST',
          url: new URL('https://sts.example/v5/agencies/assume-with-oidc'),
        },
        signal: cancelled.signal,
      },
    ])
    expect(sts[0]?.request.headers).not.toHaveProperty('authorization')
    expect(JSON.parse(String(sts[0]?.request.body))).toEqual({
      provider_urn: 'iam::0123:oidcProvider:github',
      agency_urn: 'iam::0123:agency:deploy',
      agency_session_name: 'gh-17-2',
      id_token: 'id.token.1',
      duration_seconds: 2400,
    })
  })

  it('masks every secret before it is used', async () => {
    const { happened } = await connect()
    expect(happened).toEqual([
      'ask GitHub',
      'mask id.token.1',
      'ask STS',
      'mask AK1',
      'mask secret-1',
      'mask token-1',
    ])
  })

  it('renews its keys with another ID token, and masks what is new', async () => {
    const { credential, happened, moveTo, sts } = await connect()
    happened.length = 0
    moveTo(NOW_MS + 3_600_000)
    await credential?.ready()
    expect(await credential?.headersFor(aRequest())).toHaveProperty('x-security-token', 'token-2')
    const masks = ['mask AK2', 'mask secret-2', 'mask token-2']
    expect(happened).toEqual(['ask GitHub', 'mask id.token.2', 'ask STS', ...masks])
    expect(sts.map(({ request }) => JSON.parse(String(request.body)) as unknown)).toMatchObject([
      { id_token: 'id.token.1', duration_seconds: 2400 },
      { id_token: 'id.token.2', duration_seconds: 2400 },
    ])
  })

  it('judges the end of the keys and the first signature by the clock of STS', async () => {
    const { credential, happened } = await connect({
      sts: (count) =>
        issued(count, NOW_MS - 7_200_000 + 3_600_000, { date: 'Sat, 31 Jan 2026 10:00:00 GMT' }),
    })
    happened.length = 0
    expect(await credential?.headersFor(aRequest())).toHaveProperty('x-sdk-date', '20260131T100000Z')
    expect(happened).toEqual([])
  })

  it('learns no time from what answers in place of STS', async () => {
    const { credential } = await connect({
      sts: (count) =>
        count === 1 ? response(503, '', { date: 'Sat, 31 Jan 2026 10:00:00 GMT' }) : issued(count),
    })
    expect(await credential?.headersFor(aRequest())).toHaveProperty('x-sdk-date', '20260131T120000Z')
  })

  it('learns no time from GitHub, whose clock it does not sign by', async () => {
    const { credential } = await connect({
      github: (count) => idToken(count, { date: 'Sat, 31 Jan 2026 10:00:00 GMT' }),
    })
    expect(await credential?.headersFor(aRequest())).toHaveProperty('x-sdk-date', '20260131T120000Z')
  })

  describe('where the runner offers no ID token', () => {
    const withoutPermission = { ACTIONS_ID_TOKEN_REQUEST_URL: '' }

    it.each<readonly [string, unknown, Readonly<Record<string, string>>, string]>([
      ['the job may not ask', {}, {}, NO_ID_TOKEN],
      ['the event is not known', undefined, {}, NO_ID_TOKEN],
      ['the run is of a fork', FORK, {}, NO_ID_TOKEN_FOR_FORK],
      ['the run is of the base', FORK, { GITHUB_EVENT_NAME: 'pull_request_target' }, NO_ID_TOKEN],
    ])('says that %s, and asks nobody', async (_what, event, variables, problem) => {
      const { error, happened } = await connect({ event, variables: { ...withoutPermission, ...variables } })
      expect(error?.problems).toEqual([problem])
      expect(happened).toEqual([])
    })
  })

  describe("GitHub's answer", () => {
    it.each<readonly [string, HttpResult]>([
      ['no JSON', response(200, '<html>')],
      ['no token', response(200, '{}')],
      ['a token with a blank', response(200, '{"value":"a b"}')],
      ['no success', response(500, '{"message":"down"}')],
      ['no answer', { kind: 'failure', reason: 'connection', detail: 'ECONNRESET' }],
    ])('is asked for again where it is %s', async (_what, first) => {
      const { credential, clock, happened } = await connect({
        github: (count) => (count === 1 ? first : idToken(count)),
      })
      expect(await credential?.headersFor(aRequest())).toHaveProperty('x-security-token', 'token-1')
      expect(clock.sleeps).toEqual([500])
      expect(happened.slice(0, 4)).toEqual([
        'ask GitHub',
        expect.stringMatching(/^log GitHub's service gave no ID token \(.*\)\. Trying again in 500ms\.$/),
        'ask GitHub',
        'mask id.token.2',
      ])
    })

    it('ends it where it is a refusal, without the request token that it quotes', async () => {
      const { error } = await connect({
        github: () =>
          response(403, '{"message":"request-token may not, request-token"}', { 'x-request-id': 'r' }),
      })
      expect(error?.problems).toEqual([
        expect.stringMatching(
          /^GitHub's service gave no ID token \(HTTP 403, \*\*\* may not, \*\*\*, request r\)\. Check that the job/,
        ),
      ])
    })

    it('is given up after two minutes, and says what was seen', async () => {
      const { error, clock } = await connect({ github: () => response(200, '{"message":"no value"}') })
      expect(clock.now()).toBe(120_000)
      expect(error?.problems).toEqual([
        expect.stringMatching(/^GitHub's service gave no ID token \(HTTP 200, no value\)\./),
      ])
    })
  })

  describe("STS's answer", () => {
    it.each<readonly [string, HttpResult]>([
      ['no success', response(503, '')],
      ['no key', response(200, '{"credentials":{}}')],
      ['no answer', { kind: 'failure', reason: 'connection', detail: 'ECONNRESET' }],
    ])('is asked for again with another ID token where it is %s', async (_what, first) => {
      const { credential, sts, clock } = await connect({
        sts: (count) => (count === 1 ? first : issued(count)),
      })
      await credential?.ready()
      expect(await credential?.headersFor(aRequest())).toHaveProperty('x-security-token', 'token-2')
      expect(clock.sleeps).toEqual([500])
      expect(sts.map(({ request }) => JSON.parse(String(request.body)) as unknown)).toMatchObject([
        { id_token: 'id.token.1' },
        { id_token: 'id.token.2' },
      ])
    })

    it('is given up after two minutes where nobody is there, and says where to look', async () => {
      const { error, clock, sts } = await connect({
        sts: () => ({ kind: 'failure', reason: 'connection', detail: 'ECONNREFUSED' }),
      })
      expect(clock.now()).toBe(120_000)
      expect(sts.length).toBeGreaterThan(10)
      expect(error?.problems).toEqual([
        expect.stringMatching(
          /^STS gave no temporary key \(ECONNREFUSED\)\. Check that STS exists in this region/,
        ),
      ])
    })

    it('ends it where it is a refusal, without the ID token that it quotes, and gives its code', async () => {
      const body = { error_code: 'PAP5.0001', error_msg: 'access denied for id.token.1', request_id: 'r9' }
      const { error, happened } = await connect({ sts: () => response(403, JSON.stringify(body)) })
      expect(error?.problems).toEqual([
        expect.stringMatching(
          /^STS gave no temporary key \(HTTP 403, PAP5\.0001 access denied for \*\*\*, request r9\)\. Check that the trust/,
        ),
      ])
      expect(error?.error).toEqual({ code: 'PAP5.0001', message: 'access denied for ***', requestId: 'r9' })
      expect(happened).toHaveLength(3)
    })

    it('hides the ID token before anything is cut', async () => {
      const body = { error_msg: `${'x'.repeat(495)}id.token.1` }
      const { error } = await connect({ sts: () => response(400, JSON.stringify(body)) })
      expect(error?.problems.join()).toContain(`${'x'.repeat(495)}***`)
      expect(error?.problems.join()).not.toContain('id.t')
    })
  })

  it('returns nothing where the run is cancelled meanwhile', async () => {
    const { credential, error, happened } = await connect({
      github: (_count, abort) => {
        abort()
        return { kind: 'failure', reason: 'connection', detail: 'cancelled' }
      },
    })
    expect(error).toBeUndefined()
    expect(credential).toBeUndefined()
    expect(happened).toEqual(['ask GitHub'])
  })
})

type Service = (count: number, abort: () => void) => HttpResult
type Sent = { readonly request: Parameters<SendRequest>[0]; readonly signal: AbortSignal }
type Options = {
  readonly github?: Service
  readonly sts?: Service
  readonly variables?: Readonly<Record<string, string>>
  readonly event?: unknown
}

async function connect(options: Options = {}) {
  const variables: Readonly<Record<string, string>> = { ...OFFERED, ...options.variables }
  const happened: string[] = []
  const github: Sent[] = []
  const sts: Sent[] = []
  const clock = fakeClock()
  const { add, redact } = createRedactor()
  add(OFFERED.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
  const cancelled = new AbortController()
  let wallMs = NOW_MS
  const sendTo =
    (name: string, sent: Sent[], service: Service): SendRequest =>
    (request, signal) => {
      happened.push(`ask ${name}`)
      sent.push({ request, signal })
      const abort = (): void => {
        cancelled.abort()
      }
      return Promise.resolve(service(sent.length, abort))
    }
  const records = {
    happened,
    github,
    sts,
    clock,
    cancelled,
    moveTo: (ms: number): void => {
      clock.advance(ms - wallMs)
      wallMs = ms
    },
  }
  try {
    const credential = await connectKeyless(CHOICE, 1_800_000, {
      sendToGitHub: sendTo('GitHub', github, options.github ?? ((count) => idToken(count))),
      sendToSts: sendTo('STS', sts, options.sts ?? ((count) => issued(count, wallMs + 3_600_000))),
      readVariable: (name) => variables[name] ?? '',
      readEvent: () => options.event,
      mask(secret) {
        happened.push(`mask ${secret}`)
        add(secret)
      },
      redact,
      info: (text) => void happened.push(`log ${text}`),
      clock,
      serviceClock: createServiceClock(() => wallMs),
      random: () => 0.5,
      cancelled: cancelled.signal,
    })
    return { ...records, credential, error: undefined }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    return { ...records, credential: undefined, error }
  }
}

function idToken(count: number, headers: Record<string, string> = {}): HttpResult {
  return response(200, JSON.stringify({ count: 1, value: `id.token.${String(count)}` }), headers)
}

function issued(
  count: number,
  endsMs = NOW_MS + 3_600_000,
  headers: Record<string, string> = {},
): HttpResult {
  const text = String(count)
  const credentials = {
    access_key_id: `AK${text}`,
    secret_access_key: `secret-${text}`,
    security_token: `token-${text}`,
    expiration: new Date(endsMs).toISOString(),
  }
  return response(200, JSON.stringify({ credentials }), headers)
}

function response(status: number, body: string, headers: Record<string, string> = {}): HttpResult {
  return { kind: 'response', status, headers, body }
}
