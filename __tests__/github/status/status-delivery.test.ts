import { describe, expect, it } from '@jest/globals'

import { deliver } from '../../../src/github/status/status-delivery.ts'
import {
  asItIs,
  type Outcome,
  refusal,
  runContext,
  SHA,
  statusStage,
} from '../../support/fakes/commit-statuses.ts'

const ENTRY = { sha: SHA, context: 'dlf', state: 'success', description: 'Done' } as const
const TIME = { limitMs: 3000, cancelledMs: 1500 }

function delivered(outcome: Outcome, cancelAtMs?: number, run = runContext()) {
  const stage = statusStage([outcome])
  const { clock, cancellation, createStatus, runner } = stage
  if (cancelAtMs !== undefined) {
    void clock.sleep(cancelAtMs, new AbortController().signal).then(() => {
      cancellation.abort()
    })
  }
  const ports = {
    ...{ createStatus, clock, cancelled: cancellation.signal, redact: asItIs },
    ...{ runner, readRun: runContext },
  }
  return { stage, fault: deliver(ENTRY, { run, token: 'T' }, TIME, ports) }
}

describe('deliver', () => {
  it('sends the status with repository and page of the run', async () => {
    const { stage, fault } = delivered('taken')
    expect(await fault).toBeUndefined()
    expect(stage.tokens).toEqual(['T'])
    expect(stage.sent).toEqual([
      {
        ...ENTRY,
        run: expect.objectContaining({
          repository: 'octo-org/octo-repo',
          url: 'https://github.com/octo-org/octo-repo/actions/runs/7/attempts/2',
        }),
        atMs: 0,
      },
    ])
  })

  it('sends no page if there is none', async () => {
    const { url: _url, ...run } = runContext()
    const { stage, fault } = delivered('taken', undefined, run)
    expect(await fault).toBeUndefined()
    expect(stage.sent[0]?.run).not.toHaveProperty('url')
  })

  it('returns why a status was not published', async () => {
    const { fault } = delivered(refusal(403, 'No'))
    expect(await fault).toMatchObject({ lasting: true, reason: 'GitHub answered HTTP 403: No' })
  })

  it('gives up after its limit, and aborts the request', async () => {
    const { stage, fault } = delivered('silence')
    expect(await fault).toMatchObject({ lasting: false, reason: 'GitHub did not answer within 3s' })
    expect(stage.clock.now()).toBe(3000)
    expect(stage.signals[0]?.aborted).toBe(true)
  })

  it.each([
    [0, 1500],
    [1000, 2500],
    [2500, 3000],
    [5000, 3000],
  ])('gives up a run that is cancelled at %i ms after %i ms', async (cancelAtMs, endMs) => {
    const { stage, fault } = delivered('silence', cancelAtMs)
    await fault
    expect(stage.clock.now()).toBe(endMs)
  })

  it('still delivers if the run is already cancelled', async () => {
    const { stage, fault } = delivered('taken', 0)
    stage.cancellation.abort()
    expect(await fault).toBeUndefined()
  })
})
