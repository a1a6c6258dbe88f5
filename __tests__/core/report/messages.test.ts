import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { LANGUAGES, messages, messagesFor } from '../../../src/core/report/messages.ts'
import { outputsOf } from '../../../src/core/report/outputs.ts'
import { hostileText } from '../../support/data/arbitraries.ts'
import { reportOfProblems, type TaskReport } from '../../../src/core/report/report.ts'
import { VERDICTS } from '../../../src/core/wait/verdict.ts'
import type { TaskWait } from '../../../src/core/wait/shared.ts'
import { solutionNotStarted, solutionUnreadable } from '../../fixtures/documented-answers.ts'
import { report, subtask, task, taskWait } from '../../support/data/builders.ts'

const HALF_AN_HOUR = 1_800_000
const FIX = 'Fix the errors above, then deploy again.'

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
  it('quotes the message of a task that failed before its first subtask', () => {
    expect(failureOf({ kind: 'answered', task: solutionUnreadable })).toBe(
      'Task a failed: 读取OBS文件[obs://aaaaa/traffic2.zip]失败. Check that the file exists at this OBS path, in this region, and that the user may read the bucket. Then deploy again.',
    )
  })

  it('says where to look for the reason that the service does not give', () => {
    expect(failureOf({ kind: 'answered', task: solutionNotStarted })).toBe(
      'Task a failed; 1 of 1 subtask failed: 启动作业[job_batch]. The service gave no reason. Open job_batch in DataArts Factory, read its log, then deploy again.',
    )
  })

  it('names three failed subtasks with their messages, and counts the rest', () => {
    const [first, ...others] = failedParts('one', '', 'three', 'four', 'five')
    const parts = [...(first === undefined ? [] : [{ ...first, message: 'no quota' }]), ...others, subtask()]
    expect(failureOf(answered('FAILED', parts, 'Import failed.'))).toBe(
      `Task a failed: Import failed; 5 of 6 subtasks failed: one (no quota), s1, three and 2 more. ${FIX}`,
    )
    expect(failureOf(answered('FAILED', failedParts('x', 'y', 'z')))).toBe(
      `Task a failed; 3 of 3 subtasks failed: x, y, z. The service gave no reason. Open x in DataArts Factory, read its log, then deploy again.`,
    )
  })

  it('names the running job that may have stopped an import', () => {
    expect(failureOf(answered('FAILED', failedParts('导入作业[job_a]。')))).toBe(
      'Task a failed; 1 of 1 subtask failed: 导入作业[job_a]. The service gave no reason. If job_a is running in DataArts Factory, stop it, because a running job cannot be overwritten. Then deploy again.',
    )
  })

  it('does not mention failed subtasks if no subtask failed', () => {
    expect(failureOf(answered('FAILED', [subtask()]))).toBe(
      'Task a failed. No subtask reports a failure. Open the task in DataArts Factory, then deploy again.',
    )
  })

  it('counts the subtasks with a warning', () => {
    const parts = [subtask({ status: 'WARNING', name: 'w' }), subtask()]
    const strict = reportOfEnd(answered('SUCCESSFUL', parts), { requestId: 'r1' }, true)
    expect(messages.failure(strict, { timeoutMs: HALF_AN_HOUR })).toBe(
      'Task a ended with a warning; 1 of 2 subtasks ended with a warning: w (request r1). Read the warning in DataArts Factory, or set fail-on-warning to false.',
    )
  })

  it.each<[string, WaitEnd, string]>([
    [
      '"does not exist"',
      { kind: 'not-found', error: { code: 'DLF.0810', message: 'Task does not exist', requestId: 'r' } },
      'Task a was not found in this workspace (DLF.0810, request r). Check task-id: the instanceId of "run job immediately" is not a task id. Then check workspace, project and region: a valid id is not found in the wrong workspace.',
    ],
    [
      'a time-out',
      { kind: 'timed-out', task: task() },
      'Task a was still RUNNING after the 30m timeout. Open the task in DataArts Factory. If it is only slow, wait for it again with a longer timeout; do not import again.',
    ],
    [
      'an unknown status',
      { kind: 'unknown-status', task: task({ status: 'PAUSED\n' }) },
      "Task a has the unknown status 'PAUSED '. Open the task in DataArts Factory, and report this status to the maintainers of this action.",
    ],
    [
      'a refusal',
      {
        kind: 'refused',
        fault: { reason: 'forbidden', httpStatus: 403, error: { code: 'APIG.0302', requestId: 'r' } },
      },
      'Task a: status check failed. The credential lacks a permission (HTTP 403, APIG.0302, request r). Signed in with the credential. Check project, the permissions of this user in IAM, and its role in the workspace.',
    ],
    [
      'no connection',
      { kind: 'unreachable', fault: { reason: 'connection', detail: 'ENOTFOUND' } },
      'Task a: status check failed. There was no connection (ENOTFOUND). Check region or endpoint, and whether this runner can reach it (HTTPS_PROXY, NO_PROXY).',
    ],
    [
      'a cancelled run',
      { kind: 'cancelled', by: 'signal' },
      'Task a was not waited for any longer: the run was cancelled. The task continues in DataArts Factory. To learn how it ends, wait for it again by its id; do not import again.',
    ],
    [
      'fail-fast',
      { kind: 'cancelled', by: 'fail-fast' },
      'Task a was not waited for any longer: another task failed (fail-fast). The task continues in DataArts Factory. To learn how it ends, wait for it again by its id; do not import again.',
    ],
  ])('explains %s', (_, end, sentence) => {
    expect(failureOf(end)).toBe(sentence)
  })

  it('quotes a status that it has no word for', () => {
    expect(failureOf({ kind: 'timed-out', task: task({ status: 'QUEUED' }) })).toContain(
      ' was still QUEUED after',
    )
  })

  it('speaks of no timeout after a single check', () => {
    expect(failureOf({ kind: 'timed-out', task: task() }, 0)).toBe(
      'Task a was still RUNNING when checked once. To wait for this task, set timeout, for example to 15m; do not import again.',
    )
  })

  it('names the sign-in service and gives its advice if the keys ended in the wait', () => {
    const error = { code: 'X.9', message: 'busy', requestId: 'r9' }
    const advice = 'Renewing the temporary keys failed: IAM gave no temporary key. Check it.'
    const fault = { reason: 'http-status', httpStatus: 503, error, advice, signIn: 'IAM' } as const
    const end: WaitEnd = { kind: 'timed-out', task: task(), fault }
    const why = `the temporary keys ended and IAM gave no new ones (HTTP 503, X.9 busy, request r9)`
    expect(failureOf(end)).toBe(`Task a was still RUNNING after the 30m timeout; ${why}. ${advice}`)
    expect(failureOf(end, 0)).toContain(`was still RUNNING when checked once; ${why}. ${advice}`)
    expect(messages.fault(fault)).toBe(why)
    expect(failureOf({ kind: 'unreachable', fault })).toContain(`. The temporary keys ended and IAM gave`)
    const step = report([taskWait(end, { task: task(), requestId: 'r1' })])
    expect(messages.result(step)).toContain(why)
    expect(step.tasks.map((each) => messages.guide(each, step))).toEqual([
      'See docs/troubleshooting.md, "The sign-in failed"',
    ])
    expect(messages.heading(report([taskWait({ kind: 'unreachable', fault })]))).toContain(
      'sign-in not renewed',
    )
  })

  it('keeps two sentences apart if the first ends in any signs of the service', () => {
    expect(failureOf(answered('FAILED', [], '甲。乙'))).toMatch(
      /^Task a failed: 甲。乙\. The task failed before/,
    )
  })

  it('shows one line of at most 500 characters of a message of the service', () => {
    const message = `a\n\u001B[31m${'错'.repeat(600)}`
    expect(failureOf(answered('FAILED', [], message))).toContain(
      `: a \uFFFD[31m${'错'.repeat(492)}…. The task`,
    )
  })
})

