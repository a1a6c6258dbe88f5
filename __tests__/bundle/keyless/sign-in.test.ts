import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import type { Keyless, Simulator } from '../../../simulator/types.d.ts'
import { failureOf, TASK, useBundle, withSimulator } from '../../support/bundle.ts'
import { useFolder } from '../../support/folder.ts'
import {
  ended,
  expectNoTrace,
  isPoll,
  keylessOptions,
  keysOf,
  runKeyless,
  scenarioOf,
  secretsOf,
} from './step.ts'
import { canHandleSignals } from '../../support/platform.ts'

const bundle = useBundle()

describe('a keyless step', () => {
  it('exchanges its ID token for keys, signs with them, and masks every secret that it was given', async () => {
    const result = await runKeyless(bundle, scenarioOf())
    expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { status: 'SUCCESSFUL', polls: '2' } })
    expect(result.stdout).toContain("the workflow's ID token (audience huaweicloud), as trust agency")
    expect(result.requests.slice(0, 2).map(({ answer }) => answer)).toEqual([
      '200 ID token',
      '200 access key',
    ])
    expect(result.requests.slice(2).every(isPoll)).toBe(true)
    expect(result.issued).toMatchObject([
      { kind: 'id-token', audience: 'huaweicloud' },
      { kind: 'access-key', sessionName: 'gh-1234567890-2', durationSeconds: 900 },
    ])
    for (const { headers } of result.requests.slice(2)) {
      expect(headers.authorization).toContain(
        `Access=${keysOf(result.issued)[0] ?? '?'}, SignedHeaders=host;`,
      )
      expect(headers).not.toHaveProperty('x-auth-token')
    }
    const masks = result.stdout.split('\n').filter((line) => line.startsWith('::add-mask::'))
    for (const secret of [DEMO_KEYLESS.requestToken, ...secretsOf(result.issued)]) {
      expect(masks).toContain(`::add-mask::${secret}`)
    }
  })

  it('sends the request token only to GitHub, and the ID token only to STS', async () => {
    const { requests, issued } = await runKeyless(bundle, scenarioOf())
    const [idToken = ''] = secretsOf(issued)
    const [github, sts, ...polls] = requests.map((request) => JSON.stringify(request))
    expect(github).toContain(DEMO_KEYLESS.requestToken)
    expect(sts).toContain(idToken)
    expect([sts, ...polls].join()).not.toContain(DEMO_KEYLESS.requestToken)
    expect([github, ...polls].join()).not.toContain(idToken)
  })

  it('asks for keys for as long as the wait may take', async () => {
    const { issued } = await runKeyless(bundle, scenarioOf(), { inputs: { timeout: '30m' } })
    expect(issued).toContainEqual(expect.objectContaining({ durationSeconds: 2400 }))
  })

  it.each([3_600_000, -3_600_000])(
    'follows the clock of a cloud that is %i ms off',
    async (clockOffsetMs) => {
      const result = await runKeyless(bundle, { ...scenarioOf(), clockOffsetMs })
      // The first signature is good already, and the keys are not taken for ended.
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '2' } })
      expect(keysOf(result.issued)).toHaveLength(1)
    },
  )
})

describe('a job that may not have an ID token', () => {
  const NOT_OFFERED = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
  const folder = useFolder('event')
  const eventOf = (head: string): string => {
    const path = join(folder(), 'event.json')
    const base = { repo: { full_name: 'octo-org/octo-repo' } }
    writeFileSync(path, JSON.stringify({ pull_request: { head: { repo: { full_name: head } }, base } }))
    return path
  }

  it.each([
    ['a permission', {}, "Give it 'permissions: id-token: write'"],
    [
      'a permission in a pull request',
      { head: 'octo-org/octo-repo' },
      "Give it 'permissions: id-token: write'",
    ],
    ['being no fork', { head: 'stranger/octo-repo' }, 'does not work for pull requests from forks'],
    [
      'a permission in the base repository of a fork',
      { head: 'stranger/octo-repo', event: 'pull_request_target' },
      "Give it 'permissions: id-token: write'",
    ],
  ])(
    'lacks %s, and sends no request',
    async (_what, { head, event = 'pull_request' }: { head?: string; event?: string }, words) => {
      const env = {
        ...NOT_OFFERED,
        ...(head !== undefined && { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: eventOf(head) }),
      }
      const result = await runKeyless(bundle, scenarioOf(), { env })
      expect(result).toMatchObject({
        exitCode: 1,
        outputs: { status: 'ERROR', 'failed-subtasks': '[]', 'error-code': '', polls: '0' },
      })
      expect(failureOf(result)).toContain(words)
      expect(result.summary).toContain('docs/authentication.md')
      expect(result.requests).toEqual([])
    },
  )
})

