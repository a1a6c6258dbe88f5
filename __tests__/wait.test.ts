import { describe, expect, it } from '@jest/globals'

import type { PollTask } from '../src/core/task/answer.ts'
import { SetupError } from '../src/inputs/setup-error.ts'
import { type Report, reportOfProblems } from '../src/core/report/report.ts'
import { readInputs } from '../src/inputs/wait.ts'
import { run, type WaitCalls } from '../src/wait.ts'
import { answers, answersById, final, taskAnswer } from './support/data/builders.ts'
import { fakeClock } from './support/fakes/fake-clock.ts'

const WALL_MS = Date.UTC(2026, 0, 31)

describe('run', () => {
  it('makes its calls in order', async () => {
    const { calls, published, succeeded } = await carriedOut()
    expect(calls).toEqual([
      'readInputs',
      'onSignIn',
      'announce',
      'connect',
      'onStart',
      'poll a',
      'onAnswer',
      'onEnd',
      'publish',
    ])
    expect(succeeded).toBe(true)
    expect(published).toEqual([
      {
        verdict: 'SUCCESSFUL',
        failsStep: false,
        problems: [],
        place: {
          project: 'p1',
          workspace: 'w1',
          region: 'cn-north-4',
          endpoint: 'https://dayu-dlf.cn-north-4.myhuaweicloud.com',
          credential: { kind: 'token', from: 'the `token` input' },
        },
        tasks: [expect.objectContaining({ id: 'a', verdict: 'SUCCESSFUL', polls: 1, noticedMs: WALL_MS })],
        timeoutMs: 1_800_000,
        elapsedMs: 0,
        polls: 1,
        faults: 0,
        throttles: 0,
      },
    ])
  })

  it('passes the inputs to the calls that take them', async () => {
    const seen: unknown[] = []
    await carriedOut({
      connect: (given) => {
        seen.push(given)
        return Promise.resolve({ poll: answers('SUCCESSFUL') })
      },
      onStart: (given) => {
        seen.push(given)
      },
    })
    expect(seen).toEqual([inputs({}), inputs({})])
  })

  it.each([
    ['SUCCESSFUL', 'false', true],
    ['WARNING', 'false', true],
    ['WARNING', 'true', false],
    ['FAILED', 'false', false],
  ])('with %s and fail-on-warning %s returns %s', async (status, failOnWarning, succeeds) => {
    const { published, succeeded } = await carriedOut({
      readInputs: () => inputs({ 'fail-on-warning': failOnWarning }),
      connect: () => Promise.resolve({ poll: answers(taskAnswer({ status, endTime: 1 })) }),
    })
    expect(succeeded).toBe(succeeds)
    expect(published).toMatchObject([{ verdict: status, failsStep: !succeeds }])
  })

  it('reports every task in the order of the inputs, and the worst verdict', async () => {
    const { published, succeeded } = await carriedOut({
      readInputs: () => inputs({ 'task-id': 'c a b' }),
      connect: () =>
        Promise.resolve({
          poll: answersById({
            a: answers('RUNNING', 'FAILED'),
            b: answers(taskAnswer({ id: 'b', status: 'SUCCESSFUL' })),
            c: answers(taskAnswer({ id: 'c', status: 'WARNING', endTime: 1 })),
          }),
        }),
    })
    expect(succeeded).toBe(false)
    expect(published).toHaveLength(1)
    expect(published[0]?.tasks.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['c', 'WARNING'],
      ['a', 'FAILED'],
      ['b', 'SUCCESSFUL'],
    ])
    expect(published[0]?.verdict).toBe('FAILED')
  })

  it('uses the times of the inputs', async () => {
    const { published, clock } = await carriedOut({
      readInputs: () => inputs({ timeout: '20s', 'min-poll-interval': '5s', 'max-poll-interval': '5s' }),
      connect: () => Promise.resolve({ poll: answers('RUNNING') }),
    })
    expect(clock.now()).toBe(20_000)
    expect(published).toMatchObject([
      { verdict: 'TIMED_OUT', timeoutMs: 20_000, elapsedMs: 20_000, polls: 5 },
    ])
  })

  it('tolerates a missing task within not-found-grace', async () => {
    const missing = { kind: 'not-found', error: { code: 'DLF.0810' } } as const
    const { published, succeeded } = await carriedOut({
      readInputs: () => inputs({ 'not-found-grace': '10s' }),
      connect: () => Promise.resolve({ poll: answers(missing, missing, 'SUCCESSFUL') }),
    })
    expect(succeeded).toBe(true)
    expect(published).toMatchObject([{ verdict: 'SUCCESSFUL', polls: 3 }])
  })

  it('reports a cancelled wait', async () => {
    const cancelled = new AbortController()
    const poll: PollTask = () => {
      cancelled.abort()
      return Promise.resolve({ kind: 'passing', fault: { reason: 'connection', detail: 'cancelled' } })
    }
    const { published, succeeded } = await carriedOut({
      connect: () => Promise.resolve({ poll: poll }),
      cancelled: cancelled.signal,
    })
    expect(succeeded).toBe(false)
    expect(published).toMatchObject([{ verdict: 'CANCELLED', failsStep: true }])
  })

  it('reports a refusal', async () => {
    const { published, succeeded } = await carriedOut({
      connect: () => Promise.resolve({ poll: answers(final('unauthorized', { httpStatus: 401 })) }),
    })
    expect(succeeded).toBe(false)
    expect(published).toMatchObject([{ verdict: 'ERROR', polls: 1 }])
  })

  it('publishes a report of invalid inputs, and sends nothing', async () => {
    const problems = ["Input 'project' is empty.", "Input 'token' is empty."]
    const { calls, published, succeeded } = await carriedOut({
      readInputs: () => {
        throw new SetupError(problems)
      },
    })
    expect(succeeded).toBe(false)
    expect(published).toEqual([reportOfProblems({ problems, nextStep: 'fix-inputs' })])
    expect(calls).toEqual(['publish'])
  })

  it('publishes a report of a failed sign-in', async () => {
    const { calls, published, succeeded } = await carriedOut({
      connect: () =>
        Promise.reject(new SetupError(['The agency is not known.'], { error: { code: 'PAP5.0001' } })),
    })
    expect(succeeded).toBe(false)
    expect(published).toEqual([
      reportOfProblems({
        problems: ['The agency is not known.'],
        nextStep: 'fix-sign-in',
        error: { code: 'PAP5.0001' },
        ids: ['a'],
      }),
    ])
    expect(calls).toEqual(['readInputs', 'onSignIn', 'announce', 'publish'])
  })

  it('gives every task its verdict if the run is cancelled while signing in', async () => {
    const cancelled = new AbortController()
    const { published, succeeded } = await carriedOut({
      readInputs: () => inputs({ 'task-id': 'a b' }),
      connect: () => {
        cancelled.abort()
        return Promise.resolve(undefined)
      },
      cancelled: cancelled.signal,
    })
    expect(succeeded).toBe(false)
    expect(published).toMatchObject([{ verdict: 'CANCELLED', polls: 0, tasks: [{ id: 'a' }, { id: 'b' }] }])
  })

  it.each<readonly [string, Partial<WaitCalls>]>([
    [
      'inputs',
      {
        readInputs: () => {
          throw new TypeError('x is not a function')
        },
      },
    ],
    [
      'start',
      {
        onStart: () => {
          throw new TypeError('x is not a function')
        },
      },
    ],
    [
      'polls',
      {
        connect: () => Promise.resolve({ poll: () => Promise.reject(new TypeError('x is not a function')) }),
      },
    ],
    [
      'log',
      {
        onAnswer: () => {
          throw new TypeError('x is not a function')
        },
      },
    ],
  ])('publishes a report of an internal error in its %s', async (where, ports) => {
    const { published, succeeded } = await carriedOut(ports)
    expect(succeeded).toBe(false)
    expect(published).toEqual([
      reportOfProblems({
        problems: ['Internal error: x is not a function.'],
        nextStep: 'report-bug',
        ids: where === 'inputs' ? [] : ['a'],
      }),
    ])
  })

  it('publishes a report of a thrown value that is not an Error', async () => {
    const { published } = await carriedOut({
      readInputs: () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- others' code may throw anything
        throw 'a text'
      },
    })
    expect(published[0]?.problems).toEqual(['Internal error: a text.'])
  })
})

