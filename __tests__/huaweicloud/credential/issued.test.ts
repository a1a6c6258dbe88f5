import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  durationSecondsFor,
  keyReader,
  readSecret,
  secretsAmong,
} from '../../../src/huaweicloud/credential/issued.ts'

const { read, secretsIn } = keyReader({
  envelope: 'credentials',
  id: 'access_key_id',
  secret: 'secret_access_key',
  securityToken: 'security_token',
  end: 'expiration',
})
const KEY = {
  access_key_id: 'HSTAOFTHETEST',
  secret_access_key: 'sk/+=of-the-test',
  security_token: 'st/+=of-the-test',
}
const CREDENTIALS = { ...KEY, expiration: '2026-01-31T12:15:00.000Z' }
const ENDS_MS = Date.UTC(2026, 0, 31, 12, 15, 0)

describe('durationSecondsFor', () => {
  it.each([
    [0, 900],
    [299_999, 900],
    [300_000, 900],
    [300_001, 901],
    [1_800_000, 2400],
    [2_999_001, 3600],
    [3_000_000, 3600],
    [3_000_001, 3600],
    [86_400_000, 3600],
  ])('asks for a wait of %i ms for keys of %i seconds', (timeoutMs, seconds) => {
    expect(durationSecondsFor(timeoutMs)).toBe(seconds)
  })

  it('asks for whole seconds within what STS, IAM and every agency give', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_400_000 }), (timeoutMs) => {
        const seconds = durationSecondsFor(timeoutMs)
        expect(Number.isInteger(seconds) && seconds >= 900 && seconds <= 3600).toBe(true)
      }),
    )
  })
})

describe('readSecret', () => {
  it.each(['12345678', '~!/+=-_.', 'x'.repeat(65_536)])('takes %j', (text) => {
    expect(readSecret(text, 'it')).toEqual({ value: text })
    expect(secretsAmong([text])).toEqual([text])
  })

  it.each([
    ...['', '1234567', '1234 5678', '12345678\n', 'é2345678', 'x'.repeat(65_537)],
    ...[12_345_678, null, undefined, {}],
  ])('refuses %j', (text) => {
    expect(readSecret(text, "the field 'value'")).toEqual({
      flaw: "the field 'value' does not hold 8 to 65536 printable characters",
    })
    expect(secretsAmong([text])).toEqual([])
  })
})

describe('secretsIn', () => {
  it.each([
    ['a good answer', { credentials: CREDENTIALS }, Object.values(KEY)],
    ['an answer that ends in the past', { credentials: { ...KEY, expiration: 1 } }, Object.values(KEY)],
    ['an error', { error_code: 'C', credentials: KEY }, Object.values(KEY)],
    ['half a key', { credentials: { secret_access_key: 'secret-key', security_token: 7 } }, ['secret-key']],
    [
      'a key that is no text',
      { credentials: { secret_access_key: 'secret-key', security_token: '\uD800'.repeat(8) } },
      ['secret-key'],
    ],
    [
      'a part that is too short to be masked',
      { credentials: { ...KEY, secret_access_key: 'succ' } },
      [KEY.access_key_id, KEY.security_token],
    ],
    ['no key', { credentials: 'x' }, []],
    ['nothing', undefined, []],
  ])('finds all parts of the key in %s', (_what, body, secrets) => {
    expect(secretsIn(body, {})).toEqual(secrets)
  })
})

describe('read', () => {
  it.each([
    ['2026-01-31T12:15:00Z', ENDS_MS],
    ['2026-01-31T12:15:00.25Z', ENDS_MS + 250],
    ['2026-01-31T12:15:00.123456Z', ENDS_MS + 123],
    ['2026-01-31T20:15:00+08:00', ENDS_MS],
  ])('reads the end %s', (expiration, expiresMs) => {
    expect(read({ credentials: { ...CREDENTIALS, expiration } }, {})).toMatchObject({ value: { expiresMs } })
  })

  it.each<readonly [string, unknown]>([
    ['no JSON', undefined],
    ['no object', []],
    ['no credentials', {}],
    ['credentials that are no object', { credentials: 'x' }],
    ...Object.keys(CREDENTIALS).flatMap((name): (readonly [string, unknown])[] => [
      [`no ${name}`, { credentials: { ...CREDENTIALS, [name]: undefined } }],
      [`an empty ${name}`, { credentials: { ...CREDENTIALS, [name]: '' } }],
      [`a ${name} of 7 characters`, { credentials: { ...CREDENTIALS, [name]: '1234567' } }],
      [`a ${name} with a blank before it`, { credentials: { ...CREDENTIALS, [name]: ' 12345678' } }],
      [`a ${name} with a line break after it`, { credentials: { ...CREDENTIALS, [name]: '12345678\n' } }],
      [`a ${name} that is no text`, { credentials: { ...CREDENTIALS, [name]: 12_345_678 } }],
    ]),
    ['an end without a zone', { credentials: { ...CREDENTIALS, expiration: '2026-01-31T12:15:00' } }],
    ['an end that is no moment', { credentials: { ...CREDENTIALS, expiration: '2026-01-31T12:15:00+08' } }],
  ])('says what is wrong with %s', (_what, body) => {
    expect(read(body, {})).toEqual({
      flaw: expect.stringMatching(
        /^the field '\w+' (?:does not hold 8 to 65536 printable characters|is not a date)$/,
      ),
    })
  })

  it.each([
    ['access_key_id', '1', "the field 'access_key_id' does not hold 8 to 65536 printable characters"],
    [
      'secret_access_key',
      undefined,
      "the field 'secret_access_key' does not hold 8 to 65536 printable characters",
    ],
    [
      'security_token',
      'x'.repeat(65_537),
      "the field 'security_token' does not hold 8 to 65536 printable characters",
    ],
    ['expiration', 'tomorrow', "the field 'expiration' is not a date"],
    ['expiration', '2026-13-31T12:15:00Z', "the field 'expiration' is not a date"],
  ])('names the field %s that is %j', (name, value, flaw) => {
    expect(read({ credentials: { ...CREDENTIALS, [name]: value } }, {})).toEqual({ flaw })
  })

  it.each(['Sat, 31 Jan 2026 12:15:00 GMT', 'Sun, 31 Jan 2027 12:15:00 GMT'])(
    'refuses a key that has ended when it is issued, at %s',
    (date) => {
      expect(read({ credentials: CREDENTIALS }, { date })).toEqual({
        flaw: 'the key ended at 2026-01-31T12:15:00.000Z, before it was issued',
      })
    },
  )

  it.each([
    ['Sat, 31 Jan 2026 12:14:59 GMT', ENDS_MS - 1000],
    ['31/01/2027', undefined],
  ])('takes the time of the answer from its date %j', (date, issuedMs) => {
    expect(read({ credentials: CREDENTIALS }, { date })).toEqual({
      value: { key: expect.any(Object), expiresMs: ENDS_MS, issuedMs },
    })
  })
})
