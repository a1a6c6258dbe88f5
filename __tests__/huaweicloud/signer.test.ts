import { describe, expect, it } from '@jest/globals'

import { authorizationFor, sdkDate } from '../../src/huaweicloud/signer.ts'

const PROJECT = 'b384b9e9ab9b4ee8994c8633aabc9505'
const TASK_URL = `https://dayu-dlf.cn-north-4.myhuaweicloud.com/v1/${PROJECT}/system-tasks/008aae2e675d3bcb01675d3c66f20000`
const EXAMPLE_KEY = { id: 'AccessKey', secret: 'SecretKey' }
const TASK_HEADERS = {
  host: 'dayu-dlf.cn-north-4.myhuaweicloud.com',
  workspace: '0123456789abcdef0123456789abcdef',
  'x-project-id': PROJECT,
  'x-sdk-date': '20260102T030405Z',
}

describe('authorizationFor', () => {
  it.each([
    [
      "the guide's published example",
      { id: 'QTWAOYTTINDUT2QVKYUC', secret: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' },
      'https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
      {
        'content-type': 'application/json',
        host: 'service.region.example.com',
        'x-sdk-date': '20191115T033655Z',
      },
      'content-type;host;x-sdk-date',
      '7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
    ],
    [
      'a request with nothing but a date',
      EXAMPLE_KEY,
      'https://example.huaweicloud.com/path?limit=1',
      { 'x-sdk-date': '20060102T150405Z' },
      'x-sdk-date',
      '5a2ce64c865e0e6046321c6f3d5a77ba8413eeaf355c3166c03d58d02ac79624',
    ],
    [
      'a request for a task',
      EXAMPLE_KEY,
      TASK_URL,
      TASK_HEADERS,
      'host;workspace;x-project-id;x-sdk-date',
      'ce744b8adea9b5d7374a288abff6d3596d3f87d697d34bb0bc067b73643bd7f0',
    ],
    [
      'a request for a task with a temporary key',
      EXAMPLE_KEY,
      TASK_URL,
      { ...TASK_HEADERS, 'x-security-token': 'SecurityToken' },
      'host;workspace;x-project-id;x-sdk-date;x-security-token',
      '05aaea3eeb68b2fc63322a71414d1b0517be5dedbc6a2ad7c71ebd37149ec90a',
    ],
  ])('signs %s', (_, key, url, headers, signedHeaders, signature) => {
    expect(authorizationFor({ method: 'GET', url: new URL(url), headers }, key)).toBe(
      `SDK-HMAC-SHA256 Access=${key.id}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
    )
  })
})

describe('sdkDate', () => {
  it('writes the form of the header, in UTC', () => {
    expect(sdkDate(Date.UTC(2026, 0, 2, 3, 4, 5, 678))).toBe('20260102T030405Z')
  })
})
