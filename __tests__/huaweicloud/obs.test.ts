import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { HttpResult } from '../../src/http/transport.ts'
import { readUploadAnswer, uploadRequest } from '../../src/huaweicloud/obs.ts'
import { cpuMsOf } from '../support/cpu-time.ts'
import { officialRequest } from '../support/official/official-obs.ts'
import { character } from '../support/data/arbitraries.ts'

const BODY = new TextEncoder().encode('PK')
const KEY = { id: 'AccessKey', secret: 'SecretKey' }
const OBJECT = {
  endpoint: 'https://obs.cn-north-4.myhuaweicloud.com',
  bucket: 'my-bucket',
  key: 'dlf/jobs.zip',
}
const NOW_MS = Date.UTC(2026, 0, 15, 3, 4, 5)
const MD5_HEX = 'd71bdd22c8bb93b8d287dce6f46aed25'

describe('uploadRequest', () => {
  it('has every header that OBS needs', () => {
    const { url, ...request } = uploadRequest(OBJECT, BODY, { key: KEY, nowMs: NOW_MS })
    expect(url.href).toBe('https://my-bucket.obs.cn-north-4.myhuaweicloud.com/dlf/jobs.zip')
    expect(request).toEqual({
      method: 'PUT',
      headers: {
        date: 'Thu, 15 Jan 2026 03:04:05 GMT',
        'content-md5': '1xvdIsi7k7jSh9zm9GrtJQ==',
        'content-type': 'application/zip',
        'user-agent': 'wait-for-dlf-task',
        authorization: 'OBS AccessKey:OdV3vpmK0CGg3nkqOcEmORFeg9M=',
      },
      body: BODY,
    })
  })

  it.each([
    ['OdV3vpmK0CGg3nkqOcEmORFeg9M=', 'dlf/jobs.zip', {}],
    ['U3BmA3Xz6p2wOw0+LKarr8NkEG0=', 'dlf/jobs.zip', { securityToken: 'SecurityToken' }],
    ['GzeF3hb8d3jnbwDZY3mOLG9tYCs=', '发布/a b.zip', {}],
  ])('has the signature %s of the vectors in docs/service.md', (signature, objectKey, token) => {
    const key = { ...KEY, ...token }
    const { headers } = uploadRequest({ ...OBJECT, key: objectKey }, BODY, { key, nowMs: NOW_MS })
    expect(headers.authorization).toBe(`OBS AccessKey:${signature}`)
    expect(headers['x-obs-security-token']).toBe(key.securityToken)
  })

  it.each([
    ['https://obs.eu-west-101.myhuaweicloud.eu', 'https://b-1.obs.eu-west-101.myhuaweicloud.eu/a%20b%23.zip'],
    ['https://obs.example:8443', 'https://b-1.obs.example:8443/a%20b%23.zip'],
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000/b-1/a%20b%23.zip'],
    ['http://[::1]:9000', 'http://[::1]:9000/b-1/a%20b%23.zip'],
    ['http://localhost:9000', 'http://localhost:9000/b-1/a%20b%23.zip'],
    ['http://localhost.example', 'http://b-1.localhost.example/a%20b%23.zip'],
    ['http://obs.localhost', 'http://b-1.obs.localhost/a%20b%23.zip'],
  ])('finds the object at %s', (endpoint, href) => {
    const object = { endpoint, bucket: 'b-1', key: 'a b#.zip' }
    expect(uploadRequest(object, BODY, { key: KEY, nowMs: NOW_MS }).url.href).toBe(href)
  })

  it('is signed as the official signer signs it', () => {
    const segment = fc
      .string({ minLength: 1, maxLength: 12, unit: character })
      .filter((text) => !/^\.{1,2}$|[/\p{Cs}]/u.test(text))
    const secret = fc.stringMatching(/^[!-~]{8,40}$/)
    const requests = fc.record({
      bucket: fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}[a-z0-9]$/),
      segments: fc.array(segment, { minLength: 1, maxLength: 4 }),
      id: fc.stringMatching(/^[A-Z0-9]{8,24}$/),
      secret,
      securityToken: fc.option(secret, { nil: undefined }),
      nowMs: fc
        .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
        .map(Number),
      body: fc.uint8Array({ maxLength: 100 }),
    })
    fc.assert(
      fc.property(requests, ({ bucket, segments, id, secret: value, securityToken, nowMs, body }) => {
        const key = { id, secret: value, ...(securityToken !== undefined && { securityToken }) }
        const object = { ...OBJECT, bucket, key: segments.join('/') }
        const { url, headers } = uploadRequest(object, body, { key, nowMs })
        const official = officialRequest(object, headers, key)
        expect(headers.authorization).toBe(official.authorization)
        // The signature covers the path, and a URL does not change it.
        expect(`/${bucket}${url.pathname}`).toBe(official.uri)
      }),
      { numRuns: 500 },
    )
  })
})

