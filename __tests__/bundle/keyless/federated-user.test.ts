import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'

import { describe, expect, it } from '@jest/globals'

import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import type {
  ConversionRule,
  FaultName,
  Keyless,
  Scenario,
  Simulator,
  Step,
} from '../../../simulator/types.d.ts'
import { useBundle } from '../../support/bundle.ts'
import { ended, federatedUser, isPoll, keysOf, runKeyless, running, scenarioOf, secretsOf } from './step.ts'

const bundle = useBundle()
const refused: Step = { status: 401, body: { error_code: 'APIG.0301', error_msg: 'the token has expired' } }
const MEMBERS = { members: ['dataarts-deploy'] }

type Inputs = Readonly<Record<string, string>>

function runFederated(scenario: Scenario, inputs: Inputs = {}) {
  return runKeyless(bundle, scenario, ({ url }) => ({ inputs: { ...federatedUser(url), ...inputs } }))
}

function runAgency(scenario: Scenario) {
  return runKeyless(bundle, scenario)
}

const failureOf = ({ stdout }: { readonly stdout: string }): string =>
  stdout.split('\n').find((line) => line.startsWith('::error')) ?? ''
const answersOf = (requests: Simulator['requests']): readonly (string | undefined)[] =>
  requests.filter((request) => !isPoll(request)).map(({ answer }) => answer)
const ruleOn = (condition: ConversionRule['remote'][number]): Partial<Keyless> => ({
  rules: [{ local: [{ group: { name: 'dataarts-deploy' } }], remote: [condition] }],
})

describe('a federated user', () => {
  it.concurrent(
    'is let in by a workspace that has its group as a member, and masks what it gets',
    async () => {
      const result = await runFederated({ ...scenarioOf(), ...MEMBERS })
      expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { status: 'SUCCESSFUL', polls: '2' } })
      expect(result.stdout).toContain('as federated user of identity provider github')
      expect(answersOf(result.requests)).toEqual(['200 ID token', '201 unscoped token', '201 access key'])
      expect(result.issued).toMatchObject([
        { kind: 'id-token', audience: 'huaweicloud' },
        { kind: 'unscoped-token' },
        { kind: 'access-key', durationSeconds: 900 },
      ])
      const masks = result.stdout.split('\n').filter((line) => line.startsWith('::add-mask::'))
      const secrets = secretsOf(result.issued)
      expect(secrets).toHaveLength(4)
      for (const secret of [DEMO_KEYLESS.requestToken, ...secrets]) {
        expect(masks).toContain(`::add-mask::${secret}`)
      }
    },
  )

  it.concurrent('sends each secret only to the host that it is for', async () => {
    const { requests, issued } = await runFederated(scenarioOf())
    const [idToken = '', unscoped = ''] = secretsOf(issued)
    const [github, token, key, ...polls] = requests.map((request) => JSON.stringify(request))
    expect(github).toContain(DEMO_KEYLESS.requestToken)
    expect(token).toContain(idToken)
    expect(key).toContain(unscoped)
    expect([token, key, ...polls].join()).not.toContain(DEMO_KEYLESS.requestToken)
    expect([github, key, ...polls].join()).not.toContain(idToken)
    expect([github, token, ...polls].join()).not.toContain(unscoped)
  })

  it.concurrent('signs in once for twenty tasks', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `task-${String(index)}`)
    const result = await runFederated(scenarioOf({}, [ended]), { 'task-id': ids.join(' ') })
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '20' } })
    expect(answersOf(result.requests)).toEqual(['200 ID token', '201 unscoped token', '201 access key'])
  })

  // 7 s: more than the life of a key, half of which a busy machine may need to renew it.
  it.concurrent('renews its keys in a wait that outlasts them', async () => {
    const result = await runFederated(scenarioOf({ keyLifeMs: 6000 }, [{ ...running, ms: 7000 }, ended]))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    expect(keysOf(result.issued).length).toBeGreaterThanOrEqual(2)
    expect(result.requests.filter((request) => isPoll(request) && request.answer?.includes('401'))).toEqual(
      [],
    )
  })

  it.concurrent('renews refused keys once, and passes if the new ones are accepted', async () => {
    const result = await runFederated(scenarioOf({}, [running, refused, running, ended]))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '4' } })
    expect(keysOf(result.issued)).toHaveLength(2)
  })

  // Up to 6 s: two faults at each of two calls, with jittered pauses of up to 1 and 2 s.
  it.concurrent('survives faults of IAM that pass', async () => {
    const steps: readonly Step[] = [{ fault: 'http-503' }, { fault: 'cut-chunked' }]
    const result = await runFederated(scenarioOf({ unscopedTokenSteps: steps, userKeySteps: steps }))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    expect(result.requests.filter(({ answer }) => answer === 'http-503')).toHaveLength(2)
  })

  it.concurrent('asks again if IAM gives a key that is too short to be masked', async () => {
    const credential = {
      access: 'AK',
      secret: 'succ',
      securitytoken: 'st',
      expires_at: '2099-01-01T00:00:00.000000Z',
    }
    const short: Step = { status: 201, body: { credential } }
    const result = await runFederated(scenarioOf({ userKeySteps: [short] }))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    expect(result.summary).toContain('successful')
    expect(result.stdout).not.toContain('::add-mask::succ')
  })

  it.concurrent.each<readonly [string, object, string]>([
    ['has ended', { expires_at: '2026-01-31T12:15:00Z' }, 'the key ended at 2026-01-31T12:15:00.000Z'],
    ['has megabytes', { securitytoken: 'x'.repeat(2_000_000) }, "the field 'securitytoken' does not hold"],
  ])('asks again if IAM gives a key that %s, and never sends it', async (_what, part, words) => {
    const credential = {
      access: 'AK-OF-THE-TEST',
      secret: 'secret-of-the-test',
      securitytoken: 'security-token-of-the-test',
      expires_at: '2099-01-01T00:00:00.000000Z',
      ...part,
    }
    const broken: Step = { status: 201, body: { credential } }
    const result = await runFederated(scenarioOf({ userKeySteps: [broken] }))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    expect(result.stdout).toContain(words)
    expect(result.ownMs).toBeLessThan(10_000)
    expect(JSON.stringify(result.requests.filter(isPoll))).not.toContain('AK-OF-THE-TEST')
  })

  it.concurrent.each([401, 403, 404])(
    'blames nothing about the ID token if IAM accepted it and refuses to issue keys: %i',
    async (status) => {
      const body = { error_code: 'IAM.0001', error_msg: 'x' }
      const result = await runFederated(scenarioOf({ userKeySteps: [{ status, body }] }))
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', 'error-code': 'IAM.0001' } })
      expect(failureOf(result)).toContain('The ID token itself was accepted')
      expect(failureOf(result)).not.toMatch(/oidc-|signing key|conversion rule/)
    },
  )
})

