import { describe, expect, it } from '@jest/globals'

import { SetupError } from '../../src/inputs/setup-error.ts'

describe('SetupError', () => {
  it('keeps every problem and puts each on its own line', () => {
    const error = new SetupError(['first', 'second'])
    expect(error.problems).toEqual(['first', 'second'])
    expect(error.message).toBe('first\nsecond')
    expect(error.name).toBe('SetupError')
    expect(error).toBeInstanceOf(Error)
  })

  it('keeps the error of a service', () => {
    const error = { code: 'APIG.0301' }
    expect(new SetupError(['x'], { error }).error).toBe(error)
    expect(new SetupError(['x']).error).toBeUndefined()
  })

  it('keeps its cause', () => {
    const cause = new Error('socket hang up')
    expect(new SetupError(['Signing in failed.'], { cause }).cause).toBe(cause)
  })
})
