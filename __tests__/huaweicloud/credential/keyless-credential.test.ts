import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Credential } from '../../../src/huaweicloud/credential/credentials.ts'
import { createKeylessCredential } from '../../../src/huaweicloud/credential/keyless-credential.ts'
import type { IssuedKey, Outcome } from '../../../src/huaweicloud/credential/issued.ts'
import type { FailedAnswer } from '../../../src/huaweicloud/service/service-answer.ts'
import { aRequest, type HandClock, handClock, issuedKey } from '../../support/fakes/keys.ts'

const START_MS = Date.UTC(2026, 0, 31, 12, 0, 0)
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const REFUSED_ADVICE = 'Check the agency.'
const PENDING: FailedAnswer = { kind: 'passing', fault: { reason: 'timeout', signIn: 'IAM' } }
const EXPIRED = { message: 'the token has expired' }
const SKEWED = { message: 'signature expired, signature time:x,server time:20260131T120000Z' }

describe('createKeylessCredential', () => {
  describe('while its keys hold', () => {
    it('signs with them, their security token and the clock of the service', async () => {
      const { credential } = setUp()
      const headers = await credential.headersFor(aRequest())
      expect(headers?.['x-security-token']).toBe('token-1')
      expect(headers?.['x-sdk-date']).toBe('20260131T120000Z')
      expect(headers?.authorization).toMatch(
        /^SDK-HMAC-SHA256 Access=AK1, SignedHeaders=host;x-sdk-date;x-security-token, Signature=[0-9a-f]{64}$/,
      )
    })

    it.each([
      ['an hour', HOUR_MS, 55 * MINUTE_MS],
      ['a little over ten minutes', 10 * MINUTE_MS + 2, 5 * MINUTE_MS + 2],
      ['ten minutes', 10 * MINUTE_MS, 5 * MINUTE_MS],
      ['a little under ten minutes', 10 * MINUTE_MS - 2, 5 * MINUTE_MS - 1],
      ['four seconds', 4000, 2000],
    ])('renews keys of %s in time, and no earlier', async (_what, lifeMs, renewAfterMs) => {
      const { credential, clock, exchanges, keyOf } = setUp({ lifeMs })
      clock.atMs += renewAfterMs - 1
      expect(await keyOf(credential)).toBe('AK1')
      expect(exchanges).toHaveLength(0)
      clock.atMs += 1
      await keyOf(credential)
      expect(exchanges).toHaveLength(1)
    })

    it.each([-2 * HOUR_MS, 2 * HOUR_MS])(
      'renews them by its own clock, though answers move the time of the service by %i ms',
      async (moveMs) => {
        const monotonic = handClock(7000)
        const serviceClock = handClock(START_MS)
        let exchanges = 0
        const credential = createKeylessCredential(issuedKey(1, START_MS + HOUR_MS), {
          exchange: () => {
            exchanges += 1
            return Promise.resolve(failing())
          },
          clock: monotonic,
          serviceClock,
          random: () => 0.5,
          refusedAdvice: REFUSED_ADVICE,
          pending: PENDING,
        })
        serviceClock.learn(START_MS + moveMs)
        monotonic.atMs += 55 * MINUTE_MS - 1
        await credential.ready()
        expect(exchanges).toBe(0)
        monotonic.atMs += 1
        await credential.ready()
        expect(exchanges).toBe(1)
      },
    )

    it('goes on with the old ones until the new ones are there', async () => {
      const { credential, clock, exchanges, keyOf, answer } = setUp()
      clock.atMs += 55 * MINUTE_MS
      expect(await keyOf(credential)).toBe('AK1')
      expect(await keyOf(credential)).toBe('AK1')
      expect(exchanges).toHaveLength(1)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await keyOf(credential)).toBe('AK2')
      expect(exchanges).toHaveLength(1)
    })

    it('renews the new ones in their turn', async () => {
      const { credential, clock, exchanges, keyOf, answer } = setUp()
      clock.atMs += 55 * MINUTE_MS
      await keyOf(credential)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      clock.atMs += 55 * MINUTE_MS - 1
      await keyOf(credential)
      expect(exchanges).toHaveLength(1)
      clock.atMs += 1
      await keyOf(credential)
      expect(exchanges).toHaveLength(2)
    })
  })

  describe('when its keys have ended', () => {
    it('waits for the new ones', async () => {
      const { credential, clock, exchanges, keyOf, answer } = setUp()
      clock.atMs += HOUR_MS
      const key = keyOf(credential)
      const another = keyOf(credential)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect([await key, await another]).toEqual(['AK2', 'AK2'])
      expect(exchanges).toHaveLength(1)
    })

    it('waits for a renewal that began before, a minute before the end at the latest', async () => {
      const { credential, clock, keyOf, answer } = setUp()
      clock.atMs += 59 * MINUTE_MS - 1
      expect(await keyOf(credential)).toBe('AK1')
      clock.atMs += 1
      const key = keyOf(credential)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await key).toBe('AK2')
    })

    it('gives new ones to a service that signs in another way, too', async () => {
      const { credential, clock, answer } = setUp()
      expect(await credential.accessKey()).toMatchObject({ id: 'AK1', securityToken: 'token-1' })
      clock.atMs += HOUR_MS
      const key = credential.accessKey()
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await key).toMatchObject({ id: 'AK2', securityToken: 'token-2' })
    })

    it('has no key if the renewal fails, and tells why', async () => {
      const { credential, clock, exchanges, keyOf, answer } = setUp()
      clock.atMs += HOUR_MS
      expect(credential.problem()).toBeUndefined()
      const key = keyOf(credential)
      await answer(failing())
      expect(await key).toBeUndefined()
      expect(credential.problem()).toEqual(failing())
      // Until the next attempt is due there is nothing to wait for.
      expect(credential.ready()).toBeUndefined()
      expect(exchanges).toHaveLength(1)
      clock.atMs += 1000
      const renewed = keyOf(credential)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await renewed).toBe('AK2')
      expect(credential.problem()).toBeUndefined()
    })

    it('tells that the renewal is under way, and only while there is no key', async () => {
      const { credential, clock, answer } = setUp()
      clock.atMs += 55 * MINUTE_MS
      void credential.ready()
      expect(credential.problem()).toBeUndefined()
      clock.atMs += 5 * MINUTE_MS
      expect(credential.problem()).toEqual(PENDING)
      await answer(failing())
      expect(credential.problem()).toEqual(failing())
    })

    it('tells of no renewal that failed while its old keys hold', async () => {
      const { credential, clock, answer } = setUp()
      clock.atMs += 55 * MINUTE_MS
      void credential.ready()
      await answer(failing())
      expect(credential.problem()).toBeUndefined()
    })

    it('does not wait for a key when it signs', async () => {
      const { credential, clock, exchanges } = setUp()
      clock.atMs += HOUR_MS
      expect(await credential.headersFor(aRequest())).toBeUndefined()
      expect(exchanges).toHaveLength(0)
    })

    it.each([0, -HOUR_MS])(
      'tries keys that have ended before they came, and does not renew them at each request: %s ms',
      async (lifeMs) => {
        const { credential, clock, exchanges, keyOf } = setUp({ lifeMs })
        expect(await keyOf(credential)).toBe('AK1')
        clock.atMs += 10 * MINUTE_MS - 1
        expect(await keyOf(credential)).toBe('AK1')
        expect(exchanges).toHaveLength(0)
        clock.atMs += 1
        expect(await keyOf(credential)).toBe('AK1')
        expect(exchanges).toHaveLength(1)
      },
    )
  })

  it('measures the life of its keys by the time of their issuer, if this clock takes them for ended', async () => {
    const { credential, clock, keyOf, answer } = setUp()
    clock.atMs += HOUR_MS
    const key = keyOf(credential)
    const issuedMs = clock.atMs - HOUR_MS
    await answer({ ...issuedKey(2, issuedMs + 10 * MINUTE_MS), issuedMs })
    expect(await key).toBe('AK2')
    clock.atMs += 9 * MINUTE_MS - 1
    expect(await credential.headersFor(aRequest())).toHaveProperty('x-security-token', 'token-2')
    clock.atMs += 1
    expect(await credential.headersFor(aRequest())).toBeUndefined()
  })

  describe('a renewal that fails', () => {
    it.each([
      [0.5, [1000, 1000, 2000, 4000, 5000, 5000]],
      [0.999, [1000, 1998, 3996, 7992, 9990, 9990]],
    ])('is repeated after a pause, with luck %d', async (random, pauses) => {
      const { credential, clock, exchanges, keyOf, answer } = setUp({ random })
      clock.atMs += 55 * MINUTE_MS
      await keyOf(credential)
      for (const [index, pauseMs] of pauses.entries()) {
        await answer(failing())
        clock.atMs += pauseMs - 1
        expect(await keyOf(credential)).toBe('AK1')
        expect(exchanges).toHaveLength(index + 1)
        clock.atMs += 1
        expect(await keyOf(credential)).toBe('AK1')
        expect(exchanges).toHaveLength(index + 2)
      }
    })

    it('is also repeated after a refusal', async () => {
      const { credential, clock, exchanges, keyOf, answer } = setUp()
      clock.atMs += 55 * MINUTE_MS
      await keyOf(credential)
      await answer({ kind: 'final', fault: { reason: 'forbidden', httpStatus: 403 } })
      clock.atMs += 1000
      await keyOf(credential)
      expect(exchanges).toHaveLength(2)
    })

    it('is repeated when STS wants it', async () => {
      const { credential, clock, exchanges, keyOf, answer } = setUp()
      clock.atMs += 55 * MINUTE_MS
      await keyOf(credential)
      await answer(failing({ retryAfterMs: 30_000 }))
      clock.atMs += 29_999
      await keyOf(credential)
      expect(exchanges).toHaveLength(1)
      clock.atMs += 1
      await keyOf(credential)
      expect(exchanges).toHaveLength(2)
    })

    it('begins with short pauses again after one that went well', async () => {
      const { credential, clock, exchanges, keyOf, answer } = setUp()
      clock.atMs += 55 * MINUTE_MS
      await keyOf(credential)
      for (let failures = 0; failures < 4; failures += 1) {
        await answer(failing())
        clock.atMs += 10_000
        await keyOf(credential)
      }
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      clock.atMs += 55 * MINUTE_MS
      await keyOf(credential)
      await answer(failing())
      clock.atMs += 1000
      await keyOf(credential)
      expect(exchanges).toHaveLength(7)
    })
  })

  describe('refused keys', () => {
    it('are renewed once', async () => {
      const { credential, clock, exchanges, keyOf, refuse, answer } = setUp()
      const request = aRequest()
      await credential.headersFor(request)
      const recovered = refuse(credential, request)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await recovered).toBe(true)
      expect(await keyOf(credential)).toBe('AK2')
      await credential.headersFor(request)
      expect(await refuse(credential, request)).toBe(false)
      expect(exchanges).toHaveLength(1)
    })

    it('stay refused while the renewal fails, and are renewed after a pause', async () => {
      const { credential, clock, exchanges, keyOf, refuse, answer } = setUp()
      const request = aRequest()
      await credential.headersFor(request)
      const recovered = refuse(credential, request)
      await answer(failing())
      expect(await recovered).toBe(true)
      expect(await credential.headersFor(request)).toBeUndefined()
      expect(credential.problem()).toEqual(failing())
      expect(await credential.accessKey()).toBeUndefined()
      expect(await refuse(credential, request)).toBe(true)
      expect(exchanges).toHaveLength(1)
      clock.atMs += 1000
      const key = keyOf(credential)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await key).toBe('AK2')
    })

    it('are renewed once for all requests that were under way with them', async () => {
      const { credential, clock, exchanges, refuse, answer } = setUp()
      const [first, second, third] = [aRequest(), aRequest(), aRequest()]
      for (const request of [first, second, third]) await credential.headersFor(request)
      const recovered = [refuse(credential, first), refuse(credential, second)]
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await Promise.all(recovered)).toEqual([true, true])
      expect(await refuse(credential, third)).toBe(true)
      expect(exchanges).toHaveLength(1)
    })

    it('need no renewal if they have been renewed in the meantime', async () => {
      const { credential, clock, refuse, answer } = setUp()
      const request = aRequest()
      clock.atMs += 55 * MINUTE_MS
      await credential.ready()
      await credential.headersFor(request)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await refuse(credential, request)).toBe(true)
      // The one renewal after a refusal is still to be had.
      await credential.headersFor(request)
      const recovered = refuse(credential, request)
      await answer(issuedKey(3, clock.atMs + HOUR_MS))
      expect(await recovered).toBe(true)
    })

    it('join a renewal that is under way', async () => {
      const { credential, clock, exchanges, refuse, answer } = setUp()
      const request = aRequest()
      clock.atMs += 55 * MINUTE_MS
      await credential.ready()
      await credential.headersFor(request)
      const recovered = refuse(credential, request)
      expect(exchanges).toHaveLength(1)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await recovered).toBe(true)
    })

    it('join a renewal that is under way, even if they are the second ones', async () => {
      const { credential, clock, exchanges, keyOf, refuse, answer } = setUp()
      const request = aRequest()
      const first = refuse(credential, request)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      await first
      clock.atMs += 55 * MINUTE_MS
      await credential.headersFor(request)
      void credential.ready()
      const second = refuse(credential, request)
      await answer(issuedKey(3, clock.atMs + HOUR_MS))
      expect(await second).toBe(true)
      expect(await keyOf(credential)).toBe('AK3')
      expect(exchanges).toHaveLength(2)
    })

    it('are those in use if a request was sent without keys', async () => {
      const { credential, clock, answer } = setUp()
      const recovered = credential.recover(EXPIRED, aRequest())
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      expect(await recovered).toBe(true)
      expect(await credential.recover(EXPIRED, aRequest())).toBe(false)
    })

    it('stay in use if only the clock was wrong', async () => {
      const { credential, clock, exchanges, refuse } = setUp()
      const request = aRequest()
      clock.atMs += 10 * MINUTE_MS
      await credential.headersFor(request)
      expect(await refuse(credential, request, SKEWED)).toBe(true)
      expect(exchanges).toHaveLength(0)
    })

    it.each([
      ['while better ones are fetched', issuedKey(2, START_MS + HOUR_MS), true, 'AK2', 'AK2'],
      ['where there are no better ones', failing(), true, undefined, undefined],
    ])('are not shown again %s', async (_what, issued, isBetter, waited, later) => {
      const { credential, keyOf, answer } = setUp()
      const request = aRequest()
      await credential.headersFor(request)
      const recovered = credential.recover(EXPIRED, request)
      await settle()
      const key = keyOf(credential)
      await answer(issued)
      expect([await recovered, await key, await keyOf(credential)]).toEqual([isBetter, waited, later])
    })

    it('are not sent again if they are the second ones', async () => {
      const { credential, clock, keyOf, refuse, answer } = setUp()
      const request = aRequest()
      await credential.headersFor(request)
      const recovered = refuse(credential, request)
      await answer(issuedKey(2, clock.atMs + HOUR_MS))
      await recovered
      await credential.headersFor(request)
      expect(await refuse(credential, request)).toBe(false)
      expect(await keyOf(credential)).toBeUndefined()
      expect(credential.problem()).toEqual({
        kind: 'final',
        fault: { reason: 'unauthorized', httpStatus: 401, error: EXPIRED, advice: REFUSED_ADVICE },
      })
    })
  })

  it('keeps its promises for any events in any order', async () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('time' as const), ms: fc.integer({ min: 1, max: 40 * MINUTE_MS }) }),
      fc.record({ kind: fc.constant('request' as const) }),
      fc.record({ kind: fc.constant('refusal' as const), which: fc.nat(3) }),
      fc.record({
        kind: fc.constant('answer' as const),
        good: fc.boolean(),
        lifeMs: fc.nat(HOUR_MS),
        behindMs: fc.option(fc.nat(HOUR_MS)),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const { credential, clock, exchanges, answer, pending } = setUp()
        let newest = 1
        let replaced = 0
        let unusableMs = clock.atMs + 59 * MINUTE_MS
        const requests: ReturnType<typeof aRequest>[] = []
        const sentWith = new WeakMap<object, number>()
        const refused = new Set<number>()
        const used: Promise<void>[] = []
        for (const each of events) {
          if (each.kind === 'time') clock.atMs += each.ms
          if (each.kind === 'request') {
            const request = aRequest()
            requests.push(request)
            const holds = clock.atMs < unusableMs
            const expected = newest
            const before = exchanges.length
            let isThere = false
            const headers = Promise.resolve(credential.ready())
              .then(() => credential.headersFor(request))
              .then((added) => {
                isThere = true
                // Never an older key than the newest at the time of the call, and never one that was refused or has ended.
                expect(newest).toBeGreaterThanOrEqual(expected)
                const isUsable = !refused.has(newest) && clock.atMs < unusableMs
                expect(added?.['x-security-token']).toBe(isUsable ? `token-${String(newest)}` : undefined)
                if (added !== undefined) sentWith.set(request, newest)
              })
            used.push(headers)
            await settle()
            if (holds && !refused.has(expected)) expect(isThere).toBe(true)
            expect(exchanges.length - before).toBeLessThanOrEqual(1)
          }
          if (each.kind === 'refusal' && requests.length > 0) {
            const before = exchanges.length
            const request = requests.at(-1 - each.which) ?? aRequest()
            refused.add(sentWith.get(request) ?? newest)
            used.push(credential.recover(EXPIRED, request).then(() => undefined))
            await settle()
            // One successful renewal for all refusals of a wait.
            expect(exchanges.length - before).toBeLessThanOrEqual(Math.max(0, 1 - replaced))
          }
          if (each.kind === 'answer' && pending() > 0) {
            if (each.good) {
              replaced += Number(refused.has(newest))
              newest += 1
              unusableMs = clock.atMs + usableMs(each)
            }
            await answer(each.good ? keyOfIssuer(newest, clock.atMs, each) : failing())
          }
          // Never two exchanges at the same time.
          expect(pending()).toBeLessThanOrEqual(1)
        }
        while (pending() > 0) {
          await answer(failing())
        }
        await Promise.all(used)
      }),
    )
  })
})

