import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'

import { describe, expect, it } from '@jest/globals'

import { answerFaults } from '../../simulator/faults/answer.mjs'
import { connectionFaults } from '../../simulator/faults/connection.mjs'
import { DEMO_KEYLESS } from '../../simulator/scenarios/demo-keyless.mjs'
import { finalFaults } from '../../simulator/faults/final.mjs'
import type { ActionResult, FaultName, Keyless, Scenario, Simulator, Step } from '../../simulator/types.d.ts'
import { everythingWritten, type StartOptions, TASK, useBundle, withSimulator } from '../support/bundle.ts'
import { useFolder } from '../support/folder.ts'
import { canHandleSignals } from '../support/platform.ts'

const bundle = useBundle()

const ended: Step = { body: { status: 'SUCCESSFUL' } }
const running: Step = { body: { status: 'RUNNING' } }
const refused: Step = { status: 401, body: { error_code: 'APIG.0301', error_msg: 'the token has expired' } }
const HANGING: readonly FaultName[] = ['stalled-headers', 'stalled-body', 'drip']
const PASSING = [...Object.keys(connectionFaults), ...Object.keys(answerFaults)] as readonly FaultName[]
const FINAL = Object.keys(finalFaults) as readonly FaultName[]

type Changes = NonNullable<Parameters<typeof keylessOptions>[1]>

function scenarioOf(keyless: Partial<Keyless> = {}, steps: readonly Step[] = [running, ended]): Scenario {
  return { title: 'keyless', tasks: { '*': steps }, keyless: { ...DEMO_KEYLESS, ...keyless } }
}

function keylessOptions(
  { url, idTokenUrl }: Pick<Simulator, 'url' | 'idTokenUrl'>,
  { inputs, env, ...rest }: StartOptions = {},
): StartOptions {
  return {
    inputs: {
      token: '',
      'oidc-provider': DEMO_KEYLESS.providerUrn,
      'oidc-agency': DEMO_KEYLESS.agencyUrn,
      'sts-endpoint': url,
      ...inputs,
    },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: idTokenUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: DEMO_KEYLESS.requestToken,
      GITHUB_RUN_ID: '1234567890',
      GITHUB_RUN_ATTEMPT: '2',
      ...env,
    },
    ...rest,
  }
}

// Runs a keyless step, and makes sure of what has to hold for each of them, however it ends.
async function runKeyless(
  scenario: Scenario,
  changes: Changes | ((simulator: Simulator) => Changes) = {},
): Promise<ActionResult & Pick<Simulator, 'issued' | 'requests'>> {
  return withSimulator(scenario, async (simulator) => {
    const given = typeof changes === 'function' ? changes(simulator) : changes
    const result = await bundle.run(simulator, keylessOptions(simulator, given))
    expectNoTrace(result, simulator)
    const { issued, requests } = simulator
    return { ...result, issued, requests }
  })
}

function expectNoTrace(
  result: ActionResult,
  { issued, requests }: Pick<Simulator, 'issued' | 'requests'>,
): void {
  const masked = secretsOf(issued)
  const signatures = requests.flatMap(
    ({ headers }) => /Signature=(\w+)/.exec(headers.authorization ?? '')?.[1] ?? [],
  )
  const written = everythingWritten(result)
  for (const secret of [DEMO_KEYLESS.requestToken, ...masked, ...signatures]) {
    const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), btoa(secret)]
    for (const form of forms) expect(written).not.toContain(form)
  }
}

function secretsOf(issued: Simulator['issued']): readonly string[] {
  return issued.flatMap((each) =>
    each.kind === 'id-token' ? [each.value] : [each.key.secret, each.key.securityToken ?? ''],
  )
}

const keysOf = (issued: Simulator['issued']) =>
  issued.flatMap((each) => (each.kind === 'access-key' ? [each.key.id] : []))
const isPoll = ({ path }: { readonly path: string }): boolean => path.includes('/system-tasks/')
const failureOf = ({ stdout }: ActionResult): string =>
  stdout.split('\n').find((line) => line.startsWith('::error')) ?? ''

