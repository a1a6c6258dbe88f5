import { describe, expect, it } from '@jest/globals'

import { type OwedStatus, readOwed, saveOwed } from '../../../src/github/status/status-handover.ts'
import { SHA, statusStage } from '../../support/commit-statuses.ts'

const OWED: OwedStatus = {
  sha: SHA,
  context: 'dlf "x"',
  state: 'failure',
  description: 'Failed',
  finished: true,
  warned: false,
}

describe('what is owed', () => {
  it('comes back as it was saved', () => {
    const { runner } = statusStage()
    saveOwed(runner, OWED)
    expect(readOwed(runner)).toEqual(OWED)
  })

  it('is nothing once it is settled', () => {
    const { runner } = statusStage()
    saveOwed(runner, OWED)
    saveOwed(runner, undefined)
    expect(readOwed(runner)).toBeUndefined()
  })

  it.each(['', '{', '7', '{}', JSON.stringify({ ...OWED, state: 'pending' })])(
    'is nothing where the state is %j',
    (text) => {
      expect(readOwed({ readState: () => text })).toBeUndefined()
    },
  )
})
