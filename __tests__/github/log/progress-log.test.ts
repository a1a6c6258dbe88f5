import { describe, expect, it } from '@jest/globals'

import type { Answer } from '../../../src/core/task/answer.ts'
import { countSubtasks } from '../../../src/core/task/subtask-counts.ts'
import { initialState } from '../../../src/core/wait/decide.ts'
import { createProgressLog, subtaskLines } from '../../../src/github/log/progress-log.ts'
import { final, notFound, passing, subtask, task, taskAnswer, taskWait } from '../../support/data/builders.ts'

const LIMITS = { startMs: 1000, deadlineMs: 1_801_000, notFoundGraceMs: 0 }

const SETTINGS = {
  endpoint: 'https://dlf.example',
  credential: { used: { from: 'the `token` input' } },
  timeoutMs: 1_800_000,
  bounds: { minMs: 500, maxMs: 10_000 },
  notFoundGraceMs: 0,
  failOnWarning: false,
  failFast: false,
}

describe('createProgressLog', () => {
  describe('onStart', () => {
    it.each([
      [['a'], 'task a'],
      [['a', 'b'], '2 tasks'],
    ])('names the tasks that are waited for: %j', (taskIds, what) => {
      const log = progressLog()
      log.onSignIn(SETTINGS)
      log.onStart({ ...SETTINGS, taskIds })
      expect(log.info).toEqual([
        'Signing in with the `token` input.',
        `Waiting for ${what} at https://dlf.example: at most 30m, with pauses of 500ms to 10s.`,
      ])
    })
  })

  describe('onStart of a single check', () => {
    it('speaks of no pauses and no time', () => {
      const log = progressLog()
      log.onStart({ ...SETTINGS, timeoutMs: 0, taskIds: ['a'] })
      expect(log.info).toEqual(['Checking task a once at https://dlf.example.'])
    })
  })

  describe('onAnswer', () => {
    it.each<readonly [string, Answer, string]>([
      ['a task', taskAnswer('RUNNING'), 'RUNNING'],
      ['an unknown status', taskAnswer('WAITING'), 'WAITING'],
      [
        'subtasks, of which those that ended are done',
        taskAnswer({
          subtasks: ['RUNNING', 'SUCCESSFUL', 'WARNING', 'QUEUED'].map((status) => subtask({ status })),
        }),
        'RUNNING, 2 of 4 subtasks done',
      ],
      [
        'subtasks that failed',
        taskAnswer({ subtasks: ['RUNNING', 'FAILED', 'FAILED'].map((status) => subtask({ status })) }),
        'RUNNING, 2 of 3 subtasks done, 2 failed',
      ],
      ['a task that does not exist yet', notFound(), 'does not exist yet'],
      [
        'a transient fault',
        passing('http-status', { httpStatus: 503, error: { code: 'APIG.0613', message: 'IAM unavailable' } }),
        'the service could not answer (HTTP 503, APIG.0613 IAM unavailable)',
      ],
      [
        'a fault without an answer',
        passing('connection', { detail: 'ECONNREFUSED' }),
        'there was no connection (ECONNREFUSED)',
      ],
      [
        'a credential that is renewed',
        final('unauthorized', { httpStatus: 401 }),
        'the service refused the credential (HTTP 401)',
      ],
    ])('says %s', (_what, answer, said) => {
      const log = progressLog()
      log.answer(answer, 66_000, 2500)
      expect(log.info).toEqual([`Task a: ${said} (1m 5s elapsed, 28m 55s left, next poll in 2.5s)`])
    })

    it('says nothing of the answer that ends the wait', () => {
      const log = progressLog()
      const answer = taskAnswer('SUCCESSFUL')
      log.onAnswer({
        id: 'a',
        answer,
        decision: { state: initialState, end: { kind: 'answered', task: task() } },
        nowMs: 2000,
        limits: LIMITS,
      })
      expect(log.info).toEqual([])
    })

    it('writes a line when something changed, and not when nothing did', () => {
      const log = progressLog()
      const halfway = taskAnswer({ subtasks: [subtask(), subtask({ id: 's2', status: 'RUNNING' })] })
      log.answer(taskAnswer('RUNNING'), 1000)
      log.answer(taskAnswer('RUNNING'), 2000)
      log.answer(taskAnswer({ lastUpdate: 7, message: 'still at it' }), 3000)
      log.answer(halfway, 4000)
      log.answer(halfway, 5000)
      log.answer(passing('cut'), 6000)
      log.answer(passing('timeout'), 7000)
      log.answer(halfway, 8000)
      log.answer(taskAnswer({ subtasks: [subtask(), subtask({ id: 's2', status: 'FAILED' })] }), 9000)
      expect(log.said()).toEqual([
        'RUNNING',
        'RUNNING, 1 of 2 subtasks done: job_batch SUCCESSFUL',
        'the answer was cut off',
        'the answer was not complete within 15 seconds',
        'RUNNING, 2 of 2 subtasks done, 1 failed: job_batch FAILED',
      ])
    })

    it('names three of many that have ended, and counts the rest', () => {
      const log = progressLog()
      const all = (status: string) =>
        taskAnswer({
          subtasks: ['a', 'b', '', 'd', 'e'].map((name, id) =>
            subtask({ id: `s${String(id)}`, name, status }),
          ),
        })
      log.answer(all('RUNNING'), 1000)
      log.answer(all('WARNING'), 2000)
      expect(log.said()).toEqual([
        'RUNNING, 0 of 5 subtasks done',
        'RUNNING, 5 of 5 subtasks done: a WARNING, b WARNING, s2 WARNING and 2 more',
      ])
    })

    it('counts the subtasks of a list that was shortened, and names none', () => {
      const log = progressLog()
      const shortened = (ended: number) => {
        const counts = { FAILED: 0, WARNING: 1, RUNNING: 3000 - ended, OTHER: 1, SUCCESSFUL: ended }
        return taskAnswer({ subtasks: [subtask({ status: 'WARNING' })], counts })
      }
      log.answer(shortened(0), 1000)
      log.answer(shortened(2), 2000)
      expect(log.said()).toEqual(['RUNNING, 1 of 3,002 subtasks done', 'RUNNING, 3 of 3,002 subtasks done'])
    })

    it('tells of a task that changed, though none of its subtasks has ended', () => {
      const log = progressLog()
      log.answer(taskAnswer('RUNNING'), 1000)
      log.answer(taskAnswer({ subtasks: [subtask({ status: 'RUNNING' })] }), 2000)
      log.answer(taskAnswer({ subtasks: [subtask({ status: 'QUEUED' })] }), 3000)
      log.answer(taskAnswer('PAUSED'), 4000)
      expect(log.said()).toEqual(['RUNNING', 'RUNNING, 0 of 1 subtask done', 'PAUSED'])
    })

    it('does not write a line for each poll when a fault comes and goes', () => {
      const log = progressLog()
      for (let poll = 0; poll < 100; poll += 1) {
        log.answer(poll % 2 === 0 ? taskAnswer('RUNNING') : passing('cut'), 1000 * poll)
      }
      expect(log.said()).toEqual(['RUNNING', 'the answer was cut off', 'the answer was cut off'])
    })

    it('does not write a line for each poll when a subtask goes back and forth', () => {
      const log = progressLog()
      const both = ['a', 'b']
      for (let poll = 0; poll < 70; poll += 1) {
        const subtasks = [subtask({ status: poll % 2 === 0 ? 'RUNNING' : 'SUCCESSFUL' })]
        for (const id of both) log.answer(taskAnswer({ subtasks }), 1000 * poll, 1000, id)
      }
      const told = ['RUNNING, 0 of 1 subtask done', 'RUNNING, 1 of 1 subtask done: job_batch SUCCESSFUL']
      expect(log.said().filter((line) => !line.startsWith('Task b'))).toEqual([...told, ...told])
      expect(log.info).toHaveLength(8)
    })

    it('corrects what it said of a subtask that went back for good', () => {
      const log = progressLog()
      for (let second = 0; second < 120; second += 10) {
        const subtasks = [subtask({ status: second === 10 ? 'FAILED' : 'RUNNING' })]
        for (const id of ['a', 'b']) log.answer(taskAnswer({ subtasks }), 1000 * second, 1000, id)
      }
      expect(log.said().filter((line) => !line.startsWith('Task b'))).toEqual([
        'RUNNING, 0 of 1 subtask done',
        'RUNNING, 1 of 1 subtask done, 1 failed: job_batch FAILED',
        'RUNNING, 0 of 1 subtask done',
      ])
    })

    it('tells of a fault that all tasks have once', () => {
      const log = progressLog()
      for (const id of ['a', 'b', 'c']) log.answer(passing('connection'), 1000, 1000, id)
      expect(log.said()).toEqual(['there was no connection'])
    })

    it('says once that a task does not exist yet', () => {
      const log = progressLog()
      log.answer(notFound(), 1000)
      log.answer(notFound(), 2000)
      log.answer(notFound(), 70_000)
      expect(log.said()).toEqual(['does not exist yet', 'still without an answer'])
    })

    it('takes a fault for the same, though it has another request id and text each time', () => {
      const log = progressLog()
      for (let poll = 0; poll < 50; poll += 1) {
        const error = { code: 'X.1', message: `at ${String(poll)}`, requestId: `r${String(poll)}` }
        log.answer(
          passing('http-status', { httpStatus: 502, error, detail: `d${String(poll)}` }),
          1000 * poll,
        )
      }
      expect(log.said()).toEqual(['the service could not answer (HTTP 502, d0, X.1 at 0, request r0)'])
    })

    it.each<readonly [string, Answer, Answer]>([
      [
        'status of HTTP',
        passing('http-status', { httpStatus: 502 }),
        passing('http-status', { httpStatus: 503 }),
      ],
      [
        'code',
        passing('throttled', { error: { code: 'A' } }),
        passing('throttled', { error: { code: 'B' } }),
      ],
      ['kind of fault', passing('throttled', { httpStatus: 429 }), final('rejected', { httpStatus: 429 })],
      ['word on the task', notFound(), taskAnswer('RUNNING')],
    ])('takes another %s for a change', (_what, one, other) => {
      const log = progressLog()
      log.answer(one, 1000)
      log.answer(other, 2000)
      log.answer(other, 3000)
      expect(log.info).toHaveLength(2)
    })

    it('gives a sign of life when nothing changed for a minute, and no sooner', () => {
      const log = progressLog()
      for (const nowMs of [1000, 31_000, 60_999, 61_000, 120_999, 121_000, 121_001]) {
        log.answer(taskAnswer('RUNNING'), nowMs)
      }
      expect(log.info).toEqual([
        'Task a: RUNNING (0ms elapsed, 30m left, next poll in 1s)',
        'Task a: still RUNNING (1m elapsed, 29m left, next poll in 1s)',
        'Task a: still RUNNING (2m elapsed, 28m left, next poll in 1s)',
      ])
    })

    it('counts the minute from the last line of any task', () => {
      const log = progressLog()
      log.answer(taskAnswer('RUNNING'), 1000, 1000, 'a')
      log.answer(taskAnswer('RUNNING'), 40_000, 1000, 'b')
      log.answer(taskAnswer('RUNNING'), 61_000, 1000, 'a')
      log.answer(taskAnswer('RUNNING'), 100_000, 1000, 'a')
      log.answer(taskAnswer('RUNNING'), 100_001, 1000, 'b')
      expect(log.info.map((line) => line.replace(/ \(.*/, ''))).toEqual([
        'Task a: RUNNING',
        'Task b: RUNNING',
        'Task a: still RUNNING',
      ])
    })

    it('says, for those who debug, that the answer names another task', () => {
      const log = progressLog()
      log.answer(taskAnswer({ id: 'other' }), 1000)
      log.answer(taskAnswer({ id: 'a' }), 2000)
      log.answer({ kind: 'task', task: { status: 'RUNNING', subtasks: [] } }, 3000)
      expect(log.debug).toEqual(['The answer for task a names the task other.'])
    })
  })

  describe('onEnd', () => {
    it.each([
      [taskWait('SUCCESSFUL', { polls: 1 }), 'Task a: SUCCESSFUL after 1 poll.'],
      [taskWait('FAILED', { polls: 2 }), 'Task a: FAILED after 2 polls.'],
      [taskWait({ kind: 'cancelled', by: 'signal' }, { polls: 0 }), 'Task a: CANCELLED (no poll sent).'],
      [taskWait({ kind: 'timed-out', task: task() }, { polls: 9 }), 'Task a: TIMED_OUT after 9 polls.'],
    ])('writes one closing line', (wait, line) => {
      const log = progressLog()
      log.onEnd(wait)
      expect(log.info).toEqual([line])
      expect(log.groups).toEqual([])
    })

    it('says how long it took, and lists the subtasks under a fold', () => {
      const log = progressLog()
      const subtasks = [subtask(), subtask({ id: 's2', status: 'FAILED', message: 'no script' })]
      log.answer(taskAnswer('RUNNING'), 2000)
      const end = { kind: 'answered', task: task({ status: 'FAILED', subtasks }) } as const
      log.onEnd(taskWait(end, { endedMs: 17_000, polls: 5 }))
      expect(log.info.at(-1)).toBe('Task a: FAILED after 16s and 5 polls: 2 of 2 subtasks done, 1 failed.')
      expect(log.groups).toEqual([
        [
          'Subtasks of task a (2)',
          'Subtask FAILED: job_batch (s2): no script',
          'Subtask SUCCESSFUL: job_batch (s1)',
        ],
      ])
    })
  })

  it('counts all subtasks of a list that was shortened', () => {
    const log = progressLog()
    const counts = { FAILED: 4000, WARNING: 0, RUNNING: 0, OTHER: 0, SUCCESSFUL: 7 }
    const failed = task({ status: 'FAILED', subtasks: [subtask({ status: 'FAILED' })], counts })
    log.onEnd(taskWait({ kind: 'answered', task: failed }))
    expect(log.info).toEqual(['Task a: FAILED after 1 poll: 4,007 of 4,007 subtasks done, 4,000 failed.'])
    expect(log.groups).toEqual([
      ['Subtasks of task a (4,007)', 'Subtask FAILED: job_batch (s1)', 'And 4,006 more'],
    ])
  })

  it('lists the subtasks of several tasks after the last end, those of the worst task first', () => {
    const log = progressLog()
    log.onStart({ ...SETTINGS, taskIds: ['a', 'b', 'c'] })
    const ended = (id: string, status: string) => {
      log.onEnd(
        taskWait({ kind: 'answered', task: task({ status, subtasks: [subtask({ status })] }) }, { id }),
      )
    }
    ended('a', 'SUCCESSFUL')
    log.onEnd(taskWait({ kind: 'not-found', error: {} }, { id: 'b' }))
    expect(log.groups).toEqual([])
    ended('c', 'FAILED')
    expect(log.groups.map(([title]) => title)).toEqual(['Subtasks of task c (1)', 'Subtasks of task a (1)'])
  })

  it('counts the tasks that are still waited for in a sign of life', () => {
    const log = progressLog()
    log.onStart({ ...SETTINGS, taskIds: ['a', 'b', 'c'] })
    log.answer(taskAnswer('RUNNING'), 1000, 1000, 'a')
    log.answer(taskAnswer('RUNNING'), 2000, 1000, 'b')
    log.onEnd(taskWait('SUCCESSFUL', { id: 'c' }))
    log.answer(taskAnswer('RUNNING'), 63_000, 1000, 'a')
    log.answer(taskAnswer('RUNNING'), 64_000, 1000, 'b')
    expect(log.info.at(-1)).toBe(
      'Still waiting for 2 of 3 tasks (1m 2s elapsed, 28m 58s left, next poll in 1s)',
    )
  })
})

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

// A log that keeps its lines, and a short way to an answer after which the wait goes on.
function progressLog() {
  const info: string[] = []
  const debug: string[] = []
  const groups: (readonly string[])[] = []
  const log = createProgressLog({
    info: (line) => info.push(line),
    debug: (line) => debug.push(line),
    group: (title, lines) => groups.push([title, ...lines]),
  })
  return {
    ...log,
    info,
    debug,
    groups,
    said: (): readonly string[] => info.map((line) => line.replace(/^Task a: (.*) \(.*left, .*\)$/, '$1')),
    answer(answer: Answer, nowMs: number, pauseMs = 1000, id = 'a'): void {
      log.onAnswer({ id, answer, decision: { state: initialState, pauseMs }, nowMs, limits: LIMITS })
    },
  }
}
