import type { Clock } from '../../core/wait/clock.ts'
import { faultPauseMs } from '../../core/wait/pauses.ts'
import {
  accessKeyCredential,
  type Credential,
  type CredentialProblem,
  type UnsignedRequest,
} from './credentials.ts'
import { type ServiceClock, TOLERANCE_MS } from '../service/service-clock.ts'
import type { AccessKey } from './signer.ts'
import type { IssuedAnswer } from './sts.ts'

/** What a credential that renews itself works with. */
export type RenewalPorts = {
  /** Gets one key more; never rejects. */
  readonly exchange: () => Promise<{ readonly answer: IssuedAnswer }>
  /** This machine's monotonic clock: that of the service may be moved by whoever answers next. */
  readonly clock: Pick<Clock, 'now'>
  /** Dates signatures, and tells how long a key lives at the moment it is issued. */
  readonly serviceClock: ServiceClock
  readonly random: () => number
}

// Well before the end, or at half of what is left where that comes first (docs/reference.md, "Keyless sign-in").
const MAX_LEAD_MS = 300_000
// The least that STS gives (AssumeAgencyWithOIDC, IAM 5 API).
const MIN_LIFE_MS = 900_000
const MIN_PAUSE_MS = 1000

type Issued = { readonly credential: Credential; readonly renewAtMs: number; readonly unusableMs: number }

/**
 * Creates a credential of temporary keys. They are renewed before they end; while that fails the old ones serve on, and
 * the next attempt follows after a pause. Refused keys are renewed once, and not shown again.
 */
export function createKeylessCredential(
  first: Extract<IssuedAnswer, { kind: 'issued' }>,
  { exchange, clock, serviceClock, random }: RenewalPorts,
): Credential {
  const sentWith = new WeakMap<UnsignedRequest, Issued>()
  let current = take(first)
  let renewing: Promise<boolean> | undefined
  let failures = 0
  let nextAttemptMs = Number.NEGATIVE_INFINITY
  let refusedKeys: Issued | undefined
  let failure: CredentialProblem | undefined

  function take({ key, expiresMs }: { readonly key: AccessKey; readonly expiresMs: number }): Issued {
    const credential = accessKeyCredential(key, serviceClock)
    const leftMs = expiresMs - serviceClock.now()
    // An end that is past on arrival can't be meant: without this such keys would be renewed at each request.
    const lifeMs = leftMs > 0 ? leftMs : MIN_LIFE_MS
    const endMs = clock.now() + lifeMs
    return {
      credential,
      renewAtMs: endMs - Math.min(MAX_LEAD_MS, lifeMs / 2),
      // The request has to arrive before the end, and this machine's clock may be off without a correction.
      unusableMs: endMs - Math.min(TOLERANCE_MS, lifeMs / 10),
    }
  }

  async function renew(): Promise<boolean> {
    const { answer } = await exchange()
    renewing = undefined
    if (answer.kind === 'issued') {
      current = take(answer)
      failures = 0
      failure = undefined
      return true
    }
    failure = answer
    failures += 1
    nextAttemptMs = clock.now() + faultPauseMs(answer.fault, failures, MIN_PAUSE_MS, random())
    return false
  }

  // One renewal at a time, however many requests ask for it.
  const renewOnce = (): Promise<boolean> => (renewing ??= renew())

  const isUsable = (): boolean => clock.now() < current.unusableMs && current !== refusedKeys

  function ready(): Promise<boolean> | undefined {
    const now = clock.now()
    const renewal = now >= current.renewAtMs && now >= nextAttemptMs ? renewOnce() : renewing
    // While the old keys are valid, nobody waits for new ones.
    return isUsable() ? undefined : renewal
  }

  return {
    ready,
    async accessKey() {
      await ready()
      return isUsable() ? current.credential.accessKey() : undefined
    },
    async headersFor(request) {
      if (!isUsable()) return undefined
      sentWith.set(request, current)
      return current.credential.headersFor(request)
    },
    problem: () => failure,
    async recover(error, refused) {
      const keys = sentWith.get(refused) ?? current
      if (await keys.credential.recover(error, refused)) return true
      // Several requests may have been under way with the keys that were refused: one renewal serves them all.
      if (keys !== current) return true
      const isFirst = refusedKeys === undefined
      refusedKeys = keys
      return isFirst || renewing !== undefined ? renewOnce() : false
    },
  }
}
