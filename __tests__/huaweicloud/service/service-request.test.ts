import { describe, expect, it } from '@jest/globals'

import { serviceRequest } from '../../../src/huaweicloud/service/service-request.ts'

const SETTINGS = { endpoint: 'https://dlf.example/base', project: 'p1', language: 'en_us' } as const
const HEADERS = {
  accept: 'application/json',
  'content-type': 'application/json',
  'user-agent': 'wait-for-dlf-task',
  'x-language': 'en_us',
  'x-project-id': 'p1',
}

describe('serviceRequest', () => {
  it('makes a request without a body', () => {
    expect(serviceRequest(SETTINGS, { method: 'GET', path: 'system-tasks/t1' })).toStrictEqual({
      method: 'GET',
      url: new URL('https://dlf.example/base/v1/p1/system-tasks/t1'),
      headers: HEADERS,
    })
  })

  it('makes one with a body for a workspace, in Chinese', () => {
    const settings = { ...SETTINGS, workspace: 'w1', language: 'zh_cn' } as const
    expect(serviceRequest(settings, { method: 'POST', path: 'jobs/import', body: '{}' })).toStrictEqual({
      method: 'POST',
      url: new URL('https://dlf.example/base/v1/p1/jobs/import'),
      headers: { ...HEADERS, 'x-language': 'zh_cn', workspace: 'w1' },
      body: '{}',
    })
  })

  it('sends an empty body if one is given', () => {
    expect(serviceRequest(SETTINGS, { method: 'POST', path: 'x', body: '' })).toHaveProperty('body', '')
  })
})
