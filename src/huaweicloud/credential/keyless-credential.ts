import type { Runtime } from '../../core/wait/runtime.ts'
import { faultPauseMs } from '../../core/wait/pauses.ts'
import type { FailedAnswer } from '../service/service-answer.ts'
import { type ServiceClock, TOLERANCE_MS } from '../service/service-clock.ts'
import { accessKeyCredential, type Credential, type UnsignedRequest } from './credentials.ts'
import type { IssuedKey, Outcome } from './issued.ts'

/** What a credential needs to renew its keys. */
export type Renewal = Pick<Runtime, 'random'> & {
  /** Exchanges one more ID token for a key; never rejects. */
  readonly exchange: () => Promise<Outcome<IssuedKey>>
  /** This machine's monotonic clock: an answer may move the service's. */
  readonly clock: Pick<Runtime['clock'], 'now'>
  /** Dates signatures, and tells how long a key lives when it is issued. */
  readonly serviceClock: ServiceClock
  /** The next step, in English, if the service refuses keys that were just issued. */
  readonly refusedAdvice: string
}

// Five minutes before the end, or at half of the remaining life if that is later (docs/reference.md, "Keyless sign-in").
const MAX_LEAD_MS = 300_000
// The least that STS and IAM issue (docs/service.md, "Trust agency (STS)").
const MIN_LIFE_MS = 900_000
const MIN_PAUSE_MS = 1000

type Keys = { readonly credential: Credential; readonly renewAtMs: number; readonly unusableMs: number }

/**
 * Creates a credential of temporary keys that renews them before they end. If a renewal fails, the old keys stay in use
 * until their end, and the next renewal follows after a pause. Refused keys are replaced once, and never sent again.
 */
export function createKeylessCredential(
  first: IssuedKey,
  { exchange, clock, serviceClock, random, refusedAdvice }: Renewal,
): Credential {
  const sentWith = new WeakMap<UnsignedRequest, Keys>()
  let current = take(first)
  let renewing: Promise<void> | undefined
  let failures = 0
  let nextAttemptMs = Number.NEGATIVE_INFINITY
  let refusedKeys: Keys | undefined
  let refusedWereReplaced = false
  // Why there is no key to send.
  let failure: FailedAnswer | undefined

  function take({ key, expiresMs }: IssuedKey): Keys {
    const credential = accessKeyCredential(key, serviceClock)
    const leftMs = expiresMs - serviceClock.now()
    // Keys that are over on arrival mean a wrong clock: without this they would be renewed at each request.
    const lifeMs = leftMs > 0 ? leftMs : MIN_LIFE_MS
    const endMs = clock.now() + lifeMs
    return {
      credential,
      renewAtMs: endMs - Math.min(MAX_LEAD_MS, lifeMs / 2),
      // The request must arrive before the end, and this machine's clock may be off without a correction.
      unusableMs: endMs - Math.min(TOLERANCE_MS, lifeMs / 10),
    }
  }

  const areRefused = (): boolean => current === refusedKeys
  const areUsable = (): boolean => clock.now() < current.unusableMs && !areRefused()

  async function renew(): Promise<void> {
    const outcome = await exchange()
    renewing = undefined
    if (outcome.kind === 'success') {
      refusedWereReplaced ||= areRefused()
      current = take(outcome.value)
      failures = 0
      failure = undefined
      return
    }
    failure = outcome
    failures += 1
    nextAttemptMs = clock.now() + faultPauseMs(outcome.fault, failures, MIN_PAUSE_MS, random())
  }

  // One renewal at a time, however many requests ask for it.
  const renewOnce = (): Promise<void> => (renewing ??= renew())

  function ready(): Promise<void> | undefined {
    const isDue = clock.now() >= current.renewAtMs || (areRefused() && !refusedWereReplaced)
    const renewal = isDue && clock.now() >= nextAttemptMs ? renewOnce() : renewing
    // While the old keys are valid, nobody waits for new ones.
    return areUsable() ? undefined : renewal
  }

  return {
    refusedAdvice,
    ready,
    async accessKey() {
      await ready()
      return areUsable() ? current.credential.accessKey() : undefined
    },
    async headersFor(request) {
      if (!areUsable()) return undefined
      sentWith.set(request, current)
      return current.credential.headersFor(request)
    },
    problem: () => failure,
    async recover(error, refused) {
      const keys = sentWith.get(refused) ?? current
      if (await keys.credential.recover(error, refused)) return true
      // Several requests may be refused with the same keys: one renewal serves them all.
      if (keys !== current) return true
      refusedKeys = keys
      if (refusedWereReplaced && renewing === undefined) {
        const fault = { reason: 'unauthorized', httpStatus: 401, error, advice: refusedAdvice } as const
        failure = { kind: 'final', fault }
        return false
      }
      await ready()
      // If the renewal has failed, `problem` says why.
      return true
    },
  }
}
