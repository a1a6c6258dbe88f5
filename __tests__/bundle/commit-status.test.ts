import { writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { DEMO_GITHUB } from '../../simulator/scenarios/demo-github.mjs'
import { DEMO_KEYLESS } from '../../simulator/scenarios/demo-keyless.mjs'
import {
  NO_COMMIT_FOUND,
  PRIMARY_RATE_LIMIT,
  SECONDARY_RATE_LIMIT,
} from '../../simulator/services/github/github-errors.mjs'
import type { ActionResult, FaultName, GitHub, Scenario, Simulator, Step } from '../../simulator/types.d.ts'
import {
  everythingWritten,
  GITHUB_TOKEN,
  type StartOptions,
  useBundle,
  withSimulator,
} from '../support/bundle.ts'
import { useFolder } from '../support/folder.ts'
import { canHandleSignals } from '../support/platform.ts'

const bundle = useBundle()

const SHA = '0123456789abcdef0123456789abcdef01234567'
const HEAD_SHA = 'f'.repeat(40)
const RUN_URL = `https://github.com/${DEMO_GITHUB.repository}/actions/runs/42/attempts/3`
const READ_ONLY = DEMO_GITHUB.readOnlyTokens[0] ?? ''

const story = (...steps: readonly Step[]): Scenario => ({ title: 'made by a test', tasks: { '*': steps } })
const running: Step = { body: { status: 'RUNNING' } }
const successful = story(running, { body: { status: 'SUCCESSFUL' } })
const silent = (fault: FaultName): Step => ({ fault, ms: 60_000 })

const KEYLESS = {
  token: '',
  'oidc-provider': DEMO_KEYLESS.providerUrn,
  'oidc-agency': DEMO_KEYLESS.agencyUrn,
  'sts-endpoint': 'http://127.0.0.1:1',
}

// The environment that a runner gives, with the simulator in the place of GitHub's API.
function withStatus(
  { url }: Pick<Simulator, 'url'>,
  { inputs = {}, env = {}, ...rest }: StartOptions = {},
): StartOptions {
  return {
    inputs: { 'status-context': 'dlf / deployed', ...inputs },
    env: {
      GITHUB_API_URL: url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: DEMO_GITHUB.repository,
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '3',
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_SHA: SHA,
      ...env,
    },
    ...rest,
  }
}

// The same bundle as the runner starts it after the job: with the inputs and what main has saved, whole or not.
function runPost(simulator: Simulator, { state }: Pick<ActionResult, 'state'>, options: StartOptions = {}) {
  const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
  const main = withStatus(simulator, options)
  return bundle.run(simulator, { ...main, env: { ...main.env, ...saved } })
}

function withGitHub(
  scenario: string | Scenario,
  test: (simulator: Simulator) => Promise<void>,
  github: Partial<GitHub> = {},
): Promise<void> {
  return withSimulator(scenario, test, { github: { ...DEMO_GITHUB, ...github } })
}

const warningsOf = ({ stdout }: ActionResult): readonly string[] =>
  stdout.split('\n').filter((line) => line.startsWith('::warning'))
const statesOf = ({ statuses }: Simulator): readonly string[] => statuses.map(({ state }) => state)
const pathsOf = ({ requests }: Simulator): readonly string[] =>
  requests.map(({ path }) => (path.includes('/statuses/') ? 'status' : 'task'))

describe('the commit status', () => {
  it.each<readonly [string, string | Scenario, Readonly<Record<string, string>>, string]>([
    ['SUCCESSFUL', successful, {}, 'success'],
    ['WARNING', 'warning', {}, 'success'],
    ['WARNING', 'warning', { 'fail-on-warning': 'true' }, 'failure'],
    ['FAILED', 'failed', {}, 'failure'],
    ['NOT_FOUND', 'not-found', {}, 'failure'],
    ['ERROR', 'unknown-status', {}, 'error'],
    ['TIMED_OUT', 'running', { timeout: '1s' }, 'error'],
    // A sign-in that fails: this runner has no ID token to give.
    ['ERROR', 'running', KEYLESS, 'error'],
  ])('is pending before the first poll and then says what %s is', async (status, scenario, inputs, state) => {
    await withGitHub(scenario, async (simulator) => {
      const result = await bundle.run(simulator, withStatus(simulator, { inputs }))
      expect(result.outputs).toMatchObject({ status })
      expect(simulator.statuses).toMatchObject(
        ['pending', state].map((each) => ({
          state: each,
          sha: SHA,
          context: 'dlf / deployed',
          targetUrl: RUN_URL,
        })),
      )
      expect(pathsOf(simulator)[0]).toBe('status')
      expect(pathsOf(simulator).at(-1)).toBe('status')
      expect(result.stdout).toContain(`goes to ${SHA}: GITHUB_SHA of the event workflow_dispatch.`)
      expect(warningsOf(result).filter((line) => line.includes('ommit status'))).toEqual([])

      const post = await runPost(simulator, result)
      expect([post.exitCode, everythingWritten(post).trim()]).toEqual([0, ''])
      expect(simulator.statuses).toHaveLength(2)
    })
  })

  if (canHandleSignals) {
    it.each(['SIGINT', 'SIGTERM'] as const)('is error where %s ends the wait', async (signal) => {
      await withGitHub('running', async (simulator) => {
        const result = await killed(simulator, signal)
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'CANCELLED' } })
        expect(statesOf(simulator)).toEqual(['pending', 'error'])
      })
    })
  }

  it('says only our own words and counts, in 140 characters', async () => {
    const remote = `@admin https://x.example #1 ${'y'.repeat(300)}`
    const subtasks = [{ id: remote, name: remote, status: 'FAILED', message: remote }]
    const failed: Step = { body: { name: remote, status: 'FAILED', message: remote, subtasks } }
    await withGitHub(story(failed), async (simulator) => {
      const ids = Array.from({ length: 20 }, (_, index) => `task-${String(index)}`)
      await bundle.run(simulator, withStatus(simulator, { inputs: { 'task-id': ids.join(' ') } }))
      const said = simulator.statuses.map(({ description = '' }) => description)
      expect(said).toEqual([
        'Waiting for 20 DLF system tasks',
        expect.stringMatching(
          /^DLF system tasks: 20 of 20 failed, 20 of 20 subtasks failed, after [\d.]+m?s$/,
        ),
      ])
    })
  })

  it('is published on GitHub Enterprise Server too', async () => {
    await withGitHub(successful, async (simulator) => {
      const env = { GITHUB_API_URL: `${simulator.url}/api/v3`, GITHUB_SERVER_URL: 'https://ghe.example' }
      const result = await bundle.run(simulator, withStatus(simulator, { env }))
      expect(result.exitCode).toBe(0)
      expect(statesOf(simulator)).toEqual(['pending', 'success'])
      expect(simulator.statuses[0]?.targetUrl).toMatch(/^https:\/\/ghe\.example\/octo-org\//)
      expect(simulator.requests[0]?.path).toMatch(/^\/api\/v3\/repos\//)
    })
  })

  it('is sent nowhere without status-context, in main and in the post step', async () => {
    await withGitHub(successful, async (simulator) => {
      const options = { inputs: { 'status-context': ' ', 'status-sha': SHA } }
      const result = await bundle.run(simulator, withStatus(simulator, options))
      const post = await runPost(simulator, result, options)
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      expect([post.exitCode, everythingWritten(post).trim()]).toEqual([0, ''])
      expect(pathsOf(simulator)).toEqual(['task', 'task'])
      expect(result.stdout + result.stderr).not.toContain('ommit status')
    })
  })

  it('is sent nowhere where inputs are faulty', async () => {
    await withGitHub(successful, async (simulator) => {
      const options = { inputs: { 'status-sha': 'main', 'github-token': 'not a token' } }
      const result = await bundle.run(simulator, withStatus(simulator, options))
      await runPost(simulator, result, options)
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
      expect(result.stdout).toContain("Input 'status-sha' must be")
      expect(result.stdout).toContain("Input 'github-token' must be")
      expect(everythingWritten(result)).not.toContain('not a token')
      expect(simulator.requests).toEqual([])
    })
  })
})

