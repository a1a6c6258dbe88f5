import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Answer } from '../../../src/core/task/answer.ts'
import { failsStep, verdictOf } from '../../../src/core/wait/verdict.ts'
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

describe('waitForTasks', () => {
  it('polls immediately, then at growing intervals, and ends with the first final answer', async () => {
    const service = answers('RUNNING', 'RUNNING', 'RUNNING', taskAnswer('SUCCESSFUL', { requestId: 'r' }))
    const { startMs, waits, startsOf } = await waitFor(service, { startMs: 7000 })
    expect(startMs).toBe(7000)
    expect(startsOf('a')).toEqual([7000, 8000, 9000, 10_000])
    const end = { kind: 'answered', task: task({ status: 'SUCCESSFUL' }) }
    const counts = { polls: 4, faults: 0, throttles: 0, endedMs: 10_000 }
    expect(waits).toStrictEqual([{ id: 'a', end, task: end.task, requestId: 'r', ...counts }])
  })

  it('polls once more exactly at the deadline', async () => {
    const { ends, startsOf, clock } = await waitFor(answers('RUNNING'), { timeoutMs: 2500 })
    expect(ends).toEqual([{ kind: 'timed-out', task: task() }])
    expect(startsOf('a')).toEqual([0, 1000, 2000, 2500])
    expect(clock.now()).toBe(2500)
  })

  it('notices an end that only the last poll can see', async () => {
    const service = answers('RUNNING', 'RUNNING', 'RUNNING', 'SUCCESSFUL')
    const { ends } = await waitFor(service, { timeoutMs: 2500 })
    expect(ends[0]?.kind).toBe('answered')
  })

  it.each([
    ['RUNNING', 'timed-out'],
    ['PAUSED', 'unknown-status'],
    ['WARNING', 'timed-out'],
    ['SUCCESSFUL', 'answered'],
    [notFound(), 'not-found'],
    [passing('connection'), 'unreachable'],
  ])('polls once with a timeout of 0: %j is %s', async (answer, kind) => {
    const { ends, requests } = await waitFor(answers(answer), { timeoutMs: 0, notFoundGraceMs: 60_000 })
    expect(ends[0]?.kind).toBe(kind)
    expect(requests).toHaveLength(1)
  })

  it('tolerates "does not exist" for the grace', async () => {
    const found = await waitFor(answers(notFound(), notFound(), 'SUCCESSFUL'), { notFoundGraceMs: 5000 })
    expect(found.ends[0]?.kind).toBe('answered')
    const lost = await waitFor(answers(notFound()), { notFoundGraceMs: 5000 })
    expect(lost.ends[0]?.kind).toBe('not-found')
    expect(lost.clock.now()).toBe(5000)
  })

  it('retries for two minutes if the service is not reached', async () => {
    const { ends, waits, clock } = await waitFor(answers(passing('connection', { detail: 'ENOTFOUND' })))
    expect(ends).toEqual([{ kind: 'unreachable', fault: { reason: 'connection', detail: 'ENOTFOUND' } }])
    expect(clock.now()).toBe(120_000)
    expect(waits[0]?.faults).toBe(waits[0]?.polls)
  })

  it.each([
    ['RUNNING', 'timed-out'],
    ['PAUSED', 'unknown-status'],
    [notFound(), 'not-found'],
    [passing('throttled'), 'unreachable'],
  ])('retries until the deadline after %j', async (first, kind) => {
    const service = answers(first, passing('http-status', { httpStatus: 503 }))
    const { ends, clock } = await waitFor(service, { timeoutMs: 600_000, notFoundGraceMs: 1000 })
    expect(ends[0]?.kind).toBe(kind)
    expect(clock.now()).toBe(600_000)
  })

  it('stretches the pauses after a 429 and shrinks them with good answers', async () => {
    const service = answers(passing('throttled', { retryAfterMs: 4000 }), 'RUNNING')
    const { clock, waits } = await waitFor(service, { timeoutMs: 60_000, maxMs: 1000 })
    // A good answer counts once in three seconds.
    const times = [1, 1, 1, 2, 2, 2, 3, 3, 3]
    const expected = [4000, ...times.map((count) => 1000 * 1.5 * 0.9 ** count), 1000]
    expected.forEach((pauseMs, index) => {
      expect(clock.sleeps[index]).toBeCloseTo(pauseMs, 6)
    })
    expect(waits[0]).toMatchObject({ faults: 0, throttles: 1 })
  })

  it('neither stretches nor relaxes the pauses for any other fault', async () => {
    const service = answers(passing('throttled'), passing('http-status', { httpStatus: 503 }), 'RUNNING')
    const { clock } = await waitFor(service, { timeoutMs: 10_000 })
    expect(clock.sleeps[2]).toBeCloseTo(1000 * 1.5 * 0.9, 6)
  })

  it('draws a random number for each pause', async () => {
    const chances = [0, 1, 0.5]
    const random = (): number => chances.shift() ?? 0.5
    const { clock } = await waitFor(answers('RUNNING'), { timeoutMs: 10_000, random })
    expect(clock.sleeps.slice(0, 3).map(Math.round)).toEqual([900, 1100, 1000])
  })

  it('makes the last poll of a task that was unreachable until then', async () => {
    const clock = fakeClock()
    const service = (): Promise<Answer> =>
      Promise.resolve(clock.now() < 9950 ? passing('connection') : taskAnswer('SUCCESSFUL'))
    const { ends, startsOf } = await waitFor(service, { timeoutMs: 10_000, clock })
    expect(ends[0]?.kind).toBe('answered')
    expect(startsOf('a').at(-1)).toBe(10_000)
  })

  it('sends nothing when it is cancelled before it begins', async () => {
    const { ends, requests, waits } = await waitFor(answers('SUCCESSFUL'), { cancelled: AbortSignal.abort() })
    expect(ends).toEqual([{ kind: 'cancelled', by: 'signal' }])
    expect(requests).toEqual([])
    expect(waits[0]?.polls).toBe(0)
  })

  it.each([
    ['that fails for it', passing('connection'), 'cancelled'],
    ['that says the task runs', taskAnswer('RUNNING'), 'cancelled'],
    ['that says the task has ended', taskAnswer('SUCCESSFUL'), 'answered'],
  ])('is cancelled during an attempt %s', async (_, answer, kind) => {
    const stop = new AbortController()
    const clock = fakeClock()
    const service = (): Promise<Answer> => {
      stop.abort()
      return Promise.resolve(answer)
    }
    const { waits, requests, events } = await waitFor(service, { cancelled: stop.signal, clock })
    expect(waits[0]).toMatchObject({ end: { kind }, polls: 1, faults: 0 })
    expect(requests).toHaveLength(1)
    expect(events).toHaveLength(answer.kind === 'passing' ? 0 : 1)
    expect(clock.now()).toBe(0)
  })

  it('is cancelled during a pause, at once and for all tasks', async () => {
    const stop = new AbortController()
    const clock = fakeClock()
    void clock.sleep(1500, new AbortController().signal).then(() => {
      stop.abort()
    })
    const options = { ids: ['a', 'b'], cancelled: stop.signal, clock }
    const { ends, waits } = await waitFor(answers('RUNNING'), options)
    expect(ends).toEqual([1, 2].map(() => ({ kind: 'cancelled', by: 'signal' })))
    expect(waits.map(({ endedMs, polls }) => [endedMs, polls])).toEqual([
      [1500, 2],
      [1500, 2],
    ])
    expect(waits[0]?.task).toEqual(task())
  })

  it('counts every request that an answer took', async () => {
    const { waits } = await waitFor(answers({ ...taskAnswer('RUNNING'), attempts: 2 }, 'SUCCESSFUL'))
    expect(waits[0]?.polls).toBe(3)
  })

  it('reports each answer and each end', async () => {
    const { events, ended, waits } = await waitFor(answers('RUNNING', 'FAILED'), {
      startMs: 500,
      timeoutMs: 60_000,
    })
    const limits = { startMs: 500, deadlineMs: 60_500, notFoundGraceMs: 0 }
    expect(events).toMatchObject([
      { id: 'a', answer: taskAnswer('RUNNING'), decision: { pauseMs: 1000 }, nowMs: 500, limits },
      { id: 'a', answer: taskAnswer('FAILED'), decision: { end: { kind: 'answered' } }, nowMs: 1500, limits },
    ])
    expect(ended).toEqual(waits)
  })
})

