import type { HttpRequest } from '../../../src/http/transport.ts'
import type { Credential } from '../../../src/huaweicloud/credential/credentials.ts'
import type { ServiceClock } from '../../../src/huaweicloud/service/service-clock.ts'
import type { IssuedKey } from '../../../src/huaweicloud/credential/issued.ts'

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

/** The n-th temporary key: `AK1`, `secret-1`, `token-1`. */
export function issuedKey(count: number, expiresMs: number): IssuedKey {
  const text = String(count)
  return { key: { id: `AK${text}`, secret: `secret-${text}`, securityToken: `token-${text}` }, expiresMs }
}

/** The headers that a credential adds to a request once it is ready. */
export async function headersOf(
  credential: Credential | undefined,
  request: HttpRequest,
): Promise<Readonly<Record<string, string>> | undefined> {
  await credential?.ready()
  return credential?.headersFor(request)
}

/** A request to the service, each time another object as in a real call. */
export function aRequest(): HttpRequest {
  return { method: 'GET', url: new URL('https://dlf.example/v1/p/system-tasks/t'), headers: {} }
}
