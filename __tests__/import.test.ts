import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { SetupError } from '../src/inputs/setup-error.ts'
import { faultPauseMs } from '../src/core/wait/pauses.ts'
import { createCredential, type Credential } from '../src/huaweicloud/credential/credentials.ts'
import type { HttpRequest, HttpResult } from '../src/http/transport.ts'
import { createServiceClock } from '../src/huaweicloud/service/service-clock.ts'
import { importJobs, type ImportProcess } from '../src/import.ts'
import { type FakeClock, fakeClock } from './support/fakes/fake-clock.ts'
import { type FakeRunner, fakeRunner } from './support/fakes/fake-runner.ts'
import { rawZip } from './support/data/zips.ts'
import { useFolder } from './support/folder.ts'

const GIVEN = {
  path: 'obs://my-bucket/jobs.zip',
  'same-name-policy': 'OVERWRITE',
  project: 'p1',
  endpoint: 'https://dlf.example',
  token: 'T0ken-of-the-test',
}
const REFUSED: HttpResult = { kind: 'failure', reason: 'connection', detail: 'ECONNREFUSED' }
const RESET: HttpResult = { kind: 'failure', reason: 'connection', detail: 'ECONNRESET' }
const STARTED: HttpResult = response(200, { taskId: '008a' })

function response(status: number, body: unknown, headers = {}): HttpResult {
  return { kind: 'response', status, headers, body: JSON.stringify(body) }
}

type Options = Partial<ImportProcess> & {
  readonly inputs?: Readonly<Record<string, string>>
  readonly clock?: FakeClock
  readonly runner?: FakeRunner
}

