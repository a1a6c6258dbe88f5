import { mapTexts } from './core/task/remote-texts.ts'
import { untilSettled } from './core/wait/retry.ts'
import { ID_TOKEN_STEP, idTokenRequest, isForkPullRequest, sessionName } from './github/id-token.ts'
import type { SendRequest } from './http/transport.ts'
import type { Credential, KeylessChoice } from './huaweicloud/credential/credentials.ts'
import { requestTemporaryKey, requestUnscopedToken } from './huaweicloud/credential/iam.ts'
import {
  durationSecondsFor,
  type ExchangeStep,
  type IssuedKey,
  type Outcome,
} from './huaweicloud/credential/issued.ts'
import { createKeylessCredential } from './huaweicloud/credential/keyless-credential.ts'
import { assumeAgency } from './huaweicloud/credential/sts.ts'
import {
  parseJson,
  readServiceAnswer,
  unexpectedBody,
  withFacts,
} from './huaweicloud/service/service-answer.ts'
import { SetupError } from './inputs/setup-error.ts'
import type { Process } from './process.ts'
import {
  explainRetry,
  explainSignIn,
  NO_ID_TOKEN,
  NO_ID_TOKEN_FOR_FORK,
  REFUSED_KEYS_ADVICE,
  renewalFacts,
  renewalPending,
  type SignInStage,
} from './sign-in-advice.ts'

/** The parts of the process that signing in needs. */
export type SignInProcess = Omit<Process, 'send' | 'dispose' | 'createStatus' | 'signIn'>

type StageOutcome<Value> = Outcome<Value> & { readonly stage: SignInStage }

/**
 * Signs in with the workflow's ID token, trying for two minutes at most; returns undefined if the run is cancelled first.
 *
 * @param neededMs how long the work with the keys may take
 * @throws SetupError that names the setting to check
 */
export async function signIn(
  choice: KeylessChoice,
  neededMs: number,
  process: SignInProcess,
): Promise<Credential | undefined> {
  const { runner, cancelled } = process
  const exchange = createExchange(choice, neededMs, process)
  const last = await untilSettled(
    exchange,
    (outcome) => (outcome.kind === 'passing' ? outcome.fault : undefined),
    {
      ...process,
      onPause(outcome, pauseMs) {
        if (outcome.kind === 'passing') runner.info(explainRetry(outcome.stage, outcome.fault, pauseMs))
      },
    },
  )
  // The failure of a cancelled attempt says nothing about the settings.
  if (last === undefined || (last.kind !== 'success' && cancelled.aborted)) return undefined
  if (last.kind !== 'success') {
    throw new SetupError([explainSignIn(last.stage, last.fault, choice)], { error: last.fault.error })
  }
  return createKeylessCredential(last.value, {
    ...process,
    async exchange() {
      const outcome = await exchange()
      if (outcome.kind === 'success') return outcome
      return withFacts(outcome, renewalFacts(outcome.stage, outcome.fault, choice))
    },
    refusedAdvice: REFUSED_KEYS_ADVICE,
    pending: renewalPending(choice),
  })
}

/** Returns how to exchange one ID token for a key; the exchange never rejects. */
function createExchange(
  choice: KeylessChoice,
  neededMs: number,
  process: SignInProcess,
): () => Promise<StageOutcome<IssuedKey>> {
  const { readVariable, readRun, connect } = process
  const request = idTokenRequest(readVariable, choice.audience)
  if (request === undefined) {
    throw new SetupError([isForkPullRequest(readRun()) ? NO_ID_TOKEN_FOR_FORK : NO_ID_TOKEN])
  }
  const durationSeconds = durationSecondsFor(neededMs)
  const settings = { sessionName: sessionName(readVariable), durationSeconds }
  const [github, cloud] = [connect(), connect()]

  return async () => {
    const idToken = await ask('id-token', { ...ID_TOKEN_STEP, request }, github, process)
    if (idToken.kind !== 'success') return idToken
    if (choice.kind === 'trust-agency') {
      return ask('agency-key', assumeAgency(choice, settings, idToken.value), cloud, process)
    }
    const token = await ask('unscoped-token', requestUnscopedToken(choice, idToken.value), cloud, process)
    if (token.kind !== 'success') return token
    return ask('user-key', requestTemporaryKey(choice, durationSeconds, token.value), cloud, process)
  }
}

/** Carries out one step of an exchange: masks each secret of the answer first, and removes secrets from its texts. */
async function ask<Value>(
  stage: SignInStage,
  { request, successes, secretsIn, read }: ExchangeStep<Value>,
  send: SendRequest,
  { runner, redact, serviceClock, cancelled }: SignInProcess,
): Promise<StageOutcome<Value>> {
  const result = await send(request, cancelled)
  const response = result.kind === 'response' ? result : undefined
  if (response) secretsIn(parseJson(response.body), response.headers).forEach(runner.mask)
  const answer = readServiceAnswer(result, serviceClock.now, successes)
  if (answer.kind !== 'success') return { stage, ...mapTexts(answer, redact) }
  const reading = read(answer.body, response?.headers ?? {})
  if ('flaw' in reading) {
    const failed = withFacts(unexpectedBody(answer.error, response?.status), { detail: reading.flaw })
    return { stage, ...mapTexts(failed, redact) }
  }
  // Keys end by the clock of the service that issues them, and the first signature must be right already.
  if (stage !== 'id-token' && answer.serverTimeMs !== undefined) serviceClock.learn(answer.serverTimeMs)
  return { stage, kind: 'success', ...reading }
}
