import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import type { Language } from '../../../src/core/report/messages.ts'
import { type Report, reportOfProblems } from '../../../src/core/report/report.ts'
import type { Subtask, SystemTask } from '../../../src/core/task/system-task.ts'
import { plainText } from '../../../src/core/text/plain.ts'
import { DOCUMENTED_ANSWERS } from '../../../simulator/scenarios/documented-answers.mjs'
import { HOSTILE, hostileText } from '../../support/data/arbitraries.ts'
import { cpuMsOf } from '../../support/cpu-time.ts'
import { autolinked, elementNames, rendered } from '../../support/output/rendered.ts'
import { answeredWait, importTask, stepReport, subtasksOf } from '../../support/data/reports.ts'
import { RELEASED, summaryOf } from '../../support/output/written-summary.ts'

const NOON_MS = Date.UTC(2026, 0, 31, 12, 0, 0)
const BREAK = '<br>'

describe('jobSummary', () => {
  it('is short for a task that was successful', () => {
    const subtasks = [{ id: 's1', name: 'import a', status: 'SUCCESSFUL' }]
    expect(linesOf(stepReport([answeredWait(importTask({ subtasks }))]))).toEqual([
      '## ✅ DLF system task: successful',
      '',
      '<b>import jobs</b> · 1m 5s · 1 subtask: successful',
      '',
      '<details><summary>Details</summary>',
      '',
      '| Task | <code>t1</code> |',
      '| :-- | :-- |',
      '| Name | import jobs |',
      '| Project | <code>p1</code> |',
      '| Workspace | <code>w1</code> |',
      '| Region | <code>cn-north-4</code> |',
      '| Started | 2026-01-31 12:00:00 UTC |',
      '| Ended | 2026-01-31 12:01:05 UTC |',
      '| Duration | 1m 5s |',
      '| Detected | 2026-01-31 12:01:06 UTC |',
      '| Request ID | <code>req-1</code> |',
      '',
      '| Verdict | Subtask | Last update (UTC) |',
      '| :-- | :-- | :-- |',
      '| ✅\u00A0SUCCESSFUL | import a<br><sub><code>s1</code></sub> |  |',
      '',
      '</details>',
      '',
      '<sub>Waited 1m 6s of at most 30m, 3 polls</sub>',
    ])
  })

  it('is shorter if little is known', () => {
    const task: SystemTask = { status: 'SUCCESSFUL', subtasks: [] }
    expect(linesOf(stepReport([answeredWait(task)]))[2]).toBe('<b>t1</b>')
  })

  it('says why a task failed, what to do next, and how each subtask ended, the failed ones first', () => {
    const subtasks = [
      { id: 's1', name: 'import a', status: 'SUCCESSFUL', lastUpdate: NOON_MS },
      { id: 's2', name: 'import b', status: 'QUEUED' },
      { id: 's3', name: 'import c', status: 'RUNNING', lastUpdate: NOON_MS + 86_400_000 },
      { id: 's4', name: 'import d', status: 'WARNING' },
      { id: 's5', name: '启动作业[job_batch]', status: 'FAILED', message: 'no | such\nscript' },
      { id: 's6', name: '', status: 'FAILED' },
    ]
    const task = importTask({ status: 'FAILED', message: 'it broke', subtasks })
    const lines = linesOf(stepReport([answeredWait(task)]))
    expect(lines.slice(0, 30)).toEqual([
      '## ❌ DLF system task: failed',
      '',
      `❌ 启动作业\\[job\\_batch\\]${BREAK}<b>no \\| such script</b>`,
      '',
      `❌ s6${BREAK}<b>The service gave no reason.</b>`,
      '',
      'it broke',
      '',
      '<b>What to do next:</b> Fix the errors above, then deploy again. See docs/troubleshooting.md, "A subtask failed".',
      '',
      '<b>6 subtasks: 2 failed, 1 with a warning, 1 running, 1 with another status, 1 successful</b>',
      '',
      '| Verdict | Subtask | Message | Last update (UTC) |',
      '| :-- | :-- | :-- | :-- |',
      '| ❌\u00A0FAILED | 启动作业\\[job\\_batch\\]<br><sub><code>s5</code></sub> | no \\| such script |  |',
      '| ❌\u00A0FAILED | <code>s6</code> | The service gave no reason. |  |',
      '| ⚠️\u00A0WARNING | import d<br><sub><code>s4</code></sub> |  |  |',
      '| ⏳\u00A0RUNNING | import c<br><sub><code>s3</code></sub> |  | 2026-02-01 12:00:00 |',
      '| ❔ QUEUED | import b<br><sub><code>s2</code></sub> |  |  |',
      '',
      '<details><summary>1 more subtask: successful</summary>',
      '',
      '| Verdict | Subtask | Message | Last update (UTC) |',
      '| :-- | :-- | :-- | :-- |',
      '| ✅\u00A0SUCCESSFUL | import a<br><sub><code>s1</code></sub> |  | 12:00:00 |',
      '',
      '</details>',
      '',
      '<details><summary>Details</summary>',
      '',
    ])
    expect(lines.slice(-15)).toEqual([
      '',
      '</details>',
      '',
      '```mermaid',
      expect.stringMatching(/^%%\{init: /),
      'gantt',
      '  title Timeline (UTC)',
      '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
      '  axisFormat %H:%M:%S',
      '  tickInterval 15second',
      '  ✗ import jobs :crit, 2026-01-31 12:00:00.000, 2026-01-31 12:01:05.000',
      '  ✓ import a :milestone, 2026-01-31 12:00:00.000, 0s',
      '```',
      '',
      '<sub>Waited 1m 6s of at most 30m, 3 polls</sub>',
    ])
  })

  it('says cause and next step of a failed subtask without a message first (API page, example 3)', () => {
    const [, , answer] = DOCUMENTED_ANSWERS
    const lines = linesOf(stepReport([answeredWait(answer)]))
    expect(lines.filter((line) => line !== '').slice(1, 3)).toEqual([
      `❌ 启动作业\\[job\\_batch\\]${BREAK}<b>The service gave no reason.</b>`,
      expect.stringMatching(/^<b>What to do next:<\/b> /),
    ])
  })

  it.each([
    [3, 0, ['10 subtasks: 3 failed, 7 successful', 'Details']],
    [4, 0, ['7 more subtasks: all successful', 'Details']],
    [3, 1, ['7 more subtasks: all successful', 'Details']],
  ])(
    'folds the rows of %i failed and %i running subtasks if the headline tells all',
    (failed, running, folds) => {
      const subtasks = [
        ...subtasksOf(7, 'SUCCESSFUL'),
        ...subtasksOf(failed, 'FAILED'),
        ...subtasksOf(running, 'RUNNING'),
      ]
      const summary = summaryOf(stepReport([answeredWait(importTask({ status: 'FAILED', subtasks }))]))
      expect(foldsOf(summary)).toEqual(folds)
    },
  )

  it('folds all subtasks of a red task if they were successful', () => {
    const task = importTask({ status: 'FAILED', message: 'it broke', subtasks: subtasksOf(3, 'SUCCESSFUL') })
    const summary = summaryOf(stepReport([answeredWait(task)]))
    expect(foldsOf(summary)).toEqual(['3 subtasks: all successful', 'Details'])
    expect(summary).not.toContain('<b>3 subtasks')
  })

  it('shows the section of the one failed task of thirteen first, at 1 MiB too', () => {
    const gone: WaitEnd = { kind: 'not-found', error: { code: 'DLF.0810', message: 'x'.repeat(100_000) } }
    const unknown = Array.from({ length: 12 }, (_, index) => ({
      ...answeredWait(importTask({ name: 'n'.repeat(500), subtasks: subtasksOf(5000, 'FAILED') }), {
        id: `t${String(index)}`,
        end: gone,
      }),
    }))
    const failed = answeredWait(importTask({ name: 'the failed one', status: 'FAILED' }), { id: 't12' })
    const summary = summaryOf(stepReport([...unknown, failed]))
    const titles = summary.split('\n').filter((line) => line.startsWith('### '))
    expect(summary.length).toBeGreaterThan(900_000)
    expect(titles[0]).toBe('### ❌ the failed one')
    expect(summary.indexOf('<code>t12</code>')).toBeLessThan(summary.indexOf('<code>t0</code>'))
  })

  it('folds the request that a gateway quotes', () => {
    const message = "The signature does not match. canonicalRequest: 'GET /v1/p1/tasks'"
    const end: WaitEnd = {
      kind: 'refused',
      fault: { reason: 'unauthorized', httpStatus: 401, error: { code: 'APIG.0301', message } },
    }
    const summary = summaryOf(stepReport([{ id: 't1', end, polls: 1, faults: 0, throttles: 0, endedMs: 1 }]))
    expect(summary.split('canonicalRequest')).toHaveLength(2)
    expect(summary.indexOf('canonicalRequest')).toBeGreaterThan(summary.indexOf('<details>'))
  })

  it('links the documents that a problem cites', () => {
    const report = reportOfProblems({
      problems: ['No key (docs/reference.md, "Job summary", request 0123456789).'],
      nextStep: 'fix-inputs',
    })
    expect(summaryOf(report, 'en', RELEASED)).toContain(
      '<b>No key ([Job summary](<https://github.com/octo-org/wait-for-dlf-task/blob/v1/docs/reference.md#job-summary>), request <code>0123456789</code>).</b>',
    )
  })

  it('puts the message first if no subtask failed, and names three of many that did', () => {
    const early = importTask({ status: 'FAILED', message: '读取OBS文件失败。' })
    expect(linesOf(stepReport([answeredWait(early)]))[2]).toBe('<b>读取OBS文件失败。</b>')
    const silent = importTask({ status: 'FAILED' })
    expect(linesOf(stepReport([answeredWait(silent)]))[2]).toBe('<b>The task failed.</b>')
    const many = importTask({ status: 'FAILED', subtasks: subtasksOf(5, 'FAILED') })
    expect(linesOf(stepReport([answeredWait(many)])).slice(2, 9)).toEqual([
      `❌ job 1${BREAK}<b>The service gave no reason.</b>`,
      '',
      `❌ job 2${BREAK}<b>The service gave no reason.</b>`,
      '',
      `❌ job 3${BREAK}<b>The service gave no reason.</b>`,
      '',
      '… and 2 more',
    ])
  })

  it('shows a long message whole among the facts', () => {
    const message = '错'.repeat(600)
    const summary = summaryOf(stepReport([answeredWait(importTask({ status: 'FAILED', message }))]))
    expect(summary).toContain(`<b>${'错'.repeat(499)}…</b>`)
    expect(summary).toContain(`| Message | ${message} |`)
  })

  it('shows code and message of an error verbatim, and where the task was looked for', () => {
    const missing: WaitEnd = {
      kind: 'not-found',
      error: { code: 'DLF.0810', message: 'Task does not exist', requestId: '7f3c9b2ad1e84f60' },
    }
    const wait = { id: 't2', end: missing, polls: 1, faults: 2, throttles: 1, endedMs: 5000 }
    expect(linesOf(stepReport([wait]))).toEqual([
      '## ❓ DLF system task: not found',
      '',
      '<b>The task was not found in this workspace (DLF.0810).</b>',
      '',
      '<b>What to do next:</b> Check task-id: the instanceId of "run job immediately" is not a task id. Then check workspace, project and region: a valid id is not found in the wrong workspace. See docs/troubleshooting.md, "The task was not found".',
      '',
      '<details><summary>Details</summary>',
      '',
      '| Task | <code>t2</code> |',
      '| :-- | :-- |',
      '| Message | Task does not exist |',
      '| Code | DLF.0810 |',
      '| Project | <code>p1</code> |',
      '| Workspace | <code>w1</code> |',
      '| Region | <code>cn-north-4</code> |',
      '| Detected | 2026-01-31 12:00:05 UTC |',
      '| Request ID | <code>7f3c9b2ad1e84f60</code> |',
      '',
      '</details>',
      '',
      '<sub>Waited 5s of at most 30m, 1 poll, 2 failed attempts, 1 throttled attempt</sub>',
    ])
  })

  it('begins with an overview if there are several tasks, the worst first, then tells of those that are not green', () => {
    const failed = importTask({
      name: 'start',
      status: 'FAILED',
      subtasks: [...subtasksOf(1, 'FAILED', 'part'), ...subtasksOf(2, 'SUCCESSFUL')],
    })
    const reasoned = importTask({ status: 'FAILED', message: 'said so' })
    const gone: WaitEnd = { kind: 'not-found', error: { code: 'DLF.0810', message: 'Task does not exist' } }
    const lines = linesOf(
      stepReport([
        answeredWait(importTask()),
        { id: 't2', end: gone, polls: 1, faults: 0, throttles: 0, endedMs: 5000 },
        answeredWait(failed, { id: 't3' }),
        answeredWait(reasoned, { id: 't4' }),
      ]),
    )
    expect(lines.slice(0, 11)).toEqual([
      '## ❌ 3 of 4 tasks did not succeed: 2 failed, 1 not found',
      '',
      '| Verdict | Task | Message | Subtasks | Duration |',
      '| :-- | :-- | :-- | :-- | :-- |',
      '| ❌\u00A0FAILED | start<br><sub><code>t3</code></sub> | part 1<br>The service gave no reason. | ❌ 1 ✅ 2 | 1m\u00A05s |',
      '| ❌\u00A0FAILED | import jobs<br><sub><code>t4</code></sub> | said so |  | 1m\u00A05s |',
      '| ❓\u00A0NOT\\_FOUND | <code>t2</code> | DLF.0810 |  |  |',
      '| ✅\u00A0SUCCESSFUL | import jobs<br><sub><code>t1</code></sub> |  |  | 1m\u00A05s |',
      '',
      '### ❌ start',
      '',
    ])
    expect(lines.filter((line) => line.startsWith('###'))).toEqual([
      '### ❌ start',
      '### ❌ import jobs',
      '### ❓ <code>t2</code>',
    ])
    // The place is told once.
    expect(lines.filter((line) => line.startsWith('| Project '))).toHaveLength(1)
  })

  it('has only the overview and a folded place for several tasks that were successful', () => {
    const lines = linesOf(stepReport([answeredWait(importTask()), answeredWait(importTask(), { id: 't2' })]))
    expect(lines.filter((line) => /^###|<details/.test(line))).toEqual([
      '<details><summary>Project · Workspace · Region</summary>',
    ])
    expect(lines[0]).toBe('## ✅ DLF system tasks: all 2 successful')
    expect(lines[2]).toBe('| Verdict | Task | Subtasks | Duration |')
  })

  it.each<readonly [string, WaitEnd]>([
    ['❌', { kind: 'answered', task: importTask({ status: 'FAILED' }) }],
    ['⛔', { kind: 'refused', fault: { reason: 'forbidden', httpStatus: 403 } }],
    ['⛔', { kind: 'unreachable', fault: { reason: 'connection' } }],
    ['⛔', { kind: 'unknown-status', task: importTask({ status: 'PAUSED' }) }],
    ['⏰', { kind: 'timed-out', task: importTask({ status: 'RUNNING' }) }],
    ['🛑', { kind: 'cancelled', by: 'signal' }],
    ['❓', { kind: 'not-found', error: {} }],
  ])('shows %s and what to do next for a wait that ended red', (icon, end) => {
    const wait = { id: 't1', end, polls: 1, faults: 0, throttles: 0, endedMs: 1000 }
    const lines = linesOf(stepReport([wait]))
    expect(lines[0]).toMatch(new RegExp(`^## ${icon} DLF system task: `, 'u'))
    expect(lines[2]).toMatch(/^<b>.+<\/b>$/)
    expect(lines[4]).toMatch(/^<b>What to do next:<\/b> [A-Z].+\. See docs\/troubleshooting\.md, ".+"\.$/)
  })

  it('sets the names of inputs and variables in the next step in the code font', () => {
    const end: WaitEnd = { kind: 'refused', fault: { reason: 'unauthorized', httpStatus: 401 } }
    const report = stepReport([{ id: 't1', end, polls: 1, faults: 0, throttles: 0, endedMs: 1000 }])
    const credential = {
      kind: 'access-key',
      from: 'the `access-key-id` and `secret-access-key` inputs',
    } as const
    const place = { project: 'p', endpoint: 'https://dlf.example', credential }
    expect(summaryOf({ ...report, place })).toContain(
      'signed with the <code>access-key-id</code> and <code>secret-access-key</code> inputs. Check',
    )
    expect(summaryOf({ ...report, place }, 'zh')).toContain(
      '请求使用 <code>access-key-id</code> 和 <code>secret-access-key</code> 签名。请检查',
    )
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

  it('names the default workspace, and the endpoint if there is no region', () => {
    const asked = stepReport([answeredWait(importTask())])
    const lines = linesOf({ ...asked, place: { project: 'p1', endpoint: 'https://dlf.example' } })
    expect(lines).toContain('| Workspace | default |')
    expect(lines).toContain('| Endpoint | https:\u2060//dlf.example |')
    expect(lines.filter((line) => line.startsWith('| Region '))).toEqual([])
  })

  it('leaves out the place if it is not known', () => {
    const { place: _one, ...unplaced } = stepReport([answeredWait(importTask())])
    const { place: _two, ...several } = stepReport([answeredWait(importTask()), answeredWait(importTask())])
    for (const report of [unplaced, several]) {
      expect(summaryOf(report)).not.toMatch(/^\| (?:Project|Workspace|Region) /m)
    }
  })

  it('lists what kept the wait from beginning', () => {
    const report = reportOfProblems({
      problems: ["Input 'project' must be `x`; got '<b>'.", "Input 'token' is empty."],
      nextStep: 'fix-inputs',
    })
    expect(linesOf(report)).toEqual([
      '## ⛔ Could not start waiting for the DLF system task',
      '',
      "- Input 'project' must be \\`x\\`; got '&lt;b&gt;'.",
      "- Input 'token' is empty.",
      '',
      '<b>What to do next:</b> Correct the inputs in the workflow, then run the job again. Nothing was sent. See docs/troubleshooting.md, "An input is not valid".',
    ])
  })

  it('speaks Chinese', () => {
    const subtasks = [{ id: 's1', name: '启动作业[job_batch]', status: 'FAILED', message: '脚本不存在' }]
    const lines = linesOf(stepReport([answeredWait(importTask({ status: 'FAILED', subtasks }))]), 'zh')
    expect(lines.slice(0, 11)).toEqual([
      '## ❌ DLF 系统任务：失败',
      '',
      '❌ 启动作业\\[job\\_batch\\]<br><b>脚本不存在</b>',
      '',
      '<b>下一步：</b>请修复上述错误，再重新部署。详见 docs/troubleshooting.md, "A subtask failed"。',
      '',
      '<details><summary>1 个子任务：失败</summary>',
      '',
      `| 结\u2060果${'\u00A0'.repeat(10)} | 子任务 | 消息 | 更新时间（UTC） |`,
      '| :-- | :-- | :-- | :-- |',
      '| ❌\u00A0失败 | 启动作业\\[job\\_batch\\]<br><sub><code>s1</code></sub> | 脚本不存在 |  |',
    ])
    expect(lines).toContain('| 工作空间 | <code>w1</code> |')
    expect(lines.at(-1)).toBe('<sub>等待 1 分钟 6 秒（上限 30 分钟），轮询 3 次</sub>')
  })
})

describe('a long list', () => {
  it('of subtasks is folded after the worst, with counts in the title', () => {
    const subtasks = [
      ...subtasksOf(200, 'SUCCESSFUL'),
      ...subtasksOf(3, 'FAILED'),
      ...subtasksOf(1, 'RUNNING'),
    ]
    const lines = linesOf(stepReport([answeredWait(importTask({ status: 'FAILED', subtasks }))]))
    const folds = lines.flatMap((line, index) => (line.startsWith('<details>') ? [index] : []))
    expect(folds.map((index) => lines[index])).toEqual([
      '<details><summary>200 more subtasks: all successful</summary>',
      '<details><summary>Details</summary>',
    ])
    const open = lines.slice(0, folds[0]).filter((line) => /^\| (?:❌|⏳)/.test(line))
    expect(open).toHaveLength(4)
  })

  it('of failed subtasks shows ten of them', () => {
    const subtasks = subtasksOf(16, 'FAILED')
    const summary = summaryOf(stepReport([answeredWait(importTask({ status: 'FAILED', subtasks }))]))
    expect(summary).toContain('<details><summary>6 more subtasks: all failed</summary>')
    expect(rowsOf(summary)).toBe(16)
  })

  it('of fifteen is not folded', () => {
    const subtasks = subtasksOf(15, 'FAILED')
    const summary = summaryOf(stepReport([answeredWait(importTask({ status: 'FAILED', subtasks }))]))
    expect(foldsOf(summary)).toEqual(['Details'])
  })

  it('of tasks is folded, in the overview and below', () => {
    const waits = Array.from({ length: 25 }, (_, index) =>
      answeredWait(importTask({ status: 'FAILED', message: `because ${String(index)}` }), {
        id: `t${String(index)}`,
      }),
    )
    const summary = summaryOf(stepReport(waits))
    expect(foldsOf(summary).filter((title) => title !== 'Details')).toEqual([
      '5 more tasks',
      '15 more tasks',
      'Project · Workspace · Region',
    ])
    expect(summary.match(/^### /gm)).toHaveLength(25)
  })
})

describe('a cause that several tasks have', () => {
  it('is told once in the open', () => {
    const gone: WaitEnd = { kind: 'not-found', error: { code: 'DLF.0810', message: 'Task does not exist' } }
    const waits = Array.from({ length: 12 }, (_, index) => ({
      id: `t${String(index)}`,
      end: gone,
      polls: 1,
      faults: 0,
      throttles: 0,
      endedMs: 1,
    }))
    const failed = answeredWait(importTask({ status: 'FAILED' }), { id: 't12' })
    const summary = summaryOf(stepReport([...waits, failed]))
    expect(foldsOf(summary).filter((title) => title !== 'Details')).toEqual([
      '11 more tasks',
      'Project · Workspace · Region',
    ])
    expect(summary.match(/^### /gm)).toHaveLength(13)
  })
})

describe('fitting', () => {
  const LIMIT = 1024 * 1024
  const LONG = '数据开发作业的名称可以很长'.repeat(8)
  const bytes = (text: string): number => new TextEncoder().encode(text).length
  const failedOf = (subtasks: readonly Subtask[]): Report =>
    stepReport([answeredWait(importTask({ status: 'FAILED', subtasks }))])
  const many = (count: number, overrides: Partial<Subtask>): readonly Subtask[] =>
    subtasksOf(count, 'SUCCESSFUL').map((subtask) => ({ ...subtask, ...overrides }))

  it('keeps all failed rows of 20 000 subtasks with long names, in less than a second', () => {
    const report = failedOf([
      ...many(19_000, { name: LONG }),
      ...many(1000, { name: LONG, status: 'FAILED', message: '连接不存在。' }),
    ])
    let summary = ''
    const write = (): void => {
      summary = summaryOf(report, 'zh')
    }
    expect(cpuMsOf(write)).toBeLessThan(1000)
    expect(bytes(summary)).toBeLessThan(LIMIT)
    expect(bytes(summary)).toBeGreaterThan(LIMIT - 20_000)
    expect(rowsOf(summary)).toBe(1000)
    const [, hidden = ''] = /另有 ([\d,]+) 个子任务未显示（全部成功）/.exec(summary) ?? []
    const shown = (summary.match(/^\| ✅/gm) ?? []).length
    expect(Number(hidden.replaceAll(',', '')) + shown).toBe(19_000)
    expect(summary).not.toContain('截断')
  })

  it('takes time in proportion to the rows', () => {
    const timeFor = (count: number): number => {
      const report = failedOf(many(count, { name: LONG }))
      return cpuMsOf(() => summaryOf(report))
    }
    timeFor(1000)
    expect(timeFor(80_000)).toBeLessThan(Math.max(400, 16 * timeFor(20_000)))
  })

  it('cuts texts before it gives up a failed row', () => {
    const subtasks = many(2000, { name: LONG, status: 'FAILED', message: '错'.repeat(400) })
    const summary = summaryOf(failedOf(subtasks))
    expect(bytes(summary)).toBeLessThan(LIMIT)
    expect(rowsOf(summary)).toBe(2000)
    expect(summary).toContain('⚠️ Long texts are cut: a job summary holds 1 MiB at most.')
  })

  it('cuts texts no more than it must', () => {
    const subtasks = many(1000, { status: 'FAILED', message: '错'.repeat(400) })
    expect(summaryOf(failedOf(subtasks))).toContain(` ${'错'.repeat(199)}… `)
  })

  it('gives up failed rows last, and says how many', () => {
    const subtasks = [
      ...many(20_000, { name: LONG, status: 'FAILED', message: LONG }),
      ...many(10, { status: 'WARNING' }),
    ]
    const summary = summaryOf(failedOf(subtasks))
    expect(bytes(summary)).toBeLessThan(LIMIT)
    const [, failed = ''] = /\(([\d,]+) failed, 10 with a warning\)/.exec(summary) ?? []
    expect(rowsOf(summary) + Number(failed.replaceAll(',', ''))).toBe(20_000)
  })

  it('keeps an overview of 500 tasks with any texts', () => {
    const text = '&'.repeat(5000)
    const subtasks = many(5, { name: text, id: text, status: 'FAILED', message: text })
    const waits = Array.from({ length: 500 }, (_, index) =>
      answeredWait(importTask({ status: 'FAILED', name: text, message: text, subtasks }), {
        id: `task-${String(index)}`,
        requestId: text,
      }),
    )
    const summary = summaryOf(stepReport(waits))
    expect(bytes(summary)).toBeLessThan(LIMIT)
    for (let index = 0; index < 500; index += 1)
      expect(summary).toContain(`<code>task-${String(index)}</code>`)
    const [, hidden = ''] = /⚠️ (\d+) tasks are in the overview only/.exec(summary) ?? []
    expect((summary.match(/^### /gm) ?? []).length + Number(hidden)).toBe(500)
  })

  it('is at most 1 MiB for any report', () => {
    const text = fc.constantFrom(
      '',
      'a',
      '&'.repeat(4000),
      LONG,
      '\u{1F600}'.repeat(3000),
      '#1 @a '.repeat(900),
    )
    const status = fc.constantFrom('FAILED', 'WARNING', 'RUNNING', 'SUCCESSFUL', '&'.repeat(500))
    const part = fc.record({ count: fc.nat(600), name: text, message: text, id: text, status })
    const seen = fc.record({ name: text, message: text, subtasks: fc.array(part, { maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(seen, { minLength: 1, maxLength: 5 }), (all) => {
        const waits = all.map(({ subtasks, ...texts }) =>
          answeredWait(
            importTask({
              status: 'FAILED',
              ...texts,
              subtasks: subtasks.flatMap(({ count, ...each }) => many(count, each)),
            }),
          ),
        )
        expect(bytes(summaryOf(stepReport(waits)))).toBeLessThan(LIMIT)
      }),
      { numRuns: 12 },
    )
  })
})

describe('hostile text', () => {
  const names = (text: string): readonly string[] => elementNames(rendered(summaryOf(reportWith(text))))
  const isBlank = (text: string): boolean => plainText(text).trim() === ''
  const short = HOSTILE.filter((text) => text.length < 500 && !isBlank(text))
  const long = HOSTILE.filter((text) => text.length >= 500)

  it.each([
    ...short.map((text) => [text, text, 'x']),
    ...long.map((text) => [`${text.slice(0, 9)}…`, text, 'x'.repeat(501)]),
  ])('makes no element of its own: %j', (_name, text, harmless) => {
    expect(names(text)).toEqual(names(harmless))
    expect(autolinked(rendered(summaryOf(reportWith(text))))).toEqual([])
  })

  it.each(HOSTILE.filter(isBlank))('leaves its place empty if it is blank: %j', (text) => {
    const inline = ['b', 'br', 'sub', 'code', 'p']
    const kinds = (all: readonly string[]): readonly string[] => all.filter((name) => !inline.includes(name))
    expect(kinds(names(text))).toEqual(kinds(names('x')))
  })

  it('keeps the shape for any text of the service', () => {
    const usual = names('x')
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(!/^(?:FAILED|WARNING|RUNNING|SUCCESSFUL)$/.test(text) && !isBlank(text))
        const summary = summaryOf(reportWith(text))
        const page = rendered(summary)
        expect([JSON.stringify(text), ...elementNames(page)]).toEqual([JSON.stringify(text), ...usual])
        expect(autolinked(page)).toEqual([])
        expect(summary.replace(/\n/g, '')).not.toMatch(
          /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
        )
      }),
      { numRuns: 60 },
    )
  })
})

// Every remote field holds the text.
function reportWith(text: string): Report {
  const subtasks = ['FAILED', text].map((status) => ({
    id: text,
    name: text,
    message: text,
    status,
    lastUpdate: NOON_MS + 9000,
  }))
  const error = { code: text, message: text, requestId: text }
  const failed = importTask({ id: text, status: 'FAILED', name: text, message: text, subtasks })
  const refused: WaitEnd = { kind: 'refused', fault: { reason: 'rejected', detail: text, error } }
  const rest = { polls: 1, faults: 0, throttles: 0, endedMs: 1 }
  return stepReport([
    answeredWait(failed, { requestId: text }),
    { id: 't2', end: refused, ...rest },
    { id: 't3', end: { kind: 'not-found', error }, ...rest },
    { id: 't4', end: { kind: 'unknown-status', task: importTask({ status: text }) }, ...rest },
  ])
}

function foldsOf(summary: string): readonly string[] {
  return [...summary.matchAll(/<summary>(.*)<\/summary>/g)].map(([, title = '']) => title)
}

function rowsOf(summary: string): number {
  return summary.match(/^\| ❌/gm)?.length ?? 0
}

function linesOf(report: Report, language: Language = 'en'): readonly string[] {
  return summaryOf(report, language).split('\n')
}
