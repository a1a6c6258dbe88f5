import { describe, expect, it } from '@jest/globals'

import type { Fault, FinalReason, PassingReason } from '../src/core/task/answer.ts'
import { SetupError } from '../src/inputs/setup-error.ts'
import { signIn, type SignInAnswer } from '../src/sign-in.ts'
import { type FakeClock, fakeClock } from './support/fakes/fake-clock.ts'

const ISSUED = {
  kind: 'issued',
  key: { id: 'ak', secret: 'sk', securityToken: 'st' },
  expiresMs: 900_000,
} as const
const issued: SignInAnswer = { stage: 'sts', answer: ISSUED }

describe('signIn', () => {
  it('returns the key of the first attempt', async () => {
    const { result, attempts, clock } = await signInWith([issued])
    expect(result).toBe(ISSUED)
    expect(attempts).toEqual([0])
    expect(clock.sleeps).toEqual([])
  })

  it.each([
    [0.5, [500, 1000, 2000, 4000, 5000, 5000]],
    [0.999, [999, 1998, 3996, 7992, 9990, 9990]],
    [0, [500, 500, 500, 500, 500, 500]],
  ])('pauses with full jitter after each passing fault, with luck %d', async (random, pauses) => {
    const faults = Array.from({ length: 6 }, () => passing('connection'))
    const { result, clock } = await signInWith([...faults, issued], { random })
    expect(result).toBe(ISSUED)
    expect(clock.sleeps).toEqual(pauses)
  })

  it('waits as long as it is asked to', async () => {
    const { clock } = await signInWith([
      passing('throttled', { httpStatus: 429, retryAfterMs: 20_000 }),
      passing('throttled', { httpStatus: 429, retryAfterMs: 100 }),
      issued,
    ])
    expect(clock.sleeps).toEqual([20_000, 4500])
  })

  it('says in the log why it is not there yet, and when it tries again', async () => {
    const { log } = await signInWith([passing('http-status', { httpStatus: 503 }), issued])
    expect(log).toEqual(['STS gave no temporary key (HTTP 503). Trying again in 500ms.'])
  })

  it('gives a passing fault up after two minutes, with a last attempt exactly then', async () => {
    const { error, attempts } = await signInWith([passing('http-status', { httpStatus: 503 })], {
      startMs: 7000,
    })
    expect(attempts.at(-1)).toBe(127_000)
    expect(attempts.at(-2)).toBeLessThan(127_000)
    expect(attempts.at(-2)).toBeGreaterThanOrEqual(117_000)
    expect(error).toBeInstanceOf(SetupError)
    expect(error?.problems).toEqual([
      expect.stringMatching(/^STS gave no temporary key \(HTTP 503\)\. Check 'oidc-provider'/),
    ])
    expect(error?.error).toBeUndefined()
  })

  it('cuts a long Retry-After to the two minutes', async () => {
    const { attempts, clock } = await signInWith([
      passing('http-status', { httpStatus: 503, retryAfterMs: 86_400_000 }),
    ])
    expect(attempts).toEqual([0, 120_000])
    expect(clock.sleeps).toEqual([120_000])
  })

  it('counts what the attempts themselves take, and begins none after the two minutes', async () => {
    const { attempts, error } = await signInWith([passing('timeout')], { attemptMs: 15_000, random: 0 })
    expect(attempts).toEqual([0, 15_500, 31_000, 46_500, 62_000, 77_500, 93_000, 108_500])
    expect(error?.problems[0]).toContain('(timeout)')
  })

  it.each([0, 3])('ends at a final fault after %i passing ones', async (count) => {
    const faults = Array.from({ length: count }, () => passing('cut'))
    const fault = { reason: 'forbidden', httpStatus: 403, error: { code: 'PAP5.0001' } } as const
    const { error, attempts } = await signInWith([...faults, final(fault), issued])
    expect(attempts).toHaveLength(count + 1)
    expect(error?.problems).toEqual([expect.stringContaining('(HTTP 403, PAP5.0001). Check that the trust')])
    expect(error?.error).toEqual({ code: 'PAP5.0001' })
  })

  it('says which of the two stages failed', async () => {
    const { error } = await signInWith([
      { stage: 'id-token', answer: { kind: 'final', fault: { reason: 'unauthorized', httpStatus: 401 } } },
    ])
    expect(error?.problems).toEqual([
      expect.stringMatching(/^GitHub's service gave no ID token \(HTTP 401\)/),
    ])
  })

  it.each<readonly [string, SignInAnswer]>([
    ['a passing fault', passing('connection', { detail: 'cancelled' })],
    ['a final fault', final({ reason: 'forbidden', httpStatus: 403 })],
  ])('returns nothing where the run is cancelled during an attempt that ends with %s', async (_, answer) => {
    const cancelled = new AbortController()
    const { result, error, attempts, clock } = await signInWith([answer], {
      cancelled,
      during: () => {
        cancelled.abort()
      },
    })
    expect(error).toBeUndefined()
    expect(result).toBeUndefined()
    expect(attempts).toHaveLength(1)
    expect(clock.sleeps).toEqual([])
  })

  it('returns nothing where the run is cancelled during a pause, and at once', async () => {
    const cancelled = new AbortController()
    const { result, error, clock } = await signInWith([passing('connection')], {
      cancelled,
      during: () => {
        setImmediate(() => {
          cancelled.abort()
        })
      },
    })
    expect(error).toBeUndefined()
    expect(result).toBeUndefined()
    expect(clock.now()).toBe(0)
  })

  it('keeps a key that came with the cancellation', async () => {
    const cancelled = new AbortController()
    const during = (): void => {
      cancelled.abort()
    }
    expect((await signInWith([issued], { cancelled, during })).result).toBe(ISSUED)
  })
})

type Options = {
  readonly startMs?: number
  readonly attemptMs?: number
  readonly random?: number
  readonly cancelled?: AbortController
  readonly during?: () => void
}

type Outcome = {
  readonly result?: Awaited<ReturnType<typeof signIn>>
  readonly error?: SetupError
  readonly attempts: readonly number[]
  readonly log: readonly string[]
  readonly clock: FakeClock
}

// The last answer is given for ever.
async function signInWith(answers: readonly SignInAnswer[], options: Options = {}): Promise<Outcome> {
  const { startMs = 0, attemptMs = 0, random = 0.5, cancelled = new AbortController(), during } = options
  const clock = fakeClock(startMs)
  const attempts: number[] = []
  const log: string[] = []
  const exchange = (): Promise<SignInAnswer> => {
    attempts.push(clock.now())
    clock.advance(attemptMs)
    during?.()
    return Promise.resolve(answers[Math.min(attempts.length, answers.length) - 1] ?? issued)
  }
  try {
    const info = (text: string): void => void log.push(text)
    const ports = { exchange, clock, random: () => random, cancelled: cancelled.signal, info }
    return { result: await signIn(ports), attempts, log, clock }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    return { error, attempts, log, clock }
  }
}

function passing(reason: PassingReason, seen: Omit<Fault, 'reason'> = {}): SignInAnswer {
  return { stage: 'sts', answer: { kind: 'passing', fault: { reason, ...seen } } }
}

function final(fault: Fault<FinalReason>): SignInAnswer {
  return { stage: 'sts', answer: { kind: 'final', fault } }
}
