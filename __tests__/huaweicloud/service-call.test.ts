import { describe, expect, it } from '@jest/globals'

import type { Credential, UnsignedRequest } from '../../src/huaweicloud/credentials.ts'
import type { HttpResult, SendRequest } from '../../src/huaweicloud/http.ts'
import { createServiceCall } from '../../src/huaweicloud/service-call.ts'
import { aRequest, handClock } from '../support/keys.ts'

const NOW_MS = Date.UTC(2026, 0, 31, 12, 0, 0)

describe('createServiceCall', () => {
  it('adds the credential to the request', async () => {
    const { sent, call, signal } = setUp([response(200, '{"a":1}')])
    const request = { ...aRequest(), method: 'POST', headers: { accept: 'x' }, body: '{}' } as const
    expect(await call(request)).toStrictEqual({
      answer: { kind: 'success', body: { a: 1 }, error: {} },
      attempts: 1,
    })
    expect(sent).toEqual([{ request: { ...request, headers: { accept: 'x', 'x-attempt': '1' } }, signal }])
  })

  it('learns the time of the service from each whole answer', async () => {
    const { call, clock } = setUp([
      response(503, '', { date: 'Sat, 31 Jan 2026 13:00:00 GMT' }),
      response(200, '{}'),
      { kind: 'failure', reason: 'cut', status: 200 },
    ])
    await call(aRequest())
    expect(clock.atMs).toBe(NOW_MS + 3_600_000)
    await call(aRequest())
    await call(aRequest())
    expect(clock.atMs).toBe(NOW_MS + 3_600_000)
  })

  it('repeats a refused request where the credential has something better', async () => {
    const { call, sent, refusals } = setUp([response(401, '{"message":"m"}'), response(200, '{}')], [true])
    const request = aRequest()
    expect(await call(request)).toEqual({ answer: { kind: 'success', body: {}, error: {} }, attempts: 2 })
    expect(sent.map((each) => each.request.headers['x-attempt'])).toEqual(['1', '2'])
    expect(refusals).toEqual([{ error: { message: 'm' }, request }])
    expect(refusals[0]?.request).toBe(request)
  })

  it('repeats it once', async () => {
    const { call, sent, refusals } = setUp([response(401, '')], [true, true])
    expect(await call(aRequest())).toEqual({
      answer: { kind: 'final', fault: { reason: 'unauthorized', httpStatus: 401 } },
      attempts: 2,
    })
    expect(sent).toHaveLength(2)
    expect(refusals).toHaveLength(1)
  })

  it('does not repeat it where there is nothing better', async () => {
    const { call, sent, refusals } = setUp([response(401, '')], [false])
    expect(await call(aRequest())).toMatchObject({ attempts: 1, answer: { kind: 'final' } })
    expect(sent).toHaveLength(1)
    expect(refusals).toMatchObject([{ error: {} }])
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

// The last result is given for ever.
function setUp(results: readonly HttpResult[], recoveries: readonly boolean[] = []) {
  const sent: { readonly request: Parameters<SendRequest>[0]; readonly signal: AbortSignal }[] = []
  const refusals: { readonly error: unknown; readonly request: UnsignedRequest | undefined }[] = []
  const clock = handClock(NOW_MS)
  const { signal } = new AbortController()
  const credential: Credential = {
    headersFor: () => Promise.resolve({ 'x-attempt': String(sent.length + 1) }),
    recover: (error, request) => {
      refusals.push({ error, request })
      return Promise.resolve(recoveries[refusals.length - 1] ?? false)
    },
  }
  const send: SendRequest = (request, each) => {
    sent.push({ request, signal: each })
    return Promise.resolve(
      results[Math.min(sent.length, results.length) - 1] ?? { kind: 'failure', reason: 'connection' },
    )
  }
  const call = createServiceCall({ send, credential, clock })
  return { sent, refusals, clock, signal, call: (request: UnsignedRequest) => call(request, signal) }
}

function response(status: number, body: string, headers: Record<string, string> = {}): HttpResult {
  return { kind: 'response', status, headers, body }
}
