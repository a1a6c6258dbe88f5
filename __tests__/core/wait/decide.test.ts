import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { decide, initialState } from '../../../src/core/wait/decide.ts'
import { failsStep, verdictOf } from '../../../src/core/wait/verdict.ts'
import { final, notFound, passing, subtask, task, taskAnswer } from '../../support/data/builders.ts'
import { at, DEADLINE_MS, endOf, pauseOf, state } from '../../support/data/decisions.ts'

const DAYS_7_MS = 604_800_000

describe('decide', () => {
  it.each(['SUCCESSFUL', 'FAILED'])('ends at once with an answer of %s', (status) => {
    const decision = decide(state(), taskAnswer(status), at(5000))
    expect(endOf(decision)).toEqual({ kind: 'answered', task: task({ status }) })
    expect(decision.state.task).toEqual(task({ status }))
  })

  it('polls a running task again, at last at the deadline', () => {
    expect(pauseOf(decide(state(), taskAnswer('RUNNING'), at(25_000)))).toBe(1750)
    expect(pauseOf(decide(state(), taskAnswer('RUNNING'), at(59_500)))).toBe(500)
    expect(pauseOf(decide(state(), taskAnswer('RUNNING'), at(59_999)))).toBe(1)
  })

  it.each([DEADLINE_MS, DEADLINE_MS + 1])('times out with an answer of RUNNING at %i ms', (nowMs) => {
    expect(endOf(decide(state(), taskAnswer('RUNNING'), at(nowMs)))).toEqual({
      kind: 'timed-out',
      task: task(),
    })
  })

  it.each([
    ['its end time', { endTime: 9 }, undefined, 'answered'],
    ['the same last update twice', { lastUpdate: 5 }, { status: 'WARNING', lastUpdate: 5 }, 'answered'],
    ['no last update twice', {}, { status: 'WARNING' }, undefined],
    ['another last update', { lastUpdate: 6 }, { status: 'WARNING', lastUpdate: 5 }, undefined],
    ['the same last update as when it was running', { lastUpdate: 5 }, { lastUpdate: 5 }, undefined],
    ['a last update seen for the first time', { lastUpdate: 5 }, undefined, undefined],
    ['nothing else', {}, undefined, undefined],
    ['a failed subtask', { subtasks: [subtask({ status: 'FAILED' })] }, undefined, undefined],
  ])('ends the wait or pauses after a WARNING with %s', (_, seen, earlier, kind) => {
    const before = state(earlier && { task: task(earlier) })
    const decision = decide(before, taskAnswer({ status: 'WARNING', ...seen }), at(25_000))
    expect(endOf(decision)?.kind).toBe(kind)
    expect(pauseOf(decision)).toBe(kind === undefined ? 1750 : undefined)
  })

  it.each([
    ['SUCCESSFUL', 'timed-out'],
    ['FAILED', 'answered'],
  ])('at the deadline takes an unconfirmed WARNING with a subtask of %s for %s', (status, kind) => {
    const answer = taskAnswer({ status: 'WARNING', subtasks: [subtask(), subtask({ status })] })
    expect(endOf(decide(state(), answer, at(DEADLINE_MS)))?.kind).toBe(kind)
  })

  it.each(['RUNNING', 'PAUSED'])('does not take an end time for the end of a task that is %s', (status) => {
    expect(pauseOf(decide(state(), taskAnswer({ status, endTime: 9 }), at(25_000)))).toBe(1750)
  })

  it('polls an unknown status once more', () => {
    const first = decide(state(), taskAnswer('PAUSED'), at(25_000))
    expect(pauseOf(first)).toBe(1750)
    const second = decide(first.state, taskAnswer('STOPPED'), at(30_000))
    expect(endOf(second)).toEqual({ kind: 'unknown-status', task: task({ status: 'STOPPED' }) })
  })

  it('forgets an unknown status when a known one follows', () => {
    const before = state({ task: task({ status: 'RUNNING' }) })
    expect(endOf(decide(before, taskAnswer('PAUSED'), at(30_000)))).toBeUndefined()
    expect(
      endOf(decide(state({ task: task({ status: 'X' }) }), taskAnswer('RUNNING'), at(9))),
    ).toBeUndefined()
  })

  it('does not poll an unknown status again once the wait is over', () => {
    const decision = decide(state(), taskAnswer('running'), at(DEADLINE_MS))
    expect(endOf(decision)).toEqual({ kind: 'unknown-status', task: task({ status: 'running' }) })
  })

  it.each([
    [36_000, 2100],
    [100_000, 3500],
    [0, 1000],
    [DAYS_7_MS, 10_000],
    [DAYS_7_MS + 1, 1750],
    [-1, 1750],
  ])('takes the age from the clock of the service: %i ms give a pause of %i ms', (ageMs, pauseMs) => {
    const startTime = 1_543_457_499_000
    const answer = taskAnswer({ startTime }, { serverTimeMs: startTime + ageMs })
    expect(pauseOf(decide(state(), answer, at(25_000)))).toBeCloseTo(pauseMs, 6)
  })

  it('counts the age from the first poll if the service gives only one of the two times', () => {
    const before = state({ firstPollMs: 9000 })
    expect(pauseOf(decide(before, taskAnswer({ startTime: 1 }), at(34_000)))).toBe(1750)
    expect(pauseOf(decide(before, taskAnswer({}, { serverTimeMs: 1 }), at(34_000)))).toBe(1750)
    expect(pauseOf(decide(initialState, taskAnswer({}), at(34_000)))).toBe(1000)
  })

  it('never pauses past the deadline, and ends there at the latest', () => {
    const statuses = fc.constantFrom('RUNNING', 'WARNING', 'SUCCESSFUL', 'FAILED', 'NEW')
    const anAnswer = fc.oneof(
      statuses.map((status) => taskAnswer(status)),
      fc.nat({ max: 1e9 }).map((retryAfterMs) => passing('throttled', { retryAfterMs })),
      fc.constantFrom(notFound(), passing('connection'), passing('cut'), final('rejected')),
    )
    const situation = fc.record({
      nowMs: fc.integer({ min: 0, max: 70_000 }),
      reachedService: fc.boolean(),
      grace: fc.nat({ max: 70_000 }),
    })
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 3 }), anAnswer, situation, (earlier, answer, seen) => {
        const { nowMs, reachedService, grace } = seen
        const before = earlier.reduce((so, one) => decide(so, one, at(0)).state, state())
        const decision = decide(before, answer, at(nowMs, { reachedService, notFoundGraceMs: grace }))
        const end = endOf(decision)
        if (end === undefined) {
          expect(pauseOf(decision)).toBeGreaterThan(0)
          expect(nowMs + (pauseOf(decision) ?? Number.NaN)).toBeLessThanOrEqual(DEADLINE_MS)
        } else if (!failsStep(verdictOf(end), false)) {
          expect(answer).toMatchObject({ task: { status: expect.stringMatching(/^(SUCCESSFUL|WARNING)$/) } })
        }
      }),
    )
  })
})