describe('the commit', () => {
  const folder = useFolder('event')
  const event = (name: string, payload: unknown): Readonly<Record<string, string>> => {
    const path = join(folder(), `${name}.json`)
    writeFileSync(path, JSON.stringify(payload))
    return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path }
  }
  const startedBy = (full_name: string) => ({
    workflow_run: { head_sha: HEAD_SHA, head_repository: { full_name } },
  })

  it.each([
    ['pull_request', { number: 7, pull_request: { head: { sha: HEAD_SHA } } }, HEAD_SHA],
    ['pull_request_target', { pull_request: { head: { sha: HEAD_SHA } } }, HEAD_SHA],
    ['workflow_run', startedBy(DEMO_GITHUB.repository), HEAD_SHA],
    [
      'deployment_status',
      { deployment: { sha: HEAD_SHA }, deployment_status: { state: 'success' } },
      HEAD_SHA,
    ],
    ['merge_group', { merge_group: { head_sha: SHA, base_sha: HEAD_SHA } }, SHA],
    ['push', { after: SHA }, SHA],
  ])('of %s is the one that the event is about', async (name, payload, sha) => {
    await withGitHub(successful, async (simulator) => {
      const result = await bundle.run(simulator, withStatus(simulator, { env: event(name, payload) }))
      expect(result.exitCode).toBe(0)
      expect(simulator.statuses.map((status) => status.sha)).toEqual([sha, sha])
      expect(result.stdout).toContain(`goes to ${sha}: `)
    })
  })

  it('is the one that status-sha gives, whatever the event', async () => {
    await withGitHub(successful, async (simulator) => {
      const env = event('workflow_run', startedBy('fork/octo-repo'))
      await bundle.run(simulator, withStatus(simulator, { env, inputs: { 'status-sha': HEAD_SHA } }))
      expect(simulator.statuses.map((status) => status.sha)).toEqual([HEAD_SHA, HEAD_SHA])
    })
  })

  it('of a run that a fork has started is none: nothing is published, with a warning', async () => {
    await withGitHub(successful, async (simulator) => {
      const env = event('workflow_run', startedBy('fork/octo-repo'))
      const result = await bundle.run(simulator, withStatus(simulator, { env }))
      const post = await runPost(simulator, result, { env })
      expect([result.exitCode, post.exitCode]).toEqual([0, 0])
      expect(warningsOf(result)).toEqual([
        expect.stringContaining('status-sha: ${{ github.event.workflow_run.head_sha }}'),
      ])
      expect(simulator.statuses).toEqual([])
    })
  })
})