describe('a keyless step', () => {
  it('exchanges its ID token for keys, signs with them, and masks whatever it was given', async () => {
    const result = await runKeyless(scenarioOf())
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

  it('sends the request token to GitHub alone, and the ID token to STS alone', async () => {
    const { requests, issued } = await runKeyless(scenarioOf())
    const [idToken = ''] = secretsOf(issued)
    const [github, sts, ...polls] = requests.map((request) => JSON.stringify(request))
    expect(github).toContain(DEMO_KEYLESS.requestToken)
    expect(sts).toContain(idToken)
    expect([sts, ...polls].join()).not.toContain(DEMO_KEYLESS.requestToken)
    expect([github, ...polls].join()).not.toContain(idToken)
  })

  it('asks for keys for as long as the wait may take', async () => {
    const { issued } = await runKeyless(scenarioOf(), { inputs: { timeout: '30m' } })
    expect(issued).toContainEqual(expect.objectContaining({ durationSeconds: 2400 }))
  })

  it('renews its keys in the middle of a wait, and never uses one that was replaced', async () => {
    const steps = [{ ...running, ms: 5000 }, ended]
    const result = await runKeyless(scenarioOf({ keyLifeMs: 3000 }, steps))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    const keys = keysOf(result.issued)
    expect(keys.length).toBeGreaterThanOrEqual(3)
    const tokens = result.issued.flatMap((each) => (each.kind === 'id-token' ? [each.jti] : []))
    expect(new Set(tokens).size).toBe(keys.length)
    const polls = result.requests.filter(isPoll)
    expect(result.outputs.polls).toBe(String(polls.length))
    expect(polls.filter(({ answer }) => answer?.includes('401'))).toEqual([])
    const used = polls.map(({ headers }) =>
      keys.indexOf(/Access=(\w+)/.exec(headers.authorization ?? '')?.[1] ?? ''),
    )
    expect(used).toEqual(used.toSorted((a, b) => a - b))
    expect(new Set(used).size).toBeGreaterThanOrEqual(3)
  }, 20_000)

  it('goes on with the old keys while a renewal fails', async () => {
    const keyless = { keyLifeMs: 6000, stsSteps: [{}, { fault: 'http-503' }] } as const
    const result = await runKeyless(scenarioOf(keyless, [{ ...running, ms: 7000 }, ended]))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    expect(result.requests.filter(({ answer }) => answer === 'http-503')).toHaveLength(1)
    expect(result.requests.filter(({ answer }) => answer?.includes('401'))).toEqual([])
    expect(keysOf(result.issued).length).toBeGreaterThanOrEqual(2)
  }, 20_000)

  it('renews refused keys once, and is green where the new ones are good', async () => {
    const result = await runKeyless(scenarioOf({}, [running, refused, running, ended]))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '4' } })
    expect(keysOf(result.issued)).toHaveLength(2)
  })

  it('renews refused keys once for several tasks that were under way with them', async () => {
    const inputs = { 'task-id': 'a b c d e' }
    // Slow enough for each of the five to be sent before the first of them is answered.
    const steps = [running, { ...refused, delayMs: 2500 }, ended]
    const result = await runKeyless(scenarioOf({}, steps), { inputs })
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '15' } })
    expect(keysOf(result.issued)).toHaveLength(2)
  })

  it('does not wait for keys that are being renewed when another task ends it all', async () => {
    const inputs = { 'task-id': 'refused bad', 'fail-fast': 'true' }
    const keyless = { ...DEMO_KEYLESS, idTokenSteps: [{}, { fault: 'stalled-headers' }] } as const
    // Both are asked for before the one is refused, and the other fails after that.
    const tasks = {
      refused: [running, { ...refused, delayMs: 1000 }, ended],
      bad: [running, { body: { status: 'FAILED' }, delayMs: 2500 }],
    }
    const result = await runKeyless({ title: 'keyless', tasks, keyless }, { inputs })
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'FAILED' } })
    expect(result.durationMs).toBeLessThan(8000)
  })

  it('is red where new keys are refused as well, and does not ask again', async () => {
    const result = await runKeyless(scenarioOf({}, [running, refused, refused, ended]))
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { status: 'ERROR', 'error-code': 'APIG.0301', polls: '3' },
    })
    expect(keysOf(result.issued)).toHaveLength(2)
  })

  it.each([3_600_000, -3_600_000])(
    'follows the clock of a cloud that is %i ms off',
    async (clockOffsetMs) => {
      const result = await runKeyless({ ...scenarioOf(), clockOffsetMs })
      // The first signature is good already, and the keys are not taken for ended.
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '2' } })
      expect(keysOf(result.issued)).toHaveLength(1)
    },
  )
})

