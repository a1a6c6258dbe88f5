import { describe, expect, it } from '@jest/globals'

import { workOf } from '../../../src/core/task/subtask-work.ts'

describe('workOf', () => {
  it.each([
    ['导入作业[job_a]。', undefined, 'job_a', true],
    ['启动作业[job_batch]', '导入解决方案', 'job_batch', false],
    ['Import the job_a job.', undefined, 'job_a', true],
    ['Import job_a', undefined, 'job_a', true],
    ['Start the job_a job.', 'Import', 'job_a', false],
    ['import job my job.', undefined, 'my', true],
    ['job_batch', undefined, 'job_batch', false],
    ['job_batch', '从OBS路径[obs://a/b.zip]导入解决方案。', 'job_batch', true],
    ['job_batch', 'Import jobs', 'job_batch', true],
    ['Restart the job_a job.', undefined, 'Restart the job_a job.', false],
    ['重新启动作业[job_a]。', undefined, '重新启动作业[job_a]。', false],
    ['important', undefined, 'important', false],
    ['', undefined, 's1', false],
  ])('of %j in the task %j is %j, import: %s', (name, taskName, job, isImport) => {
    expect(workOf({ id: 's1', name }, taskName)).toEqual({ job, isImport })
  })
})
