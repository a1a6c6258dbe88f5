import { describe, expect, it } from '@jest/globals'

import { judge } from '../../../simulator/runner/judge.mjs'

const RED = { colour: 'red', status: 'FAILED' } as const
const failed = { exitCode: 1, signal: null, outputs: { status: 'FAILED' } }

describe('judge', () => {
  it('accepts the colour and the status of the demo', () => {
    expect(judge(failed, RED)).toEqual({
      isExpected: true,
      sentence: 'The step is red (exit code 1, status FAILED), as expected.',
    })
  })

  it.each([
    ['another colour', { ...failed, exitCode: 0 }, 'The step is green (exit code 0, status FAILED);'],
    ['another status', { ...failed, outputs: {} }, 'The step is red (exit code 1, status none);'],
    [
      'an end by a signal',
      { ...failed, exitCode: null, signal: 'SIGKILL' as const },
      'The step is red (ended by SIGKILL, status FAILED);',
    ],
  ])('rejects %s', (_, result, beginning) => {
    expect(judge(result, RED)).toEqual({
      isExpected: false,
      sentence: `${beginning} expected: red, with status FAILED.`,
    })
  })
})