// An issuer whose clock is behind by so much, or one that does not tell the time.
type Life = { readonly lifeMs: number; readonly behindMs: number | null }

function keyOfIssuer(count: number, nowMs: number, { lifeMs, behindMs }: Life): IssuedKey {
  if (behindMs === null) return issuedKey(count, nowMs + lifeMs)
  const issuedMs = nowMs - behindMs
  // A key that has ended at the time of the answer is not accepted (src/huaweicloud/credential/issued.ts).
  return { ...issuedKey(count, issuedMs + lifeMs + 1), issuedMs }
}

// Without the time of their issuer, keys that have ended on arrival count as issued for the least time.
function usableMs({ lifeMs, behindMs }: Life): number {
  const issuedForMs = behindMs === null ? lifeMs : lifeMs + 1
  const leftMs = issuedForMs - (behindMs ?? 0)
  const countedMs = leftMs > 0 ? leftMs : behindMs === null ? 15 * MINUTE_MS : issuedForMs
  return countedMs - Math.min(MINUTE_MS, countedMs / 10)
}

type Options = { readonly lifeMs?: number; readonly random?: number }

type SetUp = {
  readonly credential: Credential
  readonly clock: HandClock
  /** Grows with each exchange that begins. */
  readonly exchanges: readonly unknown[]
  /** Answers the exchange that is under way; throws if there is none. */
  readonly answer: (answer: IssuedKey | FailedAnswer) => Promise<void>
  readonly pending: () => number
  readonly keyOf: (credential: Credential) => Promise<string | undefined>
  readonly refuse: (
    credential: Credential,
    request: ReturnType<typeof aRequest>,
    error?: { readonly message: string },
  ) => Promise<boolean>
}

