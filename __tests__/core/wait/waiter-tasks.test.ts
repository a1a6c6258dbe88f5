import { describe, expect, it } from '@jest/globals'

import type { Answer } from '../../../src/core/task/answer.ts'
import {
  answers,
  answersById,
  final,
  notFound,
  passing,
  task,
  taskAnswer,
  waitFor,
} from '../../support/data/builders.ts'
import { fakeClock } from '../../support/fakes/fake-clock.ts'

const ids500 = Array.from({ length: 500 }, (_, index) => `t${String(index)}`)

describe('waitForTasks with several tasks', () => {
  it('retries a task until the deadline when another one had a usable answer', async () => {
    const service = answersById({ a: answers(passing('cut', { httpStatus: 200 })), b: answers('SUCCESSFUL') })
    const { waits } = await waitFor(service, { ids: ['a', 'b'], timeoutMs: 600_000 })
    expect(waits.map(({ endedMs }) => endedMs)).toEqual([600_000, 125])
  })

  it('ends every task with one 401, and sends no further request', async () => {
    const fault = { reason: 'unauthorized', httpStatus: 401 } as const
    const { ends, requests, waits } = await waitFor(answers(final('unauthorized', { httpStatus: 401 })), {
      ids: ['a', 'b', 'c'],
      latencyMs: 200,
    })
    expect(ends).toEqual([1, 2, 3].map(() => ({ kind: 'refused', fault })))
    expect(requests).toEqual([{ id: 'a', atMs: 0 }])
    expect(waits.map(({ polls }) => polls)).toEqual([1, 0, 0])
  })

  it('ends a task with a 401 that comes to another one later', async () => {
    const service = answersById({ b: answers('RUNNING', final('unauthorized', { httpStatus: 401 })) })
    const { ends, clock } = await waitFor(service, { ids: ['a', 'b'] })
    expect(ends.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
    expect(clock.now()).toBe(1125)
  })

  it('lets the others go on when one is refused for another reason', async () => {
    const service = answersById({
      a: answers(final('rejected', { httpStatus: 400 })),
      b: answers('SUCCESSFUL'),
    })
    const { ends } = await waitFor(service, { ids: ['a', 'b'] })
    expect(ends.map(({ kind }) => kind)).toEqual(['refused', 'answered'])
  })

  it.each<[string, Answer, boolean]>([
    ['a usable answer', taskAnswer('RUNNING'), true],
    ['"does not exist"', notFound(), true],
    ['a 503', passing('http-status', { httpStatus: 503 }), true],
    ['a 403', final('forbidden', { httpStatus: 403 }), true],
    ['no connection', passing('connection'), false],
    ['a 401 that was cut off', passing('cut', { httpStatus: 401 }), false],
    ['an untrusted certificate', final('untrusted-certificate'), false],
  ])('lets several requests fly after %s, or not', async (...[, first, several]) => {
    const options = { ids: ['a', 'b', 'c', 'd'], latencyMs: 1000, timeoutMs: 500, notFoundGraceMs: 60_000 }
    const { mostInFlight } = await waitFor(answers(first), options)
    expect(mostInFlight).toBe(several ? 3 : 1)
  })

  it('gives 500 tasks their first poll within about a minute, 8 a second', async () => {
    const { requests, ends, clock } = await waitFor(answers('RUNNING'), { ids: ids500, timeoutMs: 0 })
    expect(requests.map(({ atMs }) => atMs)).toEqual(ids500.map((_, index) => index * 125))
    expect(new Set(ends.map(({ kind }) => kind))).toEqual(new Set(['timed-out']))
    expect(clock.now()).toBe(62_375)
  })

  it('gives 500 tasks a first and a last poll, and starts nothing else after the deadline', async () => {
    const { requests, startsOf } = await waitFor(answers('RUNNING'), { ids: ids500, timeoutMs: 90_000 })
    const late = requests.filter(({ atMs }) => atMs >= 90_000)
    expect(new Set(late.map(({ id }) => id)).size).toBe(500)
    expect(late).toHaveLength(500)
    expect(ids500.every((id) => startsOf(id).length >= 2)).toBe(true)
    expect(late.at(-1)?.atMs).toBeLessThanOrEqual(90_000 + 63_000)
  })

  it('asks for the second task after the first one was out of reach', async () => {
    const service = answersById({ a: answers(passing('connection')), b: answers('SUCCESSFUL') })
    const { ends } = await waitFor(service, { ids: ['a', 'b'], timeoutMs: 0 })
    expect(ends.map(({ kind }) => kind)).toEqual(['unreachable', 'answered'])
  })

  it('gives up all tasks together when one answer after another does not come', async () => {
    const service = answers(passing('timeout'))
    const { ends, requests, clock } = await waitFor(service, { ids: ids500, latencyMs: 15_000 })
    expect(new Set(ends.map((end) => JSON.stringify(end)))).toEqual(
      new Set(['{"kind":"unreachable","fault":{"reason":"timeout"}}']),
    )
    // Two minutes, a minute for the last round, and the attempt that is under way then.
    expect(requests.at(-1)?.atMs).toBe(180_000)
    expect(clock.now()).toBe(195_000)
  })

  it.each([
    [1250, [0, 1250]],
    [1251, [0]],
  ])('asks for the second task after %i ms, or not', async (latencyMs, startsMs) => {
    const options = { ids: ['a', 'b'], timeoutMs: 1000, latencyMs }
    const { ends, requests } = await waitFor(answers(passing('timeout')), options)
    expect(requests.map(({ atMs }) => atMs)).toEqual(startsMs)
    expect(ends.map(({ kind }) => kind)).toEqual(['unreachable', 'unreachable'])
  })

  it('asks for the second task, however late, where the first one has a fault of its own', async () => {
    const service = answers(final('untrusted-certificate'))
    const { ends, requests } = await waitFor(service, { ids: ['a', 'b'], timeoutMs: 0, latencyMs: 5000 })
    expect(requests).toHaveLength(2)
    expect(ends.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
  })

  it('keeps to the first reason for stopping', async () => {
    const stop = new AbortController()
    const hanging = (_: string, signal: AbortSignal): Promise<Answer> =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          stop.abort()
          resolve(passing('connection'))
        })
      })
    const unauthorized = final('unauthorized', { httpStatus: 401 })
    const service = answersById({ a: answers('RUNNING', unauthorized), b: hanging })
    const { ends } = await waitFor(service, { ids: ['a', 'b'], cancelled: stop.signal })
    expect(ends.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
  })

  it('keeps the order of the ids, whichever task ends first', async () => {
    const service = answersById({ a: answers('RUNNING', 'SUCCESSFUL'), b: answers('FAILED') })
    const { waits, ended } = await waitFor(service, { ids: ['a', 'b'] })
    expect(waits.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(ended.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('lets the pauses shrink when other tasks have ended', async () => {
    const ids = ids500.slice(0, 14)
    const others = Object.fromEntries(ids.slice(1).map((id) => [id, answers('RUNNING', 'SUCCESSFUL')]))
    const { startsOf } = await waitFor(answersById(others), { ids, timeoutMs: 10_000 })
    expect(startsOf('t0').slice(0, 2)).toEqual([0, 2000])
    const [, , third = 0, fourth = 0] = startsOf('t0')
    expect(fourth - third).toBe(1000)
  })

  describe('an answer for another task of the step', () => {
    const late = taskAnswer('SUCCESSFUL', {})

    it('is not believed: the task is asked for again', async () => {
      const stale = { kind: 'task', task: task({ id: 'a', status: 'SUCCESSFUL' }), attempts: 2 } as const
      const own = { kind: 'task', task: task({ id: 'b', status: 'FAILED' }) } as const
      const { ends, waits } = await waitFor(answersById({ a: answers(stale), b: answers(stale, own) }), {
        ids: ['a', 'b'],
      })
      expect(ends).toMatchObject([{ kind: 'answered' }, { kind: 'answered', task: { status: 'FAILED' } }])
      expect(waits.map(({ polls, faults }) => [polls, faults])).toEqual([
        [2, 0],
        [3, 1],
      ])
    })

    it('is none where its id is no task of the step, or is missing', async () => {
      const other = { kind: 'task', task: task({ id: 'elsewhere', status: 'SUCCESSFUL' }) } as const
      const { id: _, ...nameless } = late.kind === 'task' ? late.task : task()
      const service = answersById({ a: answers(other), b: answers({ kind: 'task', task: nameless }) })
      const { ends } = await waitFor(service, { ids: ['a', 'b'] })
      expect(ends.map(({ kind }) => kind)).toEqual(['answered', 'answered'])
    })
  })

  describe('fail-fast', () => {
    const of = (first: string) => answersById({ a: answers('RUNNING', first), b: answers('RUNNING') })
    const options = { ids: ['a', 'b'], timeoutMs: 60_000, failFast: true }

    it.each(['FAILED', 'SUSPENDED'])('ends the others as cancelled when one is %s', async (status) => {
      const service = answersById({ a: answers('RUNNING', status, status), b: answers('RUNNING') })
      const { ends, clock } = await waitFor(service, options)
      expect(ends[1]).toEqual({ kind: 'cancelled', by: 'fail-fast' })
      expect(clock.now()).toBeLessThan(4000)
    })

    it.each([
      ['SUCCESSFUL', {}, 'timed-out'],
      ['WARNING', {}, 'timed-out'],
      ['WARNING', { failOnWarning: true }, 'cancelled'],
      ['FAILED', { failFast: false }, 'timed-out'],
    ])('after %s with %j has the other end as %s', async (status, overrides, kind) => {
      const ended = { kind: 'task', task: task({ status, endTime: 1 }) } as const
      const service = answersById({ a: answers('RUNNING', ended), b: answers('RUNNING') })
      const { ends } = await waitFor(service, { ...options, ...overrides })
      expect(ends.map((end) => end.kind)).toEqual(['answered', kind])
    })

    it('says which of two reasons came first', async () => {
      const cancelled = new AbortController()
      cancelled.abort()
      const { ends } = await waitFor(of('FAILED'), { ...options, cancelled: cancelled.signal })
      expect(ends).toEqual([1, 2].map(() => ({ kind: 'cancelled', by: 'signal' })))
    })
  })

  describe('a throttled answer', () => {
    const throttled = passing('throttled', { httpStatus: 429, retryAfterMs: 5000 })

    it('holds the requests of every task for as long as the service asks', async () => {
      const service = answersById({ a: answers(throttled, 'RUNNING'), b: answers('RUNNING') })
      const { requests } = await waitFor(service, { ids: ['a', 'b'], timeoutMs: 60_000, latencyMs: 10 })
      expect(requests.slice(0, 3).map(({ id, atMs }) => [id, atMs])).toEqual([
        ['a', 0],
        ['b', 5010],
        ['a', 5197.5],
      ])
    })

    it.each([
      [passing('throttled', { httpStatus: 429 }), 1000],
      [passing('throttled', { httpStatus: 429, retryAfterMs: 10 }), 1000],
    ])('holds them for a second at least', async (answer, heldMs) => {
      const service = answersById({ a: answers(answer, 'RUNNING'), b: answers('RUNNING') })
      const { startsOf } = await waitFor(service, { ids: ['a', 'b'], timeoutMs: 60_000, latencyMs: 10 })
      expect(startsOf('b')[0]).toBe(10 + heldMs)
    })

    it('holds nothing past the deadline', async () => {
      const service = answersById({ a: answers('RUNNING', throttled), b: answers('RUNNING') })
      const { startsOf, requests } = await waitFor(service, {
        ids: ['a', 'b'],
        timeoutMs: 3000,
        latencyMs: 10,
      })
      expect(startsOf('a').length).toBe(3)
      expect(startsOf('b').at(-1)).toBeGreaterThanOrEqual(3000)
      expect(requests.at(-1)?.atMs).toBeLessThanOrEqual(4200)
    })

    it('leaves a neighbour its share of the quota, so that no task is lost', async () => {
      const ids = Array.from({ length: 100 }, (_, index) => `t${String(index)}`)
      const sent: number[] = []
      const clock = fakeClock()
      const quota = 5
      const { ends, requests } = await waitFor(
        () => {
          sent.push(clock.now())
          const lastSecond = sent.filter((atMs) => atMs > clock.now() - 1000).length
          return Promise.resolve(
            lastSecond > quota ? passing('throttled', { httpStatus: 429 }) : taskAnswer('SUCCESSFUL'),
          )
        },
        { ids, timeoutMs: 120_000, clock },
      )
      expect(new Set(ends.map(({ kind }) => kind))).toEqual(new Set(['answered']))
      expect(requests.length).toBeLessThan(160)
      expect(clock.now()).toBeLessThan(60_000)
    })
  })
})
