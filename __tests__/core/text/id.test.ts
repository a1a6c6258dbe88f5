import { describe, expect, it } from '@jest/globals'

import { ID } from '../../../src/core/text/id.ts'

describe('ID', () => {
  it.each(['a', '0', 'Ab_9-', 'x'.repeat(64)])('accepts %s', (text) => {
    expect(text).toMatch(ID)
  })

  it.each(['', 'x'.repeat(65), 'a/b', '/a', 'a/', 'a b', 'a.b', 'a\n', '\u4F5C'])('refuses %j', (text) => {
    expect(text).not.toMatch(ID)
  })
})
