import { describe, expect, it } from '@jest/globals'

import { completeProxyAddresses, invalidProxyVariable, proxyPasswords } from '../../src/inputs/proxy.ts'

describe('proxyPasswords', () => {
  it.each([
    ['http://user:hunter2@proxy.example:3128', ['hunter2']],
    ['https://user:hunter2@proxy.example', ['hunter2']],
    ['http://:hunter2@proxy.example', ['hunter2']],
    ['user:hunter2@proxy.example:3128', ['hunter2']],
    ['http://user:p%40ss@proxy.example', ['p%40ss', 'p@ss']],
    ['http://user:100%@proxy.example', ['100%']],
    ['http://user@proxy.example', []],
    ['http://proxy.example:3128', []],
    ['proxy.example:3128', []],
    ['not an address', []],
    ['', []],
  ])('finds the password of %j', (address, passwords) => {
    expect(proxyPasswords((name) => (name === 'HTTPS_PROXY' ? address : ''))).toEqual(passwords)
  })

  it('looks at every variable that the client does', () => {
    const asked = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']
    const read = (name: string): string => (asked.includes(name) ? `http://u:${name}-pw@proxy.example` : '')
    expect(proxyPasswords(read)).toEqual(asked.map((name) => `${name}-pw`))
  })
})

describe('completeProxyAddresses', () => {
  it.each([
    ['proxy.example:8080', 'http://proxy.example:8080'],
    ['user:word@localhost:1', 'http://user:word@localhost:1'],
    [' 127.0.0.1:1 ', 'http://127.0.0.1:1'],
    ['http://proxy.example', 'http://proxy.example'],
    ['HTTPS://proxy.example', 'HTTPS://proxy.example'],
    ['socks5://proxy.example', 'socks5://proxy.example'],
    ['proxy.example/http://x', 'http://proxy.example/http://x'],
    ['', ''],
  ])('makes of %j %j', (address, whole) => {
    const env = { HTTPS_PROXY: address, https_proxy: address, OTHER: address }
    completeProxyAddresses(env)
    expect(env).toEqual({ HTTPS_PROXY: whole, https_proxy: whole, OTHER: address })
  })

  it('sets nothing that was not set', () => {
    const env = {}
    completeProxyAddresses(env)
    expect(env).toEqual({})
  })
})

describe('invalidProxyVariable', () => {
  it.each(['::::', 'not a url', 'http://', 'http:proxy:8080', 'user:pass@word@:1', 'http://:8080', 'a:///x'])(
    'names the variable whose text the client would ignore: %j',
    (address) => {
      const env = { HTTPS_PROXY: '', https_proxy: address }
      completeProxyAddresses(env)
      expect(invalidProxyVariable((name) => (name === 'https_proxy' ? env.https_proxy : ''))).toBe(
        'https_proxy',
      )
    },
  )

  it.each(['', 'http://proxy.example', 'https://user:word@proxy.example:1', 'http://[::1]:3128'])(
    'takes %j',
    (address) => {
      expect(invalidProxyVariable(() => address)).toBeUndefined()
    },
  )
})
