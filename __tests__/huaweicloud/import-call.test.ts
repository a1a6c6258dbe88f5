import { describe, expect, it } from '@jest/globals'

import { createCredential, type Credential } from '../../src/huaweicloud/credential/credentials.ts'
import { type HttpResult, NO_TUNNEL, type SendRequest } from '../../src/http/transport.ts'
import { createImportCall } from '../../src/huaweicloud/import-call.ts'
import type { FailedAnswer } from '../../src/huaweicloud/service/service-answer.ts'
import { createServiceClock } from '../../src/huaweicloud/service/service-clock.ts'
import { fakeClock } from '../support/fakes/fake-clock.ts'

const BODY = { path: 'obs://b-1/k.zip', sameNamePolicy: 'SKIP', params: { day: '一' } }
type Sent = Parameters<SendRequest>[0]

/** Asks for an import of a service that gives this result. */
async function imported(result: HttpResult, workspace?: string) {
  const { call, sent, signals } = importCall(result, undefined, workspace)
  const { signal } = new AbortController()
  return { answer: await call(BODY, signal), sent, passedOn: signals.every((each) => each === signal) }
}

function importCall(result: HttpResult, credential: Partial<Credential> = {}, workspace?: string) {
  const sent: Sent[] = []
  const signals: AbortSignal[] = []
  const clock = fakeClock()
  const serviceClock = createServiceClock(() => 0)
  const token = createCredential({ kind: 'token', token: 'secret' }, serviceClock)
  const send: SendRequest = (request, signal) => {
    sent.push(request)
    signals.push(signal)
    return Promise.resolve(result)
  }
  const call = createImportCall(
    {
      endpoint: 'https://dlf.example',
      project: 'p1',
      language: 'en_us',
      ...(workspace !== undefined && { workspace }),
    },
    { send, clock, serviceClock, credential: { ...token, ...credential } },
  )
  return { call, sent, signals, clock }
}

