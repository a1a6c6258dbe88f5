import { describe, expect, it } from '@jest/globals'

import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { messages } from '../../../src/core/report/messages.ts'
import { reportOfProblems, type TaskReport } from '../../../src/core/report/report.ts'
import { VERDICTS } from '../../../src/core/wait/verdict.ts'
import type { TaskWait } from '../../../src/core/wait/shared.ts'
import { solutionNotStarted, solutionUnreadable } from '../../fixtures/documented-answers.ts'
import { report, subtask, task, taskWait } from '../../support/data/builders.ts'

const HALF_AN_HOUR = 1_800_000
const MEND = 'Fix what the failed subtasks name, then deploy again.'

function reportOfEnd(end: WaitEnd, overrides: Partial<TaskWait> = {}, failOnWarning = false): TaskReport {
  const [only] = report([taskWait(end, overrides)], { failOnWarning }).tasks
  if (only === undefined) throw new Error('a report of one wait has one task')
  return only
}

function failureOf(end: WaitEnd, timeoutMs = HALF_AN_HOUR): string {
  return messages.failure(reportOfEnd(end), { timeoutMs })
}

function answered(...[status, subtasks = [], message]: [string, TaskReport['subtasks']?, string?]): WaitEnd {
  return { kind: 'answered', task: task({ status, subtasks, ...(message !== undefined && { message }) }) }
}

function failedParts(...names: readonly string[]): TaskReport['subtasks'] {
  return names.map((name, index) => subtask({ id: `s${String(index)}`, name, status: 'FAILED' }))
}

describe('failure', () => {
  it('says what the service says of a task that failed before its first subtask', () => {
    expect(failureOf({ kind: 'answered', task: solutionUnreadable })).toBe(
      'Task a failed: 读取OBS文件[obs://aaaaa/traffic2.zip]失败. Check that the file is at this OBS path, in this region, and that the user may read the bucket, then deploy again.',
    )
  })

  it('names the failed subtask of a task without a message', () => {
    expect(failureOf({ kind: 'answered', task: solutionNotStarted })).toBe(
      `Task a failed; 1 of 1 subtask failed: 启动作业[job_batch]. ${MEND}`,
    )
  })

  it('names three failed subtasks with their messages, and counts the rest', () => {
    const [first, ...others] = failedParts('one', '', 'three', 'four', 'five')
    const parts = [...(first === undefined ? [] : [{ ...first, message: 'no quota' }]), ...others, subtask()]
    expect(failureOf(answered('FAILED', parts, 'Import failed.'))).toBe(
      `Task a failed: Import failed; 5 of 6 subtasks failed: one (no quota), s1, three and 2 more. ${MEND}`,
    )
    expect(failureOf(answered('FAILED', failedParts('x', 'y', 'z')))).toBe(
      `Task a failed; 3 of 3 subtasks failed: x, y, z. ${MEND}`,
    )
  })

  it('sends nobody to failed subtasks where there are none', () => {
    expect(failureOf(answered('FAILED', [subtask()]))).toBe(
      'Task a failed. None of its subtasks says that it failed: look at the task in DataArts Factory, then deploy again.',
    )
  })

  it('counts the subtasks with a warning', () => {
    const parts = [subtask({ status: 'WARNING', name: 'w' }), subtask()]
    const strict = reportOfEnd(answered('SUCCESSFUL', parts), { requestId: 'r1' }, true)
    expect(messages.failure(strict, { timeoutMs: HALF_AN_HOUR })).toBe(
      'Task a ended with a warning; 1 of 2 subtasks with a warning: w (request r1). Look at the warning in DataArts Factory, or set fail-on-warning to false.',
    )
  })

  it.each<[string, WaitEnd, string]>([
    [
      '"does not exist"',
      { kind: 'not-found', error: { code: 'DLF.0810', message: 'Task does not exist', requestId: 'r' } },
      'Task a does not exist (DLF.0810 Task does not exist, request r). Check task-id (the instanceId of run-immediate is none), workspace, project and region: a right id in the wrong workspace does not exist.',
    ],
    [
      'a time-out',
      { kind: 'timed-out', task: task() },
      'Task a had not ended when the time-out of 30m was over: it was RUNNING. Look at the task in DataArts Factory; if it is only slow, wait for it again with a longer timeout, without a new import.',
    ],
    [
      'an unknown status',
      { kind: 'unknown-status', task: task({ status: 'PAUSED\n' }) },
      "Task a has a status that is not known: 'PAUSED '. Look at the task in DataArts Factory, and report the status to the maintainers of this action.",
    ],
    [
      'a refusal',
      {
        kind: 'refused',
        fault: { reason: 'forbidden', httpStatus: 403, error: { code: 'APIG.0302', requestId: 'r' } },
      },
      'Task a could not be looked up: the credential may not do this (HTTP 403, APIG.0302, request r). Check project, and the role of this user or agency: in its identity policy and in the workspace.',
    ],
    [
      'no connection',
      { kind: 'unreachable', fault: { reason: 'connection', detail: 'ENOTFOUND' } },
      'Task a could not be looked up: there was no connection (ENOTFOUND). Check region or endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY).',
    ],
    [
      'a cancelled run',
      { kind: 'cancelled', by: 'signal' },
      'Task a was no longer waited for: this run was cancelled. The task itself goes on in DataArts Factory; wait for it again by its id, without a new import, to learn how it ends.',
    ],
    [
      'fail-fast',
      { kind: 'cancelled', by: 'fail-fast' },
      'Task a was no longer waited for: another task failed (fail-fast). The task itself goes on in DataArts Factory; wait for it again by its id, without a new import, to learn how it ends.',
    ],
  ])('explains %s', (_, end, sentence) => {
    expect(failureOf(end)).toBe(sentence)
  })

  it('speaks of no time-out where nothing was waited for', () => {
    expect(failureOf({ kind: 'timed-out', task: task() }, 0)).toBe(
      'Task a has not ended: it is RUNNING. Look at the task in DataArts Factory; if it is only slow, wait for it again with a longer timeout, without a new import.',
    )
  })

  it('keeps two sentences apart, whatever signs the service puts into the first', () => {
    expect(failureOf(answered('FAILED', [], '甲。乙'))).toMatch(
      /^Task a failed: 甲。乙\. The task failed before/,
    )
  })

  it('shows one line of at most 500 characters of what the service says', () => {
    const message = `a\n\u001B[31m${'错'.repeat(600)}`
    expect(failureOf(answered('FAILED', [], message))).toContain(
      `: a \uFFFD[31m${'错'.repeat(492)}…. The task`,
    )
  })
})