const GIVEN: Readonly<Record<string, string>> = {
  'task-id': 'a',
  project: 'p1',
  workspace: 'w1',
  region: 'cn-north-4',
  token: 'T0KEN-OF-THE-TEST',
}

function inputs(given: Readonly<Record<string, string>>): ReturnType<typeof readInputs> {
  const all = { ...GIVEN, ...given }
  return readInputs({ readInput: (name) => all[name] ?? '', readVariable: () => '' })
}

// Runs the use case over calls that are recorded; by default one task that succeeds.
async function carriedOut(ports: Partial<WaitCalls> = {}) {
  const calls: string[] = []
  const published: Report[] = []
  const clock = fakeClock()
  const succeeded = await run({
    readInputs: () => {
      calls.push('readInputs')
      return inputs({})
    },
    connect: () => {
      calls.push('connect')
      const poll = answers('SUCCESSFUL')
      return Promise.resolve({
        poll: (id, signal) => {
          calls.push(`poll ${id}`)
          return poll(id, signal)
        },
      })
    },
    onSignIn: () => {
      calls.push('onSignIn')
    },
    onStart: () => {
      calls.push('onStart')
    },
    announce: () => {
      calls.push('announce')
      return Promise.resolve()
    },
    onAnswer: () => {
      calls.push('onAnswer')
    },
    onEnd: () => {
      calls.push('onEnd')
    },
    publish: async (report) => {
      await Promise.resolve()
      calls.push('publish')
      published.push(report)
    },
    clock,
    random: () => 0.5,
    wallClock: () => WALL_MS,
    cancelled: new AbortController().signal,
    ...ports,
  })
  return { calls, published, succeeded, clock }
}
