import { describe, expect, it } from '@jest/globals'

import { countSubtasks } from '../../../src/core/task/subtask-counts.ts'
import { subtaskLines } from '../../../src/github/log/subtask-lines.ts'
import { subtask } from '../../support/data/builders.ts'

describe('subtaskLines', () => {
  it('writes a line for each subtask, the failed ones first', () => {
    const subtasks = [
      subtask(),
      subtask({ id: 's2', name: '', status: 'QUEUED\n' }),
      subtask({ id: 's3', name: '启动作业[job_batch]', status: 'FAILED', message: 'a\nb' }),
    ]
    expect(subtaskLines({ subtasks })).toEqual([
      'Subtask FAILED: 启动作业[job_batch] (s3): a b',
      'Subtask QUEUED: s2',
      'Subtask SUCCESSFUL: job_batch (s1)',
    ])
  })

  it('counts what goes beyond 200 lines', () => {
    const subtasks = Array.from({ length: 1201 }, () => subtask())
    expect(subtaskLines({ subtasks: subtasks.slice(0, 200) })).toHaveLength(200)
    expect(subtaskLines({ subtasks })).toHaveLength(201)
    expect(subtaskLines({ subtasks }).at(-1)).toBe('And 1,001 more')
    const counts = countSubtasks([...subtasks, subtask()])
    expect(subtaskLines({ subtasks, counts }).at(-1)).toBe('And 1,002 more')
  })

  it('cuts a text after 500 characters', () => {
    const long = 'x'.repeat(100_000)
    const [line = ''] = subtaskLines({
      subtasks: [subtask({ id: long, name: long, status: long, message: long })],
    })
    expect(line.length).toBeLessThan(2020)
  })
})
