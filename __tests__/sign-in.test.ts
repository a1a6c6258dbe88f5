import { describe, expect, it } from '@jest/globals'

import { createRedactor } from '../src/core/text/redact.ts'
import type { HttpResult, SendRequest } from '../src/http/transport.ts'
import type { KeylessChoice } from '../src/huaweicloud/credential/credentials.ts'
import { createServiceClock } from '../src/huaweicloud/service/service-clock.ts'
import { SetupError } from '../src/inputs/setup-error.ts'
import { signIn } from '../src/sign-in.ts'
import { NO_ID_TOKEN, NO_ID_TOKEN_FOR_FORK, REFUSED_KEYS_ADVICE } from '../src/sign-in-advice.ts'
import { runContext } from './support/fakes/commit-statuses.ts'
import { fakeClock } from './support/fakes/fake-clock.ts'
import { fakeRunner } from './support/fakes/fake-runner.ts'
import { aRequest, headersOf } from './support/fakes/keys.ts'

const NOW_MS = Date.UTC(2026, 0, 31, 12, 0, 0)
const HOUR_MS = 3_600_000
const TWO_HOURS_AGO = { date: 'Sat, 31 Jan 2026 10:00:00 GMT' }
const AGENCY: KeylessChoice = {
  kind: 'trust-agency',
  provider: 'iam::0123:oidcProvider:github',
  agency: 'iam::0123:agency:deploy',
  audience: 'huaweicloud',
  stsEndpoint: 'https://sts.example',
}
const USER: KeylessChoice = {
  kind: 'federated-user',
  provider: 'github',
  audience: 'huaweicloud',
  iamEndpoint: 'https://iam.example',
}
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
const RESET: HttpResult = { kind: 'failure', reason: 'connection', detail: 'ECONNRESET' }

describe('signIn through a trust agency', () => {
  it('exchanges the ID token for keys, and signs with them', async () => {
    const { credential, sent, cancelled } = await signedIn(AGENCY)
    const headers = await headersOf(credential, aRequest())
    expect(headers).toMatchObject({ 'x-security-token': 'token-no-1', 'x-sdk-date': '20260131T120000Z' })
    expect(headers?.authorization).toContain(
      'Access=HSTAKEY1, SignedHeaders=host;x-sdk-date;x-security-token',
    )
    expect(sent.map(({ request }) => `${request.method} ${request.url.href}`)).toEqual([
      'GET https://github.example/id-token?v=2&audience=huaweicloud',
      'POST https://sts.example/v5/agencies/assume-with-oidc',
    ])
    expect(sent.every(({ signal }) => signal === cancelled.signal)).toBe(true)
    expect(bodyOf(sent[1])).toEqual({
      provider_urn: 'iam::0123:oidcProvider:github',
      agency_urn: 'iam::0123:agency:deploy',
      agency_session_name: 'gh-17-2',
      id_token: 'id.token.1',
      duration_seconds: 2400,
    })
  })

  it('masks every secret before it is used', async () => {
    const { happened } = await signedIn(AGENCY)
    expect(happened).toEqual([
      'ask github.example',
      'mask id.token.1',
      'ask sts.example',
      'mask HSTAKEY1',
      'mask secret-no-1',
      'mask token-no-1',
    ])
  })
})

