import { type ClientRequest, IncomingMessage, type RequestListener } from 'node:http'
import { Socket } from 'node:net'

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'

import { createTransport, type HttpResult, type SendRequest } from '../../src/http/transport.ts'
import { agentsThat, agentsThatFail, coded, tunnelsThat, wire } from '../support/fakes/wire.ts'

const MAX_BODY_BYTES = 8 * 1024 * 1024

const request: Parameters<SendRequest>[0] = {
  method: 'GET',
  url: new URL('http://factory.example/v1/p/system-tasks/t?x=1'),
  headers: { accept: 'application/json', 'x-project-id': 'p' },
}
const never = new AbortController().signal
const HEAD: unknown = expect.any(Object)

describe('createTransport', () => {
  beforeEach(() => {
    // Only the timer of an attempt is faked: streams need the rest.
    jest.useFakeTimers({
      doNotFake: [
        'Date',
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
      ],
    })
  })

  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0)
    jest.useRealTimers()
  })

  describe('with a server that answers', () => {
    it('sends method, path and headers, and returns status, headers and body', async () => {
      const seen: unknown[] = []
      const { agents, asked } = wire(({ method, url, headers }, response) => {
        seen.push({ method, url, headers })
        response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'r-1' })
        response.end('{"status":"成功"}')
      })
      const result = await createTransport(agents).send(request, never)
      expect(seen).toEqual([
        {
          method: 'GET',
          url: '/v1/p/system-tasks/t?x=1',
          headers: {
            'accept-encoding': 'identity',
            accept: 'application/json',
            'x-project-id': 'p',
            host: 'factory.example',
            connection: 'keep-alive',
          },
        },
      ])
      expect(result).toMatchObject({
        kind: 'response',
        status: 200,
        headers: { 'content-type': 'application/json', 'x-request-id': 'r-1' },
        body: '{"status":"成功"}',
      })
      expect(asked).toEqual(['http://factory.example/v1/p/system-tasks/t?x=1'])
    })

    it.each([
      [60_000, { kind: 'response', status: 201 }],
      [70_000, { kind: 'failure', reason: 'connection', detail: 'HPE_HEADER_OVERFLOW' }],
    ])('reads headers of up to 64 KiB, such as a token of IAM: %i bytes', async (length, expected) => {
      const { agents } = wire((_request, response) => {
        response.writeHead(201, { 'x-subject-token': 'T'.repeat(length) })
        response.end('{}')
      })
      const result = await createTransport(agents).send(request, never)
      expect(result).toMatchObject(expected)
      expect(result.headers?.['x-subject-token']?.length).toBe(
        result.kind === 'response' ? length : undefined,
      )
    })

    it.each([
      ['text as UTF-8', '成', [0xe6, 0x88, 0x90]],
      ['bytes as they are', bytes(0x50, 0x4b, 0xff, 0x00), [0x50, 0x4b, 0xff, 0x00]],
    ])('sends a body of %s', async (_what, body, sent) => {
      const received: Buffer[] = []
      const { agents } = wire((incoming, response) => {
        incoming.on('data', (chunk: Buffer) => received.push(chunk))
        incoming.on('end', () => response.end())
      })
      await createTransport(agents).send({ ...request, method: 'PUT', body }, never)
      expect([...Buffer.concat(received)]).toEqual(sent)
    })

    it('uses https if the address does', async () => {
      const { agents } = wire((_request, response) => response.end('{}'), { secure: true })
      const url = new URL('https://factory.example/')
      expect(await createTransport(agents).send({ ...request, url }, never)).toMatchObject({
        kind: 'response',
        status: 200,
        body: '{}',
      })
    })

    it.each(['http:', 'https:'])(
      'speaks %s through a tunnel, whose agent names no protocol',
      async (protocol) => {
        const spoken: string[] = []
        const tunnels = tunnelsThat((taken) => {
          spoken.push(taken.protocol)
          queueMicrotask(() => taken.emit('error', coded('ECONNRESET')))
        })
        const url = new URL(`${protocol}//factory.example/`)
        expect(await createTransport(tunnels).send({ ...request, url }, never)).toEqual({
          kind: 'failure',
          reason: 'connection',
          detail: 'ECONNRESET',
        })
        expect(spoken).toEqual([protocol])
      },
    )

    it.each([
      ['a body with content-length', answering(200, ['whole'], { 'content-length': '5' }), 'whole'],
      ['a chunked body', answering(200, ['who', 'le']), 'whole'],
      ['a character cut in two by its chunks', answering(200, [bytes(0xe6, 0x88), bytes(0x90)]), '成'],
      [
        'a body that ends with the connection',
        answering(200, ['whole'], { connection: 'close', 'transfer-encoding': 'identity' }),
        'whole',
      ],
      ['no body', answering(204, []), ''],
      ['a byte order mark, which is left out', answering(200, ['\uFEFF{}']), '{}'],
      ['bytes that are no UTF-8', answering(200, [bytes(0x61, 0xff)]), 'a\uFFFD'],
    ])('reads %s', async (_what, listener, body) => {
      expect(await outcome(listener)).toMatchObject({ kind: 'response', body })
    })

    it.each([302, 307, 401, 404, 429, 500, 503])('returns HTTP %i as it is', async (status) => {
      const result = await outcome(answering(status, ['x'], { location: 'http://elsewhere.example/' }))
      expect(result).toMatchObject({
        kind: 'response',
        status,
        headers: { location: 'http://elsewhere.example/' },
        body: 'x',
      })
    })

    it('follows no redirect', async () => {
      const { agents, asked, connections } = wire(answering(302, [], { location: '/elsewhere' }))
      await createTransport(agents).send(request, never)
      expect(asked).toHaveLength(1)
      expect(connections).toHaveLength(1)
    })

    it('waits for the answer after an early hint', async () => {
      const result = await outcome((_request, response) => {
        response.writeProcessing()
        response.end('late')
      })
      expect(result).toMatchObject({ kind: 'response', status: 200, body: 'late' })
    })

    it('reuses the connection after a complete answer', async () => {
      const { agents, connections } = wire(answering(200, ['x']))
      const transport = createTransport(agents)
      await transport.send(request, never)
      await settled()
      await transport.send(request, never)
      expect(connections).toHaveLength(1)
      expect(connections[0]?.destroyed).toBe(false)
    })

    it('accepts a body of 8 MiB', async () => {
      const result = await outcome(answering(200, [Buffer.alloc(MAX_BODY_BYTES, 'a')]))
      expect(result.kind === 'response' && result.body.length).toBe(MAX_BODY_BYTES)
    })

    it('gives up a body of one more byte, and closes its connection', async () => {
      const { agents, connections } = wire(answering(200, [Buffer.alloc(MAX_BODY_BYTES, 'a'), 'b']))
      const result = await createTransport(agents).send(request, never)
      expect(result).toEqual({ kind: 'failure', reason: 'too-large', status: 200, headers: HEAD })
      expect(connections[0]?.destroyed).toBe(true)
    })

    it('does not read on after 8 MiB of a body without an end', async () => {
      let stopped = false
      const result = await outcome((_request, response) => {
        const more = (): void => {
          while (!stopped && response.write(Buffer.alloc(1024 * 1024)));
        }
        response.on('drain', more)
        response.on('close', () => {
          stopped = true
        })
        more()
      })
      expect(result).toEqual({ kind: 'failure', reason: 'too-large', status: 200, headers: HEAD })
      stopped = true
    })
  })

  describe('with a connection that breaks', () => {
    it('reports an answer cut before its content-length', async () => {
      const result = await outcome((_request, response) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{"status":"SUCCESSFUL"')
        setImmediate(() => response.socket?.end())
      })
      expect(result).toEqual({
        kind: 'failure',
        reason: 'cut',
        status: 200,
        headers: HEAD,
        detail: 'ECONNRESET',
      })
    })

    it('reports a chunked answer without its last chunk', async () => {
      const result = await outcome((_request, response) => {
        response.write('{"status":"SUCCESSFUL"}')
        setImmediate(() => response.socket?.end())
      })
      expect(result).toEqual({
        kind: 'failure',
        reason: 'cut',
        status: 200,
        headers: HEAD,
        detail: 'ECONNRESET',
      })
    })

    it('reports a connection that ends before the head', async () => {
      expect(await outcome((_request, response) => response.socket?.end())).toStrictEqual({
        kind: 'failure',
        reason: 'connection',
        detail: 'ECONNRESET',
      })
    })

    it('reports a reset before the head', async () => {
      const joined = wire(() => joined.connections[0]?.destroy(coded('EPIPE')))
      expect(await createTransport(joined.agents).send(request, never)).toEqual({
        kind: 'failure',
        reason: 'connection',
        detail: 'EPIPE',
      })
    })

    it('reports a reset in the body', async () => {
      const joined = wire((_request, response) => {
        response.writeHead(503, { 'content-length': '9' })
        response.write('half')
        setImmediate(() => joined.connections[0]?.destroy(coded('ECONNRESET')))
      })
      expect(await createTransport(joined.agents).send(request, never)).toEqual({
        kind: 'failure',
        reason: 'cut',
        status: 503,
        headers: HEAD,
        detail: 'ECONNRESET',
      })
    })

    it('reports an answer that is not HTTP', async () => {
      const result = await outcome((_request, response) => {
        response.socket?.end('SSH-2.0-x\r\n')
      })
      expect(result).toMatchObject({ kind: 'failure', reason: 'connection' })
      expect(result.kind === 'failure' && result.detail).toMatch(/^HPE_/)
    })

    it.each(['ENOTFOUND', 'ECONNREFUSED', 'ETIMEDOUT', 'EAI_AGAIN', 'EPROTO', 'NOT_CERT_HAS_EXPIRED'])(
      'reports %s as no connection',
      async (detail) => {
        const agents = agentsThatFail(coded(detail))
        const result = await createTransport(agents).send(request, never)
        expect(result).toEqual({ kind: 'failure', reason: 'connection', detail })
      },
    )

    it('reports the message of an error without a code', async () => {
      const agents = agentsThatFail(new Error('tunnel refused'))
      const result = await createTransport(agents).send(request, never)
      expect(result).toEqual({ kind: 'failure', reason: 'connection', detail: 'tunnel refused' })
    })

    it('reports a proxy that wants a password, with any error code of the tunnel', async () => {
      const refused = Object.assign(coded('ECONNRESET'), {
        message: 'tunneling socket could not be established, statusCode=407',
      })
      expect(await createTransport(agentsThatFail(refused)).send(request, never)).toEqual({
        kind: 'failure',
        reason: 'proxy-refused',
        detail: 'HTTP 407',
      })
    })

    it.each([
      ['tunneling socket could not be established, statusCode=502', 'the proxy opened no tunnel, HTTP 502'],
      ['tunneling socket could not be established, cause=connect ECONNREFUSED', 'the proxy opened no tunnel'],
      ['got illegal response body from proxy', 'the proxy opened no tunnel'],
    ])('reports that nothing was sent if a proxy opens no tunnel: %s', async (message, detail) => {
      const refused = Object.assign(coded('ECONNRESET'), { message })
      expect(await createTransport(agentsThatFail(refused)).send(request, never)).toEqual({
        kind: 'failure',
        reason: 'connection',
        detail,
      })
    })

    // The codes that Node.js documents for certificates ("X509 certificate error codes"), and those of its own checks.
    it.each([
      'CERT_CHAIN_TOO_LONG',
      'CERT_HAS_EXPIRED',
      'CERT_NOT_YET_VALID',
      'CERT_REJECTED',
      'CERT_REVOKED',
      'CERT_SIGNATURE_FAILURE',
      'CERT_UNTRUSTED',
      'CRL_HAS_EXPIRED',
      'CRL_NOT_YET_VALID',
      'CRL_SIGNATURE_FAILURE',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'ERROR_IN_CERT_NOT_AFTER_FIELD',
      'ERROR_IN_CERT_NOT_BEFORE_FIELD',
      'ERROR_IN_CRL_LAST_UPDATE_FIELD',
      'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
      'ERR_TLS_CERT_ALTNAME_FORMAT',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'HOSTNAME_MISMATCH',
      'INVALID_CA',
      'INVALID_PURPOSE',
      'PATH_LENGTH_EXCEEDED',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
      'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
      'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
      'UNABLE_TO_GET_CRL',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    ])('reports %s as a certificate that is not trusted', async (detail) => {
      const agents = agentsThatFail(coded(detail))
      const result = await createTransport(agents).send(request, never)
      expect(result).toEqual({ kind: 'failure', reason: 'untrusted-certificate', detail })
    })

    it('reports a proxy setting that makes no agent', async () => {
      const agents = {
        getAgent: () => {
          throw coded('ERR_INVALID_URL')
        },
        dispose: () => undefined,
      }
      const result = await createTransport(agents).send(request, never)
      expect(result).toEqual({ kind: 'failure', reason: 'connection', detail: 'ERR_INVALID_URL' })
    })

    it('reports what an agent throws', async () => {
      const agents = agentsThat(() => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- others' code may throw anything
        throw 'no agent'
      })
      const result = await createTransport(agents).send(request, never)
      expect(result).toEqual({ kind: 'failure', reason: 'connection', detail: 'no agent' })
    })
  })

  describe('with a body whose stream misbehaves', () => {
    it('counts an end before the complete message as a cut', async () => {
      const { result, response } = await responding()
      response.complete = false
      response.emit('end')
      expect(await result).toStrictEqual({ kind: 'failure', reason: 'cut', status: 200, headers: HEAD })
    })

    it('counts a close without an end as a cut', async () => {
      const { result, response } = await responding()
      response.emit('close')
      expect(await result).toEqual({ kind: 'failure', reason: 'cut', status: 200, headers: HEAD })
    })

    it.each([
      ['the code', coded('EBADMSG'), 'EBADMSG'],
      ['the message where there is no code', new Error('aborted'), 'aborted'],
    ])('reports %s of an error in the body', async (_what, error, detail) => {
      const { result, response } = await responding()
      response.emit('error', error)
      expect(await result).toEqual({ kind: 'failure', reason: 'cut', status: 200, headers: HEAD, detail })
    })

    it('reports an error of the request in the body as a cut', async () => {
      const { result, outgoing } = await responding()
      outgoing.emit('error', coded('ECONNRESET'))
      expect(await result).toEqual({
        kind: 'failure',
        reason: 'cut',
        status: 200,
        headers: HEAD,
        detail: 'ECONNRESET',
      })
    })

    it('keeps a complete answer in spite of later events', async () => {
      const { result, response, outgoing } = await responding()
      response.complete = true
      response.emit('data', Buffer.from('{}'))
      response.emit('end')
      response.emit('error', coded('ECONNRESET'))
      response.emit('close')
      outgoing.emit('error', coded('ECONNRESET'))
      expect(await result).toMatchObject({ kind: 'response', status: 200, body: '{}' })
      expect(outgoing.destroyed).toBe(false)
    })

    it('keeps a failure in spite of later events', async () => {
      const { result, response } = await responding()
      response.emit('close')
      response.complete = true
      response.emit('end')
      expect(await result).toEqual({ kind: 'failure', reason: 'cut', status: 200, headers: HEAD })
    })

    it('reports the status 0 for a head without one', async () => {
      const { result, response } = await responding({})
      response.complete = true
      response.emit('end')
      expect(await result).toMatchObject({ kind: 'response', status: 0 })
    })
  })

  describe('with a server that stalls', () => {
    it.each([
      ['no head', () => undefined, {}],
      [
        'half a body',
        (response: StalledResponse) => {
          response.write('half')
        },
        { status: 200, headers: HEAD },
      ],
    ])('gives up %s after 15 seconds, and closes the connection', async (_what, stall, seen) => {
      const { agents, connections, nextRequest } = wire((_request, response) => {
        stall(response)
      })
      const arrived = nextRequest()
      const result = watched(createTransport(agents).send(request, never))
      await arrived
      await settled()
      jest.advanceTimersByTime(14_999)
      await settled()
      expect(result.seen()).toBeUndefined()
      jest.advanceTimersByTime(1)
      await settled()
      expect(result.seen()).toEqual({ kind: 'failure', reason: 'timeout', ...seen })
      await settled()
      expect(connections[0]?.destroyed).toBe(true)
    })

    it('counts the 15 seconds from the start, however often bytes drip in', async () => {
      const drip: { write?: () => void } = {}
      const { agents, nextRequest } = wire((_request, response) => {
        response.writeHead(200)
        drip.write = () => response.write(' ')
      })
      const arrived = nextRequest()
      const result = watched(createTransport(agents).send(request, never))
      await arrived
      for (let second = 0; second < 14; second += 1) {
        drip.write?.()
        await settled()
        jest.advanceTimersByTime(1000)
      }
      await settled()
      expect(result.seen()).toBeUndefined()
      jest.advanceTimersByTime(1000)
      await settled()
      expect(result.seen()).toEqual({ kind: 'failure', reason: 'timeout', status: 200, headers: HEAD })
    })

    it('gives up a tunnel that never opens', async () => {
      const result = watched(createTransport(agentsThat(() => undefined)).send(request, never))
      jest.advanceTimersByTime(15_000)
      await settled()
      expect(result.seen()).toEqual({ kind: 'failure', reason: 'timeout' })
    })
  })

  describe('with a signal', () => {
    it('sends nothing when the signal has fired before', async () => {
      const { agents, asked } = wire(answering(200, ['x']))
      const result = await createTransport(agents).send(request, AbortSignal.abort())
      expect(result).toEqual({ kind: 'failure', reason: 'connection', detail: 'cancelled' })
      expect(asked).toEqual([])
    })

    it.each([
      ['before the head', () => undefined, {}],
      [
        'in the body',
        (response: StalledResponse) => {
          response.write('half')
        },
        { status: 200, headers: HEAD },
      ],
    ])('ends immediately when it fires %s, and closes the connection', async (_when, stall, seen) => {
      const { agents, connections, nextRequest } = wire((_request, response) => {
        stall(response)
      })
      const cancelled = new AbortController()
      const arrived = nextRequest()
      const result = watched(createTransport(agents).send(request, cancelled.signal))
      await arrived
      await settled()
      cancelled.abort()
      await settled()
      expect(result.seen()).toEqual({ kind: 'failure', reason: 'connection', ...seen, detail: 'cancelled' })
      expect(connections[0]?.destroyed).toBe(true)
    })

    it.each([
      ['a whole answer', answering(200, ['x'])],
      ['a failure', brokenOff],
    ])('leaves no listener on the signal after %s', async (_what, listener) => {
      const cancelled = new AbortController()
      const remove = jest.spyOn(cancelled.signal, 'removeEventListener')
      const add = jest.spyOn(cancelled.signal, 'addEventListener')
      await createTransport(wire(listener).agents).send(request, cancelled.signal)
      expect(add).toHaveBeenCalledTimes(1)
      expect(remove).toHaveBeenCalledTimes(1)
      expect(remove.mock.calls[0]?.slice(0, 2)).toEqual(add.mock.calls[0]?.slice(0, 2))
    })
  })

  it('closes its connections', () => {
    const dispose = jest.fn()
    createTransport({ ...agentsThat(() => undefined), dispose }).dispose()
    expect(dispose).toHaveBeenCalledTimes(1)
  })
})

