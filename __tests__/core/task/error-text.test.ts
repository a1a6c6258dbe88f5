import { describe, expect, it } from '@jest/globals'

import { errorText, splitError } from '../../../src/core/task/error-text.ts'
import { cpuMsOf } from '../../support/cpu-time.ts'

const SIGNATURE = 'verify aksk signature fail, canonicalRequest:GET|/v1/p/||x-sdk-date:1\nx-security-token:s'

describe('errorText', () => {
  it.each([
    [undefined, ''],
    [{}, ''],
    [{ requestId: 'r' }, ''],
    [{ code: 'DLF.0810' }, 'DLF.0810'],
    [{ message: 'Task does not exist' }, 'Task does not exist'],
    [{ code: 'DLF.0810', message: 'Task does not exist' }, 'DLF.0810 Task does not exist'],
    [{ code: 'APIG.0301', message: SIGNATURE }, 'APIG.0301 verify aksk signature fail'],
  ])('of %j is %j', (error, text) => {
    expect(errorText(error)).toBe(text)
  })

  it('takes linear time for a message with a long run of blanks', () => {
    const message = `a${' '.repeat(30_000)}b`
    expect(
      cpuMsOf(() => {
        expect(errorText({ message })).toBe(message)
      }),
    ).toBeLessThan(300)
  })
})

describe('splitError', () => {
  it('separates the request that a gateway quotes, line breaks included', () => {
    expect(splitError({ code: 'APIG.0301', message: SIGNATURE, requestId: 'r' })).toEqual({
      error: { code: 'APIG.0301', message: 'verify aksk signature fail', requestId: 'r' },
      quoted: 'canonicalRequest:GET|/v1/p/||x-sdk-date:1\nx-security-token:s',
    })
  })

  it('leaves no empty message', () => {
    expect(splitError({ code: 'c', message: 'canonicalRequest:GET' })).toEqual({
      error: { code: 'c' },
      quoted: 'canonicalRequest:GET',
    })
  })

  it.each([undefined, { code: 'c' }, { message: 'a canonicalRequest without a colon' }])(
    'leaves %j as it is',
    (error) => {
      expect(splitError(error)).toEqual({ error, quoted: undefined })
    },
  )
})