describe('signIn as a federated user', () => {
  it('exchanges the ID token for an unscoped token, and that for keys', async () => {
    const { credential, sent } = await signedIn(USER)
    expect(await headersOf(credential, aRequest())).toMatchObject({ 'x-security-token': 'token-no-1' })
    expect(sent.map(({ request }) => `${request.method} ${request.url.href}`)).toEqual([
      'GET https://github.example/id-token?v=2&audience=huaweicloud',
      'POST https://iam.example/v3.0/OS-AUTH/id-token/tokens',
      'POST https://iam.example/v3.0/OS-CREDENTIAL/securitytokens',
    ])
    expect(sent[1]?.request.headers).toMatchObject({ 'x-idp-id': 'github' })
    expect(bodyOf(sent[1])).toEqual({ auth: { id_token: { id: 'id.token.1' } } })
    const token = { id: 'unscoped-token-1', duration_seconds: '2400' }
    expect(bodyOf(sent[2])).toEqual({ auth: { identity: { methods: ['token'], token } } })
  })

  it('masks every secret before it is used', async () => {
    const { happened } = await signedIn(USER)
    expect(happened).toEqual([
      'ask github.example',
      'mask id.token.1',
      'ask iam.example',
      'mask unscoped-token-1',
      'ask iam.example',
      'mask HSTAKEY1',
      'mask secret-no-1',
      'mask token-no-1',
    ])
  })

  it('begins with a new ID token if the second request of IAM fails', async () => {
    const { credential, sent, log } = await signedIn(USER, {
      key: (count) => (count === 1 ? response(503, '') : issued(USER, count)),
    })
    expect(await headersOf(credential, aRequest())).toMatchObject({ 'x-security-token': 'token-no-2' })
    expect(bodyOf(sent[4])).toEqual({ auth: { id_token: { id: 'id.token.2' } } })
    expect(log).toEqual(['IAM gave no temporary key (HTTP 503). Trying again in 500ms.'])
  })

  it.each<readonly [string, HttpResult, string]>([
    [
      'without a token',
      response(201, '{"token":{}}'),
      "IAM gave no unscoped token (HTTP 201, the answer is not the JSON that the service documents, the header 'x-subject-token' does not hold 8 to 65536 printable characters)",
    ],
    [
      'with a token that is too short',
      response(201, '{}', { 'x-subject-token': '1234567' }),
      "the header 'x-subject-token' does not hold",
    ],
    ['with another status', response(202, '{}', { 'x-subject-token': 'token-202' }), '(HTTP 202)'],
  ])('asks again after an answer %s', async (_what, first, words) => {
    const { credential, log } = await signedIn(USER, {
      token: (count) => (count === 1 ? first : unscoped(count)),
    })
    expect(credential).toBeDefined()
    expect(log).toEqual([expect.stringContaining(words)])
  })

  it('ends at a refusal, and names its code, request and setting', async () => {
    const refusal = response(403, '{"error":{"code":403,"message":"no rule fits","title":"Forbidden"}}', {
      'x-iam-trace-id': 'trace-1',
    })
    const { error } = await signedIn(USER, { token: () => refusal })
    expect(error?.problems).toEqual([
      expect.stringMatching(
        /^IAM did not accept the ID token \(HTTP 403, 403 no rule fits, request trace-1\)\. Check that a conversion rule/,
      ),
    ])
  })
})

