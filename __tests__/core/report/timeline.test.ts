import { describe, expect, it } from '@jest/globals'

import type { Report } from '../../../src/core/report/report.ts'
import { escapeMermaid, MAX_ENTRIES, timeline } from '../../../src/core/report/timeline.ts'
import { answeredWait, importTask, stepReport, subtasksOf } from '../../support/data/reports.ts'

const NOON = Date.UTC(2026, 0, 31, 12, 0, 0)

function linesOf(report: Report, maxEntries?: number): readonly string[] {
  return timeline(report, 'Timeline', maxEntries)?.split('\n').slice(4) ?? []
}

function oneTask(overrides: Parameters<typeof importTask>[0]): Report {
  return stepReport([answeredWait(importTask(overrides))])
}

describe('timeline', () => {
  it('draws a bar for a task and a milestone for each ended subtask, in the order of time', () => {
    const subtasks = [
      { id: 's1', name: 'late', status: 'SUCCESSFUL', lastUpdate: NOON + 60_000 },
      { id: 's2', name: '启动作业[job_batch]', status: 'FAILED', lastUpdate: NOON + 2500 },
      { id: 's3', name: '', status: 'WARNING', lastUpdate: NOON + 30_000 },
      { id: 's4', name: 'under way', status: 'RUNNING', lastUpdate: NOON + 1000 },
      { id: 's5', name: 'not known', status: 'PAUSED', lastUpdate: NOON + 1000 },
      { id: 's6', name: 'never', status: 'SUCCESSFUL' },
    ]
    expect(timeline(oneTask({ status: 'FAILED', subtasks }), 'Timeline (UTC)')?.split('\n')).toEqual([
      'gantt',
      '  title Timeline (UTC)',
      '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
      '  axisFormat %H:%M:%S',
      '  ✗ import jobs :crit, 2026-01-31 12:00:00.000, 2026-01-31 12:01:05.000',
      '  ✗ 启动作业[job_batch] :crit, milestone, 2026-01-31 12:00:02.500, 0s',
      '  ! s3 :active, milestone, 2026-01-31 12:00:30.000, 0s',
      '  ✓ late :done, milestone, 2026-01-31 12:01:00.000, 0s',
    ])
  })

  it('puts subtasks in the order of time, whatever became of them', () => {
    const ends = { FAILED: 2000, WARNING: 3000, SUCCESSFUL: 1000 }
    const subtasks = Object.entries(ends).map(([status, ms]) => ({
      id: 's',
      name: status,
      status,
      lastUpdate: NOON + ms,
    }))
    const names = linesOf(oneTask({ status: 'FAILED', subtasks })).map((line) => /[A-Z]+/.exec(line)?.[0])
    expect(names.slice(1)).toEqual(['SUCCESSFUL', 'FAILED', 'WARNING'])
  })

  it('draws a bar for a task whose state is not known', () => {
    const end = { kind: 'unknown-status', task: importTask({ status: 'PAUSED' }) } as const
    const subtasks = [{ id: 's', name: 's', status: 'SUCCESSFUL', lastUpdate: NOON }]
    const task = importTask({ status: 'PAUSED', subtasks })
    expect(linesOf(stepReport([answeredWait(task, { end })]))).toEqual([
      '  · import jobs :2026-01-31 12:00:00.000, 2026-01-31 12:01:05.000',
      '  ✓ s :done, milestone, 2026-01-31 12:00:00.000, 0s',
    ])
  })

  it('draws no bar where start or end is not known, or the end is before the start', () => {
    const subtasks = [1, 2].map((second) => ({
      id: String(second),
      name: 's',
      status: 'SUCCESSFUL',
      lastUpdate: NOON + 1000 * second,
    }))
    const { endTime: _end, ...unended } = importTask({ subtasks })
    const { startTime: _start, ...unstarted } = importTask({ subtasks })
    for (const task of [unended, unstarted, importTask({ subtasks, endTime: NOON - 1 })]) {
      expect(linesOf(stepReport([answeredWait(task)])).map((line) => line.includes('milestone'))).toEqual([
        true,
        true,
      ])
    }
  })

  it.each<[string, Report]>([
    ['nothing but one bar', oneTask({})],
    [
      'under a second',
      oneTask({ endTime: NOON + 999, subtasks: [{ id: '', name: '', status: 'FAILED', lastUpdate: NOON }] }),
    ],
    ['no times', oneTask({ subtasks: subtasksOf(3, 'FAILED'), startTime: 0, endTime: -1 })],
    [
      'a task that was never seen',
      stepReport([
        { id: 't', end: { kind: 'not-found', error: {} }, polls: 1, faults: 0, throttles: 0, endedMs: 1 },
      ]),
    ],
    ['no tasks', stepReport([])],
  ])('draws nothing of %s', (_what, report) => {
    expect(timeline(report, 'x')).toBeUndefined()
  })

  it('draws a task and its subtask from one second on', () => {
    const subtasks = [{ id: 's', name: 's', status: 'FAILED', lastUpdate: NOON + 1000 }]
    expect(linesOf(oneTask({ endTime: NOON, subtasks }))).toHaveLength(2)
  })

  it.each([
    [9999, '%H:%M:%S.%L'],
    [10_000, '%H:%M:%S'],
    [86_399_999, '%H:%M:%S'],
    [86_400_000, '%m-%d %H:%M'],
  ])('marks %i ms as %s', (spanMs, format) => {
    const subtasks = [{ id: 's', name: 's', status: 'FAILED', lastUpdate: NOON }]
    expect(timeline(oneTask({ endTime: NOON + spanMs, subtasks }), 'x')).toContain(`axisFormat ${format}\n`)
  })

  it('shows a subtask up to seven days from the start of its task', () => {
    const subtasks = [-7, 7].flatMap((days) =>
      [0, Math.sign(days)].map((ms) => ({
        id: 's',
        name: String(days),
        status: 'FAILED',
        lastUpdate: NOON + days * 86_400_000 + ms,
      })),
    )
    expect(linesOf(oneTask({ status: 'FAILED', subtasks })).map((line) => line.slice(0, 6))).toEqual([
      '  ✗ im',
      '  ✗ -7',
      '  ✗ 7 ',
    ])
  })

  it('shows the last moment of the year 9999, and none after it', () => {
    const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
    const subtasks = [0, 1].map((ms) => ({ id: 's', name: 's', status: 'FAILED', lastUpdate: last + ms }))
    expect(linesOf(oneTask({ status: 'FAILED', startTime: last - 5000, endTime: last, subtasks }))).toEqual([
      '  ✗ import jobs :crit, 9999-12-31 23:59:54.999, 9999-12-31 23:59:59.999',
      '  ✗ s :crit, milestone, 9999-12-31 23:59:59.999, 0s',
    ])
  })

  it('shows what is known beside a task that was never seen', () => {
    const seen = answeredWait(importTask({ subtasks: subtasksOf(1, 'SUCCESSFUL') }))
    const { task: _task, ...unseen } = answeredWait(importTask({}), { end: { kind: 'not-found', error: {} } })
    const other = answeredWait(importTask({ endTime: NOON + 2000 }))
    expect(linesOf(stepReport([unseen, seen, other]))).toEqual(linesOf(stepReport([seen, other])))
    expect(linesOf(stepReport([seen, other])).length).toBeGreaterThan(1)
  })

  it('leaves out a bar rather than a milestone of a worse kind, and a milestone rather than a bar of its own', () => {
    const subtasks = [
      { id: 's', name: 'bad', status: 'FAILED', lastUpdate: NOON },
      { id: 's', name: 'doubtful', status: 'WARNING', lastUpdate: NOON },
      { id: 's', name: 'good', status: 'SUCCESSFUL', lastUpdate: NOON },
    ]
    const report = stepReport([
      answeredWait(importTask({ status: 'FAILED', subtasks })),
      answeredWait(importTask({ status: 'SUCCESSFUL' })),
      answeredWait(importTask({ status: 'WARNING' })),
    ])
    const kept = (count: number): readonly string[] =>
      linesOf(report, count).map((line) => /\S \S+/.exec(line)?.[0] ?? '')
    expect(kept(6)).toEqual(['✗ import', '✗ bad', '! doubtful', '✓ good', '✓ import', '! import'])
    expect(kept(5)).toEqual(['✗ import', '✗ bad', '! doubtful', '✓ import', '! import'])
    expect(kept(4)).toEqual(['✗ import', '✗ bad', '! doubtful', '! import'])
    expect(kept(3)).toEqual(['✗ import', '✗ bad', '! import'])
    expect(kept(2)).toEqual(['✗ import', '✗ bad'])
  })

  it('leaves out times that no picture can show', () => {
    const far = [NOON - 8 * 86_400_000, NOON + 8 * 86_400_000, 8.64e15].map((lastUpdate) => ({
      id: 's',
      name: 's',
      status: 'FAILED',
      lastUpdate,
    }))
    expect(timeline(oneTask({ subtasks: far }), 'x')).toBeUndefined()
    expect(timeline(oneTask({ startTime: 8.64e15, endTime: 8.64e15, subtasks: far }), 'x')).toBeUndefined()
  })

  it('holds at most 30 entries: failed ones first, then the rest of what there is, thinned out evenly', () => {
    const subtasks = Array.from({ length: 20_000 }, (_, index) => ({
      id: `s${String(index)}`,
      name: `n${String(index)}`,
      status: index % 2000 === 1999 ? 'FAILED' : index % 4000 === 7 ? 'WARNING' : 'SUCCESSFUL',
      lastUpdate: NOON + index,
    }))
    const lines = linesOf(oneTask({ status: 'FAILED', subtasks }))
    expect(lines).toHaveLength(MAX_ENTRIES)
    expect(lines.filter((line) => line.includes('✗ n'))).toHaveLength(10)
    expect(lines.filter((line) => line.includes('! n'))).toHaveLength(5)
    const successes = lines.flatMap((line) => /✓ n(\d+)/.exec(line)?.[1] ?? []).map(Number)
    expect(successes).toHaveLength(14)
    expect(successes.at(0)).toBe(0)
    expect(successes.at(-1)).toBeGreaterThan(18_000)
  })

  it('leaves room for nothing else where 30 subtasks failed', () => {
    const subtasks = subtasksOf(40, 'FAILED').map((subtask) => ({ ...subtask, lastUpdate: NOON + 5000 }))
    const lines = linesOf(oneTask({ status: 'FAILED', subtasks }))
    expect(lines).toHaveLength(MAX_ENTRIES)
    expect(lines[0]).toMatch(/^ {2}✗ import jobs :crit, 2026/)
    expect(lines.filter((line) => line.includes('crit'))).toHaveLength(MAX_ENTRIES)
  })

  it('holds as many entries as asked for', () => {
    const subtasks = subtasksOf(40, 'SUCCESSFUL').map((subtask) => ({ ...subtask, lastUpdate: NOON + 5000 }))
    expect(linesOf(oneTask({ subtasks }), 10)).toHaveLength(10)
  })
})

