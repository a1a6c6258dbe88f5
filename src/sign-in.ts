import type { Fault } from './core/task/answer.ts'
import { SetupError } from './inputs/setup-error.ts'
import { type RetryPorts, untilSettled } from './core/wait/retry.ts'
import type { IssuedAnswer } from './huaweicloud/credential/sts.ts'
import { explainRetry, explainSignIn, type SignInStage } from './sign-in-advice.ts'

/** What came of one attempt to sign in, and at which of its two stages it failed. */
export type SignInAnswer = { readonly stage: SignInStage; readonly answer: IssuedAnswer }

/** Gets one key by a new ID token; never rejects. */
export type Exchange = () => Promise<SignInAnswer>

/** What signing in works with. */
export type SignInPorts = Omit<RetryPorts<SignInAnswer>, 'onPause'> & {
  readonly exchange: Exchange
  /** Writes a line of the log. */
  readonly info: (text: string) => void
}

/**
 * Signs in for the first time, for two minutes at most; returns nothing where the run was cancelled meanwhile.
 *
 * @throws SetupError that names the setting to look at
 */
export async function signIn({
  exchange,
  info,
  ...ports
}: SignInPorts): Promise<Extract<IssuedAnswer, { kind: 'issued' }> | undefined> {
  const passingFault = ({ answer }: SignInAnswer): Fault | undefined =>
    answer.kind === 'passing' ? answer.fault : undefined
  const onPause = ({ stage, answer }: SignInAnswer, pauseMs: number): void => {
    if (answer.kind !== 'issued') info(explainRetry(stage, answer.fault, pauseMs))
  }
  const last = await untilSettled(exchange, passingFault, { ...ports, onPause })
  if (last?.answer.kind === 'issued') return last.answer
  // An attempt that was broken off says nothing of the settings.
  if (last === undefined || ports.cancelled.aborted) return undefined
  const { fault } = last.answer
  throw new SetupError([explainSignIn(last.stage, fault)], { error: fault.error })
}
