import { describe, expect, it } from '@jest/globals'

import type { Answer } from '../../../src/core/task/answer.ts'
import { decide, initialState, isFromService, lastMomentMs } from '../../../src/core/wait/decide.ts'
import { final, notFound, passing, task, taskAnswer } from '../../support/data/builders.ts'
import { at, DEADLINE_MS, endOf, pauseOf, state } from '../../support/data/decisions.ts'

describe('decide on a fault', () => {
  it('ends with any permanent fault, in every state', () => {
    const { fault } = final('forbidden', { httpStatus: 403 }) as Extract<Answer, { kind: 'final' }>
    const decision = decide(state({ task: task() }), { kind: 'final', fault }, at(1))
    expect(decision).toEqual({ state: state({ task: task() }), end: { kind: 'refused', fault } })
  })

  it.each([
    ['without a grace', 0, 0, undefined],
    ['within the grace', 9999, 10_000, 1000],
    ['later within the grace', 25_000, 40_000, 1750],
    ['at the end of the grace', 10_000, 10_000, undefined],
    ['close to the deadline', 59_900, 90_000, 100],
    ['at the deadline', DEADLINE_MS, 90_000, undefined],
  ])('ends the wait or pauses after "does not exist" %s', (_, nowMs, notFoundGraceMs, pauseMs) => {
    const error = { code: 'DLF.0810', requestId: 'r' }
    const decision = decide(state({ faultsInARow: 3 }), notFound(error), at(nowMs, { notFoundGraceMs }))
    expect(pauseOf(decision)).toBe(pauseMs)
    expect(endOf(decision)).toEqual(pauseMs === undefined ? { kind: 'not-found', error } : undefined)
    expect(decision.state.missing).toEqual(pauseMs === undefined ? undefined : error)
    expect(decision.state.faultsInARow).toBe(0)
  })

  it('counts the grace from the first poll of the task', () => {
    const situation = at(25_000, { notFoundGraceMs: 20_000 })
    expect(endOf(decide(state({ firstPollMs: 5001 }), notFound(), situation))).toBeUndefined()
    expect(endOf(decide(state({ firstPollMs: 5000 }), notFound(), situation))?.kind).toBe('not-found')
    expect(endOf(decide(initialState, notFound(), situation))).toBeUndefined()
  })

  it('does not tolerate "does not exist" after a usable answer', () => {
    const found = decide(state({ missing: {} }), taskAnswer('RUNNING'), at(1000))
    expect(found.state.missing).toBeUndefined()
    const lost = decide(found.state, notFound(), at(2000, { notFoundGraceMs: 20_000 }))
    expect(endOf(lost)?.kind).toBe('not-found')
  })

  it.each([
    ['connection', 1, 1000],
    ['timeout', 2, 1000],
    ['cut', 3, 2000],
    ['unexpected-body', 4, 4000],
    ['http-status', 5, 5000],
    ['throttled', 1, 3000],
    ['throttled', 3, 9000],
    ['throttled', 7, 16_000],
  ] as const)('after %s, fault %i in a row, pauses %i ms', (reason, faultsInARow, pauseMs) => {
    const decision = decide(state({ faultsInARow: faultsInARow - 1 }), passing(reason), at(0))
    expect(pauseOf(decision)).toBe(pauseMs)
    expect(decision.state.faultsInARow).toBe(faultsInARow)
  })

  it('counts faults and throttles separately, and starts again after a good answer', () => {
    const once = decide(state({ task: task() }), passing('cut'), at(0))
    const twice = decide(once.state, passing('throttled'), at(1000))
    expect(twice.state).toEqual(state({ task: task(), faults: 1, throttles: 1, faultsInARow: 2 }))
    const good = decide(twice.state, taskAnswer('RUNNING'), at(2000))
    expect(good.state).toEqual(state({ task: task(), faults: 1, throttles: 1, faultsInARow: 0 }))
  })

  it.each([
    ['throttled', 900, 3000],
    ['throttled', 7000, 7000],
    ['http-status', 7000, 7000],
    ['throttled', 3_600_000, 50_000],
  ] as const)('after %s and Retry-After of %i ms pauses %i ms', (reason, retryAfterMs, pauseMs) => {
    expect(pauseOf(decide(state(), passing(reason, { retryAfterMs }), at(10_000)))).toBe(pauseMs)
  })

  it.each([
    ['a running task', { task: task() }, { kind: 'timed-out', task: task() }],
    [
      'a task with a warning',
      { task: task({ status: 'WARNING' }) },
      { kind: 'timed-out', task: task({ status: 'WARNING' }) },
    ],
    [
      'a task of unknown status',
      { task: task({ status: 'NEW' }) },
      { kind: 'unknown-status', task: task({ status: 'NEW' }) },
    ],
    ['a task that was missing', { missing: { code: 'c' } }, { kind: 'not-found', error: { code: 'c' } }],
    ['a task never seen', {}, { kind: 'unreachable', fault: { reason: 'cut' } }],
  ])('ends the wait at the deadline by the latest answer on %s', (_, before, end) => {
    expect(endOf(decide(state(before), passing('cut'), at(DEADLINE_MS)))).toEqual(end)
    expect(endOf(decide(state(before), passing('cut'), at(DEADLINE_MS - 1)))).toBeUndefined()
  })

  it.each([
    ['a running task', { task: task() }, true],
    ['a task of unknown status', { task: task({ status: 'NEW' }) }, false],
    ['a task that was missing', { task: task(), missing: {} }, false],
  ])('says at the deadline why the last poll had no key, for %s', (_, before, isSaid) => {
    const noKey = passing('http-status', { httpStatus: 503, signIn: 'IAM' })
    const end = endOf(decide(state(before), noKey, at(DEADLINE_MS)))
    expect(end).toEqual(
      isSaid
        ? {
            kind: 'timed-out',
            task: task(),
            fault: { reason: 'http-status', httpStatus: 503, signIn: 'IAM' },
          }
        : expect.not.objectContaining({ fault: expect.anything() }),
    )
  })

  it('keeps the request id of the last usable answer', () => {
    const first = decide(state(), taskAnswer('RUNNING', { requestId: 'r1' }), at(0))
    expect(first.state.requestId).toBe('r1')
    const fault = decide(first.state, passing('http-status', { error: { requestId: 'r2' } }), at(1000))
    expect(fault.state.requestId).toBe('r1')
    expect(decide(fault.state, taskAnswer('RUNNING'), at(2000)).state.requestId).toBeUndefined()
  })

  it.each([
    [false, 110_000, 10_000],
    [false, 119_999, 1],
    [false, 120_000, undefined],
    [true, 120_000, 16_000],
  ])('with reachedService %s at %i ms retries in %j ms', (reachedService, nowMs, pauseMs) => {
    const limits = { startMs: 0, deadlineMs: 3_600_000, notFoundGraceMs: 0 }
    const decision = decide(
      state({ faultsInARow: 9 }),
      passing('throttled'),
      at(nowMs, { reachedService, limits }),
    )
    expect(pauseOf(decision)).toBe(pauseMs)
  })
})