describe('the post step', () => {
  it('closes as error what a killed run has left pending, and does so once', async () => {
    await withGitHub('running', async (simulator) => {
      const result = await killed(simulator, 'SIGKILL')
      expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', outputs: {} })
      expect(statesOf(simulator)).toEqual(['pending'])

      const polls = simulator.requests.length
      const post = await runPost(simulator, result)
      expect(post).toMatchObject({ exitCode: 0, stderr: '', outputs: {}, summary: '' })
      expect(simulator.statuses).toMatchObject([
        { state: 'pending' },
        { state: 'error', sha: SHA, context: 'dlf / deployed', targetUrl: RUN_URL },
      ])
      expect(simulator.statuses[1]?.description).toContain('The run ended before the wait did')

      await runPost(simulator, { state: { ...result.state, ...post.state } })
      expect(simulator.requests).toHaveLength(polls + 1)
    })
  })

  it('publishes the verdict where GitHub was down at the end', async () => {
    await withGitHub(
      successful,
      async (simulator) => {
        const result = await bundle.run(simulator, withStatus(simulator))
        expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
        expect(statesOf(simulator)).toEqual(['pending'])
        expect(warningsOf(result)).toHaveLength(1)
        const post = await runPost(simulator, result)
        expect(statesOf(simulator)).toEqual(['pending', 'success'])
        expect(warningsOf(post)).toEqual([])
      },
      { statusSteps: [{}, { status: 502, body: 'Bad gateway' }] },
    )
  })

  it('does not fail the job where GitHub does not take the status', async () => {
    await withGitHub('running', async (simulator) => {
      const result = await killed(simulator, 'SIGKILL')
      const post = await runPost(simulator, result, { inputs: { 'github-token': READ_ONLY } })
      expect(post).toMatchObject({ exitCode: 0, outputs: {} })
      expect(warningsOf(post)).toEqual([expect.stringContaining('permissions: { statuses: write }')])
    })
  })
})

