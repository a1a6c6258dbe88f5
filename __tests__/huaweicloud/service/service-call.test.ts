import { describe, expect, it } from '@jest/globals'

import { omitUndefined } from '../../../src/core/task/omit-undefined.ts'
import type { Credential } from '../../../src/huaweicloud/credential/credentials.ts'
import type { HttpRequest, HttpResult, SendRequest } from '../../../src/http/transport.ts'
import type { FailedAnswer } from '../../../src/huaweicloud/service/service-answer.ts'
import { createServiceCall, repeatedOnce } from '../../../src/huaweicloud/service/service-call.ts'
import { fakeClock } from '../../support/fakes/fake-clock.ts'
import { aRequest, handClock } from '../../support/fakes/keys.ts'

const NOW_MS = Date.UTC(2026, 0, 31, 12, 0, 0)
/** By the monotonic clock. */
const START_MS = 7000
const AN_HOUR_LATER = 'Sat, 31 Jan 2026 13:00:00 GMT'

describe('createServiceCall', () => {
  it('adds the credential to the request', async () => {
    const { sent, call, signal } = setUp([response(200, '{"a":1}')])
    const request = { ...aRequest(), method: 'POST', headers: { accept: 'x' }, body: '{}' } as const
    expect(await call(request)).toStrictEqual({
      answer: { kind: 'success', body: { a: 1 }, error: {} },
      attempts: 1,
    })
    const withCredential = { ...request, headers: { accept: 'x', 'x-attempt': '1' } }
    expect(sent).toEqual([{ request: withCredential, signal, limitMs: 15_000 }])
  })

  it.each([
    ['a success', response(200, '{}', { date: AN_HOUR_LATER }), 3_600_000],
    ['a refusal', response(403, '{}', { date: AN_HOUR_LATER }), 3_600_000],
    ['an answer without one', response(200, '{}'), 0],
    ['an answer that is cut', { kind: 'failure', reason: 'cut', status: 200 } as const, 0],
    ['a gateway that is not well', response(502, '', { date: AN_HOUR_LATER }), 0],
    ['a throttle', response(429, '', { date: AN_HOUR_LATER }), 0],
    ['a page in place of an answer', response(200, '<html>', { date: AN_HOUR_LATER }), 0],
  ])('learns the time of the service from %s, or not', async (_what, result, offsetMs) => {
    const { call, serviceClock } = setUp([result])
    await call(aRequest())
    expect(serviceClock.atMs).toBe(NOW_MS + offsetMs)
  })

  describe('has 15 s in all', () => {
    const late = {
      answer: { kind: 'passing', fault: { reason: 'timeout', detail: 'no temporary key in time' } },
    }

    it.each([
      [0, 15_000],
      [4000, 11_000],
    ])('after %i ms of waiting for a key the attempt may take %i ms', async (keyMs, limitMs) => {
      const { call, sent } = setUp([response(200, '{}')], [], { keyMs })
      expect(await call(aRequest())).toHaveProperty('attempts', 1)
      expect(sent).toMatchObject([{ limitMs }])
    })

    it('sends nothing if the key is late', async () => {
      const { call, sent, clock } = setUp([response(200, '{}')], [], { keyMs: 20_000 })
      expect(await call(aRequest())).toEqual({ ...late, attempts: 0 })
      expect([sent, clock.now() - START_MS]).toEqual([[], 15_000])
    })

    it.each([
      ['its first key', { keyMs: 20_000 }, 0],
      ['a better one', { recoverMs: 20_000 }, 1],
    ])('tells why %s is late, if that is known', async (_what, takes, attempts) => {
      const problem = { kind: 'passing', fault: { reason: 'timeout', signIn: 'IAM' } } as const
      const { call } = setUp([response(401, '')], [true], { ...takes, problem })
      expect(await call(aRequest())).toEqual({ answer: problem, attempts })
    })

    it.each([
      [1000, 1000],
      [20_000, 15_000],
    ])('takes no longer than a limit of %i ms or its own', async (limitMs, expected) => {
      const { call, sent } = setUp([response(200, '{}')])
      await call(aRequest(), limitMs)
      expect(sent).toMatchObject([{ limitMs: expected }])
    })

    it.each([
      [8999, { kind: 'final', worthRepeating: true }],
      [9001, late.answer],
    ])('counts the %i ms until a better key is there', async (recoverMs, answer) => {
      const { call } = setUp([response(401, '')], [true], { latencyMs: 6000, recoverMs })
      expect(await call(aRequest())).toMatchObject({ answer, attempts: 1 })
    })

    it.each([
      ['its first key', { keyMs: 9000 }, 0],
      ['a better one', { recoverMs: 9000 }, 1],
    ])('is over as soon as the wait is, while it waits for %s', async (_what, takes, attempts) => {
      const { call, stop, clock, sent } = setUp([response(401, '')], [true], takes)
      void clock.sleep(500, new AbortController().signal).then(() => {
        stop.abort()
      })
      expect(await call(aRequest())).toEqual({ ...late, attempts })
      expect([sent.length, clock.now() - START_MS]).toEqual([attempts, 500])
    })

    it('leaves no sleeper behind', async () => {
      const { call, clock } = setUp([response(401, ''), response(200, '{}')], [true])
      await call(aRequest())
      await call(aRequest())
      await clock.sleep(1, new AbortController().signal)
      expect(clock.now() - START_MS).toBe(1)
    })
  })

  it('tells that a refused request is worth repeating if the credential has changed', async () => {
    const { call, sent, refusals } = setUp([response(401, '{"message":"m"}')], [true])
    const request = aRequest()
    const fault = { reason: 'unauthorized', httpStatus: 401, error: { message: 'm' } }
    expect(await call(request)).toEqual({
      answer: { kind: 'final', fault, worthRepeating: true },
      attempts: 1,
    })
    expect(sent).toHaveLength(1)
    expect(refusals).toEqual([{ error: { message: 'm' }, request }])
    expect(refusals[0]?.request).toBe(request)
  })

  it('does not tell so if the credential is the same', async () => {
    const { call, sent, refusals } = setUp([response(401, '')], [false])
    const fault = { reason: 'unauthorized', httpStatus: 401 }
    expect(await call(aRequest())).toStrictEqual({ answer: { kind: 'final', fault }, attempts: 1 })
    expect(sent).toHaveLength(1)
    expect(refusals).toMatchObject([{ error: {} }])
  })

  it.each([
    ['a refusal', response(401, ''), 'Check the agency.'],
    ['no other answer', response(403, ''), undefined],
  ])("adds the credential's advice to %s", async (_what, result, advice) => {
    const { call } = setUp([result], [false], { refusedAdvice: 'Check the agency.' })
    const { answer } = await call(aRequest())
    expect(answer.kind === 'final' && answer.fault.advice).toBe(advice)
  })

  it('sends nothing if the credential has no key, and tells why', async () => {
    const problem = { kind: 'passing', fault: { reason: 'http-status', httpStatus: 503 } } as const
    const { call, sent } = setUp([], [], { keys: 0, problem })
    expect(await call(aRequest())).toEqual({ answer: problem, attempts: 0 })
    expect(sent).toEqual([])
  })

  it('sends nothing if all keys were refused, and returns the refusal', async () => {
    const { call, sent } = setUp([response(401, '{"message":"m"}')], [false], { keys: 1 })
    const { answer } = await call(aRequest())
    expect(answer).toMatchObject({ kind: 'final', fault: { httpStatus: 401, error: { message: 'm' } } })
    expect(await call(aRequest())).toEqual({ answer, attempts: 0 })
    expect(sent).toHaveLength(1)
  })

  it('sends nothing if all keys were refused by another service', async () => {
    const { call, sent } = setUp([], [], { keys: 0 })
    const answer = { kind: 'final', fault: { reason: 'unauthorized' } }
    expect(await call(aRequest())).toEqual({ answer, attempts: 0 })
    expect(sent).toEqual([])
  })

  it.each([
    response(200, '{"error_code":"C"}'),
    response(403, ''),
    response(407, ''),
    response(503, ''),
    { kind: 'failure', reason: 'timeout' } as const,
  ])('does not ask the credential about any other answer: %j', async (result) => {
    const { call, sent, refusals } = setUp([result], [true])
    expect(await call(aRequest())).toHaveProperty('attempts', 1)
    expect(sent).toHaveLength(1)
    expect(refusals).toEqual([])
  })
})