describe('outcome', () => {
  it.each<[WaitEnd, string]>([
    [answered('SUCCESSFUL'), 'The task was successful.'],
    [answered('SUCCESSFUL', [], 'All done。'), 'The task was successful: All done.'],
    [answered('WARNING', [], 'Half. Done'), 'The task ended with a warning: Half. Done.'],
    [{ kind: 'not-found', error: {} }, 'The task was not found in this workspace.'],
    [{ kind: 'not-found', error: { message: 'gone' } }, 'The task was not found in this workspace (gone).'],
  ])('of %j is %j', (end, sentence) => {
    expect(messages.outcome(reportOfEnd(end, { requestId: 'r1' }), { timeoutMs: HALF_AN_HOUR })).toBe(
      sentence,
    )
  })
})

describe('nextStep', () => {
  it.each(['SUCCESSFUL', 'WARNING'])('is empty after %s', (status) => {
    const green = reportOfEnd(answered(status))
    expect(messages.nextStep(green, { timeoutMs: 0 })).toBe('')
    expect(messages.failure(green, { timeoutMs: 0 })).not.toMatch(/\s$/)
  })
})

describe('guide', () => {
  it('names the section for the next step, and nothing after a success', () => {
    const red = reportOfEnd({ kind: 'not-found', error: {} })
    expect(messages.guide(red, { timeoutMs: 0 })).toBe(
      'See docs/troubleshooting.md, "The task was not found"',
    )
    expect(messages.guide(reportOfEnd(answered('SUCCESSFUL')), { timeoutMs: 0 })).toBe('')
    expect(messages.setupGuide(report([taskWait('FAILED')]))).toBe('')
    expect(messages.setupStep(report([taskWait('FAILED')]))).toBe('')
  })
})

