import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { countSubtasks, sortSubtasks } from '../../../src/core/task/subtask-counts.ts'
import { parseSystemTask } from '../../../src/core/task/system-task.ts'
import { verdictOf } from '../../../src/core/wait/verdict.ts'
import {
  jobImported,
  solutionImported,
  solutionNotStarted,
  solutionUnreadable,
} from '../../fixtures/documented-answers.ts'
import { task } from '../../support/data/builders.ts'

const part = { id: 's', name: 'n', status: 'FAILED' }

describe('parseSystemTask', () => {
  it.each([
    ['a solution that was imported', solutionImported],
    ['a solution that could not be read', solutionUnreadable],
    ['a solution that could not be started', solutionNotStarted],
    ['a job that was imported', jobImported],
  ])('reads the documented answer for %s', (_, { projectId: __, subtasks, ...fields }) => {
    const parts = subtasks.map(
      ({ taskId: ___, ...known }: (typeof solutionImported.subtasks)[number]) => known,
    )
    expect(parseSystemTask({ ...fields, projectId: 'p', subtasks })).toEqual({ ...fields, subtasks: parts })
  })

  it('needs nothing but a status', () => {
    expect(parseSystemTask({ status: 'RUNNING' })).toStrictEqual({ status: 'RUNNING', subtasks: [] })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'SUCCESSFUL'],
    ['a list', [{ status: 'SUCCESSFUL' }]],
    ['no status', { id: 'a' }],
    ['a null status', { status: null }],
    ['a numeric status', { status: 1 }],
    ['a status in an object', { task: { status: 'SUCCESSFUL' } }],
    ['subtasks that are an object', { status: 'SUCCESSFUL', subtasks: {} }],
    ['subtasks that are a text', { status: 'SUCCESSFUL', subTasks: '' }],
    ['a subtask that is a text', { status: 'SUCCESSFUL', subtasks: ['FAILED'] }],
    ['a null subtask', { status: 'SUCCESSFUL', subtasks: [null] }],
    ['a subtask without a status', { status: 'SUCCESSFUL', subtasks: [part, { id: 's' }] }],
    ['a subtask with a null status', { status: 'SUCCESSFUL', subTasks: [{ ...part, status: null }] }],
  ])('refuses %s', (_, answer) => {
    expect(parseSystemTask(answer)).toBeUndefined()
  })

  it.each([null, undefined, '', true, {}, [], Number.NaN])('takes %j in a text field for absent', (value) => {
    const answer = { status: 'RUNNING', id: value, name: value, message: value }
    expect(parseSystemTask(answer)).toStrictEqual({ status: 'RUNNING', subtasks: [] })
  })

  it('writes a number in a text field as text', () => {
    expect(parseSystemTask({ status: 'RUNNING', id: 7, name: 0 })).toMatchObject({ id: '7', name: '0' })
  })

  it.each([
    [1543457499000, 1543457499000],
    ['1543457499000', 1543457499000],
    [' 1543457499000 ', 1543457499000],
    [1, 1],
    [8.64e15, 8.64e15],
    [8.64e15 + 2, undefined],
    [0, undefined],
    ['0', undefined],
    ['', undefined],
    [null, undefined],
    [-1, undefined],
    ['-1', undefined],
    [1.5, undefined],
    ['1e3', undefined],
    ['2018-11-29', undefined],
    ['9'.repeat(400), undefined],
    [true, undefined],
  ])('reads the time %j as %j', (value, time) => {
    const times = { startTime: value, endTime: value, lastUpdate: value }
    const expected = time === undefined ? {} : { startTime: time, endTime: time, lastUpdate: time }
    expect(parseSystemTask({ status: 'RUNNING', ...times })).toStrictEqual({
      status: 'RUNNING',
      subtasks: [],
      ...expected,
    })
    expect(parseSystemTask({ status: 'RUNNING', subtasks: [{ ...part, ...times }] })?.subtasks).toStrictEqual(
      [{ ...part, ...expected }],
    )
  })

  it('gives a subtask without id and name empty ones, and keeps its message', () => {
    const answer = { status: 'FAILED', subtasks: [{ status: 'FAILED', message: 'no quota' }] }
    expect(parseSystemTask(answer)?.subtasks).toStrictEqual([
      { id: '', name: '', status: 'FAILED', message: 'no quota' },
    ])
  })

  it.each([
    [[part], undefined, 1],
    [undefined, [part], 1],
    [null, [part], 1],
    [[part], null, 1],
    [[part], [part], 1],
    [[part], [{ ...part, status: 'WARNING' }], 2],
    [[part, part], undefined, 2],
    [null, null, 0],
  ])('counts subtasks %j and subTasks %j as %i', (subtasks, subTasks, count) => {
    expect(parseSystemTask({ status: 'FAILED', subtasks, subTasks })?.subtasks).toHaveLength(count)
  })

  it('keeps the order of both lists, `subtasks` first', () => {
    const named = (name: string) => ({ ...part, name })
    const answer = {
      status: 'FAILED',
      subTasks: [named('c'), named('a')],
      subtasks: [named('a'), named('b')],
    }
    expect(parseSystemTask(answer)?.subtasks.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  it('keeps the worst subtasks in their order and counts all, so that the verdict stays the same', () => {
    const word = fc.constantFrom('FAILED', 'WARNING', 'RUNNING', 'QUEUED', 'SUCCESSFUL')
    const lists = fc.record({
      status: fc.constantFrom('FAILED', 'WARNING', 'RUNNING', 'SUCCESSFUL'),
      words: fc.array(word, { maxLength: 30 }),
      limit: fc.integer({ min: 1, max: 30 }),
    })
    fc.assert(
      fc.property(lists, ({ status, words, limit }) => {
        const subtasks = words.map((each, index) => ({ id: `s${String(index)}`, name: 'n', status: each }))
        const whole = task({ status, subtasks })
        const { counts, ...kept } = parseSystemTask(whole, limit) ?? task()
        const worst = sortSubtasks(subtasks).slice(0, limit)
        expect(kept).toEqual({ ...whole, subtasks: subtasks.filter((each) => worst.includes(each)) })
        expect(counts).toEqual(words.length > limit ? countSubtasks(subtasks) : undefined)
        expect(verdictOf({ kind: 'answered', task: kept })).toBe(verdictOf({ kind: 'answered', task: whole }))
      }),
    )
  })

  it('refuses a subtask without a status, though it would not be kept', () => {
    const subtasks = [part, part, { ...part, status: 7 }]
    expect(parseSystemTask({ status: 'FAILED', subtasks }, 1)).toBeUndefined()
  })

  it('gives a task for an object with a string status, and never throws', () => {
    const fields = fc.dictionary(
      fc.constantFrom('id', 'name', 'message', 'startTime', 'endTime', 'lastUpdate', 'extra'),
      fc.jsonValue(),
    )
    fc.assert(
      fc.property(fields, fc.string(), (extra, status) => {
        expect(parseSystemTask({ ...extra, status })).toMatchObject({ status, subtasks: [] })
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (answer) => {
        const parsed = parseSystemTask(answer)
        expect(parsed === undefined || typeof parsed.status === 'string').toBe(true)
      }),
    )
  })
})