describe('a GitHub that does not take it', () => {
  it.each<readonly [string, Partial<GitHub>, Readonly<Record<string, string>>, string]>([
    ['for a token that may only read', {}, { 'github-token': READ_ONLY }, 'permissions: { statuses: write }'],
    [
      'for a token that it does not know',
      {},
      { 'github-token': 'gone' },
      'github-token: ${{ github.token }}',
    ],
    ['for a commit that it does not know', { shas: [HEAD_SHA] }, {}, 'status-sha: ${{'],
    ['for a commit, in other words', { statusSteps: [NO_COMMIT_FOUND] }, {}, 'status-sha: ${{'],
    ['because there are too many', { statusesPerContext: 0 }, {}, 'status-context'],
  ])('%s changes no verdict: one warning that says what to mend', async (_, github, inputs, yaml) => {
    await withGitHub(
      successful,
      async (simulator) => {
        const result = await bundle.run(simulator, withStatus(simulator, { inputs }))
        expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { status: 'SUCCESSFUL' } })
        expect(warningsOf(result)).toEqual([expect.stringContaining(yaml)])
        // What is refused for good is not asked for again.
        expect(pathsOf(simulator)).toEqual(['status', 'task', 'task'])
        const post = await runPost(simulator, result, { inputs })
        expect([post.exitCode, everythingWritten(post).trim()]).toEqual([0, ''])
        expect(pathsOf(simulator)).toHaveLength(3)
      },
      github,
    )
  })

  it.each([
    ['the secondary rate limit', SECONDARY_RATE_LIMIT, 'HTTP 403'],
    ['the primary rate limit', PRIMARY_RATE_LIMIT, 'HTTP 403'],
    ['an outage', { status: 503, body: 'Unicorn' }, 'HTTP 503: Unicorn'],
    ['a lost connection', { fault: 'reset-before' }, 'there was no connection (ECONNRESET)'],
    ['an answer that is cut', { fault: 'cut-content-length' }, 'the answer was cut off (ECONNRESET)'],
    ['an answer of 9 MiB', { fault: 'too-large' }, 'the answer is larger than 8 MiB'],
    [
      'an answer of something else',
      { status: 200, body: '<html>Sign in</html>' },
      'HTTP 200 in place of 201',
    ],
  ] satisfies readonly (readonly [string, Step, string])[])(
    'for %s is asked again at the end',
    async (_, step, reason) => {
      await withGitHub(
        successful,
        async (simulator) => {
          const result = await bundle.run(simulator, withStatus(simulator))
          expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { status: 'SUCCESSFUL' } })
          expect(warningsOf(result)).toEqual([expect.stringContaining(reason)])
          expect(statesOf(simulator).at(-1)).toBe('success')
        },
        { statusSteps: [step] },
      )
    },
  )

  it('because it is not there changes no verdict', async () => {
    await withGitHub(successful, async (simulator) => {
      const env = { GITHUB_API_URL: 'http://127.0.0.1:1' }
      const result = await bundle.run(simulator, withStatus(simulator, { env }))
      const post = await runPost(simulator, result, { env })
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      expect(post.exitCode).toBe(0)
      expect([...warningsOf(result), ...warningsOf(post)]).toHaveLength(1)
    })
  })

  it('but hangs costs ten seconds at most, in main and in the post step together', async () => {
    const hang = async (fault: FaultName): Promise<void> => {
      await withGitHub(
        story({ body: { status: 'FAILED' } }),
        async (simulator) => {
          const result = await bundle.run(simulator, withStatus(simulator))
          const post = await runPost(simulator, result)
          expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'FAILED' } })
          expect(post.exitCode).toBe(0)
          // Two starts of the program are not the network's.
          expect(result.durationMs + post.durationMs).toBeLessThan(10_000 + 4000)
          expect([...warningsOf(result), ...warningsOf(post)]).toHaveLength(1)
        },
        { statusSteps: [silent(fault)] },
      )
    }
    await Promise.all((['stalled-headers', 'stalled-body', 'drip'] as const).map(hang))
  }, 30_000)

  if (canHandleSignals) {
    it('but hangs does not hold up a cancelled run; the post step closes the status', async () => {
      await withGitHub(
        'running',
        async (simulator) => {
          let cancelledAt = 0
          const result = await killed(simulator, 'SIGTERM', () => {
            cancelledAt = Date.now()
          })
          expect(Date.now() - cancelledAt).toBeLessThan(2000)
          expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'CANCELLED' } })
          expect(result.summary).not.toBe('')
          expect(warningsOf(result)).toEqual([])
          await runPost(simulator, result)
          expect(statesOf(simulator).at(-1)).toBe('error')
        },
        { statusSteps: [{}, { fault: 'stalled-headers' }] },
      )
    })
  }
})