describe('a workspace whose members are user groups', () => {
  it('refuses a trust agency that has signed in, and the step says what to use', async () => {
    const result = await runAgency({ ...scenarioOf(), ...MEMBERS })
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { status: 'ERROR', 'error-code': 'DLF.6888', polls: '1' },
    })
    expect(failureOf(result)).toMatch(/workspace.*federated user/)
  })

  it('refuses a federated user of another group, too', async () => {
    const result = await runFederated({ ...scenarioOf(), members: ['other-group'] })
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', 'error-code': 'DLF.6888' } })
    expect(failureOf(result)).toContain('its role in the workspace')
  })
})

describe('a conversion rule', () => {
  const subject = DEMO_KEYLESS.subject

  it.each<readonly [string, ConversionRule['remote'][number], number]>([
    ['lets in a subject that it lists', { type: 'sub', any_one_of: ['repo:x', subject] }, 0],
    ['keeps out a subject that it does not list', { type: 'sub', any_one_of: ['repo:x'] }, 1],
    ['compares whole values', { type: 'sub', any_one_of: [subject.slice(0, -1)] }, 1],
    ['keeps out a subject that it excludes', { type: 'sub', not_any_of: [subject] }, 1],
    ['lets in any other subject', { type: 'sub', not_any_of: ['repo:x'] }, 0],
    ['without a condition lets everyone in', { type: 'sub' }, 0],
    ['keeps out a token without its claim', { type: 'environment' }, 1],
  ])('%s', async (_what, condition, exitCode) => {
    const result = await runFederated(scenarioOf(ruleOn(condition)))
    expect(result.exitCode).toBe(exitCode)
    if (exitCode === 1) expect(failureOf(result)).toContain('Check that a conversion rule')
  })
})