const response = (status: number, body: unknown, headers = {}): HttpResult => ({
  kind: 'response',
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

describe('createImportCall', () => {
  it('posts the body with every header that the service needs', async () => {
    const { sent, passedOn } = await imported(response(200, { taskId: 't' }), 'w1')
    expect(passedOn).toBe(true)
    expect(sent).toEqual([
      {
        method: 'POST',
        url: new URL('https://dlf.example/v1/p1/jobs/import'),
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'user-agent': 'wait-for-dlf-task',
          'x-auth-token': 'secret',
          'x-language': 'en_us',
          'x-project-id': 'p1',
          workspace: 'w1',
        },
        body: JSON.stringify(BODY),
      },
    ])
  })

  it.each(['a', '008aae2e675d3bcb01675d3c66f30000', 'A-_9'.repeat(16)])(
    'reads the task id %s',
    async (taskId) => {
      const { answer } = await imported(response(200, { taskId, more: 1 }))
      expect(answer).toStrictEqual({ kind: 'started', taskId })
    },
  )

  it('reads the request id', async () => {
    const { answer } = await imported(response(200, { taskId: 't' }, { 'x-request-id': 'r' }))
    expect(answer).toEqual({ kind: 'started', taskId: 't', requestId: 'r' })
  })

  it.each(['', 'a/b', 'a b', 'a\n', 'a'.repeat(65), 1, null, undefined])(
    'reports the outcome as unknown for the task id %j',
    async (taskId) => {
      const { answer } = await imported(response(200, { taskId }, { 'x-request-id': 'r' }))
      const error = { requestId: 'r' }
      expect(answer).toEqual({
        kind: 'unclear',
        fault: { reason: 'unexpected-body', httpStatus: 200, error },
      })
    },
  )

  it.each(['<html>', '', '[]', '{"taskId":"t"', '"t"'])(
    'reports the outcome as unknown for the body %s',
    async (body) => {
      expect((await imported(response(200, body))).answer).toMatchObject({ kind: 'unclear' })
    },
  )

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', NO_TUNNEL, `${NO_TUNNEL}, HTTP 502`])(
    'knows that nothing was sent after %s',
    async (detail) => {
      const { answer, sent } = await imported({ kind: 'failure', reason: 'connection', detail })
      expect(answer).toEqual({ kind: 'not-taken', fault: { reason: 'connection', detail } })
      expect(sent).toHaveLength(1)
    },
  )

  it('knows that nothing was sent if no key came in time', async () => {
    const { call, sent, clock } = importCall(
      { kind: 'failure', reason: 'connection' },
      { ready: () => new Promise(() => undefined) },
    )
    expect(await call(BODY, new AbortController().signal)).toEqual({
      kind: 'not-taken',
      fault: { reason: 'timeout', detail: 'no temporary key in time' },
    })
    expect([sent, clock.now()]).toEqual([[], 15_000])
  })

  it('knows that HTTP 429 accepted nothing, and how long to wait', async () => {
    const { answer, sent } = await imported(
      response(429, { error_code: 'APIG.0308' }, { 'retry-after': '3' }),
    )
    const error = { code: 'APIG.0308' }
    expect(answer).toEqual({
      kind: 'not-taken',
      fault: { reason: 'throttled', httpStatus: 429, error, retryAfterMs: 3000 },
    })
    expect(sent).toHaveLength(1)
  })

  const failure = (
    reason: Extract<HttpResult, { kind: 'failure' }>['reason'],
    detail?: string,
  ): HttpResult => ({ kind: 'failure', reason, ...(detail !== undefined && { detail }) })

  it.each([
    [response(201, { taskId: 't' }), { reason: 'http-status', httpStatus: 201 }],
    [response(202, { taskId: 't' }), { reason: 'http-status', httpStatus: 202 }],
    [response(429, { taskId: 't' }, { 'retry-after': '1' }), { reason: 'throttled', httpStatus: 429 }],
    [response(500, { taskId: 't' }), { reason: 'http-status', httpStatus: 500 }],
    [response(400, { taskId: 't' }), { reason: 'rejected', httpStatus: 400 }],
    [response(401, { taskId: 't' }), { reason: 'unauthorized', httpStatus: 401 }],
    [response(302, { taskId: 't' }), { reason: 'redirected', httpStatus: 302 }],
    [response(200, { taskId: 't', error_code: 'DLF.1' }), { reason: 'error-in-success', httpStatus: 200 }],
  ])('hands over a task that %j names, and does not repeat the request', async (result, doubt) => {
    let asked = 0
    const { call, sent } = importCall(result, {
      recover() {
        asked += 1
        return Promise.resolve(true)
      },
    })
    const answer = await call(BODY, new AbortController().signal)
    expect(answer).toMatchObject({ kind: 'started', taskId: 't', doubt })
    expect([sent.length, asked]).toEqual([1, 0])
  })

  it('sends the request again with a better key if the refusal names no task', async () => {
    let asked = 0
    const { call, sent } = importCall(response(401, {}), {
      recover() {
        asked += 1
        return Promise.resolve(true)
      },
    })
    expect(await call(BODY, new AbortController().signal)).toMatchObject({ kind: 'refused' })
    expect([sent.length, asked]).toEqual([2, 2])
  })

  it.each([
    failure('connection'),
    failure('connection', 'ECONNRESET'),
    failure('connection', 'EPIPE'),
    failure('connection', 'ETIMEDOUT'),
    failure('connection', 'cancelled'),
    failure('timeout'),
    failure('timeout', 'ECONNREFUSED'),
    failure('cut'),
    failure('too-large'),
    response(201, {}),
    response(202, {}),
    response(204, ''),
    response(408, ''),
    response(500, ''),
    response(502, ''),
    response(503, '', { 'retry-after': '1' }),
    response(504, ''),
  ])('reports the outcome as unknown after %j, and does not repeat the request', async (result) => {
    const { answer, sent } = await imported(result)
    expect(answer).toMatchObject({ kind: 'unclear' })
    expect(sent).toHaveLength(1)
  })

  it.each([
    failure('untrusted-certificate'),
    failure('proxy-refused'),
    response(200, { error_code: 'DLF.1' }),
    response(302, ''),
    response(400, { error_code: 'DLF.0815' }),
    response(401, ''),
    response(403, ''),
    response(404, ''),
    response(409, ''),
  ])('knows that nothing was imported after %j', async (result) => {
    expect((await imported(result)).answer).toMatchObject({ kind: 'refused' })
  })
})

describe('a sign-in that fails', () => {
  const advice = 'Check the agency.'

  it.each([
    ['passing', { reason: 'http-status', httpStatus: 503, advice }, 'not-taken'],
    ['final', { reason: 'forbidden', httpStatus: 403, advice }, 'refused'],
  ] as const)('has imported nothing: %s', async (kind, fault, expected) => {
    const failed = { kind, fault } as FailedAnswer
    const { call, sent } = importCall(response(200, { taskId: 't' }), {
      headersFor: () => Promise.resolve(undefined),
      problem: () => failed,
    })
    expect(await call(BODY, new AbortController().signal)).toEqual({ kind: expected, fault })
    expect(sent).toEqual([])
  })
})
