import { randomBytes } from 'node:crypto'

import { describe, expect, it } from '@jest/globals'

import type { AccessKey, Scenario, Step } from '../../simulator/types.d.ts'
import { everythingWritten, type StartOptions, TASK, useBundle, withSimulator } from '../support/bundle.ts'

const bundle = useBundle()

// With characters that JSON and URLs escape.
const canary = (): string => `"${randomBytes(12).toString('base64')}/+%\\`
const ended: Step = { body: { status: 'SUCCESSFUL' } }
const scenarioOf = (key: AccessKey, ...steps: readonly Step[]): Scenario => ({
  title: 'signed',
  tasks: { '*': steps.length === 0 ? [{ body: { status: 'RUNNING' } }, ended] : steps },
  accessKeys: [key],
})
const withKey = ({ id, secret, securityToken = '' }: AccessKey, inputs = {}): StartOptions => ({
  inputs: {
    token: '',
    'access-key-id': id,
    'secret-access-key': secret,
    'security-token': securityToken,
    ...inputs,
  },
})
const permanent = (): AccessKey => ({ id: 'AKOFTHETEST012345678', secret: canary() })
const temporary = (): AccessKey => ({ ...permanent(), securityToken: canary() })

function expectNoTrace(written: string, secrets: readonly (string | undefined)[]): void {
  for (const secret of secrets.filter((each) => each !== undefined)) {
    const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), btoa(secret)]
    for (const form of forms) expect(written).not.toContain(form)
  }
}

describe('signed requests', () => {
  // 16 s: the attempt under way at the deadline has its 15 s, which is the point.
  it.concurrent('end 15 s after the deadline if one is repeated late', async () => {
    const key = permanent()
    const skewed: Step = {
      status: 401,
      delayMs: 3000,
      body: { error_code: 'APIG.0301', error_msg: 'signature expired, signature time:x' },
      headers: { date: new Date(Date.now() + 120_000).toUTCString() },
    }
    await withSimulator(
      scenarioOf(key, skewed, { fault: 'stalled-headers', polls: 9 }),
      async (simulator) => {
        const result = await bundle.run(simulator, withKey(key, { timeout: '1s' }))
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '2' } })
        expect(result.durationMs).toBeGreaterThan(14_500)
        expect(result.ownMs).toBeLessThan(17_000)
      },
    )
  })

  it.concurrent.each([
    ['a permanent key', permanent()],
    ['a temporary key', temporary()],
  ])('are accepted with %s, each with a signature of its own, and leave no trace of it', async (_, key) => {
    await withSimulator(scenarioOf(key), async (simulator) => {
      const result = await bundle.run(
        simulator,
        withKey(key, { workspace: 'w1', 'min-poll-interval': '1100ms', 'max-poll-interval': '2s' }),
      )
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '2' } })
      expect(result.stdout).toContain('Signing in with the `access-key-id` and `secret-access-key` inputs.')
      expect(result.stdout).toContain(`::add-mask::${key.secret.replaceAll('%', '%25')}`)
      expectNoTrace(everythingWritten(result), [key.secret, key.securityToken])
      const signatures = simulator.requests.map(({ headers }) => headers.authorization)
      expect(new Set(signatures).size).toBe(2)
      const tokenName = key.securityToken === undefined ? '' : ';x-security-token'
      for (const each of signatures)
        expect(each).toContain(`SignedHeaders=host;workspace;x-project-id;x-sdk-date${tokenName}, `)
    })
  })

  it.concurrent.each([
    ['HUAWEI_CLOUD_ACCESS_KEY_ID', 'HUAWEI_CLOUD_SECRET_ACCESS_KEY'],
    ['HUAWEICLOUD_SDK_AK', 'HUAWEICLOUD_SDK_SK'],
    ['HW_ACCESS_KEY', 'HW_SECRET_KEY'],
  ])('take %s and %s from the environment', async (idName, secretName) => {
    const key = permanent()
    await withSimulator(scenarioOf(key), async (simulator) => {
      const env = { [idName]: key.id, [secretName]: key.secret }
      const result = await bundle.run(simulator, { inputs: { token: '' }, env })
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      expect(result.stdout).toContain(`Signing in with \`${idName}\` and \`${secretName}\`.`)
      expectNoTrace(everythingWritten(result), [key.secret])
    })
  })

  it.concurrent(
    'send one request for twenty tasks if the key is wrong, and quote nothing of it',
    async () => {
      const key = temporary()
      await withSimulator(scenarioOf({ ...key, secret: 'another-secret' }), async (simulator) => {
        const ids = Array.from({ length: 20 }, (_, index) => `task-${String(index)}`)
        const result = await bundle.run(simulator, withKey(key, { 'task-id': ids.join(',') }))
        expect(result).toMatchObject({
          exitCode: 1,
          outputs: { status: 'ERROR', 'error-code': 'APIG.0301', polls: '1' },
        })
        expect(simulator.requests).toHaveLength(1)
        expect(result.stdout).toContain(
          'APIG.0301 Incorrect IAM authentication information: verify aksk signature fail',
        )
        expect(result.stdout).not.toContain('canonicalRequest')
        expect(result.stdout).toContain('signed with the `access-key-id` and `secret-access-key` inputs.')
        const signature = /Signature=(\w+)/.exec(simulator.requests[0]?.headers.authorization ?? '')?.[1]
        expect(signature).toHaveLength(64)
        expectNoTrace(everythingWritten(result), [key.secret, key.securityToken, signature])
      })
    },
  )

  it.concurrent('name the lock after five bad signatures', async () => {
    const key = permanent()
    await withSimulator(scenarioOf({ ...key, secret: 'another-secret' }), async (simulator) => {
      for (let run = 0; run < 5; run += 1) await bundle.run(simulator, withKey(key))
      const result = await bundle.run(simulator, withKey(key))
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
      expect(result.stdout).toContain('Five bad signatures locked the access key')
      expect(simulator.requests).toHaveLength(6)
    })
  })

  it.concurrent.each([3_600_000, -3_600_000])(
    'follow the clock of a service that is %i ms off',
    async (clockOffsetMs) => {
      const key = permanent()
      await withSimulator(
        scenarioOf(key),
        async (simulator) => {
          const result = await bundle.run(simulator, withKey(key))
          // The first is refused for its date, the second is not.
          expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '3' } })
        },
        { clockOffsetMs },
      )
    },
  )

  it.concurrent.each([
    [200, 86_400_000],
    [502, 86_400_000],
    [429, -3_600_000],
  ])('do not follow the clock of a gateway that answers %i', async (status, offMs) => {
    const key = permanent()
    const stranger = { status, headers: { date: new Date(Date.now() + offMs).toUTCString() }, body: '<html>' }
    const scenario = scenarioOf(
      key,
      { body: { status: 'RUNNING' } },
      stranger,
      { body: { status: 'RUNNING' } },
      ended,
    )
    await withSimulator(scenario, async (simulator) => {
      const result = await bundle.run(simulator, withKey(key))
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '4' } })
    })
  })

  it.concurrent('recover after the answer of a gateway has set the clock wrong', async () => {
    const key = permanent()
    const stranger = { headers: { date: 'Thu, 01 Jan 2026 00:00:00 GMT' }, body: '{}' }
    await withSimulator(scenarioOf(key, stranger, ended), async (simulator) => {
      const result = await bundle.run(simulator, withKey(key))
      // The second is refused for its date, the third is not.
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '3' } })
    })
  })

  it.concurrent('follow the clock of the Date header before there is a refusal', async () => {
    const key = permanent()
    await withSimulator(
      scenarioOf(key),
      async (simulator) => {
        await bundle.run(simulator, withKey(key))
        const dates = simulator.requests.map(({ headers }) => headers['x-sdk-date'])
        const minutes = dates.map(
          (date) => Number(String(date).slice(9, 11)) * 60 + Number(String(date).slice(11, 13)),
        )
        expect(((minutes[1] ?? 0) - (minutes[0] ?? 0) + 1440) % 1440).toBeGreaterThanOrEqual(5)
      },
      { clockOffsetMs: 6 * 60_000 },
    )
  })
})