describe('isFromService', () => {
  it.each([
    ['a usable answer', taskAnswer('RUNNING'), true],
    ['an unknown status', taskAnswer('NEW'), true],
    ['"does not exist"', notFound(), true],
    ['a 429', passing('throttled', { httpStatus: 429 }), true],
    ['a 503', passing('http-status', { httpStatus: 503 }), false],
    ['no connection', passing('connection'), false],
    ['a web page', passing('unexpected-body', { httpStatus: 200 }), false],
    ['a refusal', final('forbidden', { httpStatus: 403 }), false],
    ['a certificate that is not trusted', final('untrusted-certificate'), false],
  ])('knows whether %s comes from the service', (_, answer, reachedService) => {
    expect(isFromService(answer)).toBe(reachedService)
  })
})

describe('lastMomentMs', () => {
  it.each([
    [true, 3_600_000, 3_605_000],
    [false, 3_600_000, 125_000],
    [false, 120_000, 125_000],
    [false, 119_999, 124_999],
    [false, 0, 5000],
  ])('with reachedService %s and %i ms allowed from 5000 on is %i', (reachedService, timeoutMs, lastMs) => {
    const limits = { startMs: 5000, deadlineMs: 5000 + timeoutMs, notFoundGraceMs: 0 }
    expect(lastMomentMs({ limits, reachedService })).toBe(lastMs)
  })
})