describe('advice of a fault itself', () => {
  const end: WaitEnd = {
    kind: 'refused',
    fault: { reason: 'unauthorized', advice: 'Renew it\n(docs/authentication.md).' },
  }

  it('replaces the next step, and the guide leads to signing in', () => {
    const refused = reportOfEnd(end)
    expect(messages.nextStep(refused, { timeoutMs: 0 })).toBe('Renew it (docs/authentication.md).')
    expect(messages.guide(refused, { timeoutMs: 0 })).toBe(
      'See docs/troubleshooting.md, "The sign-in failed"',
    )
    expect(messages.stepFailure(report([taskWait(end)]), 0)).not.toContain('Correct the sign-in')
  })
})

describe('heading of one task', () => {
  it.each<[WaitEnd, number, string]>([
    [answered('FAILED'), 1, 'failed'],
    [{ kind: 'not-found', error: {} }, 1, 'not found'],
    [{ kind: 'timed-out', task: task() }, 1, 'timed out'],
    [{ kind: 'timed-out', task: task() }, 0, 'still running'],
    [{ kind: 'unknown-status', task: task({ status: 'PAUSED' }) }, 1, 'unknown status'],
    [{ kind: 'refused', fault: { reason: 'unauthorized' } }, 1, 'credential refused'],
    [{ kind: 'unreachable', fault: { reason: 'connection' } }, 1, 'no connection'],
    [{ kind: 'unreachable', fault: { reason: 'unexpected-body' } }, 1, 'not the documented JSON'],
    [{ kind: 'cancelled', by: 'fail-fast' }, 1, 'cancelled'],
  ])('of %j with a timeout of %i ms is %j', (end, timeoutMs, word) => {
    expect(messages.heading(report([taskWait(end)], { timeoutMs }))).toBe(`DLF system task: ${word}`)
  })
})