describe.each([
  ['a trust agency', AGENCY],
  ['a federated user', USER],
])('signIn as %s', (_way, choice) => {
  const masks = (count: string): readonly string[] => [
    `mask HSTAKEY${count}`,
    `mask secret-no-${count}`,
    `mask token-no-${count}`,
  ]

  it('renews its keys with another ID token, and masks what is new', async () => {
    const { credential, happened, sent, moveTo } = await signedIn(choice)
    happened.length = 0
    moveTo(NOW_MS + HOUR_MS)
    expect(await headersOf(credential, aRequest())).toHaveProperty('x-security-token', 'token-no-2')
    const exchange =
      choice === AGENCY
        ? ['ask sts.example']
        : ['ask iam.example', 'mask unscoped-token-2', 'ask iam.example']
    expect(happened).toEqual(['ask github.example', 'mask id.token.2', ...exchange, ...masks('2')])
    expect(idTokensIn(sent)).toEqual(['id.token.1', 'id.token.2'])
    expect(JSON.stringify(bodyOf(sent.at(-1)))).toMatch(/"duration_seconds":"?2400\b/)
  })

  it('judges the end of the keys and the first signature by the clock of their issuer', async () => {
    const { credential, happened } = await signedIn(choice, {
      key: (count) => issued(choice, count, NOW_MS - HOUR_MS, TWO_HOURS_AGO),
    })
    happened.length = 0
    expect(await headersOf(credential, aRequest())).toHaveProperty('x-sdk-date', '20260131T100000Z')
    expect(happened).toEqual([])
  })

  it('learns no time from an error page, or from GitHub', async () => {
    const { credential } = await signedIn(choice, {
      github: (count) => idToken(count, TWO_HOURS_AGO),
      key: (count) => (count === 1 ? response(503, '', TWO_HOURS_AGO) : issued(choice, count)),
    })
    expect(await headersOf(credential, aRequest())).toHaveProperty('x-sdk-date', '20260131T120000Z')
  })

  it('keeps the time that it learned if the answer to a renewal has no date', async () => {
    const { credential, moveTo } = await signedIn(choice, {
      key: (count) =>
        count === 1 ? issued(choice, 1, NOW_MS - HOUR_MS, TWO_HOURS_AGO) : issued(choice, count),
    })
    moveTo(NOW_MS + HOUR_MS)
    expect(await headersOf(credential, aRequest())).toMatchObject({
      'x-security-token': 'token-no-2',
      'x-sdk-date': '20260131T110000Z',
    })
  })

  it('has advice for a service that refuses its keys', async () => {
    const { credential } = await signedIn(choice)
    expect(credential?.refusedAdvice).toBe(REFUSED_KEYS_ADVICE)
  })

  it.each<readonly [string, HttpResult, object]>([
    [
      'a refusal',
      response(403, '{"error_code":"PAP5.0001","error_msg":"access denied","request_id":"r9"}'),
      {
        kind: 'final',
        fault: { reason: 'forbidden', error: { code: 'PAP5.0001', requestId: 'r9' } },
      },
    ],
    ['a transient fault', response(503, ''), { kind: 'passing', fault: { httpStatus: 503 } }],
  ])(
    'answers with advice if its keys have ended and the renewal fails: %s',
    async (_what, failed, expected) => {
      const { credential, moveTo } = await signedIn(choice, {
        key: (count) => (count === 1 ? issued(choice, 1) : failed),
      })
      moveTo(NOW_MS + HOUR_MS)
      expect(await headersOf(credential, aRequest())).toBeUndefined()
      const problem = credential?.problem()
      expect(problem).toMatchObject(expected)
      expect(problem?.fault.advice).toMatch(
        /^Renewing the temporary keys failed: (?:STS|IAM) gave no temporary key\. Check .*docs\/authentication\.md/,
      )
    },
  )

  describe('if the runner offers no ID token', () => {
    it.each<readonly [string, unknown, Readonly<Record<string, string>>, string]>([
      ['the job may not ask', {}, {}, NO_ID_TOKEN],
      ['the event is not known', undefined, {}, NO_ID_TOKEN],
      ['the run is of a fork', FORK, {}, NO_ID_TOKEN_FOR_FORK],
      ['the run is of the base', FORK, { GITHUB_EVENT_NAME: 'pull_request_target' }, NO_ID_TOKEN],
    ])('says that %s, and sends nothing', async (_what, event, variables, problem) => {
      const withoutPermission = { ACTIONS_ID_TOKEN_REQUEST_URL: '', ...variables }
      const { error, happened } = await signedIn(choice, { event, variables: withoutPermission })
      expect(error?.problems).toEqual([problem])
      expect(happened).toEqual([])
    })
  })

  describe("GitHub's answer", () => {
    it.each<readonly [string, HttpResult]>([
      ['no JSON', response(200, '<html>')],
      ['no token', response(200, '{}')],
      ['a token with a blank', response(200, '{"value":"an ID token"}')],
      ['a token that is too short to be masked', response(200, '{"value":"a.b.c"}')],
      ['no success', response(500, '{"message":"down"}')],
      ['no answer', RESET],
    ])('is asked for again if it is %s', async (_what, first) => {
      const { credential, clock, happened, log } = await signedIn(choice, {
        github: (count) => (count === 1 ? first : idToken(count)),
      })
      expect(await headersOf(credential, aRequest())).toHaveProperty('x-security-token', 'token-no-1')
      expect(clock.sleeps).toEqual([500])
      expect(log).toEqual([
        expect.stringMatching(/^GitHub's service gave no ID token \(.*\)\. Trying again in 500ms\.$/),
      ])
      expect(happened.slice(0, 3)).toEqual(['ask github.example', 'ask github.example', 'mask id.token.2'])
    })

    it('ends the sign-in if it is a refusal, without the request token that it quotes', async () => {
      const body = '{"message":"request-token may not, request-token"}'
      const refusal = response(403, body, { 'x-request-id': 'r' })
      const { error, happened } = await signedIn(choice, { github: () => refusal })
      expect(happened).toEqual(['ask github.example'])
      expect(error?.problems).toEqual([
        expect.stringMatching(
          /^GitHub's service gave no ID token \(HTTP 403, \*\*\* may not, \*\*\*, request r\)\. Check that the job/,
        ),
      ])
    })

    it('is given up after two minutes, and the message names the last fault', async () => {
      const { error, clock } = await signedIn(choice, {
        github: () => response(200, '{"message":"no value"}'),
      })
      expect(clock.now()).toBe(120_000)
      expect(error?.problems).toEqual([
        expect.stringMatching(
          /^GitHub's service gave no ID token \(HTTP 200, the answer is not .*, the field 'value' does not hold .*, no value\)\./,
        ),
      ])
    })
  })

  describe('the answer with the keys', () => {
    it.each<readonly [string, HttpResult]>([
      ['no success', response(503, '')],
      ['no key', response(200, '{"credentials":{},"credential":{}}')],
      ['no answer', RESET],
      ['a key that is too short to be masked', issued(choice, 1, NOW_MS + HOUR_MS, {}, { secret: 'succ' })],
    ])('is asked for again with another ID token if it is %s', async (_what, first) => {
      const { credential, sent, clock, happened, log } = await signedIn(choice, {
        key: (count) => (count === 1 ? first : issued(choice, count)),
      })
      expect(await headersOf(credential, aRequest())).toHaveProperty('x-security-token', 'token-no-2')
      expect(clock.sleeps).toEqual([500])
      expect(log).toEqual([
        expect.stringMatching(/^(?:STS|IAM) gave no temporary key \(.*\)\. Trying again in 500ms\.$/),
      ])
      expect(idTokensIn(sent)).toEqual(['id.token.1', 'id.token.2'])
      expect(happened).not.toContain('mask succ')
    })

    it.each<readonly [string, HttpResult, RegExp]>([
      [
        'a key that ended a year ago',
        issued(choice, 1, NOW_MS - 365 * 24 * HOUR_MS, { date: 'Sat, 31 Jan 2026 12:00:00 GMT' }),
        /, the key ended at 2025-01-31T12:00:00\.000Z, before it was issued\)\. This is not an answer/,
      ],
      [
        'a security token of more than 64 KiB',
        issued(choice, 1, NOW_MS + HOUR_MS, {}, { token: 'x'.repeat(65_537) }),
        /, the field 'security_?token' does not hold 8 to 65536 printable characters\)\. This is not/,
      ],
      [
        'an answer over 8 MiB',
        { kind: 'failure', reason: 'too-large', status: 200, headers: {} },
        /\(HTTP 200, the answer is larger than 8 MiB\)\. This is not an answer that IAM or STS documents/,
      ],
      [
        'an answer without an end',
        { kind: 'failure', reason: 'timeout', status: 200, headers: {} },
        /\(HTTP 200, the answer was not complete within 15 seconds\)\. This is not an answer/,
      ],
    ])('ends the sign-in if it stays %s, and the message names the cause', async (_what, answer, words) => {
      const { error, happened } = await signedIn(choice, { key: () => answer })
      expect(error?.problems).toEqual([expect.stringMatching(words)])
      expect(happened.filter((each) => each.length > 60_000)).toEqual([])
    })

    it('may have no date: its keys are then tried, though this machine takes them for ended', async () => {
      const { credential } = await signedIn(choice, {
        key: (count) => issued(choice, count, NOW_MS - HOUR_MS),
      })
      expect(await headersOf(credential, aRequest())).toHaveProperty('x-security-token', 'token-no-1')
    })

    it('is given up after two minutes if nothing answers, and the message says where to look', async () => {
      const { error, clock, sent } = await signedIn(choice, {
        key: () => ({ kind: 'failure', reason: 'connection', detail: 'ECONNREFUSED' }),
      })
      expect(clock.now()).toBe(120_000)
      expect(sent.length).toBeGreaterThan(20)
      expect(error?.problems).toEqual([
        expect.stringMatching(
          /^(?:STS|IAM) gave no temporary key \(ECONNREFUSED\)\. Check .*'(?:sts|iam)-endpoint'/,
        ),
      ])
      expect(error?.error).toBeUndefined()
    })

    it.each([0, 3])('ends the sign-in at a refusal after %i transient faults', async (faults) => {
      const { error, sent, clock } = await signedIn(choice, {
        key: (count) => (count <= faults ? RESET : response(403, '{"error_code":"PAP5.0001"}')),
      })
      expect(clock.sleeps).toHaveLength(faults)
      expect(idTokensIn(sent)).toHaveLength(faults + 1)
      expect(error?.problems).toEqual([expect.stringContaining('(HTTP 403, PAP5.0001). Check ')])
      expect(error?.error).toEqual({ code: 'PAP5.0001' })
    })

    it('is masked even if it is a refusal', async () => {
      const { happened } = await signedIn(choice, {
        key: (count) => ({ ...issued(choice, count), status: 403 }),
      })
      expect(happened.slice(-3)).toEqual(masks('1'))
    })

    it('ends the sign-in if it is a refusal, without the ID token that it quotes, and gives its code', async () => {
      const body = { error_code: 'PAP5.0001', error_msg: 'access denied for id.token.1', request_id: 'r9' }
      const { error } = await signedIn(choice, { key: () => response(403, JSON.stringify(body)) })
      expect(error?.problems).toEqual([
        expect.stringMatching(
          /gave no temporary key \(HTTP 403, PAP5\.0001 access denied for \*\*\*, request r9\)\. Check th(?:at|e) /,
        ),
      ])
      expect(error?.error).toEqual({ code: 'PAP5.0001', message: 'access denied for ***', requestId: 'r9' })
    })

    it('loses the ID token before it is cut', async () => {
      const body = { error_msg: `${'x'.repeat(495)}id.token.1` }
      const { error } = await signedIn(choice, { key: () => response(400, JSON.stringify(body)) })
      expect(error?.problems.join()).toContain(`${'x'.repeat(495)}***`)
      expect(error?.problems.join()).not.toContain('id.t')
    })

    it('is cut to the two minutes if it wants a longer pause', async () => {
      const { clock } = await signedIn(choice, { key: () => response(503, '', { 'retry-after': '86400' }) })
      expect(clock.sleeps).toEqual([120_000])
    })
  })

  it.each<readonly [string, HttpResult]>([
    ['a transient fault', { kind: 'failure', reason: 'connection', detail: 'cancelled' }],
    ['a refusal', response(403, '')],
  ])('returns nothing if the run is cancelled during an attempt that ends with %s', async (_what, result) => {
    const { credential, error, happened } = await signedIn(choice, {
      github: (_count, abort) => {
        abort()
        return result
      },
    })
    expect([credential, error]).toEqual([undefined, undefined])
    expect(happened).toEqual(['ask github.example'])
  })

  it('returns nothing, at once, if the run is cancelled during a pause', async () => {
    const { credential, error, clock } = await signedIn(choice, {
      github(_count, abort) {
        setImmediate(abort)
        return RESET
      },
    })
    expect([credential, error]).toEqual([undefined, undefined])
    expect(clock.now()).toBe(0)
  })

  it('keeps a key that came with the cancellation', async () => {
    const { credential } = await signedIn(choice, {
      key: (count, abort) => {
        abort()
        return issued(choice, count)
      },
    })
    expect(await headersOf(credential, aRequest())).toHaveProperty('x-security-token', 'token-no-1')
  })
})

