import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Answer, ServiceError } from '../../src/core/task/answer.ts'
import { mapTexts } from '../../src/core/task/remote-texts.ts'
import { createCredential } from '../../src/huaweicloud/credential/credentials.ts'
import type { HttpResult, SendRequest } from '../../src/http/transport.ts'
import { createServiceCall, repeatedOnce } from '../../src/huaweicloud/service/service-call.ts'
import { createServiceClock } from '../../src/huaweicloud/service/service-clock.ts'
import { fakeClock } from '../support/fakes/fake-clock.ts'
import { createSystemTaskClient } from '../../src/huaweicloud/system-task-client.ts'

const TOKEN = 'MIIT0ken/With"quote'
const NOW_MS = Date.UTC(2026, 0, 31, 12, 0, 0)
const NOW = 'Sat, 31 Jan 2026 12:00:00 GMT'
const NOT_FOUND = { error_code: 'DLF.0810', error_msg: 'Task does not exist' }

describe('createSystemTaskClient', () => {
  describe('request', () => {
    it('polls the task with every header that the service needs', async () => {
      const [sent] = await requestsOf({ workspace: 'w1' })
      expect(sent).toEqual({
        method: 'GET',
        url: new URL('https://dlf.example/v1/p1/system-tasks/t1'),
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'user-agent': 'wait-for-dlf-task',
          'x-auth-token': TOKEN,
          'x-language': 'en_us',
          'x-project-id': 'p1',
          workspace: 'w1',
        },
      })
    })

    it('sends no workspace if none is given', async () => {
      const [sent] = await requestsOf({})
      expect(sent?.headers).not.toHaveProperty('workspace')
      expect(sent?.headers).toHaveProperty('x-project-id', 'p1')
    })

    it('asks for Chinese texts', async () => {
      const [sent] = await requestsOf({ language: 'zh_cn' })
      expect(sent?.headers['x-language']).toBe('zh_cn')
    })

    it('keeps the path of the base URL', async () => {
      const [sent] = await requestsOf({ endpoint: 'https://dlf.example:8443/base/path' })
      expect(sent?.url.href).toBe('https://dlf.example:8443/base/path/v1/p1/system-tasks/t1')
    })

    it('passes the signal on', async () => {
      const signals: AbortSignal[] = []
      const cancelled = new AbortController()
      await client((_request, signal) => {
        signals.push(signal)
        return Promise.resolve({ kind: 'failure', reason: 'cut' })
      })('t1', cancelled.signal)
      expect(signals).toEqual([cancelled.signal])
    })
  })

  describe('task', () => {
    it('reads a task with request id and time', async () => {
      const body = {
        id: '008a',
        name: '导入作业[job_batch]。',
        status: 'SUCCESSFUL',
        startTime: 1543457499000,
        endTime: 1543457514000,
        lastUpdate: 1543457514000,
        subtasks: [{ id: 's', name: 'n', status: 'SUCCESSFUL', lastUpdate: 1543457514000, taskId: 'other' }],
      }
      expect(await answerTo(200, body, { 'x-request-id': 'r1', date: NOW })).toEqual({
        kind: 'task',
        task: {
          ...body,
          subtasks: [{ id: 's', name: 'n', status: 'SUCCESSFUL', lastUpdate: 1543457514000 }],
        },
        requestId: 'r1',
        serverTimeMs: NOW_MS,
      })
    })

    it('reads a task without either', async () => {
      expect(await answerTo(200, { status: 'RUNNING' })).toStrictEqual({
        kind: 'task',
        task: { status: 'RUNNING', subtasks: [] },
      })
    })

    it.each([
      ['', undefined],
      ['yesterday', undefined],
      ['2026-01-31T12:00:00Z', undefined],
      ['Sat, 31 Xyz 2026 12:00:00 GMT', undefined],
      ['Sat, 31 Jan 2026 25:00:00 GMT', undefined],
      ['Sat, 31 Jan 2026 12:00:00 PST', undefined],
      [`x${NOW}`, undefined],
      [`${NOW}x`, undefined],
      [`${NOW}+0800`, undefined],
      [NOW, NOW_MS],
    ])('reads the Date header %j', async (date, serverTimeMs) => {
      const answer = await answerTo(200, { status: 'RUNNING' }, { date })
      expect(answer.kind === 'task' && answer.serverTimeMs).toBe(serverTimeMs)
    })

    it.each([null, ''])('takes no error from an error_code of %j', async (error_code) => {
      expect(await answerTo(200, { status: 'RUNNING', error_code })).toMatchObject({ kind: 'task' })
    })

    it.each([
      ['no JSON', '<html>'],
      ['no body', ''],
      ['JSON with a stray brace', '{{"status":"SUCCESSFUL"}'],
      ['null', 'null'],
      ['a text', '"SUCCESSFUL"'],
      ['a list', '[{"status":"SUCCESSFUL"}]'],
      ['no status', '{"id":"t1"}'],
      ['a status that is no text', '{"status":1}'],
      ['subtasks that are no list', '{"status":"SUCCESSFUL","subtasks":{}}'],
      ['a subtask without a status', '{"status":"SUCCESSFUL","subtasks":[{"id":"s"}]}'],
    ])('treats %s as a transient fault', async (_what, body) => {
      expect(await answerTo(200, body)).toEqual({
        kind: 'passing',
        fault: { reason: 'unexpected-body', httpStatus: 200 },
      })
      expect(await answerTo(200, body, { 'x-request-id': 'r1' })).toEqual({
        kind: 'passing',
        fault: { reason: 'unexpected-body', httpStatus: 200, error: { requestId: 'r1' } },
      })
    })
  })

  describe('no such task', () => {
    it.each([
      [400, 'DLF.0810'],
      [400, 'DLF.20810'],
      [403, 'DLF.0810'],
      [404, 'DLF.20810'],
      [499, 'DLF.0810'],
    ])('reads it from HTTP %i with %s', async (status, error_code) => {
      expect(await answerTo(status, { error_code, error_msg: 'm' }, { 'x-request-id': 'r1' })).toEqual({
        kind: 'not-found',
        error: { code: error_code, message: 'm', requestId: 'r1' },
      })
    })

    it('reads it from a nested error', async () => {
      expect(await answerTo(400, { error: NOT_FOUND })).toEqual({
        kind: 'not-found',
        error: { code: 'DLF.0810', message: 'Task does not exist' },
      })
    })

    it.each<readonly [number, string, string]>([
      [200, 'final', 'error-in-success'],
      [201, 'passing', 'http-status'],
      [302, 'final', 'redirected'],
      [401, 'final', 'unauthorized'],
      [407, 'final', 'rejected'],
      [408, 'passing', 'http-status'],
      [429, 'passing', 'throttled'],
      [500, 'passing', 'http-status'],
    ])('does not read it from HTTP %i', async (httpStatus, kind, reason) => {
      const error = { code: 'DLF.0810', message: 'Task does not exist' }
      expect(await answerTo(httpStatus, NOT_FOUND)).toEqual({ kind, fault: { reason, httpStatus, error } })
    })

    it.each(['DLF.0819', 'DLF.20819', 'DLF.081', 'DLF.08100', 'dlf.0810', ' DLF.0810'])(
      'does not read it from %j',
      async (error_code) => {
        expect(await answerTo(400, { error_code })).toMatchObject({
          kind: 'final',
          fault: { reason: 'rejected' },
        })
      },
    )
  })

  describe('faults', () => {
    it.each([
      ...[201, 202, 204, 206, 299].map((status) => [status, 'http-status'] as const),
      [408, 'http-status'],
      [429, 'throttled'],
      ...[500, 501, 502, 503, 504, 599].map((status) => [status, 'http-status'] as const),
      [0, 'http-status'],
    ] as const)('lets HTTP %i pass', async (httpStatus, reason) => {
      expect(await answerTo(httpStatus, '')).toEqual({ kind: 'passing', fault: { reason, httpStatus } })
    })

    it.each([
      [300, 'redirected'],
      [301, 'redirected'],
      [302, 'redirected'],
      [304, 'redirected'],
      [307, 'redirected'],
      [399, 'redirected'],
      [400, 'rejected'],
      [401, 'unauthorized'],
      [402, 'rejected'],
      [403, 'forbidden'],
      [404, 'no-such-api'],
      [405, 'rejected'],
      [407, 'rejected'],
      [409, 'rejected'],
      [428, 'rejected'],
      [430, 'rejected'],
      [499, 'rejected'],
    ] as const)('treats HTTP %i as permanent', async (httpStatus, reason) => {
      expect(await answerTo(httpStatus, '<html>')).toEqual({ kind: 'final', fault: { reason, httpStatus } })
    })

    it.each([
      ['beside a task', { status: 'SUCCESSFUL', error_code: 'DLF.3051', error_msg: 'm' }],
      ['nested', { status: 'SUCCESSFUL', error: { error_code: 'DLF.3051', error_msg: 'm' } }],
    ])('treats HTTP 200 with an error_code %s as permanent', async (_where, body) => {
      expect(await answerTo(200, body)).toEqual({
        kind: 'final',
        fault: { reason: 'error-in-success', httpStatus: 200, error: { code: 'DLF.3051', message: 'm' } },
      })
    })

    it.each([0, false, 7, {}])(
      'treats HTTP 200 with an error_code of %j as permanent, too',
      async (error_code) => {
        expect(await answerTo(200, { status: 'SUCCESSFUL', error_code })).toMatchObject({
          kind: 'final',
          fault: { reason: 'error-in-success' },
        })
      },
    )

    it('reads a task only from a complete HTTP 200', async () => {
      const status = fc.integer({ min: 100, max: 599 }).filter((value) => value !== 200)
      await fc.assert(
        fc.asyncProperty(status, async (httpStatus) => {
          expect((await answerTo(httpStatus, { status: 'SUCCESSFUL' })).kind).not.toBe('task')
        }),
      )
    })

    it.each(['cut', 'timeout', 'too-large'] as const)(
      'takes a 401 for a refusal although its body was %s',
      async (reason) => {
        expect(await answerOf({ kind: 'failure', reason, status: 401, detail: 'ECODE' })).toEqual({
          kind: 'final',
          fault: { reason: 'unauthorized', httpStatus: 401, detail: 'ECODE' },
        })
      },
    )

    it.each(['cut', 'timeout', 'too-large', 'unknown-encoding'] as const)(
      'honours the Retry-After of an answer whose body was %s',
      async (reason) => {
        const headers = { 'retry-after': '7' }
        const throttled = await answerOf({ kind: 'failure', reason, status: 429, headers })
        expect(throttled).toEqual({
          kind: 'passing',
          fault: { reason: 'throttled', httpStatus: 429, retryAfterMs: 7000 },
        })
        const unavailable = await answerOf({ kind: 'failure', reason, status: 503, headers })
        expect(unavailable).toMatchObject({
          kind: 'passing',
          fault: { httpStatus: 503, retryAfterMs: 7000 },
        })
      },
    )

    it.each(['too-large', 'unknown-encoding'] as const)(
      'retries a status that passes although its body was %s',
      async (reason) => {
        const fault = { reason: 'http-status', httpStatus: 502 }
        expect(await answerOf({ kind: 'failure', reason, status: 502 })).toEqual({ kind: 'passing', fault })
      },
    )

    it.each<readonly [Extract<HttpResult, { kind: 'failure' }>['reason'], 'passing' | 'final']>([
      ['connection', 'passing'],
      ['timeout', 'passing'],
      ['cut', 'passing'],
      ['too-large', 'final'],
      ['unknown-encoding', 'final'],
      ['untrusted-certificate', 'final'],
      ['proxy-refused', 'final'],
    ])('keeps the known facts of an attempt without a complete answer: %s', async (reason, kind) => {
      expect(await answerOf({ kind: 'failure', reason })).toStrictEqual({ kind, fault: { reason } })
      expect(await answerOf({ kind: 'failure', reason, status: 200, detail: 'ECODE' })).toEqual({
        kind,
        fault: { reason, httpStatus: 200, detail: 'ECODE' },
      })
    })
  })

  describe('Retry-After', () => {
    const LATER = 'Sat, 31 Jan 2026 12:01:30 GMT'

    it.each([
      ['seconds', '120', {}, 120_000],
      ['a part of a second', '0.5', {}, 500],
      ['a smaller part of one', '0.25', {}, 250],
      ['many seconds', '999999999', {}, 999_999_999_000],
      ['a date, by the clock of the service', LATER, { date: 'Sat, 31 Jan 2026 12:01:00 GMT' }, 30_000],
      ['a date, by the clock of this machine', LATER, {}, 90_000],
      ['a date, though the Date header is senseless', LATER, { date: 'now' }, 90_000],
    ])('honours %s at 429 and 503', async (_what, text, headers, retryAfterMs) => {
      for (const status of [429, 503]) {
        expect(await retryAfterOf(status, { ...headers, 'retry-after': text })).toBe(retryAfterMs)
      }
    })

    it.each([
      ['nothing', ''],
      ['no time at all', '0'],
      ['a negative number', '-5'],
      ['a signed number', '+5'],
      ['an exponent', '1e3'],
      ['a number too long to be meant', '9999999999'],
      ['a number and a unit', '5s'],
      ['a word', 'soon'],
      ['a list', '5, 10'],
      ['a date in the past', 'Sat, 31 Jan 2026 11:59:59 GMT'],
      ['this very moment', NOW],
      ['a date in another form', '2026-01-31T12:01:30Z'],
      ['a date without a weekday', '31 Jan 2026 12:01:30 GMT'],
      ['a date that is none', 'Sat, 99 Jan 2026 12:01:30 GMT'],
    ])('ignores %s', async (_what, text) => {
      for (const status of [429, 503]) {
        expect(await retryAfterOf(status, { 'retry-after': text })).toBeUndefined()
      }
    })

    it('is absent without the header', async () => {
      expect(await retryAfterOf(429, {})).toBeUndefined()
    })

    it.each([201, 408, 500, 502, 504])('ignores it at %i', async (status) => {
      expect(await retryAfterOf(status, { 'retry-after': '120' })).toBeUndefined()
    })

    it.each([200, 302, 400, 401, 403, 404])('ignores it at %i', async (status) => {
      expect(JSON.stringify(await answerTo(status, '', { 'retry-after': '120' }))).not.toContain('retryAfter')
    })
  })

  describe('request id', () => {
    it.each([
      ['of the body', { request_id: 'b1' }, {}, 'b1'],
      ['of the header', {}, { 'x-request-id': 'h1' }, 'h1'],
      ['of IAM', {}, { 'x-iam-trace-id': 'i1' }, 'i1'],
      ['of the body before the header', { request_id: 'b1' }, { 'x-request-id': 'h1' }, 'b1'],
      ['of the header before IAM', {}, { 'x-request-id': 'h1', 'x-iam-trace-id': 'i1' }, 'h1'],
      ['of IAM where the header is empty', {}, { 'x-request-id': '', 'x-iam-trace-id': 'i1' }, 'i1'],
      ['of the header where the body has an empty one', { request_id: '' }, { 'x-request-id': 'h1' }, 'h1'],
    ])('is that %s', async (_where, body, headers, requestId) => {
      expect(await answerTo(200, { status: 'RUNNING', ...body }, headers)).toMatchObject({ requestId })
      expect(await answerTo(403, body, headers)).toEqual({
        kind: 'final',
        fault: { reason: 'forbidden', httpStatus: 403, error: { requestId } },
      })
    })

    it('is absent without one', async () => {
      expect(await answerTo(403, {})).toEqual({
        kind: 'final',
        fault: { reason: 'forbidden', httpStatus: 403 },
      })
    })
  })

  describe('refused credential', () => {
    const refusal = (message: string): HttpResult => ({
      kind: 'response',
      status: 401,
      headers: {},
      body: JSON.stringify({ error_code: 'APIG.0301', error_msg: message }),
    })
    const SKEWED = 'signature expired, signature time:20260131T120000Z,server time:20260131T130000Z'
    const TASK: HttpResult = { kind: 'response', status: 200, headers: {}, body: '{"status":"RUNNING"}' }

    it('is not tried again', async () => {
      const { answer, sent } = await signedAnswer([refusal('verify aksk signature fail'), TASK])
      expect(sent).toHaveLength(1)
      expect(answer).toEqual({
        kind: 'final',
        fault: {
          reason: 'unauthorized',
          httpStatus: 401,
          error: { code: 'APIG.0301', message: 'verify aksk signature fail' },
        },
      })
    })

    it("is tried once more, with the server's clock, if the answer names clock skew", async () => {
      const { answer, sent } = await signedAnswer([refusal(SKEWED), TASK])
      expect(sent.map(({ headers }) => headers['x-sdk-date'])).toEqual([
        '20260131T120000Z',
        '20260131T130000Z',
      ])
      expect(sent[0]?.headers.authorization).not.toBe(sent[1]?.headers.authorization)
      expect(answer).toEqual({ kind: 'task', task: { status: 'RUNNING', subtasks: [] }, attempts: 2 })
    })

    it('is not tried a third time', async () => {
      const { answer, sent } = await signedAnswer([refusal(SKEWED), refusal(SKEWED), TASK])
      expect(sent).toHaveLength(2)
      expect(answer).toMatchObject({ kind: 'final', fault: { reason: 'unauthorized' }, attempts: 2 })
    })

    it('is not tried again for another refusal that names clock skew', async () => {
      const forbidden = { ...refusal(SKEWED), status: 403 }
      const { answer, sent } = await signedAnswer([forbidden, TASK])
      expect(sent).toHaveLength(1)
      expect(answer).toMatchObject({ kind: 'final', fault: { reason: 'forbidden' } })
    })

    it('is not tried again if it is a token', async () => {
      expect(await answerOf(refusal(SKEWED))).not.toHaveProperty('attempts')
    })

    it('signs the next request by the Date header of the one before', async () => {
      const late: HttpResult = { ...TASK, headers: { date: 'Sat, 31 Jan 2026 12:05:00 GMT' } }
      const { sent } = await signedAnswer([late, TASK], 2)
      expect(sent.map(({ headers }) => headers['x-sdk-date'])).toEqual([
        '20260131T120000Z',
        '20260131T120500Z',
      ])
    })
  })

  it('judges the words of the service unchanged, even if a secret is a part of them', async () => {
    const subtasks = [{ id: 's', name: '', status: `FAILED${TOKEN}` }]
    const answer = await answerTo(200, { status: TOKEN, subtasks })
    expect(answer).toEqual({ kind: 'task', task: { status: TOKEN, subtasks } })
  })

  describe('secrets, once answers are redacted,', () => {
    it('are removed from everything that a gateway quotes', async () => {
      const quoted = `verify fail, canonicalRequest:GET|x-auth-token:${TOKEN}|, again ${TOKEN}`
      const error: ServiceError = {
        code: '***',
        message: 'verify fail, canonicalRequest:GET|x-auth-token:***|, again ***',
        requestId: '***',
      }
      expect(
        await redactedAnswer(401, { error_code: TOKEN, error_msg: quoted }, { 'x-request-id': TOKEN }),
      ).toEqual({ kind: 'final', fault: { reason: 'unauthorized', httpStatus: 401, error } })
    })

    it('are found however JSON writes them', async () => {
      const escaped = Array.from(TOKEN)
        .map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('')
      const answer = await redactedAnswer(
        200,
        `{"status":"FAILED","message":"token ${escaped}","subtasks":[]}`,
      )
      expect(answer).toEqual({ kind: 'task', task: { status: 'FAILED', message: 'token ***', subtasks: [] } })
    })

    it('are removed from the texts of a task', async () => {
      const subtasks = [{ id: 's', name: `n ${TOKEN}`, status: 'FAILED', message: TOKEN }]
      const answer = await redactedAnswer(200, { status: 'FAILED', name: TOKEN, subtasks })
      expect(JSON.stringify(answer)).not.toContain('MIIT0ken')
    })
  })
})

