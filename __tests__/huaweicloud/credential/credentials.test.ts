import { describe, expect, it } from '@jest/globals'

import { createCredential, type ReadyCredential } from '../../../src/huaweicloud/credential/credentials.ts'
import { createServiceClock } from '../../../src/huaweicloud/service/service-clock.ts'
import { authorizationFor } from '../../../src/huaweicloud/credential/signer.ts'
import { headersOf } from '../../support/fakes/keys.ts'

const NOW_MS = Date.UTC(2026, 0, 31, 12, 0, 0)
const REQUEST = {
  method: 'GET',
  url: new URL('https://dlf.example:8443/v1/p1/system-tasks/t1'),
  headers: { accept: 'application/json', 'x-language': 'en_us', 'x-project-id': 'p1', workspace: 'w1' },
} as const

describe('createCredential', () => {
  describe('with a token', () => {
    it('sends only the token', async () => {
      expect(await headersOf(token('tk'), REQUEST)).toEqual({ 'x-auth-token': 'tk' })
    })

    it('has no access key', async () => {
      await expect(token('tk').accessKey()).resolves.toBeUndefined()
    })

    it('has nothing better after a refusal', async () => {
      expect(await token('tk').recover({ message: 'signature expired, signature time:x' }, REQUEST)).toBe(
        false,
      )
    })
  })

  describe('with an access key', () => {
    it('gives the key to a service that signs in another way', async () => {
      const key = { id: 'AKID', secret: 'SECRET', securityToken: 'token' }
      expect(await accessKey(key).accessKey()).toEqual(key)
    })

    it('signs host, date, project and workspace', async () => {
      const key = { id: 'AKID', secret: 'SECRET' }
      const headers = {
        host: 'dlf.example:8443',
        'x-project-id': 'p1',
        workspace: 'w1',
        'x-sdk-date': '20260131T120000Z',
      }
      expect(await headersOf(accessKey(key), REQUEST)).toEqual({
        'x-sdk-date': '20260131T120000Z',
        authorization: authorizationFor({ method: 'GET', url: REQUEST.url, headers }, key),
      })
    })

    it('sends and signs the security token', async () => {
      const key = { id: 'AKID', secret: 'SECRET', securityToken: 'ST' }
      const { authorization, ...others } = (await headersOf(accessKey(key), REQUEST)) ?? {}
      expect(others).toEqual({ 'x-sdk-date': '20260131T120000Z', 'x-security-token': 'ST' })
      expect(authorization).toContain(
        'Access=AKID, SignedHeaders=host;workspace;x-project-id;x-sdk-date;x-security-token, Signature=',
      )
    })

    it.each([
      'signature expired, signature time:20260131T120000Z,server time:20260131T130000Z',
      'verify fail: Signature Expired, server time: 20260131T130000Z',
    ])("recovers by the server's clock: %s", async (message) => {
      const credential = accessKey({ id: 'AKID', secret: 'SECRET' })
      await headersOf(credential, REQUEST)
      expect(await credential.recover({ message }, REQUEST)).toBe(true)
      expect((await headersOf(credential, REQUEST))?.['x-sdk-date']).toBe('20260131T130000Z')
    })

    it('recovers by a Date header if the refusal names no time', async () => {
      const clock = createServiceClock(() => NOW_MS)
      const credential = createCredential({ kind: 'access-key', key: { id: 'a', secret: 's' } }, clock)
      const error = { message: 'signature expired, signature time:x' }
      await headersOf(credential, REQUEST)
      expect(await credential.recover(error, REQUEST)).toBe(false)
      clock.learn(NOW_MS + 3_600_000)
      expect(await credential.recover(error, REQUEST)).toBe(true)
      // The time that has been refused now is the one of the header.
      await headersOf(credential, REQUEST)
      clock.learn(NOW_MS + 3_660_000)
      expect(await credential.recover(error, REQUEST)).toBe(false)
      clock.learn(NOW_MS + 3_660_001)
      expect(await credential.recover(error, REQUEST)).toBe(true)
    })

    it('keeps the time that it has learnt if a refusal names an impossible time', async () => {
      const clock = createServiceClock(() => NOW_MS)
      const credential = createCredential({ kind: 'access-key', key: { id: 'a', secret: 's' } }, clock)
      clock.learn(NOW_MS + 3_600_000)
      await headersOf(credential, REQUEST)
      const message = 'signature expired, signature time:x,server time:20269931T120030Z'
      expect(await credential.recover({ message }, REQUEST)).toBe(false)
      expect(clock.correctionMs()).toBe(3_600_000)
    })

    it('recovers if the time was right until a gateway set it wrong', async () => {
      const clock = createServiceClock(() => NOW_MS)
      const credential = createCredential({ kind: 'access-key', key: { id: 'a', secret: 's' } }, clock)
      clock.learn(NOW_MS + 86_400_000)
      await headersOf(credential, REQUEST)
      const message = 'signature expired, signature time:20260201T120000Z,server time:20260131T120000Z'
      expect(await credential.recover({ message }, REQUEST)).toBe(true)
      expect((await headersOf(credential, REQUEST))?.['x-sdk-date']).toBe('20260131T120000Z')
    })

    it.each([
      undefined,
      'verify aksk signature fail',
      'AK access failed to reach the limit,forbidden',
      'signature expired, signature time:20260131T120000Z,server time:20260131T120030Z',
      'signature expired, signature time:20260131T120000Z,server time:20269931T120030Z',
      'token expired, server time:20260131T130000Z',
    ])('does not recover from %j', async (message) => {
      const credential = accessKey({ id: 'AKID', secret: 'SECRET' })
      expect(await credential.recover({ ...(message !== undefined && { message }) }, REQUEST)).toBe(false)
      expect((await headersOf(credential, REQUEST))?.['x-sdk-date']).toBe('20260131T120000Z')
    })
  })
})

function token(text: string): ReturnType<typeof createCredential> {
  return createCredential(
    { kind: 'token', token: text },
    createServiceClock(() => NOW_MS),
  )
}

function accessKey(
  key: Extract<ReadyCredential, { kind: 'access-key' }>['key'],
): ReturnType<typeof createCredential> {
  return createCredential(
    { kind: 'access-key', key },
    createServiceClock(() => NOW_MS),
  )
}
