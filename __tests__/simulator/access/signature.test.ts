import { describe, expect, it } from '@jest/globals'

import { canonicalRequest, parseAuthorization, signatureOf } from '../../../simulator/access/signature.mjs'

const SYSTEM_TASK = {
  method: 'GET',
  path: '/v1/b384b9e9ab9b4ee8994c8633aabc9505/system-tasks/008aae2e675d3bcb01675d3c66f20000',
  headers: {
    host: 'dayu-dlf.cn-north-4.myhuaweicloud.com',
    workspace: '0123456789abcdef0123456789abcdef',
    'x-project-id': 'b384b9e9ab9b4ee8994c8633aabc9505',
    'x-sdk-date': '20260102T030405Z',
    'x-security-token': 'SecurityToken',
  },
  body: '',
}

describe('signatureOf', () => {
  it.each([
    [
      "the guide's published example",
      'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc',
      ['content-type', 'host', 'x-sdk-date'],
      {
        method: 'GET',
        path: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
        headers: {
          'content-type': 'application/json',
          host: 'service.region.example.com',
          'x-sdk-date': '20191115T033655Z',
        },
        body: '',
      },
      '7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
    ],
    [
      'a request with only a date',
      'SecretKey',
      ['x-sdk-date'],
      { method: 'GET', path: '/path?limit=1', headers: { 'x-sdk-date': '20060102T150405Z' }, body: '' },
      '5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624',
    ],
    [
      'a system task',
      'SecretKey',
      ['host', 'workspace', 'x-project-id', 'x-sdk-date'],
      SYSTEM_TASK,
      'ce744b8adea9b5d7374a288abff6d3596d3f87d697d34bb0bc067b73643bd7f0',
    ],
    [
      'a system task with a temporary key',
      'SecretKey',
      ['host', 'workspace', 'x-project-id', 'x-sdk-date', 'x-security-token'],
      SYSTEM_TASK,
      '05aaea3eeb68b2fc63322a71414d1b0517be5dedbc6a2ad7c71ebd37149ec90a',
    ],
  ])('signs %s as the published vectors do', (_, secret, names, request, signature) => {
    const canonical = canonicalRequest(request, names)
    expect(signatureOf(secret, request.headers['x-sdk-date'], canonical)).toBe(signature)
  })
})

describe('canonicalRequest', () => {
  const lineOf = (path: string, line: number) =>
    canonicalRequest({ method: 'GET', path, headers: {}, body: '' }, []).split('\n')[line]

  it('ends the path with a slash, and encodes each segment once', () => {
    expect(lineOf('/a%20b/c*d', 1)).toBe('/a%20b/c%2Ad/')
    expect(lineOf('/a/', 1)).toBe('/a/')
    expect(lineOf('/100%', 1)).toBe('/100%25/')
  })

  it('sorts the query by name and by value, and writes an equals sign after each name', () => {
    expect(lineOf('/?b=2&a&b=1&A=x%2Fy', 2)).toBe('A=x%2Fy&a=&b=1&b=2')
  })

  it('trims values and hashes the body', () => {
    const headers = { host: ' h ' }
    expect(canonicalRequest({ method: 'POST', path: '/', headers, body: 'abc' }, ['host'])).toBe(
      'POST\n/\n\nhost:h\n\nhost\nba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
})

describe('parseAuthorization', () => {
  it.each([undefined, '', 'Bearer x', 'SDK-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=xyz'])(
    'does not take %j for a signature',
    (header) => {
      expect(parseAuthorization(header)).toBeUndefined()
    },
  )
})