describe('a fault of the ID-token service and of STS that passes', () => {
  it.each(PASSING.filter((name) => !HANGING.includes(name)))('is survived: %s', async (fault) => {
    const result = await runKeyless(scenarioOf({ idTokenSteps: [{ fault }], stsSteps: [{ fault }] }))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '2' } })
    expect(result.requests.filter(({ answer }) => answer === fault)).toHaveLength(2)
    // Sooner than the time-out of an attempt: nobody has waited for an answer that does not come.
    expect(result.durationMs).toBeLessThan(15_000)
  })

  it('is survived where nothing more comes, too', async () => {
    const hang = async (keyless: Partial<Keyless>): Promise<void> => {
      const result = await runKeyless(scenarioOf(keyless))
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '2' } })
      expect(result.durationMs).toBeGreaterThan(15_000)
      expect(result.durationMs).toBeLessThan(20_000)
    }
    // Side by side: each of them only waits.
    await Promise.all(
      HANGING.flatMap((fault) => [hang({ idTokenSteps: [{ fault }] }), hang({ stsSteps: [{ fault }] })]),
    )
  }, 40_000)
})

describe('a fault that stays', () => {
  const PERMISSION = "Check that the job has 'permissions: id-token: write'"
  const WHERE = "set 'sts-endpoint' to one where it does"
  const GITHUB_ADVICE: Partial<Record<FaultName, string>> = { 'http-401': PERMISSION, 'http-403': PERMISSION }
  const STS_ADVICE = (fault: FaultName): string =>
    fault.startsWith('redirect') || fault === 'http-404' || fault === 'http-405'
      ? WHERE
      : "Check 'oidc-provider', 'oidc-agency' and 'sts-endpoint'"

  it.each(FINAL)('ends the step at once, red, with advice: %s', async (fault) => {
    const [github, sts] = await Promise.all([
      runKeyless(scenarioOf({ idTokenSteps: [{ fault }] })),
      runKeyless(scenarioOf({ stsSteps: [{ fault }] })),
    ])
    for (const result of [github, sts]) {
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '0' } })
      expect(JSON.parse(result.outputs.tasks ?? '')).toMatchObject([
        { status: 'ERROR', polls: 0, subtasks: [] },
      ])
      expect(result.durationMs).toBeLessThan(4000)
      expect(result.requests.filter(isPoll)).toEqual([])
      expect(result.summary).toContain('docs/authentication.md')
    }
    // No redirect is followed: its Location is on the same server.
    expect(github.requests).toHaveLength(1)
    expect(sts.requests).toHaveLength(2)
    expect(failureOf(github)).toContain("GitHub's service gave no ID token")
    expect(failureOf(github)).toContain(GITHUB_ADVICE[fault] ?? 'so run it again')
    expect(failureOf(sts)).toContain('STS gave no temporary key')
    expect(failureOf(sts)).toContain(STS_ADVICE(fault))
  })

  it.each<readonly [string, Partial<Keyless>, StartOptions['inputs'], string, string]>([
    [
      'an audience that is no client id',
      {},
      { 'oidc-audience': 'other' },
      'STS5.0203',
      "Check that 'oidc-audience'",
    ],
    [
      'a subject that is not trusted',
      { trustedSubject: 'repo:x' },
      {},
      'PAP5.0001',
      "agency in 'oidc-agency' lets in",
    ],
    [
      'an unknown provider',
      {},
      { 'oidc-provider': 'iam::x:y:z' },
      'STS5.0101',
      "Check the URN in 'oidc-provider'",
    ],
    ['an unknown agency', {}, { 'oidc-agency': 'iam::x:y:z' }, 'STS5.0102', "Check the URN in 'oidc-agency'"],
    ['an ID token that is too old', { idTokenLifeMs: 0 }, {}, 'STS5.0204', "the STS at 'sts-endpoint'"],
  ])('can be %s: its code is an output', async (_what, keyless, inputs, code, advice) => {
    const result = await runKeyless(scenarioOf(keyless), { inputs: inputs ?? {} })
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { status: 'ERROR', 'error-code': code, polls: '0' },
    })
    expect(failureOf(result)).toContain(code)
    expect(failureOf(result)).toContain(advice)
    expect(failureOf(result)).toMatch(/request [0-9a-f]{32}/)
    expect(keysOf(result.issued)).toEqual([])
  })

  it('can be that STS is not there', async () => {
    const result = await runKeyless(scenarioOf(), ({ url }) => ({
      inputs: { 'sts-endpoint': `${url}/elsewhere` },
    }))
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', 'error-code': 'APIG.0101' } })
    expect(failureOf(result)).toContain(WHERE)
  })

  it('can be that another request token is wanted', async () => {
    const result = await runKeyless(scenarioOf(), { env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'another' } })
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
    expect(failureOf(result)).toContain(PERMISSION)
  })

  it('shows nothing of the ID token where STS echoes it', async () => {
    const sts = createServer((request, response) => {
      void json(request).then((body) => {
        const { id_token: token = '' } = body as { readonly id_token?: string }
        const written = [token, encodeURIComponent(token), btoa(token), JSON.stringify({ token })].join(' ')
        response.writeHead(403, { 'x-request-id': token })
        response.end(JSON.stringify({ error_code: 'PAP5.0001', error_msg: `access denied: ${written}` }))
      })
    }).listen(0, '127.0.0.1')
    try {
      await new Promise((resolve) => sts.once('listening', resolve))
      const address = sts.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      const inputs = { 'sts-endpoint': `http://127.0.0.1:${String(port)}` }
      const result = await runKeyless(scenarioOf(), { inputs })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', 'error-code': 'PAP5.0001' } })
      expect(failureOf(result)).toContain('PAP5.0001 access denied: ***')
      expect(result.issued).toHaveLength(1)
    } finally {
      sts.closeAllConnections()
      sts.close()
    }
  })
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
    ['being no fork', { head: 'stranger/octo-repo' }, "can't work in the pull request of a fork"],
    [
      'a permission in the base repository of a fork',
      { head: 'stranger/octo-repo', event: 'pull_request_target' },
      "Give it 'permissions: id-token: write'",
    ],
  ])(
    'lacks %s, and asks nobody',
    async (_what, { head, event = 'pull_request' }: { head?: string; event?: string }, words) => {
      const env = {
        ...NOT_OFFERED,
        ...(head !== undefined && { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: eventOf(head) }),
      }
      const result = await runKeyless(scenarioOf(), { env })
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
    ['two kinds', { token: 'T' }, 'are two kinds of credential'],
    ['no region and no STS', { 'sts-endpoint': '' }, "Inputs 'region' and 'sts-endpoint' are both empty"],
    ['an STS without TLS', { 'sts-endpoint': 'http://sts.example' }, "Input 'sts-endpoint' must be"],
  ])('such as %s are refused before any request', async (_what, inputs, words) => {
    const result = await runKeyless(scenarioOf(), { inputs })
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
    ])('where %s is CANCELLED, and gone within two seconds', async (_what, keyless, signal) => {
      let cancelledAt = 0
      let cancel = (): void => undefined
      const onAnswer: Simulator extends never ? never : (request: unknown, words: string) => void = (
        _,
        words,
      ) => {
        if (words.startsWith('200')) return
        // After the answer has been read, where there is one.
        setTimeout(() => {
          cancelledAt = Date.now()
          cancel()
        }, 300)
      }
      const test = async (simulator: Simulator): Promise<void> => {
        const { child, done } = bundle.start(simulator, keylessOptions(simulator))
        cancel = () => void child.kill(signal)
        const result = await done
        expect(Date.now() - cancelledAt).toBeLessThan(2000)
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

  it('waits with a token all the same', async () => {
    await withSimulator('documented-1', async (simulator) => {
      expect(await broken.run(simulator)).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    })
  })

  it('waits with a key all the same', async () => {
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
      expect(failureOf(result)).toContain('This action has a fault of its own: Cannot find module')
      expect(simulator.requests).toEqual([])
    })
  })
})
