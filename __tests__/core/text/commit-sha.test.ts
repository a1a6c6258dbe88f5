import { describe, expect, it } from '@jest/globals'

import { COMMIT_SHA } from '../../../src/core/text/commit-sha.ts'

const SHA_256 = '0123456789abcdef'.repeat(4)
const SHA_1 = SHA_256.slice(0, 40)

describe('COMMIT_SHA', () => {
  it.each([SHA_1, SHA_256, SHA_1.toUpperCase()])('accepts %s', (text) => {
    expect(text).toMatch(COMMIT_SHA)
  })

  it.each([
    '',
    SHA_1.slice(1),
    `${SHA_1}0`,
    SHA_256.slice(1),
    `${SHA_256}0`,
    SHA_1.replace('0', 'g'),
    SHA_256.replace('0', 'g'),
    'main',
  ])('refuses %j', (text) => {
    expect(text).not.toMatch(COMMIT_SHA)
  })
})