describe('repeatedOnce', () => {
  it('repeats a refused request if the credential has changed, and counts both', async () => {
    const { plainCall, sent, signal } = setUp([response(401, ''), response(200, '{}')], [true])
    expect(await repeatedOnce(plainCall)(aRequest(), signal)).toEqual({
      answer: { kind: 'success', body: {}, error: {} },
      attempts: 2,
    })
    expect(sent.map((each) => each.request.headers['x-attempt'])).toEqual(['1', '2'])
  })

  it('does not repeat it a second time', async () => {
    const { plainCall, sent, signal } = setUp([response(401, '')], [true, true, true])
    expect(await repeatedOnce(plainCall)(aRequest(), signal)).toMatchObject({ attempts: 2 })
    expect(sent).toHaveLength(2)
  })

  it.each([response(401, ''), response(403, ''), response(200, '{}')])(
    'does not repeat a request otherwise: %j',
    async (result) => {
      const { plainCall, sent, signal } = setUp([result], [false])
      expect(await repeatedOnce(plainCall)(aRequest(), signal)).toHaveProperty('attempts', 1)
      expect(sent).toHaveLength(1)
    },
  )
})

type Conditions = {
  readonly keyMs?: number
  readonly recoverMs?: number
  readonly latencyMs?: number
  readonly keys?: number
  readonly problem?: FailedAnswer
  readonly refusedAdvice?: string
}