describe('escapeMermaid', () => {
  it.each([
    ['启动作业[job_batch]', '启动作业[job_batch]'],
    ['从OBS路径[obs://a/b.zip]导入。', '从OBS路径[obs：//a/b.zip]导入。'],
    ['a (b), c-d.e', 'a (b), c-d.e'],
    ['x:crit;#35;%%{a}`<b>"&$\\|', 'x：crit；＃35；％％｛a｝｀＜b＞＂＆＄＼｜'],
    ['a\nsection b', 'a section b'],
  ])('writes %j as %j', (text, name) => {
    expect(escapeMermaid(text)).toBe(name)
  })

  it('cuts a name to the width of 40 letters', () => {
    expect(escapeMermaid('a'.repeat(40))).toBe('a'.repeat(40))
    expect(escapeMermaid('a'.repeat(41))).toBe(`${'a'.repeat(40)}…`)
    expect(escapeMermaid('作'.repeat(21))).toBe(`${'作'.repeat(20)}…`)
    expect(escapeMermaid('\u1100'.repeat(21))).toBe(`${'\u1100'.repeat(20)}…`)
    expect(escapeMermaid('\u10FF'.repeat(40))).toBe('\u10FF'.repeat(40))
    expect(escapeMermaid('\u{1F600}'.repeat(100_000))).toBe(`${'\u{1F600}'.repeat(20)}…`)
  })
})
