import { describe, expect, it } from '@jest/globals'

import { proxyPasswords } from '../../src/huaweicloud/proxy.ts'

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
