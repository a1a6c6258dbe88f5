import { describe, expect, it } from '@jest/globals'

import { SetupError } from '../src/inputs/setup-error.ts'
import { throttlePauseMs } from '../src/core/wait/pauses.ts'
import { createCredential } from '../src/huaweicloud/credential/credentials.ts'
import type { HttpResult } from '../src/http/transport.ts'
import { createServiceClock } from '../src/huaweicloud/service/service-clock.ts'
import { importJobs, type ImportPorts } from '../src/import.ts'
import { type FakeClock, fakeClock } from './support/fakes/fake-clock.ts'
import { type FakeRunner, fakeRunner } from './support/fakes/fake-runner.ts'

const GIVEN = {
  path: 'obs://my-bucket/jobs.zip',
  'same-name-policy': 'OVERWRITE',
  project: 'p1',
  endpoint: 'https://dlf.example',
  token: 'T0ken',
}
const REFUSED: HttpResult = { kind: 'failure', reason: 'connection', detail: 'ECONNREFUSED' }
const RESET: HttpResult = { kind: 'failure', reason: 'connection', detail: 'ECONNRESET' }
const STARTED: HttpResult = response(200, { taskId: '008a' })

function response(status: number, body: unknown, headers = {}): HttpResult {
  return { kind: 'response', status, headers, body: JSON.stringify(body) }
}

type Options = Partial<ImportPorts> & {
  readonly inputs?: Readonly<Record<string, string>>
  readonly clock?: FakeClock
  readonly runner?: FakeRunner
}

/** Imports from a service that gives these results, the last of them for ever. */
async function imported(results: readonly HttpResult[], options: Options = {}) {
  const clock = options.clock ?? fakeClock()
  const runner = options.runner ?? fakeRunner({ ...GIVEN, ...options.inputs })
  const serviceClock = createServiceClock(() => 0)
  const sentAtMs: number[] = []
  const needed: number[] = []
  const succeeded = await importJobs({
    readVariable: () => '',
    random: () => 0.5,
    redact: runner.redact,
    cancelled: new AbortController().signal,
    serviceClock,
    signIn(choice, neededMs) {
      needed.push(neededMs)
      if (choice.kind === 'oidc') throw new Error('not in these tests')
      return Promise.resolve(createCredential(choice, serviceClock))
    },
    transport: {
      send: () => {
        sentAtMs.push(clock.now())
        return Promise.resolve(results[Math.min(sentAtMs.length, results.length) - 1] ?? STARTED)
      },
    },
    ...options,
    clock,
    runner,
  })
  const errors = runner.calls.filter(([name]) => name === 'error')
  const outputs = runner.calls.filter(([name]) => name === 'output')
  return { succeeded, clock, sentAtMs, needed, calls: runner.calls, errors, outputs }
}

