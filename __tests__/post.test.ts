import { describe, expect, it } from '@jest/globals'

import type { PendingStatus } from '../src/github/status/status-handover.ts'
import { closeCommitStatus } from '../src/post.ts'
import {
  asItIs,
  type Outcome,
  refusal,
  runContext,
  SHA,
  statusStage,
} from './support/fakes/commit-statuses.ts'

const PENDING: PendingStatus = {
  sha: SHA,
  context: 'dlf',
  state: 'error',
  description: 'The run ended',
  hasVerdict: false,
  warned: false,
}

async function closed(pending: PendingStatus | undefined, outcomes: readonly Outcome[] = []) {
  const state: Record<string, string> =
    pending === undefined ? {} : { 'commit-status': JSON.stringify(pending) }
  const stage = statusStage(outcomes, state)
  const { createStatus, clock, cancellation, runner } = stage
  const ports = {
    createStatus,
    clock,
    cancelled: cancellation.signal,
    redact: asItIs,
    runner,
    readRun: () => runContext(),
  }
  const result = await closeCommitStatus(ports)
  return { ...stage, result }
}

describe('closeCommitStatus', () => {
  it('sends nothing if nothing is pending', async () => {
    const { result, sent, log, warnings } = await closed(undefined)
    expect({ result, sent, log, warnings }).toEqual({ result: true, sent: [], log: [], warnings: [] })
  })

  it('publishes error after a main step that was killed', async () => {
    const { result, sent, tokens, log } = await closed(PENDING)
    expect(result).toBe(true)
    expect(sent).toMatchObject([
      {
        sha: SHA,
        context: 'dlf',
        state: 'error',
        run: { url: runContext().url, repository: 'octo-org/octo-repo' },
      },
    ])
    expect(tokens).toEqual(['ghs_of_the_test'])
    expect(log).toEqual([
      `Commit status 'dlf' on ${SHA} was left pending by a run that was killed.`,
      "Commit status 'dlf' is error.",
    ])
  })

  it('publishes the verdict of a finished main step', async () => {
    const { sent, log } = await closed({ ...PENDING, state: 'success', hasVerdict: true })
    expect(sent).toMatchObject([{ state: 'success' }])
    expect(log[0]).toContain('could not be published before')
  })

  it('warns if publishing fails, and still succeeds', async () => {
    const { result, warnings } = await closed(PENDING, [refusal(403, 'No')])
    expect(result).toBe(true)
    expect(warnings).toEqual([expect.stringContaining('permissions: { statuses: write }')])
  })

  it('does not warn again after a warning of the main step', async () => {
    const { warnings, log } = await closed({ ...PENDING, warned: true }, [refusal(502, 'Bad gateway')])
    expect(warnings).toEqual([])
    expect(log.at(-1)).toBe(
      "Commit status 'dlf' could not be published: GitHub answered HTTP 502: Bad gateway.",
    )
  })

  it('takes at most three seconds', async () => {
    const { clock } = await closed(PENDING, ['silence'])
    expect(clock.now()).toBe(3000)
  })
})
