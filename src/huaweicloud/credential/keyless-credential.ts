import type { ServiceError } from '../../core/task/answer.ts'
import type { Runtime } from '../../core/wait/runtime.ts'
import { faultPauseMs } from '../../core/wait/pauses.ts'
import type { HttpRequest } from '../../http/transport.ts'
import type { FailedAnswer } from '../service/service-answer.ts'
import { type ServiceClock, TOLERANCE_MS } from '../service/service-clock.ts'
import { accessKeyCredential, type Credential } from './credentials.ts'
import type { IssuedKey, Outcome } from './issued.ts'

/** The calls and clocks that renewing keys needs. */
export type Renewal = Pick<Runtime, 'random'> & {
  /** Exchanges one more ID token for a key; never rejects. */
  readonly exchange: () => Promise<Outcome<IssuedKey>>
  /** This machine's monotonic clock: an answer may move the service's. */
  readonly clock: Pick<Runtime['clock'], 'now'>
  /** Dates signatures, and tells how long a key lives when it is issued. */
  readonly serviceClock: ServiceClock
  /** The next step, in English, if the service refuses keys that were just issued. */
  readonly refusedAdvice: string
  /** Why there is no key while the first renewal is under way. */
  readonly pending: FailedAnswer
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
export function createKeylessCredential(first: IssuedKey, renewal: Renewal): Credential {
  const keys = createRenewedKeys(first, renewal)
  const sentWith = new WeakMap<HttpRequest, Keys | undefined>()
  return {
    refusedAdvice: renewal.refusedAdvice,
    ready: keys.ready,
    async accessKey() {
      await keys.ready()
      return keys.usable()?.credential.accessKey()
    },
    async headersFor(request) {
      const used = keys.usable()
      sentWith.set(request, used)
      return used?.credential.headersFor(request)
    },
    problem: keys.problem,
    async recover(error, refused) {
      const used = sentWith.get(refused) ?? keys.current()
      return (await used.credential.recover(error, refused)) || keys.replace(used, error)
    },
  }
}

/** Keeps the keys in use, and renews them. */
function createRenewedKeys(first: IssuedKey, renewal: Renewal) {
  const { exchange, clock, random, refusedAdvice, pending } = renewal
  let current = keysOf(first, renewal)
  let renewing: Promise<void> | undefined
  let failures = 0
  let nextAttemptMs = Number.NEGATIVE_INFINITY
  let refusedKeys: Keys | undefined
  let refusedWereReplaced = false
  // Why there is no key to send.
  let failure: FailedAnswer | undefined

  const areRefused = (): boolean => current === refusedKeys
  const areUsable = (): boolean => clock.now() < current.unusableMs && !areRefused()

  async function renew(): Promise<void> {
    const outcome = await exchange()
    renewing = undefined
    if (outcome.kind === 'success') {
      refusedWereReplaced ||= areRefused()
      current = keysOf(outcome.value, renewal)
      failures = 0
      failure = undefined
      return
    }
    failure = outcome
    failures += 1
    nextAttemptMs = clock.now() + faultPauseMs(outcome.fault, failures, MIN_PAUSE_MS, random())
  }

  function ready(): Promise<void> | undefined {
    const isDue = clock.now() >= current.renewAtMs || (areRefused() && !refusedWereReplaced)
    // One renewal at a time, however many requests ask for it.
    const awaited = isDue && clock.now() >= nextAttemptMs ? (renewing ??= renew()) : renewing
    // While the old keys are valid, no request waits for new ones.
    return areUsable() ? undefined : awaited
  }

  return {
    ready,
    problem: () => (areUsable() ? undefined : (failure ?? (renewing && pending))),
    current: () => current,
    /** Returns the keys in use, undefined if they have ended or were refused. */
    usable: () => (areUsable() ? current : undefined),
    /** Replaces refused keys; resolves to false if they have replaced refused ones themselves. */
    async replace(refused: Keys, error: ServiceError) {
      // Several requests may be refused with the same keys: one renewal serves them all.
      if (refused !== current) return true
      refusedKeys = refused
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

function keysOf({ key, expiresMs, issuedMs }: IssuedKey, { clock, serviceClock }: Renewal): Keys {
  const leftMs = expiresMs - serviceClock.now()
  // Keys that have ended on arrival mean a wrong clock here, if their issuer does not tell the time.
  const issuedForMs = issuedMs === undefined ? MIN_LIFE_MS : expiresMs - issuedMs
  const lifeMs = leftMs > 0 ? leftMs : issuedForMs
  const endMs = clock.now() + lifeMs
  return {
    credential: accessKeyCredential(key, serviceClock),
    renewAtMs: endMs - Math.min(MAX_LEAD_MS, lifeMs / 2),
    // The request must arrive before the end, and this machine's clock may be off without a correction.
    unusableMs: endMs - Math.min(TOLERANCE_MS, lifeMs / 10),
  }
}
