import { describe, expect, it } from '@jest/globals'

import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { escapeMermaid, MAX_ENTRIES, timeline } from '../../../src/core/report/timeline.ts'
import type { Subtask, SystemTask } from '../../../src/core/task/system-task.ts'
import { cpuMsOf } from '../../support/cpu-time.ts'
import { answeredWait, importTask, stepReport } from '../../support/data/reports.ts'

const NOON = Date.UTC(2026, 0, 31, 12, 0, 0)
const DAY = 86_400_000
const MAX_TIME_MS = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** Subtasks with these states, one a second from noon on, named s1 and so on. */
function subtasksOf(...statuses: readonly string[]): readonly Subtask[] {
  return statuses.map((status, index) => {
    const name = `s${String(index + 1)}`
    return { id: name, name, status, lastUpdate: NOON + 1000 * index }
  })
}

const FIVE = subtasksOf('SUCCESSFUL', 'SUCCESSFUL', 'SUCCESSFUL', 'SUCCESSFUL', 'SUCCESSFUL')

function linesOf(report: Report, maxEntries?: number): readonly string[] {
  return timeline(report, 'Timeline', maxEntries)?.split('\n').slice(6) ?? []
}

/** The name of each entry, with its sign. */
function labelsOf(report: Report, maxEntries?: number): readonly string[] {
  return linesOf(report, maxEntries).map((line) => line.slice(2, line.indexOf(' :')))
}

function oneTask(overrides: Partial<SystemTask>): Report {
  return stepReport([answeredWait(importTask({ subtasks: FIVE, ...overrides }))])
}

/** A task that still ran when the wait ended, so many milliseconds after noon. */
function stillRunning(endedMs: number, overrides: Partial<SystemTask> = {}): Report {
  const { endTime: _end, ...task } = importTask({ status: 'RUNNING', subtasks: FIVE, ...overrides })
  return stepReport([answeredWait(task, { end: { kind: 'timed-out', task }, endedMs })])
}