describe('outcome', () => {
  it.each<[WaitEnd, string]>([
    [answered('SUCCESSFUL'), 'Was successful.'],
    [answered('SUCCESSFUL', [], 'All done。'), 'Was successful: All done.'],
    [answered('WARNING', [], 'Half. Done'), 'Ended with a warning: Half. Done.'],
    [{ kind: 'not-found', error: {} }, 'Does not exist.'],
    [{ kind: 'not-found', error: { message: 'gone' } }, 'Does not exist (gone).'],
  ])('of %j is %j', (end, sentence) => {
    expect(messages.outcome(reportOfEnd(end, { requestId: 'r1' }), { timeoutMs: HALF_AN_HOUR })).toBe(
      sentence,
    )
  })
})

describe('nextStep', () => {
  it.each(['SUCCESSFUL', 'WARNING'])('has nothing to say of %s', (status) => {
    const green = reportOfEnd(answered(status))
    expect(messages.nextStep(green, { timeoutMs: 0 })).toBe('')
    expect(messages.failure(green, { timeoutMs: 0 })).not.toMatch(/\s$/)
  })
})

describe('heading', () => {
  it.each([
    [['SUCCESSFUL'], 'DLF system task: successful'],
    [['FAILED', 'SUCCESSFUL', 'FAILED'], 'DLF system tasks: 2 of 3 failed'],
    [[], 'DLF system tasks: 0 of 0 state unknown'],
  ])('of %j is %j', (words, heading) => {
    expect(messages.heading(report(words.map((word) => taskWait(word))))).toBe(heading)
  })

  it('says that nothing was waited for', () => {
    expect(messages.heading(reportOfProblems(['x']))).toBe('Did not wait for the DLF system task')
  })

  it('has words for every verdict', () => {
    expect(VERDICTS.map((verdict) => messages.words.verdicts[verdict])).toEqual([
      'failed',
      'not found',
      'state unknown',
      'timed out',
      'cancelled',
      'ended with a warning',
      'successful',
    ])
  })
})

