import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { commitStateOf, failsStep, VERDICTS, verdictOf, worstOf } from '../../../src/core/wait/verdict.ts'
import { subtask, task } from '../../support/data/builders.ts'

const aVerdict = fc.constantFrom(...VERDICTS)

describe('VERDICTS', () => {
  it('names the worst first', () => {
    expect(VERDICTS).toEqual([
      'FAILED',
      'NOT_FOUND',
      'ERROR',
      'TIMED_OUT',
      'CANCELLED',
      'WARNING',
      'SUCCESSFUL',
    ])
  })
})

describe('verdictOf', () => {
  it.each([
    ['SUCCESSFUL', [], 'SUCCESSFUL'],
    ['SUCCESSFUL', ['SUCCESSFUL'], 'SUCCESSFUL'],
    ['SUCCESSFUL', ['SUCCESSFUL', 'RUNNING', 'NEW'], 'SUCCESSFUL'],
    ['SUCCESSFUL', ['SUCCESSFUL', 'WARNING'], 'WARNING'],
    ['SUCCESSFUL', ['WARNING', 'FAILED'], 'FAILED'],
    ['WARNING', [], 'WARNING'],
    ['WARNING', ['SUCCESSFUL'], 'WARNING'],
    ['WARNING', ['SUCCESSFUL', 'FAILED'], 'FAILED'],
    ['FAILED', [], 'FAILED'],
    ['FAILED', ['SUCCESSFUL'], 'FAILED'],
    ['RUNNING', [], 'ERROR'],
    ['RUNNING', ['FAILED'], 'ERROR'],
    ['successful', [], 'ERROR'],
    ['toString', [], 'ERROR'],
  ])('on an answer of %s with subtasks %j is %s', (status, parts, verdict) => {
    const subtasks = parts.map((part) => subtask({ status: part }))
    expect(verdictOf({ kind: 'answered', task: task({ status, subtasks }) })).toBe(verdict)
  })

  const running = task()
  it.each<[WaitEnd, string]>([
    [{ kind: 'not-found', error: {} }, 'NOT_FOUND'],
    [{ kind: 'timed-out', task: running }, 'TIMED_OUT'],
    [{ kind: 'unknown-status', task: task({ status: 'SUCCESSFUL?' }) }, 'ERROR'],
    [{ kind: 'refused', fault: { reason: 'forbidden' } }, 'ERROR'],
    [{ kind: 'unreachable', fault: { reason: 'timeout' } }, 'ERROR'],
    [{ kind: 'cancelled', by: 'signal' }, 'CANCELLED'],
    [{ kind: 'cancelled', by: 'fail-fast' }, 'CANCELLED'],
  ])('on %j is %s', (end, verdict) => {
    expect(verdictOf(end)).toBe(verdict)
  })
})

describe('worstOf', () => {
  it('never calls nothing a success', () => {
    expect(worstOf([])).toBe('ERROR')
  })

  it('finds the worst at any place', () => {
    fc.assert(
      fc.property(fc.array(aVerdict, { minLength: 1 }), (verdicts) => {
        const ranks = verdicts.map((verdict) => VERDICTS.indexOf(verdict))
        expect(worstOf(verdicts)).toBe(VERDICTS[Math.min(...ranks)])
      }),
    )
  })
})

describe('failsStep', () => {
  it.each([
    ['FAILED', true, true],
    ['NOT_FOUND', true, true],
    ['ERROR', true, true],
    ['TIMED_OUT', true, true],
    ['CANCELLED', true, true],
    ['WARNING', false, true],
    ['SUCCESSFUL', false, false],
  ] as const)('of %s is %s, and %s with fail-on-warning', (verdict, usually, strictly) => {
    expect(failsStep(verdict, false)).toBe(usually)
    expect(failsStep(verdict, true)).toBe(strictly)
  })
})

describe('commitStateOf', () => {
  it.each([
    ['FAILED', 'failure', 'failure'],
    ['NOT_FOUND', 'failure', 'failure'],
    ['ERROR', 'error', 'error'],
    ['TIMED_OUT', 'error', 'error'],
    ['CANCELLED', 'error', 'error'],
    ['WARNING', 'success', 'failure'],
    ['SUCCESSFUL', 'success', 'success'],
  ] as const)('of %s is %s, and %s with fail-on-warning', (verdict, usually, strictly) => {
    expect(commitStateOf(verdict, false)).toBe(usually)
    expect(commitStateOf(verdict, true)).toBe(strictly)
  })
})
