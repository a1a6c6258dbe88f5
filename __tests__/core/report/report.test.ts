import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import {
  countFailed,
  failedSubtasks,
  faultOfEnd,
  reportOf,
  reportOfProblems,
  tasksBySeverity,
} from '../../../src/core/report/report.ts'
import { VERDICTS, verdictOf } from '../../../src/core/wait/verdict.ts'
import { report, subtask, task, taskWait } from '../../support/data/builders.ts'
import { many } from '../../support/output/written-outputs.ts'

const place = { project: 'p', workspace: 'w', region: 'cn-north-4', endpoint: 'https://dlf.example' }
const settings = { failOnWarning: false, place, timeoutMs: 60_000, wallStartMs: 1_000_000 }
const lost = { reason: 'http-status', httpStatus: 502, error: { code: '0201', requestId: 'r5' } } as const

describe('reportOf', () => {
  it('puts together one task', () => {
    const wait = taskWait('SUCCESSFUL', { requestId: 'r', polls: 3, faults: 2, throttles: 1, endedMs: 9000 })
    const report = reportOf({ startMs: 4000, waits: [wait] }, settings)
    expect(report).toStrictEqual({
      verdict: 'SUCCESSFUL',
      failsStep: false,
      tasks: [
        {
          id: 'a',
          verdict: 'SUCCESSFUL',
          failsStep: false,
          end: wait.end,
          task: task({ status: 'SUCCESSFUL' }),
          subtasks: [],
          counts: { FAILED: 0, WARNING: 0, RUNNING: 0, OTHER: 0, SUCCESSFUL: 0 },
          requestId: 'r',
          polls: 3,
          noticedMs: 1_005_000,
        },
      ],
      place,
      problems: [],
      timeoutMs: 60_000,
      elapsedMs: 5000,
      polls: 3,
      faults: 2,
      throttles: 1,
    })
  })

  it('adds up several tasks, takes the last end and the worst verdict, and keeps their order', () => {
    const waits = [
      taskWait('SUCCESSFUL', { id: 'x', polls: 3, faults: 1, throttles: 4, endedMs: 9000 }),
      taskWait('FAILED', { id: 'b', polls: 2, faults: 2, throttles: 0, endedMs: 6000 }),
    ]
    const report = reportOf({ startMs: 1000, waits }, settings)
    expect(report).toMatchObject({ verdict: 'FAILED', failsStep: true, elapsedMs: 8000 })
    expect(report).toMatchObject({ polls: 5, faults: 3, throttles: 4 })
    expect(report.tasks.map(({ id, failsStep }) => [id, failsStep])).toEqual([
      ['x', false],
      ['b', true],
    ])
  })

  it('tells by the clock of the runner when each verdict was known', () => {
    const waits = [taskWait('SUCCESSFUL', { endedMs: 9000 }), taskWait('FAILED', { endedMs: 6000 })]
    const { tasks } = reportOf({ startMs: 4000, waits }, settings)
    expect(tasks.map(({ noticedMs }) => noticedMs)).toEqual([1_005_000, 1_002_000])
  })

  it('never calls a step without a task a success', () => {
    expect(reportOf({ startMs: 5, waits: [] }, settings)).toMatchObject({
      verdict: 'ERROR',
      failsStep: true,
      elapsedMs: 0,
      polls: 0,
    })
  })

  it.each([
    [false, false],
    [true, true],
  ])('with fail-on-warning %s a warning fails the step: %s', (failOnWarning, failsStep) => {
    const { tasks, ...step } = report([taskWait('WARNING'), taskWait('SUCCESSFUL')], { failOnWarning })
    expect(step).toMatchObject({ verdict: 'WARNING', failsStep })
    expect(tasks.map((one) => one.failsStep)).toEqual([failsStep, false])
  })

  it('puts failed subtasks first, then warnings, running, unknown and successful ones', () => {
    const words = ['SUCCESSFUL', 'NEW', 'RUNNING', 'FAILED', 'WARNING', 'OLD', 'FAILED', 'SUCCESSFUL']
    const subtasks = words.map((status, index) => subtask({ id: String(index), status }))
    const end: WaitEnd = { kind: 'answered', task: task({ status: 'FAILED', subtasks }) }
    const [seen] = report([taskWait(end)]).tasks
    expect(seen?.subtasks.map(({ id }) => id)).toEqual(['3', '6', '4', '2', '1', '5', '0', '7'])
    expect(seen?.task?.subtasks).toEqual(subtasks)
  })

  it.each<[string, WaitEnd, string | undefined]>([
    ['"does not exist"', { kind: 'not-found', error: { code: 'c', requestId: 'r5' } }, 'r5'],
    ['"does not exist" without one', { kind: 'not-found', error: { code: 'c' } }, undefined],
    ['a refusal', { kind: 'refused', fault: { reason: 'rejected', error: { requestId: 'r5' } } }, 'r5'],
    ['a refusal without one', { kind: 'refused', fault: { reason: 'rejected' } }, undefined],
    ['a fault', { kind: 'unreachable', fault: lost }, 'r5'],
    ['a fault without one', { kind: 'unreachable', fault: { reason: 'cut' } }, undefined],
    ['the last usable answer at the deadline', { kind: 'timed-out', task: task() }, 'r1'],
    ['a sign-in that failed at the deadline', { kind: 'timed-out', task: task(), fault: lost }, 'r5'],
    ['an unknown status', { kind: 'unknown-status', task: task() }, 'r1'],
    ['the last usable answer before the cancellation', { kind: 'cancelled', by: 'signal' }, 'r1'],
  ])('gives the request id of %s', (_, end, requestId) => {
    const [seen] = report([taskWait(end, { task: task(), requestId: 'r1' })]).tasks
    expect(seen?.requestId).toBe(requestId)
    expect(Object.keys(seen ?? {}).includes('requestId')).toBe(requestId !== undefined)
    expect(seen?.task).toEqual(task())
  })

  it('keeps the request that a gateway quotes out of the error', () => {
    const error = { code: 'APIG.0301', message: 'signature fail, canonicalRequest:GET|/v1', requestId: 'r5' }
    const [seen] = report([
      taskWait({ kind: 'refused', fault: { reason: 'unauthorized', httpStatus: 401, error } }),
    ]).tasks
    expect(seen?.error).toEqual({ code: 'APIG.0301', message: 'signature fail', requestId: 'r5' })
    expect(seen?.quoted).toBe('canonicalRequest:GET|/v1')
    expect(seen?.requestId).toBe('r5')
  })

  it("keeps the service's error", () => {
    const missing = { code: 'DLF.0810', message: 'Task does not exist' }
    const waits = [
      taskWait({ kind: 'not-found', error: missing }),
      taskWait({ kind: 'unreachable', fault: lost }),
    ]
    const errors = report([...waits, taskWait('FAILED')]).tasks.map(({ error }) => error)
    expect(errors).toEqual([missing, lost.error, undefined])
  })
})

