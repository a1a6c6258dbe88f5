import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { plainText, utf8Length } from '../../../src/core/text/plain.ts'
import { character, hostileText } from '../../support/data/arbitraries.ts'

describe('plainText', () => {
  it.each([
    ['ordinary text', '导入作业[job_batch]。 é 😀', '导入作业[job_batch]。 é 😀'],
    ['several line breaks and tabs in a row', 'a\r\n\t\v\fb', 'a b'],
    ['the line breaks of other worlds', 'a\u0085b\u2028c\u2029d', 'a b c d'],
    ['an escape sequence', '\u001B[31mred', '\uFFFD[31mred'],
    ['every control character for itself', 'a\u0000\u0007\u007F\u009Fb', 'a\uFFFD\uFFFD\uFFFD\uFFFDb'],
    ['bidi marks', 'a\u061C\u200E\u200Fb', 'a\uFFFD\uFFFD\uFFFDb'],
    ['bidi embeddings', 'a\u202A\u202Eb', 'a\uFFFD\uFFFDb'],
    ['bidi isolates', 'a\u2066\u2069b', 'a\uFFFD\uFFFDb'],
    ['a lone high surrogate', 'a\uD83Db', 'a\uFFFDb'],
    ['a lone low surrogate', 'a\uDE00b', 'a\uFFFDb'],
    ['a lone high surrogate at the end', 'a\uD83D', 'a\uFFFD'],
    ['neighbours of what is replaced', '\u200D\u2010\u202F\u2065\u206A', '\u200D\u2010\u202F\u2065\u206A'],
  ])('makes one harmless line of %s', (_, text, line) => {
    expect(plainText(text)).toBe(line)
  })

  it('does not join what a removed character kept apart', () => {
    expect(plainText(':\u0000:error::')).toBe(':\uFFFD:error::')
  })

  it.each([
    ['abcd', 4, 'abcd'],
    ['abcde', 4, 'abc…'],
    ['a', 1, 'a'],
    ['ab', 1, '…'],
    ['ab😀', 4, 'ab😀'],
    ['ab😀c', 4, 'ab…'],
    ['abc😀', 4, 'abc…'],
    ['a\uD83D', 2, 'a\uFFFD'],
    ['a\n\n\n\n\n\nb', 4, 'a …'],
    ['a\n\n\nbbbb', 4, 'a b…'],
    ['\n\n\n\n😀', 4, ' …'],
    ['\n\n\uD83D', 2, ' \uFFFD'],
    ['😀abcd', 4, '😀a…'],
  ])('cuts %j to %i units as %j', (text, maxLength, line) => {
    expect(plainText(text, maxLength)).toBe(line)
  })

  it('leaves no control character, bidi control, line break or lone surrogate in any text', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 40 }), (text, maxLength) => {
        for (const line of [plainText(text), plainText(text, maxLength)]) {
          expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}]/u)
        }
        expect(plainText(text, maxLength).length).toBeLessThanOrEqual(maxLength)
      }),
    )
  })

  it('says with an ellipsis that something is missing, and only then', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 40 }), (text, maxLength) => {
        const whole = plainText(text)
        const line = plainText(text, maxLength)
        const start = line.slice(0, -1)
        expect(
          line === whole || (line.endsWith('…') && whole.startsWith(start) && text.length > maxLength),
        ).toBe(true)
      }),
    )
  })
})

describe('utf8Length', () => {
  it.each([
    ['', 0],
    ['\u007F', 1],
    ['\u0080', 2],
    ['\u07FF', 2],
    ['\u0800', 3],
    ['\uD7FF', 3],
    ['\u{10000}', 4],
    ['\u{10FFFF}', 4],
    ['\uE000', 3],
    ['失败😀a', 11],
  ])('counts %j as %i bytes', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes)
  })

  it('agrees with an encoder on any well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => {
        expect(utf8Length(text)).toBe(encodeURIComponent(text).replace(/%../g, '%').length)
      }),
    )
  })
})
