import { describe, expect, it } from '@jest/globals'

import { SetupError } from '../../src/inputs/setup-error.ts'

describe('SetupError', () => {
  it('keeps every problem and says each on a line of its own', () => {
    const error = new SetupError(['first', 'second'])
    expect(error.problems).toEqual(['first', 'second'])
    expect(error.message).toBe('first\nsecond')
    expect(error.name).toBe('SetupError')
    expect(error).toBeInstanceOf(Error)
  })

  it('keeps what a service said of it', () => {
    const error = { code: 'APIG.0301' }
    expect(new SetupError(['x'], { error }).error).toBe(error)
    expect(new SetupError(['x']).error).toBeUndefined()
  })

  it('names its cause', () => {
    const cause = new Error('socket hang up')
    expect(new SetupError(['Signing in failed.'], { cause }).cause).toBe(cause)
  })
})
