import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { readErrorBody } from '../../../src/huaweicloud/service/service-error.ts'

describe('readErrorBody', () => {
  it.each([
    [
      "the service's own form",
      { error_code: 'DLF.0810', error_msg: 'Task does not exist' },
      { code: 'DLF.0810', message: 'Task does not exist' },
      true,
    ],
    [
      'that form with a request id',
      { error_code: 'APIG.0301', error_msg: 'Incorrect IAM information', request_id: 'r1' },
      { code: 'APIG.0301', message: 'Incorrect IAM information', requestId: 'r1' },
      true,
    ],
    ['code and message', { code: 'X.1', message: 'm' }, { code: 'X.1', message: 'm' }, false],
    [
      "Keystone's form",
      { error: { code: 401, message: 'The token is invalid', title: 'Unauthorized' } },
      { code: '401', message: 'The token is invalid' },
      false,
    ],
    [
      "Keystone's form without a message",
      { error: { code: 401, title: 'Unauthorized' } },
      { code: '401', message: 'Unauthorized' },
      false,
    ],
    [
      'a nested error',
      { error: { error_code: 'IAM.0011', error_msg: 'm', request_id: 'r2' } },
      { code: 'IAM.0011', message: 'm', requestId: 'r2' },
      true,
    ],
    ['a number for a code', { error_code: 301, error_msg: 5 }, { code: '301', message: '5' }, true],
    ['a code alone', { error_code: 'A' }, { code: 'A' }, true],
    ['a message alone', { error_msg: 'm' }, { message: 'm' }, false],
    ['a request id alone', { request_id: 'r' }, { requestId: 'r' }, false],
    ['a code of another type', { error_code: { a: 1 }, error_msg: 'm' }, { message: 'm' }, true],
    ['a code that is false', { error_code: false }, {}, true],
    ['a nested code of another type', { error: { error_code: [] } }, {}, true],
    ['an empty code and message', { error_code: '', error_msg: '' }, {}, false],
    ['no code', { error_code: null, error_msg: null }, {}, false],
    ['a nested empty code', { error: { error_code: '' } }, {}, false],
    ['an error that is a text', { error: 'invalid_client', message: 'm' }, { message: 'm' }, false],
    ['an error that is null', { error: null, code: 'c' }, { code: 'c' }, false],
    ['a title of its own, which is no message', { title: 'Unauthorized' }, {}, false],
    ['nothing', {}, {}, false],
  ])('reads %s', (_what, body, error, declared) => {
    expect(readErrorBody(body)).toStrictEqual({ declared, error })
  })

  it.each([
    [{ error_code: '1', code: '2', error: { error_code: '3', code: '4' } }, { code: '1' }],
    [{ code: '2', error: { error_code: '3', code: '4' } }, { code: '3' }],
    [{ code: '2', error: { code: '4' } }, { code: '2' }],
    [{ error_msg: '1', message: '2', error: { error_msg: '3', message: '4', title: '5' } }, { message: '1' }],
    [{ message: '2', error: { error_msg: '3', message: '4' } }, { message: '3' }],
    [{ message: '2', error: { message: '4', title: '5' } }, { message: '2' }],
    [{ request_id: '1', error: { request_id: '2' } }, { requestId: '1' }],
  ])('prefers the plainer word in %j', (body, error) => {
    expect(readErrorBody(body).error).toStrictEqual(error)
  })

  it.each([undefined, null, 'error_code', 5, true])('reads nothing in %j', (body) => {
    expect(readErrorBody(body)).toStrictEqual({ declared: false, error: {} })
  })

  it('reads any JSON without an exception, and returns only texts', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
        const { error } = readErrorBody({ error_code: value, error_msg: other, error: value, message: other })
        expect(Object.values(error).every((text) => typeof text === 'string' && text !== '')).toBe(true)
      }),
    )
  })
})