type Settings = Parameters<typeof createSystemTaskClient>[0]
type Headers = Readonly<Record<string, string>>

function client(
  send: SendRequest,
  settings: Partial<Settings> = {},
): ReturnType<typeof createSystemTaskClient> {
  const serviceClock = createServiceClock(() => NOW_MS)
  return createSystemTaskClient(
    { endpoint: 'https://dlf.example', project: 'p1', language: 'en_us', ...settings },
    createServiceCall({
      send,
      clock: fakeClock(),
      serviceClock,
      credential: createCredential({ kind: 'token', token: TOKEN }, serviceClock),
    }),
  )
}

function answerOf(result: HttpResult): Promise<Answer> {
  return client(() => Promise.resolve(result))('t1', new AbortController().signal)
}

function answerTo(status: number, body: unknown, headers: Headers = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return answerOf({ kind: 'response', status, headers, body: text })
}

async function redactedAnswer(status: number, body: unknown, headers: Headers = {}): Promise<Answer> {
  return mapTexts(await answerTo(status, body, headers), (text) => text.replaceAll(TOKEN, '***'))
}

async function retryAfterOf(status: number, headers: Headers): Promise<number | undefined> {
  const answer = await answerTo(status, '', headers)
  if (answer.kind !== 'passing') throw new Error(`not a transient fault: ${answer.kind}`)
  return answer.fault.retryAfterMs
}

