// The part of the composition root that only a keyless step loads: it puts GitHub's ID token and Huawei's STS together.
import type { Clock } from './core/wait/clock.ts'
import { SetupError } from './inputs/setup-error.ts'
import { redactTexts } from './core/task/redact-answer.ts'
import { idTokenRequest, isForkPullRequest, readIdToken, sessionName } from './github/id-token.ts'
import type { HttpResult, SendRequest } from './http/transport.ts'
import type { Credential, CredentialChoice } from './huaweicloud/credential/credentials.ts'
import { createKeylessCredential } from './huaweicloud/credential/keyless-credential.ts'
import {
  dateHeader,
  readServiceAnswer,
  type ServiceAnswer,
  unexpectedBody,
} from './huaweicloud/service/service-answer.ts'
import type { ServiceClock } from './huaweicloud/service/service-clock.ts'
import { assumeRequest, durationSecondsFor, issuedSecrets, readIssued } from './huaweicloud/credential/sts.ts'
import { type Exchange, signIn, type SignInAnswer } from './sign-in.ts'
import { NO_ID_TOKEN, NO_ID_TOKEN_FOR_FORK } from './sign-in-advice.ts'

/** What a keyless sign-in needs from outside. */
export type KeylessPorts = {
  /** A transport of its own for each host, since an agent is made for one scheme and one proxy. */
  readonly sendToGitHub: SendRequest
  readonly sendToSts: SendRequest
  readonly readVariable: (name: string) => string
  /** Returns the event that started the run. */
  readonly readEvent: () => unknown
  readonly mask: (secret: string) => void
  /** Writes a line of the log. */
  readonly info: (text: string) => void
  /** Takes every secret out of a text that another side has worded. */
  readonly redact: (text: string) => string
  readonly clock: Clock
  readonly serviceClock: ServiceClock
  readonly random: () => number
  readonly cancelled: AbortSignal
}

type OidcChoice = Extract<CredentialChoice, { kind: 'oidc' }>

/**
 * Signs in with the workflow's own ID token; returns nothing where the run was cancelled meanwhile.
 *
 * @param timeoutMs how long the wait after it may take
 * @throws SetupError that names the setting to look at
 */
export async function connectKeyless(
  choice: OidcChoice,
  timeoutMs: number,
  ports: KeylessPorts,
): Promise<Credential | undefined> {
  const { clock, serviceClock, random, cancelled, info } = ports
  const exchange = createExchange(choice, timeoutMs, ports)
  const first = await signIn({ exchange, clock, random, cancelled, info })
  return first && createKeylessCredential(first, { exchange, clock, serviceClock, random })
}

function createExchange(choice: OidcChoice, timeoutMs: number, ports: KeylessPorts): Exchange {
  const { readVariable, mask, redact, sendToGitHub, sendToSts, serviceClock, cancelled } = ports
  const request = idTokenRequest(readVariable, choice.audience)
  if (request === undefined) {
    const isFork = isForkPullRequest(readVariable('GITHUB_EVENT_NAME'), ports.readEvent())
    throw new SetupError([isFork ? NO_ID_TOKEN_FOR_FORK : NO_ID_TOKEN])
  }
  const settings = {
    ...choice,
    sessionName: sessionName(readVariable),
    durationSeconds: durationSecondsFor(timeoutMs),
  }

  return async (): Promise<SignInAnswer> => {
    const read = (result: HttpResult): ServiceAnswer => readServiceAnswer(result, serviceClock.now)
    const answer = read(await sendToGitHub(request, cancelled))
    if (answer.kind !== 'success') return { stage: 'id-token', answer: redactTexts(answer, redact) }
    const idToken = readIdToken(answer.body)
    if (idToken === undefined) {
      return { stage: 'id-token', answer: redactTexts(unexpectedBody(answer.error), redact) }
    }
    mask(idToken)
    const result = await sendToSts(assumeRequest(settings, idToken), cancelled)
    issuedSecrets(result).forEach(mask)
    const issued = readIssued(read(result))
    // When the keys end is told by the clock of STS, and the first signature is to be good already.
    const serviceMs = result.kind === 'response' ? dateHeader(result.headers) : undefined
    if (serviceMs !== undefined && issued.kind === 'issued') serviceClock.learn(serviceMs)
    return { stage: 'sts', answer: issued.kind === 'issued' ? issued : redactTexts(issued, redact) }
  }
}