describe('heading', () => {
  it('counts all that did not succeed, the worst first', () => {
    const lost = Array.from({ length: 12 }, () => taskWait({ kind: 'not-found', error: {} }))
    expect(messages.heading(report([...lost, taskWait('FAILED')]))).toBe(
      '13 of 13 tasks did not succeed: 1 failed, 12 not found',
    )
  })

  it('tells the reasons of failed status checks apart, and leaves out a tolerated warning', () => {
    const refused = (reason: 'forbidden' | 'unauthorized') => taskWait({ kind: 'refused', fault: { reason } })
    const waits = [taskWait('WARNING'), refused('forbidden'), refused('unauthorized'), taskWait('SUCCESSFUL')]
    expect(messages.heading(report(waits))).toBe(
      '2 of 4 tasks did not succeed: 1 access denied, 1 credential refused',
    )
    expect(messages.heading(report(waits, { failOnWarning: true }))).toBe(
      '3 of 4 tasks did not succeed: 1 access denied, 1 credential refused, 1 ended with a warning',
    )
  })

  it.each([
    [['SUCCESSFUL'], 'DLF system task: successful'],
    [['FAILED', 'SUCCESSFUL', 'FAILED'], '2 of 3 tasks did not succeed: 2 failed'],
    [['SUCCESSFUL', 'SUCCESSFUL'], 'DLF system tasks: all 2 successful'],
    [['SUCCESSFUL', 'WARNING'], '1 of 2 tasks ended with a warning'],
    [[], 'Could not start waiting for the DLF system task'],
  ])('of %j is %j', (words, heading) => {
    expect(messages.heading(report(words.map((word) => taskWait(word))))).toBe(heading)
  })

  it('says that nothing was waited for', () => {
    const problem = { problems: ['x'], nextStep: 'fix-sign-in' } as const
    for (const ids of [[], ['a'], ['a', 'b']]) {
      expect(messages.heading(reportOfProblems({ ...problem, ids }))).toBe(
        'Could not start waiting for the DLF system task',
      )
    }
  })

  it('has words for every verdict', () => {
    expect(VERDICTS.map((verdict) => messages.words.verdicts[verdict])).toEqual([
      'failed',
      'not found',
      'status check failed',
      'timed out',
      'cancelled',
      'ended with a warning',
      'successful',
    ])
  })
})

describe('statistics', () => {
  it.each([
    [{ polls: 0, faults: 0, throttles: 0 }, 'Waited 15s of at most 30m, no poll sent'],
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
    expect(messages.stepFailure(report(waits), unnamed)).toBe(
      `${worst}${rest} See docs/troubleshooting.md, "The task failed before its first subtask"`,
    )
  })

  it.each<[WaitEnd, Partial<TaskWait>, boolean]>([
    [{ kind: 'not-found', error: {} }, {}, true],
    [{ kind: 'refused', fault: { reason: 'forbidden' } }, {}, true],
    [{ kind: 'unreachable', fault: { reason: 'connection' } }, {}, true],
    [{ kind: 'refused', fault: { reason: 'unauthorized' } }, { task: task() }, false],
    [answered('FAILED'), {}, false],
    [{ kind: 'cancelled', by: 'signal' }, {}, false],
  ])('of %j names the place if no state was learnt', (end, overrides, named) => {
    const sentence = messages.stepFailure(report([taskWait(end, overrides)]), 0)
    expect(
      sentence.includes(' Requested from https://dlf.example, project p, default workspace. See docs/'),
    ).toBe(named)
    expect(sentence.includes('Requested')).toBe(named)
  })

  it('names the workspace that was given', () => {
    const place = { project: 'p', workspace: 'w', endpoint: 'https://dlf.example' }
    const lost = { ...report([taskWait({ kind: 'not-found', error: {} })]), place }
    expect(messages.stepFailure(lost, 0)).toMatch(
      / Requested from https:\/\/dlf.example, project p, workspace w\. See docs/,
    )
    const { place: _place, ...placeless } = lost
    expect(messages.stepFailure(placeless, 0)).not.toContain('Requested')
  })

  it('lists the problems of the inputs', () => {
    expect(
      messages.stepFailure(reportOfProblems({ problems: ['one', 'two'], nextStep: 'fix-inputs' }), 0),
    ).toBe(
      'one\ntwo\nCorrect the inputs in the workflow, then run the job again. Nothing was sent.\nSee docs/troubleshooting.md, "An input is not valid"',
    )
  })

  it('is empty after a success', () => {
    expect(messages.stepFailure(report([taskWait('SUCCESSFUL')]), 0)).toBe('')
  })
})

describe('subtaskFailure', () => {
  it.each([
    [{ message: 'no\nquota' }, 'job_batch: no quota (subtask s1 of task t)'],
    [
      { name: '' },
      's1: The service gave no reason. Open s1 in DataArts Factory, read its log, then deploy again. (subtask s1 of task t)',
    ],
    [
      { name: 'Import the job_a job.' },
      'Import the job_a job: The service gave no reason. If job_a is running in DataArts Factory, stop it, because a running job cannot be overwritten. Then deploy again. (subtask s1 of task t)',
    ],
  ])('of %j is %j', (overrides, sentence) => {
    expect(messages.subtaskFailure({ ...subtask(overrides), taskId: 't' })).toBe(sentence)
  })
})