describe('a refusal', () => {
  const error = (status: number, code: string, message: string): Step => ({
    status,
    body: { error_code: code, error_msg: message },
  })

  it.each([
    [error(401, 'APIG.0301', 'Incorrect IAM authentication information: AK not exist'), 'access-key-id'],
    [error(401, 'APIGW.0303', 'Incorrect app authentication information'), 'access-key-id'],
    [error(401, 'APIG.0305', 'Incorrect authentication information'), 'access-key-id'],
    [error(401, 'APIG.0307', 'The token must be updated.'), 'access-key-id'],
    [
      error(403, 'APIG.0302', 'The IAM user is not authorized to access the API'),
      'its role in the workspace',
    ],
    [error(403, 'APIG.0306', 'API access denied'), 'its role in the workspace'],
    [error(401, 'APIG.0301', 'AK access failed to reach the limit,forbidden'), 'locked the access key'],
  ])('of %j says what to check', async (step, words) => {
    const key = permanent()
    await withSimulator(scenarioOf(key, step), async (simulator) => {
      const result = await bundle.run(simulator, withKey(key))
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '1' } })
      const failure = result.stdout.split('\n').find((line) => line.startsWith('::error'))
      expect(failure).toContain(words)
      expect(result.summary).toContain('What to do next')
    })
  })

  it('with 401 in the middle ends all tasks at once and is not repeated', async () => {
    const key = permanent()
    const steps = [
      { body: { status: 'RUNNING' }, polls: 2 },
      error(401, 'APIG.0307', 'The token must be updated.'),
    ]
    await withSimulator(scenarioOf(key, ...steps), async (simulator) => {
      const result = await bundle.run(simulator, withKey(key, { 'task-id': `${TASK} other` }))
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
      expect(simulator.requests.length).toBeLessThanOrEqual(6)
      expect(JSON.parse(result.outputs.tasks ?? '')).toMatchObject([{ status: 'ERROR' }, { status: 'ERROR' }])
    })
  })
})

describe('credentials that are not whole', () => {
  it.each([
    [
      'half a pair of inputs',
      { inputs: { token: '', 'access-key-id': 'AK' } },
      "Input 'secret-access-key' is missing",
    ],
    [
      'a security token alone',
      { inputs: { token: '', 'security-token': 'ST' } },
      "Input 'access-key-id' is missing",
    ],
    [
      'half a family',
      {
        inputs: { token: '' },
        env: { HUAWEI_CLOUD_ACCESS_KEY_ID: 'AK', HW_ACCESS_KEY: 'A', HW_SECRET_KEY: 'B' },
      },
      "Environment variable 'HUAWEI_CLOUD_SECRET_ACCESS_KEY' is missing",
    ],
    [
      'two kinds',
      {
        inputs: { token: 'T0ken-of-the-test', 'access-key-id': 'AK', 'secret-access-key': 'SK-of-the-test' },
      },
      'two kinds of credential',
    ],
    ['none at all', { inputs: { token: '' } }, 'There is no credential'],
  ])('such as %s are refused before any request', async (_, options, words) => {
    await withSimulator('documented-1', async (simulator) => {
      const result = await bundle.run(simulator, options)
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '0' } })
      expect(result.stdout).toContain(words)
      expect(simulator.requests).toEqual([])
    })
  })
})
