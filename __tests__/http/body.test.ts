import type { RequestListener } from 'node:http'
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

import { describe, expect, it } from '@jest/globals'

import { createTransport, type HttpResult } from '../../src/http/transport.ts'
import { createLargeBodies } from '../../src/http/body.ts'
import { wire } from '../support/fakes/wire.ts'

const MIB = 1024 * 1024
const never = new AbortController().signal
const request = {
  method: 'GET',
  url: new URL('http://factory.example/v1/p/system-tasks/t'),
  headers: {},
} as const
const TEXT = JSON.stringify({ status: 'SUCCESSFUL', name: '导入作业'.repeat(10_000) })

function answering(encoding: string, body: Buffer | string, status = 200): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-encoding': encoding, 'retry-after': '7' })
    response.end(body)
  }
}

// The best compression of 8 MiB would take seconds.
function quickBrotli(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
}

function outcome(listener: RequestListener): Promise<HttpResult> {
  return createTransport(wire(listener).agents).send(request, never)
}

describe('readBody', () => {
  it.each([
    ['gzip', gzipSync(TEXT)],
    ['X-GZip', gzipSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['identity', Buffer.from(TEXT)],
    [' ', Buffer.from(TEXT)],
  ])('decodes %s', async (encoding, body) => {
    expect(await outcome(answering(encoding, body))).toMatchObject({ kind: 'response', body: TEXT })
  })

  it('decodes a body that arrives byte by byte', async () => {
    const result = await outcome((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      for (const byte of gzipSync('{"status":"成功"}')) response.write(Buffer.of(byte))
      response.end()
    })
    expect(result).toMatchObject({ kind: 'response', body: '{"status":"成功"}' })
  })

  it.each(['gzip', 'br', 'zstd'])(
    'reads an empty body as empty, in spite of its encoding: %s',
    async (encoding) => {
      expect(await outcome(answering(encoding, '', 401))).toMatchObject({ status: 401, body: '' })
    },
  )

  it.each([
    ['gzip', gzipSync(TEXT).subarray(0, -20), 'Z_BUF_ERROR'],
    ['gzip', Buffer.from(TEXT), 'Z_DATA_ERROR'],
    ['deflate', deflateSync(TEXT).subarray(0, -20), 'Z_BUF_ERROR'],
    ['deflate', Buffer.from(TEXT), 'Z_DATA_ERROR'],
    ['br', brotliCompressSync(TEXT).subarray(0, -5), 'Z_BUF_ERROR'],
  ])('reports a cut or false %s as a cut body', async (encoding, body, detail) => {
    expect(await outcome(answering(encoding, body))).toMatchObject({
      kind: 'failure',
      reason: 'cut',
      status: 200,
      detail,
    })
  })

  it.each(['zstd', 'gzip, br', 'a'.repeat(100)])(
    'names an encoding that it cannot read: %s',
    async (encoding) => {
      expect(await outcome(answering(encoding, TEXT))).toMatchObject({
        kind: 'failure',
        reason: 'unknown-encoding',
        status: 200,
        detail: encoding.slice(0, 40),
      })
    },
  )

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', quickBrotli],
  ])('counts 8 MiB after decoding %s', async (encoding, compress) => {
    const most = await outcome(answering(encoding, compress(Buffer.alloc(8 * MIB, 'a'))))
    expect(most.kind === 'response' && most.body.length).toBe(8 * MIB)
    const more = await outcome(answering(encoding, compress(Buffer.alloc(8 * MIB + 1, 'a'))))
    expect(more).toMatchObject({ kind: 'failure', reason: 'too-large' })
  })

  it('keeps the head of an answer whose body is unusable', async () => {
    const result = await outcome(answering('gzip', 'no gzip', 429))
    expect(result).toMatchObject({ kind: 'failure', status: 429, headers: { 'retry-after': '7' } })
  })

  it('reads 30 bodies of 8 MiB, but no more than 8 at a time', async () => {
    const held: (() => void)[] = []
    const { agents } = wire((_request, response) => {
      response.writeHead(200)
      response.write(Buffer.alloc(MIB, 'a'))
      held.push(() => {
        response.end(Buffer.alloc(7 * MIB, 'a'))
      })
    })
    const transport = createTransport(agents)
    let done = 0
    const results = Array.from({ length: 30 }, async () => {
      const result = await transport.send(request, never)
      done += 1
      return result
    })
    await settled()
    expect(held).toHaveLength(30)
    // The eight that are read are the first ones; the end of all others changes nothing.
    for (const finish of held.slice(8)) finish()
    await settled()
    expect(done).toBe(0)
    for (const finish of held.slice(0, 8)) finish()
    const lengths = (await Promise.all(results)).map((each) => each.kind === 'response' && each.body.length)
    expect(new Set(lengths)).toEqual(new Set([8 * MIB]))
  })
})

describe('createLargeBodies', () => {
  function setUp() {
    const bodies = createLargeBodies()
    const turns: number[] = []
    const enter = (id: number): (() => void) => {
      const onTurn = (): void => void turns.push(id)
      bodies.enter(onTurn)
      return () => {
        bodies.leave(onTurn)
      }
    }
    return { turns, leave: Array.from({ length: 12 }, (_, id) => enter(id)) }
  }

  it('gives eight their turn, and the next when one leaves', () => {
    const { turns, leave } = setUp()
    expect(turns).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    leave[3]?.()
    expect(turns.slice(8)).toEqual([8])
  })

  it('skips a body that has left, and ignores a second leave', () => {
    const { turns, leave } = setUp()
    leave[8]?.()
    leave[0]?.()
    leave[0]?.()
    expect(turns.slice(8)).toEqual([9])
    for (const each of leave) each()
    expect(turns.slice(8)).toEqual([9, 10, 11])
  })
})

// Lets everything happen that needs no time.
async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}
