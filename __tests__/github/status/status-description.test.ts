import { describe, expect, it } from '@jest/globals'

import { messages } from '../../../src/core/report/messages.ts'
import { reportOfProblems } from '../../../src/core/report/report.ts'
import {
  finalDescription,
  pendingDescription,
  UNFINISHED_DESCRIPTION,
} from '../../../src/github/status/status-description.ts'
import { report, subtask, task, taskWait } from '../../support/data/builders.ts'

const describeEnd = (...statuses: readonly Parameters<typeof taskWait>[0][]): string =>
  finalDescription(report(statuses.map((status) => taskWait(status))), messages)

describe('pendingDescription', () => {
  it('counts the tasks', () => {
    expect(pendingDescription(1)).toBe('Waiting for a DLF system task')
    expect(pendingDescription(500)).toBe('Waiting for 500 DLF system tasks')
  })
})

describe('UNFINISHED_DESCRIPTION', () => {
  it('is short enough for GitHub', () => {
    expect(UNFINISHED_DESCRIPTION.length).toBeLessThanOrEqual(140)
  })
})

describe('finalDescription', () => {
  it('names verdict and time', () => {
    expect(describeEnd('SUCCESSFUL')).toBe('DLF system task: successful, after 1s')
  })

  it('counts tasks and failed subtasks', () => {
    const subtasks = [subtask({ status: 'FAILED' }), subtask(), subtask({ status: 'FAILED' })]
    const failed = { kind: 'answered', task: task({ status: 'FAILED', subtasks }) } as const
    expect(describeEnd(failed, 'FAILED', 'SUCCESSFUL')).toBe(
      '2 of 3 tasks did not succeed: 2 failed, 2 of 3 subtasks failed, after 1s',
    )
  })

  it('contains no text of the service', () => {
    const remote = '@admin https://x.example #1'
    const subtasks = [subtask({ status: 'FAILED', id: remote, name: remote, message: remote })]
    const failed = task({ status: 'FAILED', name: remote, message: remote, subtasks })
    const said = describeEnd({ kind: 'answered', task: failed })
    expect(said).not.toMatch(/admin|example|#/)
  })

  it('describes a wait that never began', () => {
    const said = finalDescription(
      reportOfProblems({ problems: ['STS said @admin'], nextStep: 'fix-sign-in' }),
      messages,
    )
    expect(said).toBe('Could not start waiting for the DLF system task')
  })

  it('is never longer than GitHub accepts', () => {
    const said = finalDescription(report([taskWait('FAILED')]), { heading: () => 'x'.repeat(200) })
    expect(said).toHaveLength(140)
  })
})
