import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { WaitEnd } from '../../src/core/decide.ts'
import { messages } from '../../src/core/messages.ts'
import { type Report, reportOfProblems } from '../../src/core/report.ts'
import type { SystemTask } from '../../src/core/system-task.ts'
import { jobSummary } from '../../src/github/job-summary.ts'
import { hostileText } from '../support/arbitraries.ts'
import { answeredWait, importTask, stepReport, subtasksOf } from '../support/reports.ts'

const NOON_MS = Date.UTC(2026, 0, 31, 12, 0, 0)

describe('jobSummary', () => {
  it('tells the facts of a task that was successful', () => {
    expect(linesOf(stepReport([answeredWait(importTask())]))).toEqual([
      '## ✅ DLF system task: successful',
      '',
      'Was successful (request req-1).',
      '',
      '| Fact | Value |',
      '| --- | --- |',
      '| Task | <code>t1</code> |',
      '| Name | import jobs |',
      '| Verdict | SUCCESSFUL |',
      '| Started | 2026-01-31 12:00:00 UTC |',
      '| Ended | 2026-01-31 12:01:05 UTC |',
      '| Duration | 1m 5s |',
      '| Request | req-1 |',
      '| Project | <code>p1</code> |',
      '| Workspace | <code>w1</code> |',
      '| Region | cn-north-4 |',
      '',
      '<sub>Waited 1m 6s of at most 30m, 3 polls</sub>',
    ])
  })

  it('says why a task failed, what to do next, and how each subtask ended, the failed ones first', () => {
    const subtasks = [
      { id: 's1', name: 'import a', status: 'SUCCESSFUL', lastUpdate: NOON_MS },
      { id: 's2', name: 'import b', status: 'QUEUED' },
      { id: 's3', name: 'import c', status: 'RUNNING', lastUpdate: NOON_MS + 1999 },
      { id: 's4', name: 'import d', status: 'WARNING' },
      { id: 's5', name: '启动作业[job_batch]', status: 'FAILED', message: 'no | such\nscript' },
    ]
    const task = importTask({ status: 'FAILED', message: 'it broke', subtasks })
    const lines = linesOf(stepReport([answeredWait(task)]))
    expect(lines[0]).toBe('## ❌ DLF system task: failed')
    expect(lines[4]).toBe('**What to do next:** Mend what the failed subtasks name, then deploy again.')
    expect(lines).toContain('| Message | it broke |')
    expect(lines.slice(-9)).toEqual([
      '| Verdict | Subtask | Id | Last update | Message |',
      '| --- | --- | --- | --- | --- |',
      '| ❌ FAILED | 启动作业\\[job\\_batch\\] | <code>s5</code> |  | no \\| such script |',
      '| ⚠️ WARNING | import d | <code>s4</code> |  |  |',
      '| ⏳ RUNNING | import c | <code>s3</code> | 2026-01-31 12:00:01 UTC |  |',
      '| ❔ QUEUED | import b | <code>s2</code> |  |  |',
      '| ✅ SUCCESSFUL | import a | <code>s1</code> | 2026-01-31 12:00:00 UTC |  |',
      '',
      '<sub>Waited 1m 6s of at most 30m, 3 polls</sub>',
    ])
  })

  it('begins with an overview where there are several tasks, and gives each its part', () => {
    const missing: WaitEnd = {
      kind: 'not-found',
      error: { code: 'DLF.0810', message: 'Task does not exist', requestId: 'r9' },
    }
    const { requestId: _none, ...seen } = answeredWait(importTask({ subtasks: subtasksOf(2, 'SUCCESSFUL') }))
    const report = stepReport([
      seen,
      { id: 't2', end: missing, polls: 1, faults: 2, throttles: 1, endedMs: 5000 },
    ])
    const lines = linesOf(report)
    expect(lines.slice(0, 10)).toEqual([
      '## ❓ DLF system tasks: 1 of 2 not found',
      '',
      '| Verdict | Task | Name | Subtasks |',
      '| --- | --- | --- | --- |',
      '| ✅ SUCCESSFUL | <code>t1</code> | import jobs | 2 |',
      '| ❓ NOT\\_FOUND | <code>t2</code> |  | 0 |',
      '',
      '### ✅ import jobs',
      '',
      'Was successful.',
    ])
    expect(lines.slice(lines.indexOf('### ❓ t2'))).toEqual([
      '### ❓ t2',
      '',
      'Does not exist (DLF.0810 Task does not exist, request r9).',
      '',
      '**What to do next:** Check task-id (the instanceId of run-immediate is none), workspace, project and region.',
      '',
      '| Fact | Value |',
      '| --- | --- |',
      '| Task | <code>t2</code> |',
      '| Verdict | NOT\\_FOUND |',
      '| Message | Task does not exist |',
      '| Code | DLF.0810 |',
      '| Request | r9 |',
      '| Project | <code>p1</code> |',
      '| Workspace | <code>w1</code> |',
      '| Region | cn-north-4 |',
      '',
      '<sub>Waited 1m 6s of at most 30m, 4 polls, 2 failed attempts, 1 throttled attempt</sub>',
    ])
  })

  it.each<readonly [string, WaitEnd]>([
    ['❌', { kind: 'answered', task: importTask({ status: 'FAILED' }) }],
    ['⛔', { kind: 'refused', fault: { reason: 'forbidden', httpStatus: 403 } }],
    ['⛔', { kind: 'unreachable', fault: { reason: 'connection' } }],
    ['⏰', { kind: 'timed-out', task: importTask({ status: 'RUNNING' }) }],
    ['🛑', { kind: 'cancelled', by: 'signal' }],
    ['❓', { kind: 'not-found', error: {} }],
  ])('shows %s and what to do next for a wait that ended red', (icon, end) => {
    const wait = { id: 't1', end, polls: 1, faults: 0, throttles: 0, endedMs: 1000 }
    const lines = linesOf(stepReport([wait]))
    expect(lines[0]).toMatch(new RegExp(`^## ${icon} DLF system task: `, 'u'))
    expect(lines[4]).toMatch(/^\*\*What to do next:\*\* [A-Z].+\.$/)
  })

  it('has nothing to do next for a warning that the step tolerates', () => {
    const warned = [answeredWait(importTask({ status: 'WARNING' }))]
    expect(summaryOf(stepReport(warned))).toMatch(/^## ⚠️ DLF system task: ended with a warning\n/)
    expect(summaryOf(stepReport(warned))).not.toContain('What to do next')
    expect(summaryOf(stepReport(warned, { failOnWarning: true }))).toContain('What to do next')
  })

  it('shows no time and no duration that is not known, and none that is negative', () => {
    const { startTime: _start, ...unstarted } = importTask()
    const { endTime: _end, ...unended } = importTask()
    const durationOf = (task: SystemTask): string | undefined =>
      linesOf(stepReport([answeredWait(task)])).find((line) => line.startsWith('| Duration '))
    expect(durationOf(unstarted)).toBeUndefined()
    expect(durationOf(unended)).toBeUndefined()
    expect(durationOf(importTask({ startTime: NOON_MS, endTime: NOON_MS - 1 }))).toBeUndefined()
    expect(durationOf(importTask({ startTime: NOON_MS, endTime: NOON_MS }))).toBe('| Duration | 0ms |')
    expect(summaryOf(stepReport([answeredWait(unstarted)]))).not.toContain('| Started |')
    expect(summaryOf(stepReport([answeredWait(unended)]))).not.toContain('| Ended |')
  })

  it('names the default workspace, and no region where there is none', () => {
    const asked = stepReport([answeredWait(importTask())])
    const lines = linesOf({ ...asked, place: { project: 'p1', endpoint: 'https://dlf.example' } })
    expect(lines).toContain('| Workspace | default |')
    expect(lines.filter((line) => line.startsWith('| Region '))).toEqual([])
  })

  it('leaves out the place where it is not known', () => {
    const { place: _place, ...unplaced } = stepReport([answeredWait(importTask())])
    const lines = linesOf(unplaced)
    expect(lines.filter((line) => /^\| (?:Project|Workspace|Region) /.test(line))).toEqual([])
  })

  it('lists what kept the wait from beginning', () => {
    const report = reportOfProblems(["Input 'project' must be `x`; got '<b>'.", "Input 'token' is empty."])
    expect(linesOf(report)).toEqual([
      '## ⛔ Did not wait for the DLF system task',
      '',
      "- Input 'project' must be \\`x\\`; got '&lt;b&gt;'.",
      "- Input 'token' is empty.",
    ])
  })

  it('keeps its shape, whatever the service sends', () => {
    const plain = linesOf(reportWith({ name: 'n', message: 'm', status: 's', id: 'i' })).map(shapeOf)
    const subtask = fc.record({
      id: hostileText,
      name: hostileText,
      message: hostileText,
      status: hostileText,
    })
    fc.assert(
      fc.property(subtask, (texts) => {
        // A word of the service's own would move the row; an empty name falls back to the id.
        fc.pre(!/^(?:FAILED|WARNING|RUNNING|SUCCESSFUL)$/.test(texts.status) && texts.message.trim() !== '')
        const summary = summaryOf(reportWith(texts))
        expect(summary.split('\n').map(shapeOf)).toEqual(plain)
        expect(summary.replace(/\n/g, '')).not.toMatch(
          /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
        )
        expect(summary.replace(/<\/?(?:code|sub)>/g, '')).not.toMatch(/[<>]/)
        expect(summary).not.toMatch(/@[\w-]|#\d|:\/\/|\bwww\./i)
        expect(summary).not.toMatch(/(?<!\\)(?:\\\\)*!?\[/)
      }),
      { numRuns: 300 },
    )
  })
})

// A line's kind and number of cells.
function shapeOf(line: string): string {
  const cells = line.replace(/\\./g, '').split('|').length - 1
  return `${/^(?:## |\*\*|\| |<sub>|$)/.exec(line)?.[0] ?? 'text'} ${String(cells)}`
}

function reportWith(texts: { id: string; name: string; message: string; status: string }): Report {
  const { name, message } = texts
  return stepReport([
    answeredWait(importTask({ status: 'FAILED', name, message, subtasks: [texts] }), { requestId: name }),
  ])
}

function summaryOf(report: Report): string {
  return jobSummary(report, messages)
}

function linesOf(report: Report): readonly string[] {
  return summaryOf(report).split('\n')
}