describe('statistics', () => {
  it.each([
    [{ polls: 0, faults: 0, throttles: 0 }, 'Waited 15s of at most 30m, no poll'],
    [
      { polls: 1, faults: 1, throttles: 1 },
      'Waited 15s of at most 30m, 1 poll, 1 failed attempt, 1 throttled attempt',
    ],
    [
      { polls: 9, faults: 2, throttles: 3 },
      'Waited 15s of at most 30m, 9 polls, 2 failed attempts, 3 throttled attempts',
    ],
  ])('of %j is %j', (counts, line) => {
    expect(messages.words.statistics(report([taskWait('FAILED', { ...counts, endedMs: 15_000 })]))).toBe(line)
  })
})

describe('stepFailure', () => {
  const failed = taskWait(answered('FAILED'), { id: 'b' })
  const lost = taskWait({ kind: 'cancelled', by: 'signal' })

  it.each([
    [[failed], 0, ''],
    [[taskWait('SUCCESSFUL'), failed], 0, ''],
    [[lost, failed], 0, ' And 1 more task: see the job summary.'],
    [[failed], 1, ' And 1 more failed subtask: see the job summary.'],
    [[lost, failed, lost], 7, ' And 2 more tasks, 7 more failed subtasks: see the job summary.'],
  ])('tells of the worst task and counts the rest (%#)', (waits, unnamed, rest) => {
    const worst = messages.failure(reportOfEnd(failed.end, { id: 'b' }), { timeoutMs: HALF_AN_HOUR })
    expect(worst).toMatch(/^Task b failed\. The task failed before/)
    expect(messages.stepFailure(report(waits), unnamed)).toBe(worst + rest)
  })

  it.each<[WaitEnd, Partial<TaskWait>, boolean]>([
    [{ kind: 'not-found', error: {} }, {}, true],
    [{ kind: 'refused', fault: { reason: 'forbidden' } }, {}, true],
    [{ kind: 'unreachable', fault: { reason: 'connection' } }, {}, true],
    [{ kind: 'refused', fault: { reason: 'unauthorized' } }, { task: task() }, false],
    [answered('FAILED'), {}, false],
    [{ kind: 'cancelled', by: 'signal' }, {}, false],
  ])('of %j names the place where no state was learnt', (end, overrides, named) => {
    const sentence = messages.stepFailure(report([taskWait(end, overrides)]), 0)
    expect(
      sentence.endsWith(' Asked for at https://dlf.example, in project p and its default workspace.'),
    ).toBe(named)
    expect(sentence.includes('Asked for')).toBe(named)
  })

  it('names the workspace that was given', () => {
    const place = { project: 'p', workspace: 'w', endpoint: 'https://dlf.example' }
    const lost = { ...report([taskWait({ kind: 'not-found', error: {} })]), place }
    expect(messages.stepFailure(lost, 0)).toMatch(
      / Asked for at https:\/\/dlf.example, in project p and workspace w\.$/,
    )
    const { place: _place, ...placeless } = lost
    expect(messages.stepFailure(placeless, 0)).not.toContain('Asked for')
  })

  it('lists the problems of the inputs', () => {
    expect(messages.stepFailure(reportOfProblems(['one', 'two']), 0)).toBe('one\ntwo')
  })

  it('has nothing to say of a success', () => {
    expect(messages.stepFailure(report([taskWait('SUCCESSFUL')]), 0)).toBe('')
  })
})

describe('subtaskFailure', () => {
  it.each([
    [{ message: 'no\nquota' }, 'job_batch: no quota (subtask s1 of task t)'],
    [{ name: '' }, 's1: The service gives no reason. (subtask s1 of task t)'],
  ])('of %j is %j', (overrides, sentence) => {
    expect(messages.subtaskFailure({ ...subtask(overrides), taskId: 't' })).toBe(sentence)
  })
})