// The last result is repeated; `Ms` is how long each part takes, and `keys` how many keys there are.
function setUp(
  results: readonly HttpResult[],
  recoveries: readonly boolean[] = [],
  {
    keyMs = 0,
    recoverMs = 0,
    latencyMs = 0,
    keys = Number.POSITIVE_INFINITY,
    problem,
    refusedAdvice,
  }: Conditions = {},
) {
  const sent: {
    readonly request: Parameters<SendRequest>[0]
    readonly signal: AbortSignal
    readonly limitMs: number | undefined
  }[] = []
  const refusals: { readonly error: unknown; readonly request: HttpRequest | undefined }[] = []
  const clock = fakeClock(START_MS)
  const serviceClock = handClock(NOW_MS)
  const stop = new AbortController()
  const { signal } = stop
  const pass = async (ms: number): Promise<void> => {
    if (ms > 0) await clock.sleep(ms, new AbortController().signal)
  }
  const credential: Credential = {
    accessKey: () => Promise.resolve(undefined),
    ready: () => (keyMs > 0 ? pass(keyMs) : undefined),
    headersFor: () =>
      Promise.resolve(sent.length < keys ? { 'x-attempt': String(sent.length + 1) } : undefined),
    problem: () => problem,
    ...omitUndefined({ refusedAdvice }),
    async recover(error, request) {
      refusals.push({ error, request })
      await pass(recoverMs)
      return recoveries[refusals.length - 1] ?? false
    },
  }
  const send: SendRequest = async (request, each, limitMs) => {
    sent.push({ request, signal: each, limitMs })
    await pass(latencyMs)
    return results[Math.min(sent.length, results.length) - 1] ?? { kind: 'failure', reason: 'connection' }
  }
  const call = createServiceCall({ send, credential, clock, serviceClock })
  return {
    sent,
    refusals,
    clock,
    serviceClock,
    stop,
    signal,
    plainCall: call,
    call: (request: HttpRequest, limitMs?: number) => call(request, signal, limitMs),
  }
}

function response(status: number, body: string, headers: Record<string, string> = {}): HttpResult {
  return { kind: 'response', status, headers, body }
}