/** Imports from a service that gives these results, and then repeats the last one. */
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
    connect: () => () => Promise.reject(new Error('Nothing is to be uploaded.')),
    signIn(choice, neededMs) {
      needed.push(neededMs)
      if (choice.kind !== 'token' && choice.kind !== 'access-key') throw new Error('not in these tests')
      return Promise.resolve(createCredential(choice, serviceClock))
    },
    send() {
      sentAtMs.push(clock.now())
      return Promise.resolve(results[Math.min(sentAtMs.length, results.length) - 1] ?? STARTED)
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
    expect(needed).toEqual([360_000])
    expect(calls.slice(0, 3)).toEqual([
      ['info', 'Signing in with the `token` input.'],
      ['info', 'Importing obs://my-bucket/jobs.zip at https://dlf.example (same-name-policy OVERWRITE).'],
      ['output', 'task-id', '008a'],
    ])
  })

  it('shows policy and target status, and no parameter', async () => {
    const inputs = { params: '{"password": "s3cret"}', 'target-status': 'SUBMITTED' }
    const { calls } = await imported([STARTED], { inputs })
    expect(JSON.stringify(calls)).toContain('| Target status | SUBMITTED |')
    expect(JSON.stringify(calls)).toMatch(/\| [^|]*policy[^|]* \| OVERWRITE \|/i)
    expect(JSON.stringify(calls)).not.toContain('s3cret')
  })

  it('reports bad inputs and asks nothing', async () => {
    const { succeeded, sentAtMs, needed, outputs, errors } = await imported([STARTED], {
      inputs: { path: '' },
    })
    expect({ succeeded, sentAtMs, needed }).toEqual({ succeeded: false, sentAtMs: [], needed: [] })
    expect(outputs).toEqual([
      ['output', 'task-id', ''],
      ['output', 'path', ''],
    ])
    expect(errors).toEqual([
      ['error', expect.stringContaining("Input 'path' is empty"), 'DLF import not started'],
    ])
  })

  it('reports a sign-in that failed', async () => {
    const signIn = () => Promise.reject(new SetupError(['STS gave no key.']))
    const { succeeded, errors } = await imported([STARTED], { signIn })
    expect(succeeded).toBe(false)
    expect(errors).toEqual([
      [
        'error',
        'STS gave no key.\nCorrect the sign-in, then run the job again. Nothing was imported. See docs/troubleshooting.md, "The sign-in failed"',
        'DLF import not started',
      ],
    ])
  })

  it('reports an internal error as an unknown outcome', async () => {
    const signIn = () => Promise.reject(new Error('boom'))
    const { succeeded, errors } = await imported([STARTED], { signIn })
    expect(succeeded).toBe(false)
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('Internal error: boom'), expect.stringContaining('may have started')],
    ])
  })

  it('sends nothing if the run was cancelled during the sign-in', async () => {
    const { succeeded, sentAtMs, errors } = await imported([STARTED], {
      signIn: () => Promise.resolve(undefined),
    })
    expect({ succeeded, sentAtMs }).toEqual({ succeeded: false, sentAtMs: [] })
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('the run was cancelled before'), 'DLF import not started'],
    ])
  })

  it('reports a refusal and does not ask again', async () => {
    const { succeeded, sentAtMs, errors } = await imported([response(400, { error_code: 'DLF.0815' })])
    expect({ succeeded, sentAtMs }).toEqual({ succeeded: false, sentAtMs: [0] })
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('Nothing was imported'), 'DLF import not started'],
    ])
  })

  it('does not repeat a request that may have reached the service', async () => {
    const { succeeded, sentAtMs, errors } = await imported([RESET, STARTED])
    expect({ succeeded, sentAtMs }).toEqual({ succeeded: false, sentAtMs: [0] })
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('It may have been'), expect.stringContaining('may have started')],
    ])
  })

  it('does not repeat a second attempt that may have reached it', async () => {
    const { succeeded, sentAtMs } = await imported([REFUSED, RESET, STARTED])
    expect(succeeded).toBe(false)
    expect(sentAtMs).toEqual([0, 500])
  })

  it('repeats a request whose connection was not accepted, with growing pauses, and says so', async () => {
    const { succeeded, sentAtMs, calls } = await imported([REFUSED, REFUSED, REFUSED, STARTED])
    expect(succeeded).toBe(true)
    expect(sentAtMs).toEqual([0, 500, 1500, 3500])
    expect(calls).toContainEqual([
      'info',
      'Nothing was sent or accepted: there was no connection (ECONNREFUSED). Next attempt in 500ms.',
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
    const pauseMs = (failures: number): number => faultPauseMs({ reason: 'throttled' }, failures, 500, 0.5)
    expect(pauses).toEqual([7000, pauseMs(2), pauseMs(3)])
  })

  it('sends nothing more after a pause in which the run was cancelled', async () => {
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
      ['error', expect.stringContaining('the run was cancelled before'), 'DLF import not started'],
    ])
  })

  it('takes secrets out of a text of the service before it is cut', async () => {
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

describe('importJobs with a source', () => {
  const folder = useFolder('import')
  const ZIP = rawZip([{ name: 'jobs/a.job', content: '{"name":"a"}' }])
  const NO_KEY: Credential = {
    ready: () => undefined,
    problem: () => undefined,
    accessKey: () => Promise.resolve(undefined),
    headersFor: () => Promise.resolve(undefined),
    recover: () => Promise.resolve(false),
  }
  const ETAG = { etag: `"${createHash('md5').update(ZIP).digest('hex')}"` }
  const STORED: HttpResult = { kind: 'response', status: 200, headers: ETAG, body: '' }
  const KEY = { token: '', 'access-key-id': 'AK', 'secret-access-key': 'secret-key' }
  const GIVEN_SOURCE = {
    ...KEY,
    source: 'dlf.zip',
    path: 'obs://b-1/x/',
    'obs-endpoint': 'https://obs.example',
  }
  const xml = (status: number, code: string, headers = {}): HttpResult => ({
    kind: 'response',
    status,
    headers,
    body: `<Error><Code>${code}</Code><Message>of OBS</Message><RequestId>r-9</RequestId></Error>`,
  })

  /** Imports the zip file from an OBS that gives these results, the last one for all later requests. */
  async function uploaded(results: readonly HttpResult[], options: Options = {}) {
    writeFileSync(join(folder(), 'dlf.zip'), ZIP)
    const puts: HttpRequest[] = []
    const posts: HttpRequest[] = []
    const variables: Readonly<Record<string, string>> = {
      GITHUB_WORKSPACE: folder(),
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_SHA: 'c'.repeat(40),
    }
    const seen = await imported([], {
      readVariable: (name) => variables[name] ?? '',
      connect: () => (request) => {
        puts.push(request)
        return Promise.resolve(results[Math.min(puts.length, results.length) - 1] ?? STORED)
      },
      send(request) {
        posts.push(request)
        return Promise.resolve(STARTED)
      },
      ...options,
      inputs: { ...GIVEN_SOURCE, ...options.inputs },
    })
    return { ...seen, puts, posts }
  }

  it('packs, uploads, imports what it uploaded, and says so', async () => {
    const clock = fakeClock()
    clock.advance(5000)
    const { succeeded, puts, posts, outputs, calls } = await uploaded([STORED], { clock })
    expect(succeeded).toBe(true)
    expect(puts.map(({ url, body }) => [url.href, body])).toEqual([
      ['https://b-1.obs.example/x/o-r-7-1.zip', ZIP],
    ])
    expect(posts.map(({ body }) => JSON.parse(String(body)) as unknown)).toEqual([
      { path: 'obs://b-1/x/o-r-7-1.zip', sameNamePolicy: 'OVERWRITE' },
    ])
    expect(outputs).toContainEqual(['output', 'path', 'obs://b-1/x/o-r-7-1.zip'])
    const log = calls.filter(([name]) => name === 'info').map(([, text]) => text)
    expect(log.slice(0, 4)).toEqual([
      `Packed dlf.zip: 1 job, 0 scripts, ${String(ZIP.length)} bytes.`,
      'Signing in with the `access-key-id` and `secret-access-key` inputs.',
      'Uploading to obs://b-1/x/o-r-7-1.zip at https://obs.example.',
      'Uploaded in 0ms.',
    ])
    expect(JSON.stringify(calls)).toContain(`| Commit | <code>${'c'.repeat(40)}</code> |`)
  })

  it('sends nothing with check-only, and needs no credential', async () => {
    const { succeeded, puts, posts, needed, outputs } = await uploaded([], {
      inputs: {
        'check-only': 'true',
        'access-key-id': '',
        'secret-access-key': '',
        project: '',
        endpoint: '',
      },
    })
    expect({ succeeded, puts, posts, needed }).toEqual({ succeeded: true, puts: [], posts: [], needed: [] })
    expect(outputs).toEqual([
      ['output', 'task-id', ''],
      ['output', 'path', ''],
    ])
  })

  it('sends nothing, and does not sign in, if a check fails', async () => {
    const { succeeded, puts, posts, needed, errors } = await uploaded([], { inputs: { source: 'x.zip' } })
    expect({ succeeded, puts, posts, needed }).toEqual({ succeeded: false, puts: [], posts: [], needed: [] })
    expect(errors).toEqual([['error', expect.stringContaining("'x.zip'"), 'DLF import not started']])
  })

  it.each<[HttpResult, RegExp]>([
    [
      xml(403, 'AccessDenied'),
      /HTTP 403, AccessDenied of OBS, request r-9\)\.\n.*obs:object:PutObject in bucket b-1 for the key x\/o-r-7-1\.zip/,
    ],
    [xml(403, 'InvalidAccessKeyId'), /signed with the `access-key-id` and `secret-access-key` inputs/],
    [xml(403, 'SignatureDoesNotMatch'), /signed with the `access-key-id` and `secret-access-key` inputs/],
    [xml(403, 'RequestTimeTooSkewed'), /Check the clock/],
    [xml(403, 'Other'), /Check the permissions/],
    [xml(404, 'NoSuchBucket'), /there is no bucket b-1 in this region/],
    [xml(400, 'BadDigest'), /changed in transit/],
    [xml(400, 'InvalidBucketName'), /Check path/],
    [xml(307, 'TemporaryRedirect'), /in another region/],
    [{ kind: 'failure', reason: 'untrusted-certificate' }, /Check obs-endpoint/],
  ])('imports nothing and does not repeat the upload after %j', async (result, words) => {
    const { succeeded, puts, posts, errors, calls } = await uploaded([result])
    expect(succeeded).toBe(false)
    expect(JSON.stringify(calls)).not.toContain('Uploaded in')
    expect([puts.length, posts.length]).toEqual([1, 0])
    expect(errors).toEqual([['error', expect.stringMatching(words), 'DLF import not started']])
    expect(errors[0]?.[1]).toMatch(
      /^Nothing was imported, because the upload to obs:\/\/b-1\/x\/o-r-7-1\.zip failed: /,
    )
  })

  it.each<[HttpResult, string]>([
    [RESET, 'there was no connection (ECONNRESET)'],
    [{ kind: 'failure', reason: 'timeout' }, 'it did not end within two minutes'],
    [xml(503, 'ServiceUnavailable'), 'HTTP 503'],
    [{ ...STORED, headers: { etag: '"0"' } }, 'OBS did not confirm the MD5 of the file'],
  ])('repeats the upload after %j', async (result, words) => {
    const { succeeded, puts, posts, calls } = await uploaded([result, result, STORED])
    expect(succeeded).toBe(true)
    expect([puts.length, posts.length]).toEqual([3, 1])
    expect(puts[2]?.body).toEqual(puts[0]?.body)
    expect(calls).toContainEqual(['info', expect.stringContaining(`Not uploaded: `)])
    expect(calls).toContainEqual(['info', expect.stringContaining(words)])
  })

  it('gives up after two minutes', async () => {
    const { succeeded, clock, posts, errors } = await uploaded([xml(500, 'InternalError')])
    expect({ succeeded, posts }).toEqual({ succeeded: false, posts: [] })
    expect(clock.now()).toBe(120_000)
    expect(errors).toEqual([
      ['error', expect.stringContaining('OBS is unavailable'), 'DLF import not started'],
    ])
  })

  it('signs once more with the clock of OBS if that differs', async () => {
    const skewed = xml(403, 'RequestTimeTooSkewed', { date: 'Thu, 15 Jan 2026 03:04:05 GMT' })
    const { succeeded, puts } = await uploaded([skewed, STORED])
    expect(succeeded).toBe(true)
    expect(puts.map(({ headers }) => headers.date)).toEqual([
      'Thu, 01 Jan 1970 00:00:00 GMT',
      'Thu, 15 Jan 2026 03:04:05 GMT',
    ])
    const again = await uploaded([skewed])
    expect([again.puts.length, again.posts.length]).toEqual([2, 0])
  })

  it('uploads nothing more, and imports nothing, if the run is cancelled', async () => {
    const controller = new AbortController()
    const { succeeded, posts, errors } = await uploaded([], {
      cancelled: controller.signal,
      connect: () => () => {
        controller.abort()
        return Promise.resolve({ kind: 'failure', reason: 'connection', detail: 'cancelled' })
      },
    })
    expect({ succeeded, posts }).toEqual({ succeeded: false, posts: [] })
    expect(errors).toMatchObject([
      ['error', expect.stringContaining('the run was cancelled before'), expect.anything()],
    ])
  })

  it('says why there is no key for the upload if its renewal failed', async () => {
    const fault = { reason: 'http-status', httpStatus: 503, advice: 'Check the sign-in.' } as const
    const { puts, errors, clock } = await uploaded([], {
      signIn: () => Promise.resolve({ ...NO_KEY, problem: () => ({ kind: 'passing', fault }) }),
    })
    expect([puts, clock.now()]).toEqual([[], 120_000])
    expect(errors).toEqual([
      ['error', expect.stringMatching(/HTTP 503.*\n.*Check the sign-in\./), 'DLF import not started'],
    ])
  })

  it('reports at once that all keys were refused', async () => {
    const { puts, errors, clock } = await uploaded([], { signIn: () => Promise.resolve(NO_KEY) })
    expect([puts, clock.now()]).toEqual([[], 0])
    expect(errors).toEqual([
      ['error', expect.stringContaining('all keys of this step'), 'DLF import not started'],
    ])
  })
})