describe('any sequence of answers', () => {
  const anAnswer = fc.oneof(
    fc
      .constantFrom('RUNNING', 'RUNNING', 'WARNING', 'SUCCESSFUL', 'FAILED', 'NEW')
      .map((word) => taskAnswer(word)),
    fc.constantFrom(
      notFound(),
      passing('connection'),
      passing('cut', { httpStatus: 200 }),
      final('rejected'),
    ),
    fc.nat({ max: 90_000 }).map((retryAfterMs) => passing('throttled', { httpStatus: 429, retryAfterMs })),
  )
  const script = fc.array(anAnswer, { minLength: 1, maxLength: 8 })
  const options = fc.record({
    timeoutMs: fc.integer({ min: 0, max: 60_000 }),
    notFoundGraceMs: fc.nat({ max: 60_000 }),
    startMs: fc.nat({ max: 1_000_000 }),
  })

  it('ends by the deadline, sleeps never past it, and counts every request', async () => {
    await fc.assert(
      fc.asyncProperty(script, options, async (given, wanted) => {
        const { clock, waits, requests, startMs } = await waitFor(answers(...given), wanted)
        const deadlineMs = startMs + wanted.timeoutMs
        const [previousMs = Number.NaN, lastMs] = requests.slice(-2).map(({ atMs }) => atMs)
        // The budget keeps requests 125 ms apart, and up to 500 ms after throttling.
        expect(lastMs ?? previousMs).toBeLessThanOrEqual(Math.max(deadlineMs, previousMs + 500) + 1e-6)
        expect(clock.now()).toBe(lastMs ?? previousMs)
        expect(waits[0]?.polls).toBe(requests.length)
        expect(requests[0]?.atMs).toBe(startMs)
        expect(waits[0]?.endedMs).toBe(requests.at(-1)?.atMs)
      }),
      {
        numRuns: 50,
        // Every request is throttled, with a last one half a second after the one before the deadline.
        examples: [
          [
            [passing('throttled', { httpStatus: 429, retryAfterMs: 0 })],
            { timeoutMs: 49_001, notFoundGraceMs: 0, startMs: 0 },
          ],
        ],
      },
    )
  })

  it('succeeds only if the last answer to each task says so', async () => {
    const scripts = fc.array(script, { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(scripts, options, async (given, wanted) => {
        const ids = given.map((_, index) => `t${String(index)}`)
        const service = answersById(
          Object.fromEntries(given.map((one, index) => [`t${String(index)}`, answers(...one)])),
        )
        const { waits, events, startMs } = await waitFor(service, { ...wanted, ids })
        for (const { id, end, endedMs } of waits) {
          expect(endedMs).toBeLessThanOrEqual(startMs + wanted.timeoutMs + 500 * ids.length)
          if (failsStep(verdictOf(end), false)) continue
          const last = events.filter((event) => event.id === id).at(-1)?.answer
          expect(last).toMatchObject({
            kind: 'task',
            task: { status: expect.stringMatching(/^(SUCCESSFUL|WARNING)$/) },
          })
        }
      }),
      { numRuns: 50 },
    )
  })
})
