import { describe, expect, it } from '@jest/globals'

import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { nextStepAfter, nextStepOf } from '../../../src/core/report/next-step.ts'
import type { Subtask } from '../../../src/core/task/system-task.ts'
import { report, subtask, task, taskWait } from '../../support/data/builders.ts'

function stepAfter(end: WaitEnd, failOnWarning = false): string | undefined {
  return report([taskWait(end)], { failOnWarning }).tasks.map((task) =>
    nextStepOf(task, { timeoutMs: 60_000 }),
  )[0]
}

function failed(message: string, subtasks: readonly Subtask[] = []): WaitEnd {
  return { kind: 'answered', task: task({ status: 'FAILED', message, subtasks }) }
}

const silent: WaitEnd = { kind: 'answered', task: task({ status: 'FAILED' }) }

describe('nextStepOf', () => {
  it.each<[string, WaitEnd, string | undefined]>([
    ['failed subtasks', failed('x', [subtask({ status: 'FAILED', message: 'why' })]), 'fix-subtasks'],
    ['a failed subtask without a reason', failed('x', [subtask({ status: 'FAILED' })]), 'read-job-log'],
    [
      'a failed import without a reason',
      failed('x', [subtask({ status: 'FAILED', name: '导入作业[a]。' })]),
      'stop-job',
    ],
    [
      'a failed subtask of an import in progress',
      {
        kind: 'answered',
        task: task({ status: 'FAILED', name: 'Import job', subtasks: [subtask({ status: 'FAILED' })] }),
      },
      'stop-job',
    ],
    ['no subtasks', failed('x'), 'failed-early'],
    ['subtasks that did not fail', failed('x', [subtask()]), 'failed-silently'],
    ['no word at all', silent, 'failed-early'],
    ['an OBS file', failed('读取OBS文件[obs://aaaaa/traffic2.zip]失败。'), 'obs-file'],
    ['an OBS file in English', failed('Fail to read OBS file.'), 'obs-file'],
    ['not found', { kind: 'not-found', error: {} }, 'check-place'],
    ['a time-out', { kind: 'timed-out', task: task() }, 'raise-timeout'],
    ['an unknown status', { kind: 'unknown-status', task: task() }, 'report-status'],
    ['a cancelled run', { kind: 'cancelled', by: 'signal' }, 'wait-again'],
    ['a fault', { kind: 'unreachable', fault: { reason: 'connection' } }, 'check-reach'],
    ['a success', { kind: 'answered', task: task({ status: 'SUCCESSFUL' }) }, undefined],
  ])('names the step after %s', (_what, end, step) => {
    expect(stepAfter(end)).toBe(step)
  })

  it('advises to set a timeout after a single check', () => {
    const seen = report([taskWait({ kind: 'timed-out', task: task() })])
    expect(seen.tasks.map((each) => nextStepOf(each, { timeoutMs: 0 }))).toEqual(['set-timeout'])
  })

  it.each([
    [false, undefined],
    [true, 'check-warning'],
  ])('after a warning, with fail-on-warning %s, is %s', (failOnWarning, step) => {
    expect(stepAfter({ kind: 'answered', task: task({ status: 'WARNING' }) }, failOnWarning)).toBe(step)
  })

  it('reads code and message as two', () => {
    const error = { code: 'APIG.0307', message: 'Token must be updated' }
    const fault = { reason: 'unauthorized', httpStatus: 401, error } as const
    expect(stepAfter({ kind: 'refused', fault })).toBe('check-token')
  })

  it.each([
    ['access-key', 'check-access-key'],
    ['temporary-key', 'check-temporary-key'],
    ['token', 'check-token'],
    ['federated-user', 'check-federated-user'],
    ['trust-agency', 'check-trust-agency'],
  ] as const)('after a refused token is about the credential that was used: %s', (kind, step) => {
    const fault = { reason: 'unauthorized', httpStatus: 401, error: { code: 'APIG.0307' } } as const
    expect(nextStepAfter(fault, { kind, from: 'the inputs' })).toBe(step)
  })

  it.each([
    ['APIG.0201', 'check-backend'],
    ['APIG.0613', 'check-iam'],
    ['DLF.0815', 'obs-file'],
    ['DLF.20815', 'obs-file'],
    ['X.1', 'check-service'],
  ])('after %s is %s', (code, step) => {
    const fault = { reason: 'http-status', httpStatus: 502, error: { code } } as const
    expect(stepAfter({ kind: 'unreachable', fault })).toBe(step)
  })
})