function setUp({ lifeMs = HOUR_MS, random = 0.5 }: Options = {}): SetUp {
  const clock = handClock(START_MS)
  const exchanges: ((outcome: Outcome<IssuedKey>) => void)[] = []
  let answered = 0
  const exchange = (): Promise<Outcome<IssuedKey>> =>
    new Promise((resolve) => {
      exchanges.push(resolve)
    })
  const credential = createKeylessCredential(issuedKey(1, START_MS + lifeMs), {
    exchange,
    clock: { now: () => clock.atMs },
    serviceClock: clock,
    random: () => random,
    refusedAdvice: REFUSED_ADVICE,
    pending: PENDING,
  })
  return {
    credential,
    clock,
    exchanges,
    answer: async (issued) => {
      await settle()
      const resolve = exchanges[answered]
      if (resolve === undefined) throw new Error('No exchange is under way.')
      answered += 1
      resolve('key' in issued ? { kind: 'success', value: issued } : issued)
      await settle()
    },
    pending: () => exchanges.length - answered,
    keyOf: async (each) => {
      await each.ready()
      const headers = await each.headersFor(aRequest())
      return /Access=(\w+)/.exec(headers?.authorization ?? '')?.[1]
    },
    refuse: async (each, request, error = EXPIRED) => {
      const recovered = each.recover(error, request)
      await settle()
      return recovered
    },
  }
}

function failing(seen: { readonly retryAfterMs?: number } = {}): FailedAnswer {
  return { kind: 'passing', fault: { reason: 'http-status', httpStatus: 503, ...seen } }
}

// Lets every promise go on that can.
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}