describe('timeline', () => {
  it('calls a task without a name by its id', () => {
    const { name: _name, ...unnamed } = importTask({ subtasks: FIVE })
    const wait = answeredWait(unnamed)
    expect(labelsOf(stepReport([wait]))[0]).toContain(escapeMermaid(wait.id))
  })

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
      expect.stringMatching(/^%%\{init: \{"themeVariables":\{.*\}\}\}%%$/),
      'gantt',
      '  title Timeline (UTC)',
      '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
      '  axisFormat %H:%M:%S',
      '  tickInterval 15second',
      '  ✗ import jobs :crit, 2026-01-31 12:00:00.000, 2026-01-31 12:01:05.000',
      '  … under way :2026-01-31 12:00:01.000, 2026-01-31 12:01:05.000',
      '  ✗ 启动作业[job_batch] :crit, milestone, 2026-01-31 12:00:02.500, 0s',
      '  ! s3 :milestone, 2026-01-31 12:00:30.000, 0s',
      '  ✓ late :milestone, 2026-01-31 12:01:00.000, 0s',
    ])
  })

  it.each<[string, Partial<WaitEnd>, string]>([
    ['timed out', { kind: 'timed-out' }, '…'],
    ['was cancelled', { kind: 'cancelled', by: 'signal' }, '·'],
    ['could not be asked again', { kind: 'unreachable', fault: { reason: 'connection' } }, '·'],
    ['has a status that is not known', { kind: 'unknown-status' }, '·'],
    ['was gone', { kind: 'not-found', error: {} }, '·'],
  ])('lets the bar of a task that %s end when the wait ended', (_what, end, sign) => {
    const { endTime: _end, ...task } = importTask({ status: 'RUNNING', subtasks: FIVE })
    const ended = { ...end, ...('fault' in end || 'error' in end || 'by' in end ? {} : { task }) } as WaitEnd
    const report = stepReport([answeredWait(task, { end: ended, endedMs: 900_000 })])
    expect(linesOf(report)[0]).toBe(`  ${sign} import jobs :2026-01-31 12:00:00.000, 2026-01-31 12:15:00.000`)
  })

  it('draws running subtasks from their start, or otherwise from their last update, to that moment', () => {
    const subtasks = [
      ...FIVE,
      { id: 'a', name: 'a', status: 'RUNNING', startTime: NOON + 7000, lastUpdate: NOON + 20_000 },
      { id: 'b', name: 'b', status: 'RUNNING', lastUpdate: NOON + 8000 },
      { id: 'c', name: 'c', status: 'RUNNING' },
      { id: 'd', name: 'd', status: 'RUNNING', lastUpdate: NOON + 31_000 },
    ]
    expect(linesOf(stillRunning(30_000, { subtasks })).slice(-3)).toEqual([
      '  … a :2026-01-31 12:00:07.000, 2026-01-31 12:00:30.000',
      '  … b :2026-01-31 12:00:08.000, 2026-01-31 12:00:30.000',
      '  … d :2026-01-31 12:00:31.000, 2026-01-31 12:00:31.000',
    ])
  })

  it('takes the last update for the end of a task that has ended without one', () => {
    const { endTime: _end, ...task } = importTask({
      status: 'WARNING',
      subtasks: FIVE,
      lastUpdate: NOON + 9000,
    })
    expect(linesOf(stepReport([answeredWait(task)]))[0]).toBe(
      '  ! import jobs :2026-01-31 12:00:00.000, 2026-01-31 12:00:09.000',
    )
  })

  it('leaves out times that are more than a minute before or after their task', () => {
    const subtasks = [-61_000, -60_000, 125_000, 126_000].map((ms) => ({
      id: String(ms),
      name: String(ms),
      status: 'FAILED',
      lastUpdate: NOON + ms,
    }))
    const seen = oneTask({ status: 'FAILED', subtasks: [...subtasks, ...FIVE] })
    expect(labelsOf(seen).filter((label) => label.startsWith('✗'))).toEqual([
      '✗ import jobs',
      '✗ -60000',
      '✗ 125000',
    ])
  })

  const { startTime: _start, ...unstarted } = importTask({ subtasks: FIVE })
  const { endTime: _end, lastUpdate: _last, ...unended } = importTask({ subtasks: FIVE })
  it.each<[string, Report]>([
    ['four subtasks', oneTask({ subtasks: FIVE.slice(1) })],
    ['a task without a start', stepReport([answeredWait(unstarted)])],
    ['a task without an end', stepReport([answeredWait(unended)])],
    ['a task that ends before it starts', oneTask({ endTime: NOON - 1 })],
    ['a wait that ended before its task started', stillRunning(0, { startTime: NOON + 1 })],
    ['subtasks without a time', oneTask({ subtasks: FIVE.map(({ lastUpdate: _, ...rest }) => rest) })],
    [
      'less than a second',
      oneTask({ endTime: NOON + 999, subtasks: FIVE.map((part) => ({ ...part, lastUpdate: NOON })) }),
    ],
    ['no task', stepReport([])],
    [
      'a task that was never seen',
      stepReport([
        { id: 't', end: { kind: 'not-found', error: {} }, polls: 1, faults: 0, throttles: 0, endedMs: 1 },
      ]),
    ],
    [
      'times after the year 9999',
      stepReport(
        [MAX_TIME_MS + 1, MAX_TIME_MS + 2].map((startTime) =>
          answeredWait(importTask({ startTime, endTime: startTime + DAY, subtasks: FIVE })),
        ),
      ),
    ],
    [
      'a task that ends after the year 9999',
      oneTask({
        startTime: MAX_TIME_MS - 5000,
        endTime: MAX_TIME_MS + 1,
        subtasks: FIVE.map((part) => ({ ...part, lastUpdate: MAX_TIME_MS })),
      }),
    ],
  ])('draws nothing of %s', (_what, report) => {
    expect(timeline(report, 'x')).toBeUndefined()
  })

  it('draws a task that ends in the moment in which it starts', () => {
    expect(linesOf(oneTask({ endTime: NOON }))[0]).toBe(
      '  ✓ import jobs :2026-01-31 12:00:00.000, 2026-01-31 12:00:00.000',
    )
  })

  it('draws five subtasks within a second', () => {
    const subtasks = FIVE.map((part) => ({ ...part, lastUpdate: NOON }))
    expect(linesOf(oneTask({ endTime: NOON + 1000, subtasks }))).toHaveLength(6)
  })

  it('shows the last moment of the year 9999, and no later one', () => {
    const subtasks = FIVE.map((part, index) => ({ ...part, lastUpdate: MAX_TIME_MS + Math.floor(index / 4) }))
    expect(linesOf(oneTask({ startTime: MAX_TIME_MS - 5000, endTime: MAX_TIME_MS, subtasks }))).toEqual([
      '  ✓ import jobs :9999-12-31 23:59:54.999, 9999-12-31 23:59:59.999',
      ...[1, 2, 3, 4].map((count) => `  ✓ s${String(count)} :milestone, 9999-12-31 23:59:59.999, 0s`),
    ])
  })

  it('draws the other tasks if one was never seen', () => {
    const seen = answeredWait(importTask({ subtasks: FIVE }))
    const { task: _task, ...unseen } = answeredWait(importTask({}), { end: { kind: 'not-found', error: {} } })
    const other = answeredWait(importTask({ endTime: NOON + 2000 }))
    const drawn = linesOf(stepReport([seen, other]))
    expect(drawn).toHaveLength(7)
    expect(linesOf(stepReport([unseen, seen, other]))).toEqual(drawn)
  })

  it.each([
    [9999, '%H:%M:%S.%L'],
    [10_000, '%H:%M:%S'],
    [DAY - 1, '%H:%M:%S'],
    [DAY, '%m-%d %H:%M'],
  ])('marks %i ms as %s', (spanMs, format) => {
    expect(timeline(oneTask({ endTime: NOON + spanMs }), 'x')).toContain(`axisFormat ${format}\n`)
  })

  it.each([
    [1000, '200millisecond'],
    [6000, '1second'],
    [6001, '2second'],
    [65_000, '15second'],
    [15 * 60_000, '5minute'],
    [3_600_000, '10minute'],
    [DAY, '6hour'],
    [84 * DAY, '2week'],
    [85 * DAY, '1month'],
  ])('has at most six grid lines in %i ms: one every %s', (spanMs, interval) => {
    const subtasks = FIVE.map((part) => ({ ...part, lastUpdate: NOON }))
    expect(timeline(oneTask({ endTime: NOON + spanMs, subtasks }), 'x')).toContain(
      `tickInterval ${interval}\n`,
    )
  })

  it('begins with the worst task, and draws small tasks beside one of five subtasks', () => {
    const report = stepReport([
      answeredWait(importTask({ name: 'good', subtasks: FIVE })),
      answeredWait(importTask({ name: 'bad', status: 'FAILED' })),
    ])
    expect(labelsOf(report)).toEqual(['✗ bad', '✓ good', ...FIVE.map(({ name }) => `✓ ${name}`)])
  })

  it('leaves out the worst entry last, and a milestone before a bar of its kind', () => {
    const subtasks = subtasksOf('FAILED', 'WARNING', 'SUCCESSFUL', 'OTHER', 'OTHER')
    const report = stepReport([
      answeredWait(importTask({ name: 'a', status: 'FAILED', subtasks })),
      answeredWait(importTask({ name: 'b', status: 'SUCCESSFUL' })),
      answeredWait(importTask({ name: 'c', status: 'WARNING' })),
    ])
    expect(labelsOf(report, 6)).toEqual(['✗ a', '✗ s1', '! s2', '✓ s3', '! c', '✓ b'])
    expect(labelsOf(report, 5)).toEqual(['✗ a', '✗ s1', '! s2', '! c', '✓ b'])
    expect(labelsOf(report, 4)).toEqual(['✗ a', '✗ s1', '! s2', '! c'])
    expect(labelsOf(report, 3)).toEqual(['✗ a', '✗ s1', '! c'])
    expect(labelsOf(report, 2)).toEqual(['✗ a', '✗ s1'])
  })

  it('holds at most 20 entries: failed ones first, then the rest, thinned out evenly', () => {
    const subtasks = Array.from({ length: 20_000 }, (_, index) => ({
      id: `s${String(index)}`,
      name: `n${String(index)}`,
      status: index % 2000 === 1999 ? 'FAILED' : index % 4000 === 7 ? 'WARNING' : 'SUCCESSFUL',
      lastUpdate: NOON + index,
    }))
    const labels = labelsOf(oneTask({ status: 'FAILED', subtasks }))
    expect(labels).toHaveLength(MAX_ENTRIES)
    expect(labels.filter((label) => label.startsWith('✗ n'))).toHaveLength(10)
    expect(labels.filter((label) => label.startsWith('! n'))).toHaveLength(5)
    const successes = labels.flatMap((label) => /✓ n(\d+)/.exec(label)?.[1] ?? []).map(Number)
    expect(successes).toHaveLength(4)
    expect(successes.at(0)).toBe(0)
    expect(successes.at(-1)).toBeGreaterThan(14_000)
  })

  it('leaves no room for others if 20 subtasks failed', () => {
    const subtasks = subtasksOf(...Array.from({ length: 40 }, () => 'FAILED'))
    const lines = linesOf(oneTask({ status: 'FAILED', subtasks }))
    expect(lines).toHaveLength(MAX_ENTRIES)
    expect(lines[0]).toMatch(/^ {2}✗ import jobs :crit, 2026/)
    expect(lines.filter((line) => line.includes('crit'))).toHaveLength(MAX_ENTRIES)
  })

  it('holds as many entries as asked for', () => {
    const subtasks = subtasksOf(...Array.from({ length: 40 }, () => 'SUCCESSFUL'))
    expect(linesOf(oneTask({ subtasks }), 10)).toHaveLength(10)
  })

  it('takes less than 300 ms for a million subtasks', () => {
    const subtasks = subtasksOf(...Array.from({ length: 5000 }, () => 'FAILED'))
    const wait = answeredWait(importTask({ status: 'FAILED', subtasks }))
    const report = stepReport(Array.from({ length: 200 }, () => wait))
    expect(linesOf(report)).toHaveLength(MAX_ENTRIES)
    expect(cpuMsOf(() => timeline(report, 'x'))).toBeLessThan(300)
  })
})

