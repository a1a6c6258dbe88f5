import { describe, expect, it } from '@jest/globals'

import { type Report, reportOfProblems } from '../../../src/core/report/report.ts'
import { createCommitStatus, type StatusRequest } from '../../../src/github/status/commit-status.ts'
import type { RunContext } from '../../../src/github/run-context.ts'
import { report, taskWait } from '../../support/data/builders.ts'
import {
  asItIs,
  OTHER_SHA,
  type Outcome,
  pendingIn,
  refusal,
  runContext,
  SHA,
  statusStage,
} from '../../support/fakes/commit-statuses.ts'

const REQUEST: StatusRequest = { context: 'dlf', githubToken: 'ghs_of_the_test' }
const successful = report([taskWait('SUCCESSFUL')])

// A commit status on a GitHub that gives the outcomes in order.
function stage(outcomes: readonly Outcome[] = [], context: Partial<RunContext> = {}) {
  const parts = statusStage(outcomes)
  const { createStatus, clock, cancellation, runner } = parts
  const status = createCommitStatus({
    createStatus,
    clock,
    cancelled: cancellation.signal,
    redact: asItIs,
    runner,
    readRun: () => runContext(context),
  })
  return { ...parts, ...status, states: () => parts.sent.map(({ state }) => state) }
}

describe('open', () => {
  it('publishes pending and logs where and why', async () => {
    const { open, sent, log, tokens, warnings, saved } = stage()
    await open(REQUEST, 2)
    expect(sent).toMatchObject([
      { sha: SHA, context: 'dlf', state: 'pending', description: 'Waiting for 2 DLF system tasks' },
    ])
    expect(log).toEqual([`Commit status 'dlf' goes to ${SHA}: GITHUB_SHA of the event push.`])
    expect(tokens).toEqual(['ghs_of_the_test'])
    expect(warnings).toEqual([])
    expect(pendingIn(saved)).toMatchObject({ sha: SHA, context: 'dlf', state: 'error', hasVerdict: false })
  })

  it('does not save the token', async () => {
    const { open, saved } = stage()
    await open(REQUEST, 1)
    expect(JSON.stringify(saved)).not.toContain('ghs_')
  })

  it('publishes on the given commit', async () => {
    const { open, sent } = stage()
    await open({ ...REQUEST, sha: OTHER_SHA }, 1)
    expect(sent).toMatchObject([{ sha: OTHER_SHA }])
  })

  it('does nothing if no status is requested', async () => {
    const { open, close, sent, log, saved } = stage()
    await open(undefined, 1)
    await close(successful)
    expect({ sent, log, saved }).toEqual({ sent: [], log: [], saved: {} })
  })

  it.each([
    ['there is no token', { ...REQUEST, githubToken: '' }, {}, 'github-token: ${{ github.token }}'],
    [
      'a fork started the run',
      REQUEST,
      { eventName: 'workflow_run', payload: { workflow_run: { head_sha: SHA } } },
      'status-sha: ${{ github.event.workflow_run.head_sha }}',
    ],
  ])('publishes nothing and warns if %s', async (_, request, context, yaml) => {
    const { open, close, sent, warnings, saved } = stage([], context)
    await open(request, 1)
    await close(successful)
    expect(sent).toEqual([])
    expect(saved).toEqual({})
    expect(warnings).toEqual([expect.stringContaining(yaml)])
  })

  it('saves the pending status before it sends anything', async () => {
    const { open, saved, cancellation } = stage(['silence'])
    cancellation.abort()
    const opened = open(REQUEST, 1)
    expect(pendingIn(saved)).toMatchObject({ state: 'error' })
    await opened
  })

  it('takes at most three seconds', async () => {
    const { open, clock, warnings } = stage(['silence'])
    await open(REQUEST, 1)
    expect(clock.now()).toBe(3000)
    expect(warnings).toEqual([expect.stringContaining('did not answer within 3s')])
  })

  it('stops at once in a cancelled run, without a warning', async () => {
    const { open, clock, cancellation, warnings, saved } = stage(['silence'])
    cancellation.abort()
    await open(REQUEST, 1)
    expect(clock.now()).toBe(0)
    expect(warnings).toEqual([])
    expect(pendingIn(saved)).toMatchObject({ state: 'error' })
  })
})

