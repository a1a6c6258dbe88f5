import { describe, expect, it } from '@jest/globals'

import { type PendingStatus, readPending, savePending } from '../../../src/github/status/status-handover.ts'
import { SHA, statusStage } from '../../support/fakes/commit-statuses.ts'

const PENDING: PendingStatus = {
  sha: SHA,
  context: 'dlf "x"',
  state: 'failure',
  description: 'Failed',
  hasVerdict: true,
  warned: false,
}

describe('savePending and readPending', () => {
  it('return the saved status', () => {
    const { runner } = statusStage()
    savePending(runner, PENDING)
    expect(readPending(runner)).toEqual(PENDING)
  })

  it('return undefined once it is cleared', () => {
    const { runner } = statusStage()
    savePending(runner, PENDING)
    savePending(runner, undefined)
    expect(readPending(runner)).toBeUndefined()
  })

  it.each(['', '{', '7', '{}', JSON.stringify({ ...PENDING, state: 'pending' })])(
    'return undefined for the state %j',
    (text) => {
      expect(readPending({ readState: () => text })).toBeUndefined()
    },
  )
})