describe('a sign-in that IAM refuses', () => {
  const NO_TOKEN = 'IAM did not accept the ID token'
  const STALE = "its signing key holds GitHub's current keys"
  const otherKey = async (): Promise<Partial<Keyless>> => {
    const { publicKey } = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    )
    const { kty, n, e } = await crypto.subtle.exportKey('jwk', publicKey)
    return {
      trustedKeys: [{ kty: kty ?? '', n: n ?? '', e: e ?? '', kid: 'old-key', alg: 'RS256', use: 'sig' }],
    }
  }

  it.each<readonly [string, () => Partial<Keyless> | Promise<Partial<Keyless>>, Inputs, readonly string[]]>([
    ['a stale key set', otherKey, {}, ['HTTP 401', STALE]],
    ['another audience', () => ({}), { 'oidc-audience': 'other-client' }, ['HTTP 401', "'oidc-audience'"]],
    ['an ID token that has ended', () => ({ idTokenLifeMs: 0 }), {}, ['HTTP 401', STALE]],
    ['no rule', () => ruleOn({ type: 'sub', any_one_of: ['repo:x'] }), {}, ['HTTP 403', 'conversion rule']],
    [
      'an unknown provider',
      () => ({}),
      { 'oidc-provider': 'gitlab' },
      ['HTTP 404', "'oidc-provider' exists"],
    ],
  ])('for %s names the setting, the code and the request', async (_what, keyless, inputs, words) => {
    const result = await runFederated(scenarioOf(await keyless()), inputs)
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '0' } })
    for (const word of [NO_TOKEN, ...words]) expect(failureOf(result)).toContain(word)
    expect(failureOf(result)).toMatch(/request [0-9a-f]{32}/)
    expect(keysOf(result.issued)).toEqual([])
  })

  it('for an unscoped token that has ended says that IAM gave no key', async () => {
    const result = await runFederated(scenarioOf({ unscopedTokenLifeMs: 0 }))
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', 'error-code': 'IAM.0001' } })
    expect(failureOf(result)).toContain('IAM gave no temporary key (HTTP 401, IAM.0001 ')
  })

  it.each<FaultName>(['redirect-302', 'redirect-307', 'http-404', 'http-405'])(
    'by %s ends the step at once and names iam-endpoint',
    async (fault) => {
      for (const keyless of [{ unscopedTokenSteps: [{ fault }] }, { userKeySteps: [{ fault }] }]) {
        const result = await runFederated(scenarioOf(keyless))
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '0' } })
        expect(failureOf(result)).toContain("'iam-endpoint'")
        // A redirect is not followed: its Location is on the same server.
        expect(result.requests).toHaveLength('unscopedTokenSteps' in keyless ? 2 : 3)
      }
    },
  )

  it('shows nothing of the ID token or the unscoped token if IAM echoes them', async () => {
    const seen: string[] = []
    const iam = createServer((request, response) => {
      void json(request).then((body) => {
        const secret = /"id":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? ''
        seen.push(secret)
        if (request.url?.endsWith('/id-token/tokens') === true) {
          response.writeHead(201, { 'x-subject-token': `echo-${secret.slice(-40)}` }).end('{"token":{}}')
          return
        }
        const written = [secret, encodeURIComponent(secret), btoa(secret)].join(' ')
        response.writeHead(403, { 'x-iam-trace-id': secret })
        response.end(JSON.stringify({ error: { code: 403, message: `not for ${written}` } }))
      })
    }).listen(0, '127.0.0.1')
    try {
      await new Promise((resolve) => iam.once('listening', resolve))
      const address = iam.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      const result = await runFederated(scenarioOf(), { 'iam-endpoint': `http://127.0.0.1:${String(port)}` })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
      expect(seen).toHaveLength(2)
      const written = result.stdout.replace(/^::add-mask::.*$/gm, '') + result.summary
      for (const secret of seen) expect(written).not.toContain(secret)
      expect(failureOf(result)).toContain('not for *** *** ***')
    } finally {
      iam.closeAllConnections()
      iam.close()
    }
  })
})

describe('a wait whose keys cannot be renewed', () => {
  const forbidden: Step = {
    status: 403,
    body: { error: { code: 403, message: 'no rule fits any more', title: 'Forbidden' } },
  }
  const SLOW: readonly Step[] = [{ ...running, ms: 60_000 }, ended]

  it.concurrent('ends when they end, with the code, the request and the advice of the sign-in', async () => {
    const unscopedTokenSteps = [{}, { ...forbidden, polls: 1000 }]
    const result = await runFederated(scenarioOf({ keyLifeMs: 3000, unscopedTokenSteps }, SLOW))
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
    const failure = failureOf(result)
    expect(failure).toContain('no rule fits any more')
    expect(failure).toMatch(/request [0-9a-f]{32}/)
    expect(failure).toContain('Renewing the temporary keys failed: IAM did not accept the ID token.')
    expect(failure).toContain('Check that a conversion rule')
    expect(failure).not.toContain('access-key-id')
    // The wait would take 20 s.
    expect(result.ownMs).toBeLessThan(10_000)
    // A key that has ended is never sent.
    expect(result.requests.filter((request) => isPoll(request) && request.answer?.includes('401'))).toEqual(
      [],
    )
  })

  it.concurrent('ends with the advice of the sign-in if the service refuses new keys as well', async () => {
    const result = await runFederated(scenarioOf({}, [running, refused, refused, ended]))
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', 'error-code': 'APIG.0301' } })
    expect(failureOf(result)).toContain('refused temporary keys that were just issued')
    expect(failureOf(result)).not.toContain('access-key-id')
  })
})