async function requestsOf(settings: Partial<Settings>): Promise<readonly Parameters<SendRequest>[0][]> {
  const requests: Parameters<SendRequest>[0][] = []
  const send: SendRequest = (request) => {
    requests.push(request)
    return Promise.resolve({ kind: 'failure', reason: 'connection' })
  }
  await client(send, settings)('t1', new AbortController().signal)
  return requests
}

// Polls a task with an access key against a service that gives these answers one after another.
async function signedAnswer(results: readonly HttpResult[], polls = 1) {
  const sent: Parameters<SendRequest>[0][] = []
  const serviceClock = createServiceClock(() => NOW_MS)
  const key = { id: 'AKID', secret: 'SECRET' }
  const poll = createSystemTaskClient(
    { endpoint: 'https://dlf.example', project: 'p1', language: 'en_us' },
    repeatedOnce(
      createServiceCall({
        clock: fakeClock(),
        serviceClock,
        credential: createCredential({ kind: 'access-key', key }, serviceClock),
        send: (request) => {
          sent.push(request)
          return Promise.resolve(results[sent.length - 1] ?? { kind: 'failure', reason: 'connection' })
        },
      }),
    ),
  )
  let answer: Answer | undefined
  for (let count = 0; count < polls; count += 1) answer = await poll('t1', new AbortController().signal)
  return { answer, sent }
}