describe('importJobs', () => {
  it('signs in, asks once, and hands over the task id', async () => {
    const { succeeded, sentAtMs, needed, calls } = await imported([STARTED])
    expect(succeeded).toBe(true)
    expect(sentAtMs).toEqual([0])
    expect(needed).toEqual([120_000])
    expect(calls.slice(0, 3)).toEqual([
      ['info', 'Signing in with the `token` input.'],
      ['info', 'Importing obs://my-bucket/jobs.zip at https://dlf.example (same-name-policy OVERWRITE).'],
      ['output', 'task-id', '008a'],
    ])
  })

  it('shows policy and target status, and no parameter', async () => {
    const inputs = { params: '{"password": "s3cret"}', 'target-status': 'SUBMITTED' }
    const { calls } = await imported([STARTED], { inputs })
    expect(JSON.stringify(calls)).toContain('| OVERWRITE | SUBMITTED |')
    expect(JSON.stringify(calls)).not.toContain('s3cret')
  })

  it('reports bad inputs and asks nothing', async () => {
    const { succeeded, sentAtMs, needed, outputs, errors } = await imported([STARTED], {
      inputs: { path: '' },
    })
    expect({ succeeded, sentAtMs, needed }).toEqual({ succeeded: false, sentAtMs: [], needed: [] })
    expect(outputs).toEqual([['output', 'task-id', '']])
    expect(errors).toEqual([
      ['error', expect.stringContaining("Input 'path' is empty"), 'DLF import not started'],
    ])
  })

  it('reports a sign-in that failed', async () => {
    const signIn = () => Promise.reject(new SetupError(['STS gave no key.']))
    const { succeeded, errors } = await imported([STARTED], { signIn })
    expect(succeeded).toBe(false)
    expect(errors).toEqual([['error', 'STS gave no key.', 'DLF import not started']])
  })

  it('reports a fault of its own as one of which nobody knows what came of it', async () => {
    const signIn = () => Promise.reject(new Error('boom'))
    const { succeeded, errors } = await imported([STARTED], { signIn })
    expect(succeeded).toBe(false)
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('a fault of its own: boom'), expect.stringContaining('not known')],
    ])
  })

  it('asks nothing where the run was cancelled while it signed in', async () => {
    const { succeeded, sentAtMs, errors } = await imported([STARTED], {
      signIn: () => Promise.resolve(undefined),
    })
    expect({ succeeded, sentAtMs }).toEqual({ succeeded: false, sentAtMs: [] })
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('this run was cancelled before'), 'DLF import not started'],
    ])
  })

  it('reports a refusal and does not ask again', async () => {
    const { succeeded, sentAtMs, errors } = await imported([response(400, { error_code: 'DLF.0815' })])
    expect({ succeeded, sentAtMs }).toEqual({ succeeded: false, sentAtMs: [0] })
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('Nothing was imported'), 'DLF import not started'],
    ])
  })

  it('does not ask again where the request may have reached the service', async () => {
    const { succeeded, sentAtMs, errors } = await imported([RESET, STARTED])
    expect({ succeeded, sentAtMs }).toEqual({ succeeded: false, sentAtMs: [0] })
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('It may have been'), expect.stringContaining('not known')],
    ])
  })

  it('does not ask again where a second attempt may have reached it', async () => {
    const { succeeded, sentAtMs } = await imported([REFUSED, RESET, STARTED])
    expect(succeeded).toBe(false)
    expect(sentAtMs).toEqual([0, 500])
  })

  it('asks again where nobody took the connection, with growing pauses, and says so', async () => {
    const { succeeded, sentAtMs, calls } = await imported([REFUSED, REFUSED, REFUSED, STARTED])
    expect(succeeded).toBe(true)
    expect(sentAtMs).toEqual([0, 500, 1500, 3500])
    expect(calls).toContainEqual([
      'info',
      'Not taken: there was no connection (ECONNREFUSED). Asking again in 500ms.',
    ])
  })

  it('never asks more often than twice a second', async () => {
    const { sentAtMs } = await imported([REFUSED, REFUSED, STARTED], { random: () => 0 })
    expect(sentAtMs).toEqual([0, 500, 1000])
  })

  it('gives up after two minutes', async () => {
    const { succeeded, sentAtMs, errors } = await imported([REFUSED])
    expect(succeeded).toBe(false)
    expect(sentAtMs.at(-1)).toBe(120_000)
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('Nothing was imported'), 'DLF import not started'],
    ])
  })

  it('asks again after HTTP 429 when the service wants', async () => {
    const throttled = (headers = {}) => response(429, { error_code: 'APIG.0308' }, headers)
    const { succeeded, sentAtMs } = await imported([
      throttled({ 'retry-after': '7' }),
      throttled(),
      throttled(),
      STARTED,
    ])
    expect(succeeded).toBe(true)
    const pauses = sentAtMs.slice(1).map((atMs, index) => atMs - (sentAtMs[index] ?? 0))
    expect(pauses).toEqual([7000, throttlePauseMs(2, 500, 0.5), throttlePauseMs(3, 500, 0.5)])
  })

  it('does not ask again after a pause in which the run was cancelled', async () => {
    const controller = new AbortController()
    const clock = fakeClock()
    const sleep: FakeClock['sleep'] = (ms, signal) => {
      controller.abort()
      return clock.sleep(ms, signal)
    }
    const { succeeded, sentAtMs, errors } = await imported([REFUSED, STARTED], {
      clock: { ...clock, sleep },
      cancelled: controller.signal,
    })
    expect({ succeeded, sentAtMs }).toEqual({ succeeded: false, sentAtMs: [0] })
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('this run was cancelled before'), 'DLF import not started'],
    ])
  })

  it('takes secrets out of what the service says before it is cut', async () => {
    const runner = fakeRunner(GIVEN)
    runner.mask('s3cret-of-another')
    const message = `${'x'.repeat(490)}s3cret-of-another`
    const { errors } = await imported([response(400, { error_code: 'DLF.1', error_msg: message })], {
      runner,
    })
    expect(JSON.stringify(errors)).toContain('x***')
    expect(JSON.stringify(errors)).not.toContain('s3cret')
  })
})