describe('keyless inputs that do not fit', () => {
  it.each([
    ['half a pair', { 'oidc-agency': '' }, "Input 'oidc-agency' is missing"],
    ['the other half', { 'oidc-provider': '' }, "Input 'oidc-provider' is missing"],
    [
      'a name with an agency',
      { 'oidc-provider': 'github' },
      'the name of a provider takes no agency. Federated user: set',
    ],
    ['two kinds', { token: 'T' }, 'are two kinds of credential'],
    ['no region and no STS', { 'sts-endpoint': '' }, "Inputs 'region' and 'sts-endpoint' are both empty"],
    ['an STS without TLS', { 'sts-endpoint': 'http://sts.example' }, "Input 'sts-endpoint' must be"],
  ])('such as %s are refused before any request', async (_what, inputs, words) => {
    const result = await runKeyless(bundle, scenarioOf(), { inputs })
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '0' } })
    expect(failureOf(result)).toContain(words)
    expect(result.requests).toEqual([])
  })
})

if (canHandleSignals) {
  describe('a run that is cancelled while it signs in', () => {
    it.each<readonly [string, Partial<Keyless>, NodeJS.Signals]>([
      ['GitHub hangs', { idTokenSteps: [{ fault: 'stalled-headers' }] }, 'SIGTERM'],
      ['STS hangs', { stsSteps: [{ fault: 'stalled-body' }] }, 'SIGTERM'],
      [
        'it waits for another attempt',
        { stsSteps: [{ status: 503, headers: { 'retry-after': '60' } }] },
        'SIGINT',
      ],
    ])('is CANCELLED if %s, and ends within two seconds', async (_what, keyless, signal) => {
      let cancel = (): void => undefined
      const onAnswer: Simulator extends never ? never : (request: unknown, words: string) => void = (
        _,
        words,
      ) => {
        if (words.startsWith('200')) return
        // After the answer has been read, if there is one.
        setTimeout(() => {
          cancel()
        }, 300)
      }
      const test = async (simulator: Simulator): Promise<void> => {
        const { kill, done } = bundle.start(simulator, keylessOptions(simulator))
        cancel = () => {
          kill(signal)
        }
        const result = await done
        expect(result.ownMsSinceSignal).toBeLessThan(2000)
        expect(result).toMatchObject({
          exitCode: 1,
          outputs: { status: 'CANCELLED', polls: '0', 'error-code': '' },
        })
        expect(JSON.parse(result.outputs.tasks ?? '')).toMatchObject([{ id: TASK, status: 'CANCELLED' }])
        expect(result.summary).toContain(TASK)
        expect(simulator.requests.filter(isPoll)).toEqual([])
        expectNoTrace(result, simulator)
      }
      await withSimulator(scenarioOf(keyless), test, { onAnswer })
    })
  })
}

describe('a bundle without the code that signs in', () => {
  const removed: string[] = []
  const broken = useBundle((dist) => {
    for (const name of readdirSync(dist)) {
      const isSignIn =
        name.endsWith('.js') && readFileSync(join(dist, name), 'utf8').includes('assume-with-oidc')
      if (!isSignIn) continue
      removed.push(name)
      rmSync(join(dist, name))
    }
  })

  it('lacks one chunk, which is not its entry', () => {
    expect(removed).toHaveLength(1)
    expect(removed).not.toContain('index.js')
  })

  it('still waits with a token', async () => {
    await withSimulator('documented-1', async (simulator) => {
      expect(await broken.run(simulator)).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    })
  })

  it('still waits with a key', async () => {
    const key = { id: 'AKOFTHETEST012345678', secret: 'secret-of-the-test' }
    const inputs = { token: '', 'access-key-id': key.id, 'secret-access-key': key.secret }
    await withSimulator(
      { title: 'signed', tasks: { '*': [ended] }, accessKeys: [key] },
      async (simulator) => {
        expect(await broken.run(simulator, { inputs })).toMatchObject({ exitCode: 0 })
      },
    )
  })

  it('is red without a key, and says so', async () => {
    await withSimulator(scenarioOf(), async (simulator) => {
      const result = await broken.run(simulator, keylessOptions(simulator))
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '0' } })
      expect(failureOf(result)).toContain('Internal error: Cannot find module')
      expect(simulator.requests).toEqual([])
    })
  })
})
