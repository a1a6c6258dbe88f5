import { describe, expect, it } from '@jest/globals'

import { type Language, messages, messagesFor } from '../../src/core/report/messages.ts'
import { type Report, reportOfProblems } from '../../src/core/report/report.ts'
import { createDocsLinks } from '../../src/github/docs-links.ts'
import { parseSystemTask } from '../../src/core/task/system-task.ts'
import { publish } from '../../src/github/publish.ts'
import type { Runner } from '../../src/github/runner.ts'
import { finalDescription } from '../../src/github/status/status-description.ts'
import { answeredWait, importTask, stepReport, subtasksOf } from '../support/data/reports.ts'
import { summaryOf } from '../support/output/written-summary.ts'

describe('publish', () => {
  it('sets every output, writes one summary, and annotates nothing for a green step', async () => {
    const report = stepReport([answeredWait(importTask())])
    const written = await published(report)
    expect(written.outputs).toEqual({
      status: 'SUCCESSFUL',
      tasks: expect.stringMatching(/^\[\{"id":"t1","status":"SUCCESSFUL",.*\}\]$/),
      'failed-subtasks': '[]',
      'error-code': '',
      'elapsed-seconds': '66',
      polls: '3',
      message: 'Task t1 (import jobs) succeeded after 1m 5s.',
    })
    expect(written.summaries).toEqual([summaryOf(report)])
    expect(written.annotations).toEqual([])
  })

  it('writes a million failed subtasks in less than the 2 s that a step has after its verdict', async () => {
    const subtasks = subtasksOf(5000, 'FAILED').map((each) => ({ ...each, message: '引用的连接不存在。' }))
    const wait = answeredWait(importTask({ status: 'FAILED', subtasks }))
    const report = stepReport(
      Array.from({ length: 200 }, (_, index) => ({ ...wait, id: `t${String(index)}` })),
    )
    const before = process.cpuUsage()
    await published(report)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(2000)
  })

  it('says of a list that was shortened the same as of the whole', async () => {
    const subtasks = ['SUCCESSFUL', 'WARNING', 'FAILED'].flatMap((status) =>
      subtasksOf(1500, status, `${status} ${'n'.repeat(100)}`),
    )
    const whole = importTask({ status: 'FAILED', subtasks })
    const kept = parseSystemTask(whole, 1000) ?? whole
    expect(kept.subtasks).toHaveLength(1000)
    const [all, few] = [stepReport([answeredWait(whole)]), stepReport([answeredWait(kept)])]
    const [expected, written] = [await published(all), await published(few)]
    expect(written.outputs).toEqual(expected.outputs)
    expect(written.annotations).toEqual(expected.annotations)
    expect(finalDescription(few, messages)).toBe(finalDescription(all, messages))
    expect(written.summaries.join()).toContain(
      '3,500 subtasks not shown here (500 failed, 1,500 with a warning, 1,500 successful)',
    )
  })

  it('annotates a failed subtask and the step, in this order, after outputs and summary', async () => {
    const subtasks = [
      { id: 's1', name: 'import a', status: 'SUCCESSFUL' },
      { id: 's2', name: 'import b', status: 'FAILED', message: 'no such script' },
    ]
    const report = stepReport([answeredWait(importTask({ status: 'FAILED', subtasks }))])
    const { annotations, order } = await published(report)
    expect(annotations).toEqual([
      ['error', 'Subtask failed', 'import b: no such script (subtask s2 of task t1)'],
      ['error', messages.heading(report), messages.stepFailure(report, 0)],
    ])
    expect(order).toEqual(['output', 'summary', 'annotation'])
  })

  it.each([
    [9, ''],
    [10, ' And 1 more failed subtask: see the job summary.'],
    [500, ' And 491 more failed subtasks: see the job summary.'],
  ])('annotates nine of %i failed subtasks at most, and the step as the tenth', async (count, rest) => {
    const subtasks = subtasksOf(count, 'FAILED')
    const { annotations } = await published(
      stepReport([answeredWait(importTask({ status: 'FAILED', subtasks }))]),
    )
    expect(annotations).toHaveLength(10)
    expect(annotations.map(([, title]) => title)).toEqual([
      ...Array.from({ length: 9 }, () => 'Subtask failed'),
      'DLF system task: failed',
    ])
    const last = annotations[9]?.[2] ?? ''
    expect(last.startsWith('Task t1 failed; ')).toBe(true)
    expect(last.replace(/ See docs\/.*$/, '')).toMatch(new RegExp(`hen deploy again\\.${rest}$`))
  })

  it('counts the nine over all tasks', async () => {
    const failed = importTask({ status: 'FAILED', subtasks: subtasksOf(6, 'FAILED') })
    const { annotations } = await published(
      stepReport([answeredWait(failed), answeredWait(failed, { id: 't2' })]),
    )
    expect(annotations).toHaveLength(10)
    expect(annotations[8]?.[2]).toMatch(/of task t2\)$/)
    expect(annotations[9]?.[2]).toMatch(
      / And 1 more task, 3 more failed subtasks: see the job summary\. See docs\/troubleshooting\.md, ".*"$/,
    )
  })

  it('warns of a task that ended with a warning, and the step stays green', async () => {
    const report = stepReport([
      answeredWait(importTask()),
      answeredWait(importTask({ status: 'WARNING', message: 'kept the old job' }), { id: 't2' }),
    ])
    expect((await published(report)).annotations).toEqual([
      [
        'warning',
        'DLF system task ended with a warning',
        'Task t2 ended with a warning: kept the old job (request req-1).',
      ],
    ])
  })

  it('makes an error of a warning that fails the step', async () => {
    const waits = [answeredWait(importTask({ status: 'WARNING' }))]
    const report = stepReport(waits, { failOnWarning: true })
    expect((await published(report)).annotations).toEqual([
      ['error', 'DLF system task: ended with a warning', messages.stepFailure(report, 0)],
    ])
  })

  it('warns nine times at most', async () => {
    const waits = Array.from({ length: 12 }, (_, index) =>
      answeredWait(importTask({ status: 'WARNING' }), { id: `t${String(index)}` }),
    )
    const { annotations } = await published(stepReport(waits))
    expect(annotations.map(([kind]) => kind)).toEqual(Array.from({ length: 9 }, () => 'warning'))
  })

  it('does not warn if another task fails the step', async () => {
    const { annotations } = await published(
      stepReport([
        answeredWait(importTask({ status: 'WARNING' })),
        answeredWait(importTask({ status: 'FAILED' }), { id: 't2' }),
      ]),
    )
    expect(annotations.map(([kind]) => kind)).toEqual(['error'])
  })

  it('reports bad inputs on every surface', async () => {
    const report = reportOfProblems({
      problems: ["Input 'project' is empty.", "Input 'token' is empty."],
      nextStep: 'fix-inputs',
    })
    const written = await published(report)
    expect(written.outputs).toEqual({
      status: 'ERROR',
      tasks: '[]',
      'failed-subtasks': '[]',
      'error-code': '',
      'elapsed-seconds': '0',
      polls: '0',
      message:
        "Could not start waiting for the DLF system task. Input 'project' is empty. Input 'token' is empty. Correct the inputs in the workflow, then run the job again. Nothing was sent. See docs/troubleshooting.md, \"An input is not valid\"",
    })
    expect(written.summaries).toHaveLength(1)
    expect(written.annotations).toEqual([
      ['error', 'Could not start waiting for the DLF system task', messages.stepFailure(report, 0)],
    ])
  })
})

