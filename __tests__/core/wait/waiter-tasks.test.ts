import { getEventListeners } from 'node:events'

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

  it('ends a task with a later 401 of another one', async () => {
    const service = answersById({ b: answers('RUNNING', final('unauthorized', { httpStatus: 401 })) })
    const { ends, clock } = await waitFor(service, { ids: ['a', 'b'] })
    expect(ends.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
    expect(clock.now()).toBe(1125)
  })

  it('continues with the others when one is refused for another reason', async () => {
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
  ])('decides by %s whether several requests may be in flight', async (...[, first, several]) => {
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

  it('gives 500 tasks a first and a last poll, and starts no other request after the deadline', async () => {
    const { requests, startsOf } = await waitFor(answers('RUNNING'), { ids: ids500, timeoutMs: 90_000 })
    const late = requests.filter(({ atMs }) => atMs >= 90_000)
    expect(new Set(late.map(({ id }) => id)).size).toBe(500)
    expect(late).toHaveLength(500)
    expect(ids500.every((id) => startsOf(id).length >= 2)).toBe(true)
    expect(late.at(-1)?.atMs).toBeLessThanOrEqual(90_000 + 63_000)
  })

  // Node 20 writes a warning into the log at the eleventh.
  it('gives each task a signal of its own, so that no signal collects listeners', async () => {
    const listeners: number[] = []
    const service = (_: string, signal: AbortSignal): Promise<Answer> => {
      listeners.push(getEventListeners(signal, 'abort').length)
      return Promise.resolve(taskAnswer('RUNNING'))
    }
    await waitFor(service, { ids: ids500, timeoutMs: 90_000 })
    expect(Math.max(...listeners)).toBe(0)
  })

  it('polls the second task after the first one was unreachable', async () => {
    const service = answersById({ a: answers(passing('connection')), b: answers('SUCCESSFUL') })
    const { ends } = await waitFor(service, { ids: ['a', 'b'], timeoutMs: 0 })
    expect(ends.map(({ kind }) => kind)).toEqual(['unreachable', 'answered'])
  })

  it('gives up all tasks together if no answer comes', async () => {
    const service = answers(passing('timeout'))
    const { ends, requests, clock } = await waitFor(service, { ids: ids500, latencyMs: 15_000 })
    expect(new Set(ends.map((end) => JSON.stringify(end)))).toEqual(
      new Set(['{"kind":"unreachable","fault":{"reason":"timeout"}}']),
    )
    // Two minutes, then one attempt and a minute for the last round.
    expect(requests.at(-1)?.atMs).toBe(195_000)
    expect(clock.now()).toBe(120_000 + 15_000 + 62_500)
  })

  describe('whose first requests hang', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']

    it.each([
      [1, [0, 3000, 3125, 3250, 3375]],
      [2, [0, 3000, 6000, 6125, 6250]],
      [3, [0, 3000, 6000, 15_000, 15_125]],
    ])('gives the others their verdict when %i hang', async (hanging, startsMs) => {
      const latencyMs = (id: string): number => (ids.indexOf(id) < hanging ? 15_000 : 0)
      const service = answersById(
        Object.fromEntries(
          ids.map((id, index) => [id, answers(index < hanging ? passing('timeout') : 'SUCCESSFUL')]),
        ),
      )
      const { ends, requests } = await waitFor(service, { ids, timeoutMs: 0, latencyMs })
      expect(requests.map(({ atMs }) => atMs)).toEqual(startsMs)
      expect(ends.map(({ kind }) => kind)).toEqual(
        ids.map((_, index) => (index < hanging ? 'unreachable' : 'answered')),
      )
    })

    it('polls the next one though the first has a permanent fault', async () => {
      const service = answers(final('untrusted-certificate'))
      const { ends, requests } = await waitFor(service, { ids: ['a', 'b'], timeoutMs: 0, latencyMs: 5000 })
      expect(requests.map(({ atMs }) => atMs)).toEqual([0, 3000])
      expect(ends.map(({ kind }) => kind)).toEqual(['refused', 'refused'])
    })

    it('ends on time when all hang, with the fault that was seen', async () => {
      const options = { ids, timeoutMs: 2000, latencyMs: 15_000 }
      const { ends, requests, clock } = await waitFor(answers(passing('timeout')), options)
      expect(requests.map(({ id, atMs }) => [id, atMs])).toEqual([
        ['a', 0],
        ['b', 3000],
        ['c', 6000],
        ['d', 15_000],
      ])
      expect(new Set(ends.map(({ kind }) => kind))).toEqual(new Set(['unreachable']))
      expect(clock.now()).toBe(2000 + 15_000 + 5 * 125)
    })

    it('starts no request after the end of the last round, even if this process stalled', async () => {
      const clock = fakeClock()
      const stall = (): Promise<Answer> => {
        clock.advance(60_000)
        return Promise.resolve(final('untrusted-certificate'))
      }
      const { ends, requests } = await waitFor(stall, { ids: ['a', 'b'], timeoutMs: 0, clock })
      expect(requests.map(({ id }) => id)).toEqual(['a'])
      expect(ends).toMatchObject([{ kind: 'refused' }, { kind: 'unreachable', fault: { reason: 'timeout' } }])
    })
  })

  describe('that are refused with HTTP 401', () => {
    const fault = { reason: 'unauthorized', httpStatus: 401 } as const
    const again: Answer = { kind: 'final', fault, worthRepeating: true }

    it('are polled once more in their turn if the credential has changed', async () => {
      const ids = ids500.slice(0, 40)
      const keys = { refusedUntilMs: 6000 }
      const clock = fakeClock()
      const { ends, requests, waits } = await waitFor(
        () => Promise.resolve(clock.now() < keys.refusedUntilMs ? again : taskAnswer('SUCCESSFUL')),
        { ids, clock, latencyMs: (id) => (id === 't0' ? 0 : 5500), timeoutMs: 60_000 },
      )
      // The first is refused, and so proves nothing; the others follow one at a time.
      expect(new Set(ends.map(({ kind }) => kind))).toEqual(new Set(['answered']))
      expect(requests.slice(0, 2).map(({ id, atMs }) => [id, atMs])).toEqual([
        ['t0', 0],
        ['t1', 125],
      ])
      requests.slice(1).forEach(({ atMs }, index) => {
        expect(atMs - (requests[index]?.atMs ?? 0)).toBeGreaterThanOrEqual(125)
      })
      expect(waits[0]).toMatchObject({ polls: 2, faults: 0 })
    })

    it('end all after four refusals, before the key is locked', async () => {
      const { ends, requests } = await waitFor(answers(again), { ids: ids500 })
      expect(requests.map(({ id }) => id)).toEqual(['t0', 't1', 't2', 't3'])
      expect(new Set(ends.map((end) => end.kind))).toEqual(new Set(['refused']))
    })

    it('are all polled once more if answers have shown the credential to be accepted', async () => {
      const { ends } = await waitFor(answers('RUNNING', again, 'SUCCESSFUL'), { ids: ids500.slice(0, 10) })
      expect(new Set(ends.map(({ kind }) => kind))).toEqual(new Set(['answered']))
    })

    it('are not polled a third time', async () => {
      const service = answers('RUNNING', again)
      const { ends, requests } = await waitFor(service)
      expect(requests).toHaveLength(3)
      expect(ends).toMatchObject([{ kind: 'refused', fault: { reason: 'unauthorized' } }])
    })
  })

  describe('whose key has ended', () => {
    it('wait for the new one before they enter the budget', async () => {
      const ids = ids500.slice(0, 40)
      const clock = fakeClock()
      const key = { endsMs: 1000 }
      const renewal = { running: undefined as Promise<void> | undefined }
      const { requests } = await waitFor(answers('RUNNING'), {
        ids,
        clock,
        timeoutMs: 60_000,
        awaitCredential() {
          if (clock.now() < key.endsMs) return undefined
          renewal.running ??= clock.sleep(12_000, new AbortController().signal).then(() => {
            key.endsMs = Number.POSITIVE_INFINITY
          })
          return renewal.running
        },
      })
      const startsMs = requests.map(({ atMs }) => atMs)
      expect(startsMs.filter((atMs) => atMs >= 1000 && atMs < 13_000)).toEqual([])
      const afterwards = startsMs.filter((atMs) => atMs >= 13_000)
      afterwards.slice(8).forEach((atMs, index) => {
        expect(atMs - (afterwards[index] ?? 0)).toBeGreaterThanOrEqual(1000)
      })
    })

    it('end on time if none comes, by their last usable answer', async () => {
      const clock = fakeClock()
      const { ends } = await waitFor(answers('RUNNING'), {
        ids: ['a', 'b'],
        clock,
        timeoutMs: 10_000,
        awaitCredential: () => (clock.now() < 1500 ? undefined : new Promise(() => undefined)),
      })
      expect(ends.map(({ kind }) => kind)).toEqual(['timed-out', 'timed-out'])
      expect(clock.now()).toBe(10_000 + 15_000 + 2 * 125)
    })

    it.each<readonly [string, Answer | undefined, object]>([
      ['is not known', undefined, {}],
      ['is a refusal', final('forbidden', { signIn: 'IAM' }), {}],
      [
        'is a renewal without an answer',
        passing('timeout', { signIn: 'IAM' }),
        { fault: { reason: 'timeout', signIn: 'IAM' } },
      ],
    ])('end with the reason for it, if it %s', async (_what, problem, reported) => {
      const clock = fakeClock()
      const { ends } = await waitFor(answers('RUNNING'), {
        clock,
        timeoutMs: 10_000,
        awaitCredential: () => (clock.now() < 1500 ? undefined : new Promise(() => undefined)),
        keyProblem: () => problem,
      })
      expect(ends).toEqual([{ kind: 'timed-out', task: task(), ...reported }])
    })

    it('stop waiting for it as soon as the run is cancelled', async () => {
      const clock = fakeClock()
      const stop = new AbortController()
      void clock.sleep(3000, new AbortController().signal).then(() => {
        stop.abort()
      })
      const { ends } = await waitFor(answers('RUNNING'), {
        clock,
        cancelled: stop.signal,
        awaitCredential: () => (clock.now() < 1500 ? undefined : new Promise(() => undefined)),
      })
      expect(ends).toEqual([{ kind: 'cancelled', by: 'signal' }])
      expect(clock.now()).toBe(3000)
    })

    it('neither slow the step nor prove the credential when the renewal fails', async () => {
      const noKey = { ...passing('throttled', { httpStatus: 429, retryAfterMs: 60_000 }), attempts: 0 }
      const service = answersById({ a: answers(noKey), b: answers('SUCCESSFUL'), c: answers('SUCCESSFUL') })
      const { startsOf, waits } = await waitFor(service, { ids: ['a', 'b', 'c'], timeoutMs: 10_000 })
      expect([startsOf('b'), startsOf('c')]).toEqual([[125], [250]])
      expect(waits[0]).toMatchObject({ polls: 0, end: { kind: 'unreachable' } })
    })
  })

  it('speeds up a throttled step from the deadline on, and not before', async () => {
    const throttled = passing('throttled', { httpStatus: 429 })
    const script = [throttled, throttled, throttled, throttled]
    const { requests } = await waitFor(() => Promise.resolve(script.pop() ?? notFound()), {
      ids: ids500.slice(0, 100),
      timeoutMs: 30_000,
      notFoundGraceMs: 60_000,
    })
    const gapAfter = (startMs: number): number =>
      (requests.find(({ atMs }) => atMs > startMs)?.atMs ?? 0) - startMs
    expect([gapAfter(4000), gapAfter(29_500), gapAfter(30_000)]).toEqual([500, 500, 225])
  })

  describe('after the deadline', () => {
    it.each([60, 500])('%i tasks end on time though every request is throttled', async (count) => {
      const ids = ids500.slice(0, count)
      const clock = fakeClock()
      const timeoutMs = 90_000
      const { ends, requests } = await waitFor(
        () =>
          Promise.resolve(
            clock.now() < 80_000 ? taskAnswer('RUNNING') : passing('throttled', { httpStatus: 429 }),
          ),
        { ids, clock, timeoutMs, latencyMs: 150 },
      )
      expect(clock.now()).toBeLessThanOrEqual(timeoutMs + 15_000 + count * 125)
      const late = requests.filter(({ atMs }) => atMs >= timeoutMs)
      expect(new Set(late.map(({ id }) => id)).size).toBe(count)
      expect(late).toHaveLength(count)
      // The answers of the last round had time to arrive.
      expect(late.at(-1)?.atMs).toBeLessThanOrEqual(timeoutMs + 10_000 + count * 125)
      expect(new Set(ends.map(({ kind }) => kind))).toEqual(new Set(['timed-out']))
    })
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

  it('keeps the order of the ids if the tasks end in another order', async () => {
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

    it('is rejected, and the task is polled again', async () => {
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

    it('is accepted if its id is missing or belongs to no task of the step', async () => {
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
    ])('holds them for at least a second', async (answer, heldMs) => {
      const service = answersById({ a: answers(answer, 'RUNNING'), b: answers('RUNNING') })
      const { startsOf } = await waitFor(service, { ids: ['a', 'b'], timeoutMs: 60_000, latencyMs: 10 })
      expect(startsOf('b')[0]).toBe(10 + heldMs)
    })

    it('holds the requests for as long as a 503 asks, too', async () => {
      const unavailable = passing('http-status', { httpStatus: 503, retryAfterMs: 5000 })
      const service = answersById({ a: answers(unavailable, 'RUNNING'), b: answers('RUNNING') })
      const { startsOf } = await waitFor(service, { ids: ['a', 'b'], timeoutMs: 60_000, latencyMs: 10 })
      expect([startsOf('a')[1], startsOf('b')[0]]).toEqual([5197.5, 5010])
    })

    it('holds nothing longer than the wait may last before the service is reached', async () => {
      const unavailable = passing('http-status', { httpStatus: 503, retryAfterMs: 3_600_000 })
      const { clock, ends } = await waitFor(answers(unavailable))
      expect(clock.now()).toBe(120_000)
      expect(ends[0]?.kind).toBe('unreachable')
    })

    it('lengthens the pauses, which shrink after a good answer and not after a fault', async () => {
      const fault = passing('http-status', { httpStatus: 503 })
      const service = answers(
        passing('throttled', { httpStatus: 429 }),
        fault,
        fault,
        'RUNNING',
        'SUCCESSFUL',
      )
      const { startsOf } = await waitFor(service, { minMs: 4000 })
      // The throttling stretches by 1.5, and the only good answer shrinks that by 0.9.
      expect(startsOf('a')).toEqual([0, 6000, 10_000, 14_000, 14_000 + 1.5 * 0.9 * 4000])
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

    it('leaves another client its share of the limit and loses no task', async () => {
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