const SIGN_IN = { problems: ['x'], nextStep: 'fix-sign-in' } as const

describe('reportOfProblems', () => {
  it('is a failure without tasks', () => {
    expect(reportOfProblems({ problems: ['one', 'two'], nextStep: 'fix-inputs' })).toStrictEqual({
      verdict: 'ERROR',
      failsStep: true,
      problems: ['one', 'two'],
      nextStep: 'fix-inputs',
      tasks: [],
      timeoutMs: 0,
      elapsedMs: 0,
      polls: 0,
      faults: 0,
      throttles: 0,
    })
  })

  it('gives every task that was not asked for its verdict', () => {
    const { tasks } = reportOfProblems({ ...SIGN_IN, error: { code: 'c' }, ids: ['a', 'b'] })
    expect(tasks).toMatchObject([
      { id: 'a', verdict: 'ERROR', failsStep: true, polls: 0, subtasks: [], error: { code: 'c' } },
      { id: 'b', verdict: 'ERROR', end: { kind: 'refused', fault: { reason: 'unauthorized' } } },
    ])
    expect(reportOfProblems({ ...SIGN_IN, ids: ['a'] }).tasks[0]).not.toHaveProperty('error')
  })

  it("keeps a service's error on the sign-in", () => {
    expect(reportOfProblems({ ...SIGN_IN, error: { code: 'c' } }).error).toEqual({ code: 'c' })
  })
})