describe('the colours of a timeline', () => {
  function colours(): Readonly<Record<string, string>> {
    const [, settings = ''] = /%%\{init: (.*)\}%%/.exec(timeline(oneTask({}), 'x') ?? '') ?? []
    return (JSON.parse(settings) as { readonly themeVariables: Readonly<Record<string, string>> })
      .themeVariables
  }

  /** The relative luminance of a colour such as `#ffffff` (WCAG 2.2). */
  function luminanceOf(colour = ''): number {
    return [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
      const share = Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16) / 255
      return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)
    }, 0)
  }

  function contrastOf(...pair: readonly [string | undefined, string | undefined]): number {
    const lights = pair.map((colour) => luminanceOf(colour) + 0.05)
    return Math.max(...lights) / Math.min(...lights)
  }

  it.each(['taskBkgColor', 'critBkgColor'])('let the text in a bar be read on %s', (name) => {
    const { taskTextColor, [name]: bar } = colours()
    expect(contrastOf(taskTextColor, bar)).toBeGreaterThanOrEqual(4.5)
  })

  const pages = { light: '#ffffff', dark: '#0d1117' }
  const parts = ['taskBkgColor', 'taskBorderColor', 'critBkgColor', 'critBorderColor']
  it.each(parts)("let %s stand out from GitHub's light and dark page", (name) => {
    for (const page of Object.values(pages)) {
      expect(contrastOf(colours()[name], page)).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('escapeMermaid', () => {
  it.each([
    ['启动作业[job_batch]', '启动作业[job_batch]'],
    ['从OBS路径[obs://a/b.zip]导入。', '从OBS路径[obs∶//a/b.zip]导入。'],
    ['a (b), c-d.e', 'a (b), c-d.e'],
    ['x:crit;#35;%%{a}`<b>"&$\\|', 'x∶crit；＃35；％％｛a｝｀＜b＞＂＆＄＼｜'],
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
