import { describe, expect, it } from '@jest/globals'

import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { outputsOf } from '../../../src/core/report/outputs.ts'
import { reportOfProblems } from '../../../src/core/report/report.ts'
import { omitUndefined } from '../../../src/core/task/omit-undefined.ts'
import type { Subtask } from '../../../src/core/task/system-task.ts'
import { cpuMsOf } from '../../support/cpu-time.ts'
import { report, subtask, task, taskWait } from '../../support/data/builders.ts'
import { bytes, LIMIT, many, outputsFor } from '../../support/output/written-outputs.ts'

type Written = { readonly id: string; readonly subtasks: readonly Subtask[] }

/** One successful and some failed subtasks that fill the output to the byte. */
function filledTo(size: number): Subtask[] {
  const empty = [subtask({ id: 'ok', name: '' }), ...many(3, { status: 'FAILED' })]
  const left = size - bytes(outputsFor({ subtasks: empty }).outputs.tasks)
  return [subtask({ id: 'ok', name: 'x'.repeat(left) }), ...many(3, { status: 'FAILED' })]
}

describe('outputsOf', () => {
  it('writes everything that is known of a task', () => {
    const subtasks = [
      subtask({ status: 'FAILED', message: 'no quota', lastUpdate: 8 }),
      subtask({ id: 's2' }),
    ]
    const times = { startTime: 1, endTime: 9, lastUpdate: 8 }
    const answer = task({ id: 'other', name: 'n', message: 'm', status: 'FAILED', subtasks, ...times })
    const end: WaitEnd = { kind: 'answered', task: answer }
    const outputs = outputsOf(report([taskWait(end, { requestId: 'r', polls: 4, endedMs: 2499 })]), 'm')
    expect(outputs).toStrictEqual({
      status: 'FAILED',
      tasks: JSON.stringify([
        { id: 'a', status: 'FAILED', name: 'n', message: 'm', ...times, requestId: 'r', polls: 4, subtasks },
      ]),
      'failed-subtasks':
        '[{"taskId":"a","id":"s1","name":"job_batch","status":"FAILED","message":"no quota"}]',
      'error-code': '',
      'elapsed-seconds': '2',
      polls: '4',
      message: 'm',
    })
  })

  it('writes the few known facts of a task that was never seen', () => {
    const error = { code: 'DLF.0810', message: 'Task does not exist', requestId: 'r' }
    const outputs = outputsOf(report([taskWait({ kind: 'not-found', error }, { endedMs: 2500 })]), 'm')
    expect(outputs).toStrictEqual({
      status: 'NOT_FOUND',
      tasks:
        '[{"id":"a","status":"NOT_FOUND","message":"Task does not exist","errorCode":"DLF.0810","requestId":"r","polls":1,"subtasks":[]}]',
      'failed-subtasks': '[]',
      'error-code': 'DLF.0810',
      'elapsed-seconds': '3',
      polls: '1',
      message: 'm',
    })
  })

  it('has a value for each output when the inputs are bad', () => {
    expect(outputsOf(reportOfProblems({ problems: ['x'], nextStep: 'fix-inputs' }), 'm')).toStrictEqual({
      status: 'ERROR',
      tasks: '[]',
      'failed-subtasks': '[]',
      'error-code': '',
      'elapsed-seconds': '0',
      polls: '0',
      message: 'm',
    })
  })

  it.each([
    [['DLF.0810', 'APIG.0301'], 'DLF.0810'],
    [[undefined, 'APIG.0301'], 'APIG.0301'],
    [['not a code', 'A-b_c.9'], 'A-b_c.9'],
    [['', 'x'.repeat(65)], ''],
    [['x'.repeat(64)], 'x'.repeat(64)],
    [['a\nb', '(x)'], ''],
  ])('takes the first usable of the codes %j for the error code', (codes, expected) => {
    const waits = codes.map((code) =>
      taskWait({ kind: 'not-found', error: code === undefined ? {} : { code } }),
    )
    const outputs = outputsOf(report(waits), 'm')
    expect(outputs['error-code']).toBe(expected)
    const written = (JSON.parse(outputs.tasks) as { errorCode?: string }[]).map(({ errorCode }) => errorCode)
    expect(written.find((code) => code !== undefined) ?? '').toBe(expected)
  })

  it('takes the code of a sign-in that failed', () => {
    const outputs = outputsOf(
      reportOfProblems({
        problems: ['Signing in failed.'],
        nextStep: 'fix-sign-in',
        error: { code: 'APIG.0301' },
      }),
      'm',
    )
    expect(outputs).toMatchObject({ status: 'ERROR', tasks: '[]', 'error-code': 'APIG.0301' })
  })

  it('keeps an output of exactly 120 KiB whole', () => {
    const subtasks = filledTo(LIMIT)
    const { outputs, tasks } = outputsFor({ subtasks })
    expect(bytes(outputs.tasks)).toBe(LIMIT)
    expect(tasks[0]).toMatchObject({ subtasks })
    expect(tasks[0]).not.toHaveProperty('truncated')
  })

  it('drops a subtask that did not fail for one byte more', () => {
    const { tasks } = outputsFor({ subtasks: filledTo(LIMIT + 1) })
    expect(tasks[0]).toMatchObject({ truncated: true, subtasks: many(3, { status: 'FAILED' }) })
  })

  it('drops no more subtasks than it must, from the end, and no failed one', () => {
    const subtasks = [...many(3000), subtask({ id: 'bad', status: 'FAILED' })]
    const { outputs, tasks } = outputsFor({ subtasks })
    const kept = tasks[0]?.subtasks.map(({ id }) => id) ?? []
    expect(kept.at(-1)).toBe('bad')
    expect(kept.slice(0, -1)).toEqual(subtasks.slice(0, kept.length - 1).map(({ id }) => id))
    expect(bytes(outputs.tasks)).toBeGreaterThan(LIMIT - 100)
    expect(bytes(outputs.tasks)).toBeLessThanOrEqual(LIMIT)
  })

  it('drops subtasks of the last task first', () => {
    const { tasks } = outputsFor({ subtasks: many(1500) }, { subtasks: many(1500) }, { subtasks: [] })
    expect(tasks.map(({ truncated }) => truncated)).toEqual([undefined, true, undefined])
    expect(tasks[0]?.subtasks).toHaveLength(1500)
  })

  it('drops subtasks of the least severe tasks first, and keeps the input order', () => {
    const seen = ['SUCCESSFUL', 'FAILED', 'SUCCESSFUL'].map((status, index) =>
      taskWait(
        { kind: 'answered', task: task({ status, subtasks: many(1500) }) },
        { id: `t${String(index)}` },
      ),
    )
    const tasks = JSON.parse(outputsOf(report(seen), 'm').tasks) as readonly Written[]
    expect(tasks.map(({ id }) => id)).toEqual(['t0', 't1', 't2'])
    expect(tasks.map(({ subtasks }) => subtasks.length === 1500)).toEqual([false, true, false])
    expect(tasks[2]?.subtasks).toEqual([])
  })

  it('lists the failed subtasks of a failed task before those of a task that still runs', () => {
    const subtasks = many(1, { status: 'FAILED' })
    const running: WaitEnd = { kind: 'timed-out', task: task({ subtasks }) }
    const failed: WaitEnd = { kind: 'answered', task: task({ status: 'FAILED', subtasks }) }
    const outputs = outputsOf(
      report([taskWait(running, { id: 'slow' }), taskWait(failed, { id: 'bad' })]),
      'm',
    )
    const listed = JSON.parse(outputs['failed-subtasks']) as readonly { readonly taskId: string }[]
    expect(listed.map(({ taskId }) => taskId)).toEqual(['bad', 'slow'])
  })

  it.each([
    ['failed', 'FAILED', undefined],
    ['failed, with long messages,', 'FAILED', '错误'.repeat(2000)],
    ['successful', 'SUCCESSFUL', undefined],
  ])('takes less than 300 ms for a million %s subtasks', (_what, status, message) => {
    const subtasks = many(5000, { status, ...omitUndefined({ message }) })
    const end: WaitEnd = { kind: 'answered', task: task({ status, subtasks }) }
    const seen = report(Array.from({ length: 200 }, (_, index) => taskWait(end, { id: `t${String(index)}` })))
    expect(cpuMsOf(() => outputsOf(seen, 'm'))).toBeLessThan(300)
  })

  it('takes less than 300 ms for 500 tasks with messages of 1 MiB', () => {
    const message = 'x'.repeat(1024 ** 2)
    const end: WaitEnd = { kind: 'answered', task: task({ status: 'FAILED', message }) }
    const seen = report(Array.from({ length: 500 }, (_, index) => taskWait(end, { id: `t${String(index)}` })))
    expect(cpuMsOf(() => outputsOf(seen, 'm'))).toBeLessThan(300)
  })

  it('drops the only subtask of many tasks before it cuts any text', () => {
    const name = 'x'.repeat(400)
    const seen = Array.from({ length: 250 }, () => ({ name, subtasks: many(1) }))
    const { outputs, tasks } = outputsFor(...seen)
    expect(bytes(outputs.tasks)).toBeLessThanOrEqual(LIMIT)
    expect(tasks.every((entry) => entry.name === name)).toBe(true)
  })

  it('cuts texts to 200 characters before it drops failed subtasks', () => {
    const subtasks = many(100, { status: 'FAILED', message: '错'.repeat(1000) })
    const { outputs, tasks, failed } = outputsFor({
      name: 'n'.repeat(200),
      message: 'm'.repeat(201),
      subtasks,
    })
    const cut = `${'错'.repeat(199)}…`
    expect(tasks[0]).toMatchObject({ name: 'n'.repeat(200), message: `${'m'.repeat(199)}…`, truncated: true })
    expect(tasks[0]?.subtasks.map(({ message }) => message)).toEqual(subtasks.map(() => cut))
    expect(failed).toHaveLength(101)
    expect(failed[0]).toEqual({ taskId: 't0', id: 's0', name: 'job_batch', status: 'FAILED', message: cut })
    expect(failed[100]).toEqual({ truncated: true })
    expect(bytes(outputs['failed-subtasks'])).toBeLessThanOrEqual(LIMIT)
  })

  it('marks only the tasks whose texts were cut', () => {
    const { tasks } = outputsFor({ message: 'm'.repeat(LIMIT), subtasks: many(1) }, { subtasks: many(1) })
    expect(tasks.map(({ truncated }) => truncated)).toEqual([true, true])
    const failing = { subtasks: many(1, { status: 'FAILED' }) }
    const { tasks: others } = outputsFor({ message: 'm'.repeat(LIMIT), ...failing }, failing)
    expect(others.map(({ truncated }) => truncated)).toEqual([true, undefined])
  })

  it('marks a task of which only the text of a subtask was cut', () => {
    const { tasks } = outputsFor({ subtasks: many(1, { status: 'FAILED', message: 'm'.repeat(LIMIT) }) })
    expect(tasks).toMatchObject([{ subtasks: [{ message: `${'m'.repeat(199)}…` }], truncated: true }])
  })

  it('drops failed subtasks from the end once the texts are cut', () => {
    const subtasks = many(3000, { status: 'FAILED' })
    const { outputs, tasks, failed } = outputsFor({ subtasks }, { message: 'm'.repeat(300), subtasks })
    expect(tasks[0]?.subtasks.map(({ id }) => id)).toEqual(
      subtasks.slice(0, tasks[0]?.subtasks.length).map(({ id }) => id),
    )
    expect(tasks[1]?.subtasks).toEqual([])
    expect(bytes(outputs.tasks)).toBeGreaterThan(LIMIT - 100)
    expect(failed.at(-1)).toEqual({ truncated: true })
    expect(failed.slice(0, -1).map((entry) => 'id' in entry && entry.id)).toEqual(
      subtasks.slice(0, failed.length - 1).map(({ id }) => id),
    )
    expect(bytes(outputs['failed-subtasks'])).toBeGreaterThan(LIMIT - 100)
  })

  it('keeps long texts in an output of exactly 120 KiB, and cuts them for one byte more', () => {
    const outputsWith = (length: number) => outputsFor({ message: 'm'.repeat(length) }, {})
    const length = LIMIT - bytes(outputsWith(0).outputs.tasks)
    expect(outputsWith(length).tasks.map(({ truncated }) => truncated)).toEqual([undefined, undefined])
    expect(bytes(outputsWith(length).outputs.tasks)).toBe(LIMIT)
    expect(outputsWith(length + 1).tasks.map(({ truncated }) => truncated)).toEqual([true, undefined])
  })

  it('cuts no text of 200 characters of any kind', () => {
    const name = '\u0007'.repeat(200)
    const { tasks } = outputsFor({ message: 'm'.repeat(LIMIT), name, subtasks: many(1, { name }) })
    expect(tasks[0]).toMatchObject({ name, subtasks: [] })
  })

  it('drops the details of the last tasks once no subtask is left', () => {
    const seen = Array.from({ length: 500 }, () => ({ name: '名'.repeat(200), message: '错'.repeat(200) }))
    const { outputs, tasks } = outputsFor(...seen)
    expect(tasks.map(({ id }) => id)).toEqual(seen.map((_, index) => `t${String(index)}`))
    expect(tasks[499]).toStrictEqual({
      id: 't499',
      status: 'FAILED',
      polls: 1,
      subtasks: [],
      truncated: true,
    })
    expect(tasks[0]).toMatchObject({ name: '名'.repeat(200), message: '错'.repeat(200) })
    expect(tasks[0]).not.toHaveProperty('truncated')
    expect(bytes(outputs.tasks)).toBeGreaterThan(LIMIT - 1400)
    expect(bytes(outputs.tasks)).toBeLessThanOrEqual(LIMIT)
  })

  it.each([
    ['no details', {}],
    ['details that take no more room than the mark', { name: 'n'.repeat(7) }],
  ])('keeps a task whole that has %s', (_what, last) => {
    const seen = Array.from({ length: 500 }, () => ({ name: '名'.repeat(200) }))
    const { tasks } = outputsFor(...seen, last)
    expect(tasks[499]).toHaveProperty('truncated')
    expect(tasks[500]).toStrictEqual({ id: 't500', status: 'FAILED', ...last, polls: 1, subtasks: [] })
  })

  describe('is as full as it can be', () => {
    const written = (value: unknown): number => bytes(JSON.stringify(value))
    const isCut = ({ truncated = false }: { readonly truncated?: boolean }): boolean => truncated
    // As many letters as there is room for, and some more and less.
    const lengthsAround = (output: string): readonly number[] =>
      [-1, 0, 1, 2].map((more) => Math.max(0, LIMIT - bytes(output) + more))
    const manyNamed = (length: number, status: string): Subtask[] =>
      many(2500, { status }).map((each, index) =>
        index === 0 ? { ...each, name: 'x'.repeat(length) } : each,
      )

    it.each([
      ['subtasks that did not fail', 'SUCCESSFUL', {}],
      ['failed subtasks', 'FAILED', {}],
      ['failed subtasks after a text was cut', 'FAILED', { message: 'm'.repeat(300) }],
    ])('if %s are left out', (_what, status, overrides) => {
      const outputsWith = (length: number) =>
        outputsFor({ subtasks: manyNamed(length, status), ...overrides })
      for (const length of lengthsAround(outputsWith(0).outputs.tasks)) {
        const { outputs, tasks } = outputsWith(length)
        const next = manyNamed(length, status)[tasks[0]?.subtasks.length ?? 0]
        expect(tasks.map(isCut)).toEqual([true])
        expect(bytes(outputs.tasks)).toBeLessThanOrEqual(LIMIT)
        expect(bytes(outputs.tasks) + written(next) + 1).toBeGreaterThan(LIMIT)
      }
    })

    it('if only subtasks of the last task have to go', () => {
      const outputsWith = (length: number) =>
        outputsFor({ subtasks: [subtask({ name: 'x'.repeat(length) })] }, { subtasks: many(1) })
      const freed = written(many(1)[0]) + 1 - written({ truncated: true })
      const length = LIMIT + freed - bytes(outputsWith(0).outputs.tasks)
      expect(outputsWith(length).tasks.map(isCut)).toEqual([false, true])
      expect(outputsWith(length + 1).tasks.map(isCut)).toEqual([true, true])
    })

    it('if details are left out', () => {
      const outputsWith = (length: number) =>
        outputsFor(
          ...Array.from({ length: 500 }, (_, index) => ({ name: 'n'.repeat(index === 0 ? length : 200) })),
        )
      for (const length of lengthsAround(outputsWith(0).outputs.tasks)) {
        const { outputs, tasks } = outputsWith(length)
        const [lastWhole, firstBare] = [tasks.findLast((task) => !isCut(task)), tasks.find(isCut)]
        expect(tasks.map(isCut)).toEqual(tasks.map(isCut).toSorted((a, b) => Number(a) - Number(b)))
        expect(bytes(outputs.tasks)).toBeLessThanOrEqual(LIMIT)
        expect(bytes(outputs.tasks) + written(lastWhole) - written(firstBare)).toBeGreaterThan(LIMIT)
      }
    })

    it('if failed subtasks are left out of their own list', () => {
      const outputsWith = (length: number) => outputsFor({ subtasks: manyNamed(length, 'FAILED') })
      for (const length of lengthsAround(outputsWith(0).outputs['failed-subtasks'])) {
        const { outputs, failed } = outputsWith(length)
        expect(failed.at(-1)).toEqual({ truncated: true })
        expect(bytes(outputs['failed-subtasks'])).toBeLessThanOrEqual(LIMIT)
        expect(bytes(outputs['failed-subtasks']) + written(failed.at(-2)) + 1).toBeGreaterThan(LIMIT)
      }
    })

    it('if failed subtasks fill their own list to the byte', () => {
      const fill = (size: number) => {
        const parts = many(1500, { status: 'FAILED', name: 'x' })
        const [first = subtask(), ...others] = parts
        const left = size - bytes(outputsFor({ subtasks: parts }).outputs['failed-subtasks'])
        const each = Math.floor(left / 1500)
        const widened = others.map((one) => ({ ...one, name: 'x'.repeat(1 + each) }))
        const rest = left - each * others.length
        return outputsFor({ subtasks: [{ ...first, name: 'x'.repeat(1 + rest) }, ...widened] })
      }
      expect(bytes(fill(LIMIT).outputs['failed-subtasks'])).toBe(LIMIT)
      expect(fill(LIMIT).failed).toHaveLength(1500)
      expect(fill(LIMIT + 1).failed.at(-1)).toEqual({ truncated: true })
    })
  })
})