describe('publish in Chinese', () => {
  it('writes summary and annotations in Chinese', async () => {
    const subtasks = [{ id: 's2', name: '导入作业[b]', status: 'FAILED', message: '脚本不存在' }]
    const report = stepReport([answeredWait(importTask({ status: 'FAILED', subtasks }))])
    const { annotations, summaries } = await published(report, 'zh')
    expect(annotations).toEqual([
      ['error', '子任务失败', '导入作业[b]：脚本不存在（系统任务 t1 的子任务 s2）'],
      ['error', 'DLF 系统任务：失败', messagesFor('zh').stepFailure(report, 0)],
    ])
    expect(summaries[0]).toMatch(/^## ❌ DLF 系统任务：失败\n/)
  })

  it('titles a warning in Chinese', async () => {
    const report = stepReport([answeredWait(importTask({ status: 'WARNING' }))])
    expect((await published(report, 'zh')).annotations).toEqual([
      ['warning', 'DLF 系统任务已完成（有告警）', '系统任务 t1 已完成，但有告警（请求 ID req-1）。'],
    ])
  })
})

describe('a secret in the problems that kept the wait from beginning', () => {
  it('is taken out before it is escaped', async () => {
    const { summaries, annotations } = await published(
      reportOfProblems({ problems: ['Signing in said to_ken.'], nextStep: 'fix-inputs' }),
    )
    expect(summaries.join()).toContain('Signing in said \\*\\*\\*.')
    expect(JSON.stringify([summaries, annotations])).not.toContain('ken')
  })
})

type Annotation = readonly [kind: 'warning' | 'error', title: string, message: string]

async function published(report: Report, language: Language = 'en') {
  const outputs: Record<string, string> = {}
  const summaries: string[] = []
  const annotations: Annotation[] = []
  const order: string[] = []
  const note = (surface: string): void => {
    if (order.at(-1) !== surface) order.push(surface)
  }
  const unexpected = (): never => {
    throw new Error('this surface is not for reports')
  }
  const runner: Runner = {
    readInput: unexpected,
    mask: unexpected,
    info: unexpected,
    debug: unexpected,
    group: unexpected,
    redact: (text) => text.replaceAll('to_ken', '***'),
    links: createDocsLinks(() => ''),
    saveState: unexpected,
    readState: unexpected,
    warning: (message, title) => {
      note('annotation')
      annotations.push(['warning', title, message])
    },
    error: (message, title) => {
      note('annotation')
      annotations.push(['error', title, message])
    },
    setOutput: (name, value) => {
      note('output')
      outputs[name] = value
      return true
    },
    writeSummary: async (markdown) => {
      await Promise.resolve()
      note('summary')
      summaries.push(markdown)
    },
  }
  await publish(report, messagesFor(language), runner)
  return { outputs, summaries, annotations, order }
}
