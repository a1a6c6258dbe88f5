import type { Fault, ServiceError } from '../core/answer.ts'
import type { Clock } from '../core/clock.ts'
import { SetupError } from '../core/errors.ts'
import { retryPauseMs } from '../core/poll-interval.ts'
import { explainSignIn, type SignInStage } from './sign-in-problems.ts'
import type { IssuedAnswer } from './sts.ts'

/** What came of one attempt to sign in, and at which of its two stages it failed. */
export type SignInAnswer = { readonly stage: SignInStage; readonly answer: IssuedAnswer }

/** Gets one key by a new ID token; never rejects. */
export type Exchange = () => Promise<SignInAnswer>

/** What signing in works with. */
export type SignInPorts = {
  readonly exchange: Exchange
  readonly clock: Clock
  readonly random: () => number
  readonly cancelled: AbortSignal
}

// Contract, "Polling", and the design notes on credentials: a passing fault of the first sign-in is retried this long.
const MAX_SIGN_IN_MS = 120_000
const BOUNDS = { minMs: 500, maxMs: 10_000 }

/**
 * Signs in for the first time, for two minutes at most; returns nothing where the run was cancelled meanwhile.
 *
 * @throws SetupError that names the setting to look at
 */
export async function signIn(
  ports: SignInPorts,
): Promise<Extract<IssuedAnswer, { kind: 'issued' }> | undefined> {
  const { exchange, clock, random, cancelled } = ports
  const deadlineMs = clock.now() + MAX_SIGN_IN_MS
  for (let failures = 1; ; failures += 1) {
    const { stage, answer } = await exchange()
    if (answer.kind === 'issued') return answer
    // An attempt that was broken off says nothing of the settings.
    if (cancelled.aborted) return undefined
    if (answer.kind === 'final' || clock.now() >= deadlineMs) throw refusal(stage, answer.fault)
    const pauseMs = retryPauseMs(failures, { bounds: BOUNDS, activeTasks: 1, stretch: 1, random: random() })
    const leftMs = deadlineMs - clock.now()
    await clock.sleep(Math.min(Math.max(pauseMs, answer.fault.retryAfterMs ?? 0), leftMs), cancelled)
  }
}

function refusal(stage: SignInStage, fault: Fault): SetupError {
  const error: ServiceError | undefined = fault.error
  return new SetupError([explainSignIn(stage, fault)], error === undefined ? {} : { error })
}