describe('failedSubtasks', () => {
  it('names the task as the service does', () => {
    const subtasks = [subtask({ status: 'FAILED' })]
    const failed = taskWait({ kind: 'answered', task: task({ status: 'FAILED', name: 'n', subtasks }) })
    expect([...failedSubtasks(report([failed]))]).toEqual([{ ...subtasks[0], taskId: 'a', taskName: 'n' }])
  })

  it('names the task that was asked for, in the order of the tasks if their verdicts are equal', () => {
    const failing = (id: string): WaitEnd => {
      const subtasks = [
        subtask({ id: `${id}1`, status: 'FAILED' }),
        subtask({ id: `${id}2`, status: 'WARNING' }),
      ]
      return { kind: 'answered', task: task({ status: 'FAILED', subtasks }) }
    }
    const seen = failedSubtasks(
      report([taskWait(failing('y'), { id: 'b' }), taskWait(failing('x'), { id: 'a' })]),
    )
    expect([...seen]).toEqual([
      { taskId: 'b', id: 'y1', name: 'job_batch', status: 'FAILED' },
      { taskId: 'a', id: 'x1', name: 'job_batch', status: 'FAILED' },
    ])
  })
})

describe('failedSubtasks of tasks with other verdicts', () => {
  it('come after those of the tasks that failed', () => {
    const subtasks = [subtask({ id: 'late', status: 'FAILED' })]
    const running = taskWait({ kind: 'timed-out', task: task({ subtasks }) }, { id: 'slow' })
    const failed = taskWait({ kind: 'answered', task: task({ status: 'FAILED', subtasks }) }, { id: 'bad' })
    const all = [...failedSubtasks(report([running, failed]))]
    expect(all.map(({ taskId }) => taskId)).toEqual(['bad', 'slow'])
  })
})

describe('failedSubtasks with a limit', () => {
  const failing = (count: number): WaitEnd => {
    const subtasks = [...many(count, { status: 'FAILED' }), subtask()]
    return { kind: 'answered', task: task({ status: 'FAILED', subtasks }) }
  }
  const seen = report([2, 0, 3, 1].map((count) => taskWait(failing(count))))

  it.each([
    [0, 0],
    [1, 1],
    [2, 2],
    [4, 4],
    [6, 6],
    [9, 6],
  ])('of %i yields %i of six', (limit, expected) => {
    expect([...failedSubtasks(seen, limit)]).toHaveLength(expected)
  })

  it('leaves the count of all as it is', () => {
    expect(countFailed(seen)).toBe(6)
  })
})

describe('tasksBySeverity', () => {
  const ends: readonly WaitEnd[] = [
    ...['SUCCESSFUL', 'WARNING', 'FAILED'].map((status): WaitEnd => ({
      kind: 'answered',
      task: task({ status }),
    })),
    { kind: 'not-found', error: {} },
    { kind: 'refused', fault: { reason: 'forbidden' } },
    { kind: 'timed-out', task: task() },
    { kind: 'cancelled', by: 'signal' },
  ]

  it('puts the worst verdict first, then keeps the input order, for any ends', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ends), { maxLength: 30 }), (all) => {
        const waits = all.map((end, index) => taskWait(end, { id: String(index) }))
        const sorted = tasksBySeverity(report(waits))
        expect(sorted).toHaveLength(waits.length)
        for (const [index, { id, verdict }] of sorted.entries()) {
          const next = sorted[index + 1]
          if (next === undefined) continue
          const [one, other] = [VERDICTS.indexOf(verdict), VERDICTS.indexOf(next.verdict)]
          expect(one < other || (one === other && Number(id) < Number(next.id))).toBe(true)
        }
      }),
    )
  })

  it('finds the one failure behind twelve unknown ids', () => {
    const lost: WaitEnd = { kind: 'not-found', error: {} }
    const waits = Array.from({ length: 12 }, (_, index) => taskWait(lost, { id: `lost-${String(index)}` }))
    const [first] = tasksBySeverity(report([...waits, taskWait('FAILED', { id: 'bad' })]))
    expect(first && [first.id, verdictOf(first.end)]).toEqual(['bad', 'FAILED'])
  })
})

describe('faultOfEnd', () => {
  it.each<[WaitEnd, unknown]>([
    [{ kind: 'refused', fault: { reason: 'forbidden' } }, { reason: 'forbidden' }],
    [{ kind: 'unreachable', fault: lost }, lost],
    [{ kind: 'not-found', error: { code: 'c' } }, undefined],
    [{ kind: 'cancelled', by: 'signal' }, undefined],
  ])('of %j is %j', (end, fault) => {
    expect(faultOfEnd(end)).toEqual(fault)
  })
})