type Service = (count: number, abort: () => void) => HttpResult
type Sent = { readonly request: Parameters<SendRequest>[0]; readonly signal: AbortSignal }
type Options = {
  readonly github?: Service
  /** Answers the request for an unscoped token. */
  readonly token?: Service
  /** Answers the request for a key, at STS or IAM. */
  readonly key?: Service
  readonly variables?: Readonly<Record<string, string>>
  readonly event?: unknown
}

async function signedIn(choice: KeylessChoice, options: Options = {}) {
  const variables: Readonly<Record<string, string>> = { ...OFFERED, ...options.variables }
  const happened: string[] = []
  const log: string[] = []
  const sent: Sent[] = []
  const clock = fakeClock()
  const { add, redact } = createRedactor()
  add(OFFERED.ACTIONS_ID_TOKEN_REQUEST_TOKEN)
  const cancelled = new AbortController()
  let wallMs = NOW_MS
  const services: Readonly<Record<'github' | 'token' | 'key', Service>> = {
    github: options.github ?? ((count) => idToken(count)),
    token: options.token ?? unscoped,
    key: options.key ?? ((count) => issued(choice, count, wallMs + HOUR_MS)),
  }
  const counts = { github: 0, token: 0, key: 0 }
  const send: SendRequest = (request, signal) => {
    const { host, pathname } = request.url
    const name =
      host === 'github.example' ? 'github' : pathname.endsWith('/id-token/tokens') ? 'token' : 'key'
    happened.push(`ask ${host}`)
    sent.push({ request, signal })
    counts[name] += 1
    const abort = (): void => {
      cancelled.abort()
    }
    return Promise.resolve(services[name](counts[name], abort))
  }
  const records = {
    happened,
    log,
    sent,
    clock,
    cancelled,
    moveTo: (ms: number): void => {
      clock.advance(ms - wallMs)
      wallMs = ms
    },
  }
  try {
    const credential = await signIn(choice, 1_800_000, {
      connect: () => send,
      readVariable: (name) => variables[name] ?? '',
      readRun: () => runContext({ eventName: variables.GITHUB_EVENT_NAME ?? '', payload: options.event }),
      runner: {
        ...fakeRunner(),
        mask(secret) {
          happened.push(`mask ${secret}`)
          add(secret)
        },
        info: (text) => void log.push(text),
      },
      redact,
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

/** Returns the ID token of each exchange, in order. */
function idTokensIn(sent: readonly Sent[]): readonly string[] {
  return sent.flatMap(({ request }) => /id\.token\.\d+/.exec(String(request.body)) ?? [])
}

function bodyOf(sent: Sent | undefined): unknown {
  return JSON.parse(String(sent?.request.body))
}

function idToken(count: number, headers: Record<string, string> = {}): HttpResult {
  return response(200, JSON.stringify({ count: 1, value: `id.token.${String(count)}` }), headers)
}

function unscoped(count: number): HttpResult {
  return response(201, '{"token":{}}', { 'x-subject-token': `unscoped-token-${String(count)}` })
}

function issued(
  { kind }: KeylessChoice,
  count: number,
  endsMs = NOW_MS + HOUR_MS,
  headers: Record<string, string> = {},
  { secret = `secret-no-${String(count)}`, token = `token-no-${String(count)}` } = {},
): HttpResult {
  const id = `HSTAKEY${String(count)}`
  const end = new Date(endsMs).toISOString()
  return kind === 'trust-agency'
    ? response(
        200,
        JSON.stringify({
          credentials: {
            access_key_id: id,
            secret_access_key: secret,
            security_token: token,
            expiration: end,
          },
        }),
        headers,
      )
    : response(
        201,
        JSON.stringify({ credential: { access: id, secret, securitytoken: token, expires_at: end } }),
        headers,
      )
}

function response(status: number, body: string, headers: Record<string, string> = {}): HttpResult {
  return { kind: 'response', status, headers, body }
}
