import { describe, expect, it } from '@jest/globals'

import { fetch, ProxyAgent } from '../../src/http/undici-stub.ts'

describe('fetch', () => {
  it('throws, because undici is not in the bundle', () => {
    expect(fetch).toThrow('undici is not part of this bundle')
  })
})

describe('ProxyAgent', () => {
  it('can be created, as the toolkit does when a proxy is set', () => {
    expect(new ProxyAgent()).toEqual({})
  })
})