type StalledResponse = { readonly write: (text: string) => boolean }

function brokenOff(...[, response]: Parameters<RequestListener>): void {
  response.socket?.end()
}

function answering(
  status: number,
  chunks: readonly (string | Buffer)[],
  headers: Readonly<Record<string, string>> = {},
): RequestListener {
  return (_request, response) => {
    response.writeHead(status, headers)
    for (const chunk of chunks) response.write(chunk)
    response.end()
  }
}

function bytes(...values: readonly number[]): Buffer {
  return Buffer.from(values)
}

function outcome(listener: RequestListener): Promise<HttpResult> {
  return createTransport(wire(listener).agents).send(request, never)
}

// Lets everything happen that needs no timer.
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

function watched(result: Promise<HttpResult>): { readonly seen: () => HttpResult | undefined } {
  let seen: HttpResult | undefined
  void result.then((value) => {
    seen = value
  })
  return { seen: () => seen }
}

// The head of an answer that no server sent, so that a test can emit what it likes.
async function responding(head: { readonly status?: number } = { status: 200 }): Promise<{
  readonly result: Promise<HttpResult>
  readonly response: IncomingMessage
  readonly outgoing: ClientRequest
}> {
  const response = new IncomingMessage(new Socket())
  if (head.status !== undefined) response.statusCode = head.status
  const outgoing = await new Promise<{ request: ClientRequest; result: Promise<HttpResult> }>((resolve) => {
    const result: Promise<HttpResult> = createTransport(
      agentsThat((taken) => {
        queueMicrotask(() => {
          resolve({ request: taken, result })
        })
      }),
    ).send(request, never)
  })
  outgoing.request.emit('response', response)
  return { result: outgoing.result, response, outgoing: outgoing.request }
}
