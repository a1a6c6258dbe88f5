import { describe, expect, it } from '@jest/globals'

import { messages } from '../../../src/core/report/messages.ts'
import { type Report, reportOfProblems } from '../../../src/core/report/report.ts'
import { createCommitStatus, type StatusRequest } from '../../../src/github/status/commit-status.ts'
import type { RunContext } from '../../../src/github/run-context.ts'
import { report, taskWait } from '../../support/data/builders.ts'
import {
  asItIs,
  OTHER_SHA,
  type Outcome,
  owedIn,
  refusal,
  runContext,
  SHA,
  statusStage,
} from '../../support/commit-statuses.ts'

const REQUEST: StatusRequest = { context: 'dlf', githubToken: 'ghs_of_the_test' }
const successful = report([taskWait('SUCCESSFUL')])

// A commit status over a GitHub that does one thing after another.
function stage(outcomes: readonly Outcome[] = [], context: Partial<RunContext> = {}) {
  const parts = statusStage(outcomes)
  const { createStatus, clock, cancellation, runner } = parts
  const status = createCommitStatus({
    createStatus,
    clock,
    cancelled: cancellation.signal,
    redact: asItIs,
    runner,
    messages,
    readContext: () => runContext(context),
  })
  return { ...parts, ...status, states: () => parts.sent.map(({ state }) => state) }
}

describe('open', () => {
  it('publishes pending and tells where and why', async () => {
    const { open, sent, log, tokens, warnings, saved } = stage()
    await open(REQUEST, 2)
    expect(sent).toMatchObject([
      { sha: SHA, context: 'dlf', state: 'pending', description: 'Waiting for 2 DLF system tasks' },
    ])
    expect(log).toEqual([`Commit status 'dlf' goes to ${SHA}: GITHUB_SHA of the event push.`])
    expect(tokens).toEqual(['ghs_of_the_test'])
    expect(warnings).toEqual([])
    expect(owedIn(saved)).toMatchObject({ sha: SHA, context: 'dlf', state: 'error', finished: false })
  })

  it('keeps the token out of what is handed over', async () => {
    const { open, saved } = stage()
    await open(REQUEST, 1)
    expect(JSON.stringify(saved)).not.toContain('ghs_')
  })

  it('publishes on the commit that is given', async () => {
    const { open, sent } = stage()
    await open({ ...REQUEST, sha: OTHER_SHA }, 1)
    expect(sent).toMatchObject([{ sha: OTHER_SHA }])
  })

  it('does nothing where no status is wanted', async () => {
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
  ])('publishes nothing and warns where %s', async (_, request, context, yaml) => {
    const { open, close, sent, warnings, saved } = stage([], context)
    await open(request, 1)
    await close(successful)
    expect(sent).toEqual([])
    expect(saved).toEqual({})
    expect(warnings).toEqual([expect.stringContaining(yaml)])
  })

  it('has written down what is owed before anything is sent', async () => {
    const { open, saved, cancellation } = stage(['silence'])
    cancellation.abort()
    const opened = open(REQUEST, 1)
    expect(owedIn(saved)).toMatchObject({ state: 'error' })
    await opened
  })

  it('takes three seconds at most', async () => {
    const { open, clock, warnings } = stage(['silence'])
    await open(REQUEST, 1)
    expect(clock.now()).toBe(3000)
    expect(warnings).toEqual([expect.stringContaining('did not answer within 3s')])
  })

  it('gives way at once to a cancelled run, without a warning', async () => {
    const { open, clock, cancellation, warnings, saved } = stage(['silence'])
    cancellation.abort()
    await open(REQUEST, 1)
    expect(clock.now()).toBe(0)
    expect(warnings).toEqual([])
    expect(owedIn(saved)).toMatchObject({ state: 'error' })
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
    ['a sign-in that failed', reportOfProblems(['no']), 'error'],
  ])('publishes %s with its documented state', async (_, ended, state) => {
    const { open, close, sent, log, saved } = stage()
    await open(REQUEST, 1)
    await close(ended)
    expect(sent).toMatchObject([{ state: 'pending' }, { state, sha: SHA, context: 'dlf' }])
    expect(log.at(-1)).toBe(`Commit status 'dlf' is ${state}.`)
    expect(owedIn(saved)).toBeUndefined()
  })

  it('is not tried where GitHub has refused pending for good', async () => {
    const { open, close, states, warnings, saved } = stage([
      refusal(403, 'Resource not accessible by integration'),
    ])
    await open(REQUEST, 1)
    await close(successful)
    expect(states()).toEqual(['pending'])
    expect(warnings).toEqual([expect.stringContaining('permissions: { statuses: write }')])
    expect(owedIn(saved)).toBeUndefined()
  })

  it('is tried where the refusal may have passed', async () => {
    const { open, close, states, warnings, saved } = stage([refusal(429)])
    await open(REQUEST, 1)
    expect(owedIn(saved)).toMatchObject({ warned: true })
    await close(successful)
    expect(states()).toEqual(['pending', 'success'])
    expect(warnings).toHaveLength(1)
    expect(owedIn(saved)).toBeUndefined()
  })

  it('leaves the verdict to the post step where GitHub does not take it, and warns', async () => {
    const { open, close, warnings, saved, log } = stage(['taken', refusal(502)])
    await open(REQUEST, 1)
    await close(successful)
    expect(warnings).toHaveLength(1)
    expect(log.at(-1)).toBe("Commit status 'dlf' is not success yet: the post step tries again.")
    expect(owedIn(saved)).toMatchObject({ state: 'success', finished: true, warned: true })
  })

  it('warns once, however often GitHub fails', async () => {
    const { open, close, warnings, saved } = stage([refusal(502), refusal(502)])
    await open(REQUEST, 1)
    await close(successful)
    expect(warnings).toHaveLength(1)
    expect(owedIn(saved)).toMatchObject({ state: 'success', warned: true })
  })

  it('costs seven seconds at most, pending included', async () => {
    const { open, close, clock } = stage(['silence', 'silence'])
    await open(REQUEST, 1)
    clock.advance(600_000)
    await close(successful)
    expect(clock.now()).toBe(607_000)
  })

  it('has what pending has left', async () => {
    const { open, close, clock } = stage(['taken', 'silence'])
    await open(REQUEST, 1)
    await close(successful)
    expect(clock.now()).toBe(7000)
  })

  it('has one and a half seconds in a cancelled run, and does not warn: the post step will', async () => {
    const { open, close, clock, cancellation, warnings, saved } = stage(['taken', 'silence'])
    await open(REQUEST, 1)
    cancellation.abort()
    await close(report([taskWait({ kind: 'cancelled', by: 'signal' })]))
    expect(clock.now()).toBe(1500)
    expect(warnings).toEqual([])
    expect(owedIn(saved)).toMatchObject({ state: 'error', finished: true, warned: false })
  })
})