describe('close', () => {
  it.each<readonly [string, Report, string]>([
    ['SUCCESSFUL', successful, 'success'],
    ['WARNING', report([taskWait('WARNING')]), 'success'],
    ['WARNING, which fails', report([taskWait('WARNING')], { failOnWarning: true }), 'failure'],
    ['FAILED', report([taskWait('FAILED')]), 'failure'],
    ['NOT_FOUND', report([taskWait({ kind: 'not-found', error: {} })]), 'failure'],
    ['CANCELLED', report([taskWait({ kind: 'cancelled', by: 'signal' })]), 'error'],
    ['a sign-in that failed', reportOfProblems({ problems: ['no'], nextStep: 'fix-sign-in' }), 'error'],
  ])('publishes %s with its documented state', async (_, ended, state) => {
    const { open, close, sent, log, saved } = stage()
    await open(REQUEST, 1)
    await close(ended)
    expect(sent).toMatchObject([{ state: 'pending' }, { state, sha: SHA, context: 'dlf' }])
    expect(log.at(-1)).toBe(`Commit status 'dlf' is ${state}.`)
    expect(pendingIn(saved)).toBeUndefined()
  })

  it('sends nothing after a lasting refusal of pending', async () => {
    const { open, close, states, warnings, saved } = stage([
      refusal(403, 'Resource not accessible by integration'),
    ])
    await open(REQUEST, 1)
    await close(successful)
    expect(states()).toEqual(['pending'])
    expect(warnings).toEqual([expect.stringContaining('permissions: { statuses: write }')])
    expect(pendingIn(saved)).toBeUndefined()
  })

  it('tries again after a refusal that may pass', async () => {
    const { open, close, states, warnings, saved } = stage([refusal(429)])
    await open(REQUEST, 1)
    expect(pendingIn(saved)).toMatchObject({ warned: true })
    await close(successful)
    expect(states()).toEqual(['pending', 'success'])
    expect(warnings).toHaveLength(1)
    expect(pendingIn(saved)).toBeUndefined()
  })

  it('leaves the verdict to the post step if GitHub rejects it, and warns', async () => {
    const { open, close, warnings, saved, log } = stage(['taken', refusal(502)])
    await open(REQUEST, 1)
    await close(successful)
    expect(warnings).toHaveLength(1)
    expect(log.at(-1)).toBe("Commit status 'dlf' is not success yet: the post step tries again.")
    expect(pendingIn(saved)).toMatchObject({ state: 'success', hasVerdict: true, warned: true })
  })

  it('warns once even if GitHub fails twice', async () => {
    const { open, close, warnings, saved } = stage([refusal(502), refusal(502)])
    await open(REQUEST, 1)
    await close(successful)
    expect(warnings).toHaveLength(1)
    expect(pendingIn(saved)).toMatchObject({ state: 'success', warned: true })
  })

  it('takes at most seven seconds, pending included', async () => {
    const { open, close, clock } = stage(['silence', 'silence'])
    await open(REQUEST, 1)
    clock.advance(600_000)
    await close(successful)
    expect(clock.now()).toBe(607_000)
  })

  it('has the rest of the time that pending did not use', async () => {
    const { open, close, clock } = stage(['taken', 'silence'])
    await open(REQUEST, 1)
    await close(successful)
    expect(clock.now()).toBe(7000)
  })

  it('has 1.5 seconds in a cancelled run, and leaves the warning to the post step', async () => {
    const { open, close, clock, cancellation, warnings, saved } = stage(['taken', 'silence'])
    await open(REQUEST, 1)
    cancellation.abort()
    await close(report([taskWait({ kind: 'cancelled', by: 'signal' })]))
    expect(clock.now()).toBe(1500)
    expect(warnings).toEqual([])
    expect(pendingIn(saved)).toMatchObject({ state: 'error', hasVerdict: true, warned: false })
  })
})
