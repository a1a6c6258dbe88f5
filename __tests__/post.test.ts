import { describe, expect, it } from '@jest/globals'

import type { OwedStatus } from '../src/github/status/status-handover.ts'
import { closeCommitStatus } from '../src/post.ts'
import { asItIs, type Outcome, refusal, runContext, SHA, statusStage } from './support/commit-statuses.ts'

const OWED: OwedStatus = {
  sha: SHA,
  context: 'dlf',
  state: 'error',
  description: 'The run ended',
  finished: false,
  warned: false,
}

async function closed(owed: OwedStatus | undefined, outcomes: readonly Outcome[] = []) {
  const state: Record<string, string> = owed === undefined ? {} : { 'commit-status': JSON.stringify(owed) }
  const stage = statusStage(outcomes, state)
  const { createStatus, clock, cancellation, runner } = stage
  const ports = {
    createStatus,
    clock,
    cancelled: cancellation.signal,
    redact: asItIs,
    runner,
    readContext: () => runContext(),
  }
  const result = await closeCommitStatus(ports)
  return { ...stage, result }
}

describe('closeCommitStatus', () => {
  it('does nothing where nothing is owed', async () => {
    const { result, sent, log, warnings } = await closed(undefined)
    expect({ result, sent, log, warnings }).toEqual({ result: true, sent: [], log: [], warnings: [] })
  })

  it('closes as error what a killed main has left', async () => {
    const { result, sent, tokens, log } = await closed(OWED)
    expect(result).toBe(true)
    expect(sent).toMatchObject([
      {
        sha: SHA,
        context: 'dlf',
        state: 'error',
        targetUrl: runContext().url,
        repository: 'octo-org/octo-repo',
      },
    ])
    expect(tokens).toEqual(['ghs_of_the_test'])
    expect(log).toEqual([
      `Commit status 'dlf' on ${SHA} was left open by a run that was ended.`,
      "Commit status 'dlf' is error.",
    ])
  })

  it('publishes the verdict of a main that has finished', async () => {
    const { sent, log } = await closed({ ...OWED, state: 'success', finished: true })
    expect(sent).toMatchObject([{ state: 'success' }])
    expect(log[0]).toContain('could not be published before')
  })

  it('warns where that fails, and fails nothing', async () => {
    const { result, warnings } = await closed(OWED, [refusal(403, 'No')])
    expect(result).toBe(true)
    expect(warnings).toEqual([expect.stringContaining('permissions: { statuses: write }')])
  })

  it('warns only where main has not', async () => {
    const { warnings, log } = await closed({ ...OWED, warned: true }, [refusal(502, 'Bad gateway')])
    expect(warnings).toEqual([])
    expect(log.at(-1)).toBe(
      "Commit status 'dlf' could not be published: GitHub answered HTTP 502: Bad gateway.",
    )
  })

  it('takes three seconds at most', async () => {
    const { clock } = await closed(OWED, ['silence'])
    expect(clock.now()).toBe(3000)
  })
})
