import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { createRedactor, SECRET, secretFlaw } from '../../../src/core/text/redact.ts'

const redactorOf = (...secrets: readonly string[]): ((text: string) => string) => {
  const { add, redact } = createRedactor()
  secrets.forEach(add)
  return redact
}

describe('SECRET', () => {
  it.each([
    ['8 characters', '!2345+/~', true],
    ['7 characters', '1234567', false],
    ['65,536 characters', 'x'.repeat(65_536), true],
    ['65,537 characters', 'x'.repeat(65_537), false],
    ['a blank', '1234 5678', false],
    ['a line break at its end', '12345678\n', false],
    ['a character that is not ASCII', '1234567\u00e9', false],
  ])('decides on a text with %s', (_, text, isAccepted) => {
    expect(SECRET.test(text)).toBe(isAccepted)
  })
})

describe('secretFlaw', () => {
  it('names the part and the form that was expected', () => {
    expect(secretFlaw("the field 'value'")).toBe(
      "the field 'value' does not hold 8 to 65536 printable characters",
    )
  })
})

describe('createRedactor', () => {
  it('does not change a text if it knows no secret', () => {
    expect(redactorOf()('nothing here')).toBe('nothing here')
    expect(redactorOf('')('nothing here')).toBe('nothing here')
  })

  it.each([
    ['as it is', 'pa"ss/wo%rd+1'],
    ['escaped for JSON', 'pa\\"ss/wo%rd+1'],
    ['encoded for a URL', 'pa%22ss%2Fwo%25rd%2B1'],
    ['in base64', btoa('pa"ss/wo%rd+1').replace(/=+$/, '')],
  ])('hides a secret %s', (_, form) => {
    expect(redactorOf('pa"ss/wo%rd+1')(`<${form}>`)).not.toContain(form)
    expect(redactorOf('pa"ss/wo%rd+1')(`<${form}>`)).toMatch(/^<\*\*\*.{0,2}>$/)
  })

  it('hides the base64 of a pair that a secret is the second part of', () => {
    for (const name of ['a', 'ab', 'abc']) {
      const encoded = btoa(`${name}:secret-of-the-test`)
      expect(redactorOf('secret-of-the-test')(encoded)).toContain('***')
      expect(redactorOf('secret-of-the-test')(encoded.replaceAll('+', '-').replaceAll('/', '_'))).toContain(
        '***',
      )
    }
  })

  it.each(['', '@', '@h'])('hides the base64 of a short secret that %j follows', (after) => {
    for (const before of ['', 'a', 'ab']) {
      expect(redactorOf('secret-one')(btoa(`${before}secret-one${after}`))).toContain('***')
    }
  })

  it('hides base64 of both alphabets', () => {
    expect(redactorOf('???>>>')('<Pz8/Pj4+>')).toBe('<***>')
    expect(redactorOf('???>>>')('<Pz8_Pj4->')).toBe('<***>')
  })

  it('hides a secret that is not ASCII, as the password of a proxy may be', () => {
    const redact = redactorOf('\u4E2D\u6587-\u00FC-\u{1F511}')
    expect(redact('<\u4E2D\u6587-\u00FC-\u{1F511}>')).toBe('<***>')
    expect(redact(Buffer.from('name:\u4E2D\u6587-\u00FC-\u{1F511}').toString('base64'))).toContain('***')
  })

  it('hides a whole secret that has another one in it', () => {
    expect(redactorOf('cret', 'the-secret-one')('the-secret-one')).toBe('***')
  })

  it('hides the shortest secret if it is the whole text', () => {
    expect(redactorOf('ab', 'the-secret-one')('ab')).toBe('***')
  })

  it('ends even if a secret looks like the text that hides it', () => {
    expect(redactorOf('*')('a*b')).toBe('a***b')
    expect(redactorOf('*'.repeat(20))('*'.repeat(200))).toMatch(/^\*+$/)
  })

  it.each([
    ['a slash escaped for JSON', '0123456789abc\\/defghi'],
    ['an escape in small letters', '0123456789abc%2fdefghi'],
  ])('hides %s', (_, form) => {
    expect(redactorOf('0123456789abc/defghi')(`<${form}>`)).toBe('<***>')
  })

  it('hides the beginning of a long secret whose end is cut off', () => {
    const redact = redactorOf('0123456789abcdefghijklmnop')
    expect(redact('x 0123456789abcdef y')).toBe('x *** y')
    expect(redact('0123456789abcdefghi')).toBe('***')
    expect(redact('0123456789abcdefghiX 0123456789abcdefZ')).toBe('***X ***Z')
    expect(redact('ghi 0123456789abcdef')).toBe('ghi ***')
    expect(redact('0123456789abcde')).toBe('0123456789abcde')
    expect(redactorOf('0123456789abcdef')('0123456789abcde')).toBe('0123456789abcde')
  })

  it('hides base64 that is written for URLs', () => {
    const secret = '>>>???>>>???>>>'
    const encoded = Buffer.from(secret).toString('base64url')
    expect(encoded).toMatch(/-.*_/)
    expect(redactorOf(secret)(`<${encoded}>`)).toBe('<***>')
  })

  it('hides base64 from eight letters on', () => {
    expect(redactorOf('abcdef')('<YWJjZGVm>')).toBe('<***>')
    expect(redactorOf('abcde')('<YWJjZGU>')).toBe('<YWJjZGU>')
  })

  it('hides a secret that begins right after another one', () => {
    const redact = redactorOf('0123456789abcdefghijklmnop')
    expect(redact('0123456789abcdef')).toBe('***')
    expect(redact('0123456789abcdefghijklmnop0123456789abcdefgh')).toBe('***')
    expect(redact('x')).toBe('x')
  })

  it.each([
    'Ab3dEf6hIj9lMn2pQr+sTu/vWx==',
    'https://user:pass@host/some/path?x=1&y=%20',
    'Ab3dEf6hIj9lMn2p"\\\n"qRs',
  ])('hides %j as it is, if signs follow that an encoding would change', (secret) => {
    expect(redactorOf(secret)(`x-auth-token:${secret}, please`)).toBe('x-auth-token:***, please')
  })

  it('hides each of two secrets that begin alike', () => {
    const [one, other] = ['0123456789abcdef-one-ends-here', '0123456789abcdef-the-other-one-goes-on']
    expect(redactorOf(one, other)(`<${one}> <${other}>`)).toBe('<***> <***>')
    expect(redactorOf(other, one)(`<${one}> <${other}>`)).toBe('<***> <***>')
  })

  it('hides a piece of a long secret from any part of it', () => {
    const redact = redactorOf('0123456789abcdefghijklmnopqrstuvwxyz')
    expect(redact('…klmnopqrstuvwxyz')).toBe('…***')
    expect(redact('<56789abcdefghijklmnopqrst>')).toBe('<***>')
    expect(redact('0123456789abcdef\n  ghijklmnopqrstuv\n  wxyz')).toBe('***\n  ***\n  wxyz')
    expect(redact('lmnopqrstuvwxyz')).toBe('lmnopqrstuvwxyz')
  })

  it('shows no 16 letters in a row of any secret, however they are cut and strung together', () => {
    // No asterisk: one of those that hide could take its place.
    const secret = fc.stringMatching(/^[\x21-\x29\x2b-\x7e]{16,60}$/)
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.nat(100)),
        (secrets, cuts) => {
          const text = secrets
            .concat(secrets)
            .map((one) => one.slice(Number(cuts.next().value) % one.length))
            .join('')
          const shown = redactorOf(...secrets)(text)
          for (const one of secrets) {
            for (let at = 0; at + 16 <= one.length; at += 1)
              expect(shown).not.toContain(one.slice(at, at + 16))
          }
        },
      ),
    )
  })

  it('does not hide a text that equals a piece only in its first, middle and last letters', () => {
    const redact = redactorOf('0123456789abcdef')
    expect(redact('0xxxxxxx8xxxxxxf')).toBe('0xxxxxxx8xxxxxxf')
    expect(redact('0123456789abcdEf')).toBe('0123456789abcdEf')
  })

  it.each([
    ['from its beginning', 'Q---------------ABCDEFGHIJKLMNOP!', 'Q---------------***!'],
    ['from within it', 'QRSTUVWXYZabcdefA!', '***A!'],
  ])('hides the letters of a secret and not one more: %s', (_what, text, expected) => {
    const { add, redact } = createRedactor()
    add('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghij')
    expect(redact(text)).toBe(expected)
  })

  it('does not hide short remains of base64', () => {
    expect(redactorOf('ab')('YW and JhY')).toBe('YW and JhY')
  })

  it('lets no secret through at any place', () => {
    const secret = fc.stringMatching(/^[\x21-\x7e]{12,40}$/)
    fc.assert(
      fc.property(fc.string(), secret, fc.string(), (before, hidden, after) => {
        const redact = redactorOf(hidden)
        for (const form of [hidden, JSON.stringify(hidden).slice(1, -1), encodeURIComponent(hidden)]) {
          expect(redact(before + form + after)).not.toContain(form)
        }
        const encoded = btoa(`name:${hidden}`)
        expect(redact(encoded).length).toBeLessThan(encoded.length)
      }),
    )
  })
})
