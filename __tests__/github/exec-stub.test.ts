import { describe, expect, it } from '@jest/globals'

import { getExecOutput } from '../../src/github/exec-stub.ts'

describe('getExecOutput', () => {
  it('throws, because @actions/exec is not in the bundle', () => {
    expect(getExecOutput).toThrow('@actions/exec is not part of this bundle')
  })
})