const response = (status: number, body = '', headers = {}): HttpResult => ({
  kind: 'response',
  status,
  headers,
  body,
})
const error = (code: string, message = 'm'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>r-1</RequestId><HostId>h</HostId></Error>`

describe('readUploadAnswer', () => {
  it.each([
    [{ etag: `"${MD5_HEX}"` }],
    [{ etag: `"${MD5_HEX.toUpperCase()}"` }],
    [{ etag: MD5_HEX }],
    [{ etag: `W/"${MD5_HEX}"` }],
    // With KMS the ETag is another one.
    [{ etag: '"0"', 'x-obs-server-side-encryption': 'kms' }],
  ])('takes HTTP 200 with %j for stored', (headers) => {
    expect(readUploadAnswer(response(200, '', headers), BODY)).toEqual({ kind: 'stored' })
  })

  it.each([
    {},
    { etag: `W/${MD5_HEX}0` },
    { etag: `${MD5_HEX}W/` },
    { etag: '"d41d8cd98f00b204e9800998ecf8427e"' },
  ])('takes HTTP 200 with %j for an answer that confirms nothing', (headers) => {
    expect(readUploadAnswer(response(200, '<html>', headers), BODY)).toMatchObject({
      kind: 'passing',
      fault: { reason: 'unexpected-body', httpStatus: 200 },
    })
  })

  it.each([
    [201, 'passing', 'http-status'],
    [204, 'passing', 'http-status'],
    [299, 'passing', 'http-status'],
    [300, 'refused', 'redirected'],
    [399, 'refused', 'redirected'],
    [400, 'refused', 'rejected'],
    [401, 'refused', 'rejected'],
    [403, 'refused', 'forbidden'],
    [404, 'refused', 'rejected'],
    [408, 'passing', 'http-status'],
    [409, 'refused', 'rejected'],
    [429, 'passing', 'throttled'],
    [500, 'passing', 'http-status'],
    [503, 'passing', 'http-status'],
  ])('takes HTTP %i for %s', (status, kind, reason) => {
    expect(readUploadAnswer(response(status, error('Some')), BODY)).toEqual({
      kind,
      fault: { reason, httpStatus: status, error: { code: 'Some', message: 'm', requestId: 'r-1' } },
    })
  })

  it.each([
    ['connection', 'passing'],
    ['timeout', 'passing'],
    ['cut', 'passing'],
    ['too-large', 'refused'],
    ['untrusted-certificate', 'refused'],
    ['proxy-refused', 'refused'],
  ] as const)('takes the failure %s for %s', (reason, kind) => {
    expect(readUploadAnswer({ kind: 'failure', reason, status: 200, detail: 'd' }, BODY)).toEqual({
      kind,
      fault: { reason, httpStatus: 200, detail: 'd' },
    })
  })

  it.each([
    [403, 'InvalidAccessKeyId'],
    [403, 'SignatureDoesNotMatch'],
    [400, 'InvalidToken'],
    [400, 'ExpiredToken'],
  ])('takes HTTP %i with %s for a refused key', (status, code) => {
    expect(readUploadAnswer(response(status, error(code)), BODY)).toMatchObject({
      kind: 'refused',
      fault: { reason: 'unauthorized', httpStatus: status, error: { code } },
    })
  })

  it('takes the time of OBS from an answer that names clock skew', () => {
    const headers = { date: 'Thu, 15 Jan 2026 03:04:05 GMT' }
    const seen = response(403, error('RequestTimeTooSkewed'), headers)
    expect(readUploadAnswer(seen, BODY)).toMatchObject({ kind: 'skewed', serverTimeMs: NOW_MS })
    const without = readUploadAnswer(response(403, error('RequestTimeTooSkewed')), BODY)
    expect(without).toMatchObject({ kind: 'skewed', fault: { reason: 'forbidden' } })
    expect(without).not.toHaveProperty('serverTimeMs')
  })

  it('prefers the request id of the header', () => {
    const seen = readUploadAnswer(response(403, error('A'), { 'x-obs-request-id': 'r-2' }), BODY)
    expect(seen).toMatchObject({ fault: { error: { requestId: 'r-2' } } })
  })

  it.each([
    ['entities', error('A', '&lt;b&gt; &amp;amp; &quot;&apos; &nbsp; &#60;'), `<b> &amp; "' &nbsp; &#60;`],
    ['no end', '<Error><Message>m', undefined],
    ['elements inside', error('A', '<b>m</b>'), undefined],
    ['a document type', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${error('A', '&x;')}`, '&x;'],
    ['a message that is too long', error('A', 'm'.repeat(501)), undefined],
    ['a start that is too long', ' '.repeat(8192) + error('A'), undefined],
    ['JSON', '{"Message":"m"}', undefined],
    ['nothing', '', undefined],
  ])('reads the message of XML with %s', (_, body, message) => {
    const seen = readUploadAnswer(response(400, body), BODY)
    expect(seen.kind === 'refused' ? seen.fault.error?.message : seen.kind).toBe(message)
  })

  it('reads any text in a moment', () => {
    const hostile = ['<Code>'.repeat(1_000_000), `<Message>${'&'.repeat(5_000_000)}`]
    for (const body of hostile) {
      expect(cpuMsOf(() => readUploadAnswer(response(400, body), BODY))).toBeLessThan(200)
    }
  })
})
