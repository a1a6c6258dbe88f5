import { describe, expect, it } from '@jest/globals'

import { countSubtasks, groupOf } from '../../../src/core/report/subtask-counts.ts'

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