describe('the tokens', () => {
  it('go each to its own host, and are shown nowhere', async () => {
    await withGitHub(successful, async (simulator) => {
      const result = await bundle.run(simulator, withStatus(simulator))
      expect(result.stdout).toContain(`::add-mask::${GITHUB_TOKEN}`)
      expect(everythingWritten(result)).not.toContain(GITHUB_TOKEN)
      for (const { path, headers } of simulator.requests) {
        const toGitHub = path.includes('/statuses/')
        expect(JSON.stringify(headers).includes(GITHUB_TOKEN)).toBe(toGitHub)
        expect('x-auth-token' in headers).toBe(!toGitHub)
      }
    })
  })

  it('go nowhere else: a redirect is refused, with one warning', async () => {
    const seen: IncomingHttpHeaders[] = []
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers)
      response.writeHead(404).end()
    }).listen(0, '127.0.0.1')
    await new Promise((listening) => elsewhere.once('listening', listening))
    const { port } = elsewhere.address() as AddressInfo
    const redirect: Step = {
      fault: 'redirect-307',
      headers: { location: `http://127.0.0.1:${String(port)}/` },
    }
    try {
      await withGitHub(
        successful,
        async (simulator) => {
          const result = await bundle.run(simulator, withStatus(simulator))
          const post = await runPost(simulator, result)
          expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { status: 'SUCCESSFUL' } })
          expect(warningsOf(result)).toEqual([
            expect.stringMatching(/HTTP 307: .*redirect is never followed\. .*GITHUB_API_URL/),
          ])
          // A redirect is final: neither the end of the wait nor the post step tries again.
          expect([post.exitCode, everythingWritten(post).trim()]).toEqual([0, ''])
          expect(pathsOf(simulator)).toEqual(['status', 'task', 'task'])
          expect(seen).toEqual([])
        },
        { statusSteps: [redirect] },
      )
    } finally {
      elsewhere.close()
    }
  })
})

// Ends the run as soon as its first poll is in the log.
async function killed(simulator: Simulator, signal: NodeJS.Signals, onSignal: () => void = () => undefined) {
  const { child, done } = bundle.start(
    simulator,
    withStatus(simulator, {
      onLine: (line) => {
        if (!line.includes('RUNNING') || child.killed) return
        onSignal()
        child.kill(signal)
      },
    }),
  )
  return await done
}