describe('result', () => {
  const times = { startTime: 1000, endTime: 16_000 }
  const named = {
    kind: 'answered',
    task: task({ status: 'SUCCESSFUL', name: 'import\njobs', subtasks: [subtask(), subtask()], ...times }),
  } as const

  it.each<[string, readonly TaskWait[], string]>([
    ['a success', [taskWait(named)], 'Task a (import jobs) succeeded after 15s, 2 subtasks.'],
    ['a success of which little is known', [taskWait('SUCCESSFUL')], 'Task a succeeded.'],
    [
      'a success in no time',
      [taskWait({ ...named, task: { ...named.task, endTime: 1000 } })],
      'Task a (import jobs) succeeded after 0ms, 2 subtasks.',
    ],
    ['no task', [], 'Could not start waiting for the DLF system task.'],
    ['two successes', [taskWait(named), taskWait('SUCCESSFUL')], 'All 2 tasks succeeded after 1s.'],
    ['a warning', [taskWait('WARNING')], 'Task a ended with a warning.'],
    [
      'a warning beside a success',
      [taskWait('SUCCESSFUL'), taskWait('WARNING', { id: 'b' })],
      '1 of 2 tasks ended with a warning. Task b ended with a warning.',
    ],
    [
      'a failure',
      [taskWait(answered('FAILED', [], 'no file'))],
      'Task a failed: no file. The task failed before its first subtask. Check the file or the solution that it was given, then deploy again. See docs/troubleshooting.md, "The task failed before its first subtask"',
    ],
  ])('tells of %s', (_what, waits, text) => {
    expect(messages.result(report(waits))).toBe(text)
  })

  it('counts before it tells of the worst of several tasks', () => {
    const said = messages.result(report([taskWait('SUCCESSFUL'), taskWait('FAILED', { id: 'b' })]))
    expect(said).toMatch(/^1 of 2 tasks did not succeed: 1 failed\. Task b failed\. /)
  })

  it.each([[[]], [['a']]])('tells why a wait for the tasks %j never began', (ids) => {
    const setback = { problems: ['One.', 'Two.'], nextStep: 'fix-sign-in', ids } as const
    expect(messages.result(reportOfProblems(setback))).toBe(
      'Could not start waiting for the DLF system task. One. Two. Correct the sign-in, then run the job again. The tasks were not checked. See docs/troubleshooting.md, "The sign-in failed"',
    )
  })
})

describe('the output message', () => {
  it('is one line of at most 2000 characters without control or bidi characters, for any text of the service', () => {
    const long = fc.tuple(hostileText, fc.nat(3000)).map(([text, count]) => text + '错'.repeat(count))
    const status = fc.oneof(fc.constantFrom('FAILED', 'WARNING', 'SUCCESSFUL', 'RUNNING'), hostileText)
    const ends = (text: string, word: string): readonly WaitEnd[] => {
      const parts = [1, 2, 3, 4].map(() => subtask({ id: text, name: text, message: text, status: word }))
      const error = { code: text, message: text, requestId: text }
      const seen = task({ name: text, message: text, status: word, subtasks: parts })
      return [
        { kind: 'answered', task: seen },
        { kind: 'not-found', error },
        { kind: 'refused', fault: { reason: 'unauthorized', detail: text, error, advice: text } },
        { kind: 'unknown-status', task: seen },
      ]
    }
    fc.assert(
      fc.property(long, status, fc.constantFrom(...LANGUAGES), (text, word, language) => {
        for (const end of ends(text, word)) {
          const seen = report([taskWait(end, { requestId: text })])
          const { message } = outputsOf(seen, messagesFor(language).result(seen))
          expect(message.length).toBeGreaterThan(0)
          expect(message.length).toBeLessThanOrEqual(2000)
          expect(message).not.toMatch(
            /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
          )
        }
      }),
      { numRuns: 100 },
    )
  })

  it('keeps the next step and the link of a failure of usual length', () => {
    const parts = failedParts('a', 'b', 'c', 'd').map((part) => ({ ...part, message: '错'.repeat(600) }))
    const seen = report([taskWait(answered('FAILED', parts, '错'.repeat(900)))])
    expect(outputsOf(seen, messages.result(seen)).message).toMatch(/"A subtask failed"$/)
  })
})
