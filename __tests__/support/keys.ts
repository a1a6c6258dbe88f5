import type { UnsignedRequest } from '../../src/huaweicloud/credential/credentials.ts'
import type { ServiceClock } from '../../src/huaweicloud/service/service-clock.ts'
import type { IssuedAnswer } from '../../src/huaweicloud/credential/sts.ts'

/** A service's clock that a test moves by hand. */
export type HandClock = ServiceClock & { atMs: number }

/** Creates a clock that stands at `atMs` until it is moved; learning a time moves it there. */
export function handClock(atMs: number): HandClock {
  const clock = {
    atMs,
    now: () => clock.atMs,
    learn: (serviceMs: number) => {
      clock.atMs = serviceMs
    },
    correctionMs: () => clock.atMs - atMs,
  }
  return clock
}

/** The n-th temporary key that STS has issued: `AK1`, `secret-1`, `token-1`. */
export function issuedKey(count: number, expiresMs: number): Extract<IssuedAnswer, { kind: 'issued' }> {
  const text = String(count)
  const key = { id: `AK${text}`, secret: `secret-${text}`, securityToken: `token-${text}` }
  return { kind: 'issued', key, expiresMs }
}

/** A request to the service, each time another object as in a real call. */
export function aRequest(): UnsignedRequest {
  return { method: 'GET', url: new URL('https://dlf.example/v1/p/system-tasks/t'), headers: {} }
}
