import { describe, expect, it } from '@jest/globals'

import { countsAfter, countSubtasks, groupOf, sortSubtasks } from '../../../src/core/task/subtask-counts.ts'
import { subtask } from '../../support/data/builders.ts'

describe('groupOf', () => {
  it.each([
    ['FAILED', 'FAILED'],
    ['WARNING', 'WARNING'],
    ['RUNNING', 'RUNNING'],
    ['SUCCESSFUL', 'SUCCESSFUL'],
    ['OTHER', 'OTHER'],
    ['PAUSED', 'OTHER'],
    ['toString', 'OTHER'],
    ['__proto__', 'OTHER'],
    ['', 'OTHER'],
  ])('of %j is %s', (status, group) => {
    expect(groupOf({ status })).toBe(group)
  })
})

describe('countSubtasks', () => {
  it('counts each state', () => {
    const words = ['FAILED', 'NEW', 'SUCCESSFUL', 'FAILED', 'constructor', 'RUNNING', 'WARNING']
    expect(countSubtasks(words.map((status) => ({ status })))).toEqual({
      FAILED: 2,
      WARNING: 1,
      RUNNING: 1,
      OTHER: 2,
      SUCCESSFUL: 1,
    })
  })
})

describe('sortSubtasks', () => {
  it('puts the worst state first and keeps the order within a state', () => {
    const words = ['SUCCESSFUL', 'NEW', 'RUNNING', 'FAILED', 'WARNING', 'OLD', 'FAILED', 'SUCCESSFUL']
    const subtasks = words.map((status, index) => subtask({ id: String(index), status }))
    expect(sortSubtasks(subtasks).map(({ id }) => id)).toEqual(['3', '6', '4', '2', '1', '5', '0', '7'])
  })
})

describe('countsAfter', () => {
  it('counts what follows the first subtasks of a sorted list', () => {
    const words = ['SUCCESSFUL', 'NEW', 'RUNNING', 'FAILED', 'WARNING', 'FAILED', 'SUCCESSFUL']
    const sorted = sortSubtasks(words.map((status) => subtask({ status })))
    for (let first = 0; first <= sorted.length; first += 1)
      expect(countsAfter(countSubtasks(sorted), first)).toEqual(countSubtasks(sorted.slice(first)))
  })
})
