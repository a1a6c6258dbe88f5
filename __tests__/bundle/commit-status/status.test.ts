import { writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { DEMO_GITHUB } from '../../../simulator/scenarios/demo-github.mjs'
import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import type { Scenario, Step } from '../../../simulator/types.d.ts'
import { everythingWritten, GITHUB_TOKEN } from '../../support/bundle.ts'
import { useFolder } from '../../support/folder.ts'
import { canHandleSignals } from '../../support/platform.ts'
import {
  HEAD_SHA,
  requestKinds,
  RUN_URL,
  SHA,
  statesOf,
  story,
  successful,
  useStatusBundle,
  warningsOf,
  withGitHub,
  withStatus,
} from './stage.ts'

const bundle = useStatusBundle()

// A sign-in that fails: the runner has no ID token to give.
const KEYLESS = {
  token: '',
  'oidc-provider': DEMO_KEYLESS.providerUrn,
  'oidc-agency': DEMO_KEYLESS.agencyUrn,
  'sts-endpoint': 'http://127.0.0.1:1',
}

describe('the commit status', () => {
  it.each<readonly [string, string | Scenario, Readonly<Record<string, string>>, string]>([
    ['SUCCESSFUL', successful, {}, 'success'],
    ['WARNING', 'warning', {}, 'success'],
    ['WARNING', 'warning', { 'fail-on-warning': 'true' }, 'failure'],
    ['FAILED', 'failed', {}, 'failure'],
    ['NOT_FOUND', 'not-found', {}, 'failure'],
    ['ERROR', 'unknown-status', {}, 'error'],
    ['TIMED_OUT', 'running', { timeout: '1s' }, 'error'],
    ['ERROR', 'running', KEYLESS, 'error'],
  ])('is pending before the first poll and then shows %s', async (status, scenario, inputs, state) => {
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
      expect(requestKinds(simulator)[0]).toBe('status')
      expect(requestKinds(simulator).at(-1)).toBe('status')
      expect(result.stdout).toContain(`goes to ${SHA}: GITHUB_SHA of the event workflow_dispatch.`)
      expect(warningsOf(result).filter((line) => line.includes('ommit status'))).toEqual([])

      const post = await bundle.runPost(simulator, result)
      expect([post.exitCode, everythingWritten(post).trim()]).toEqual([0, ''])
      expect(simulator.statuses).toHaveLength(2)
    })
  })

  if (canHandleSignals) {
    it.each(['SIGINT', 'SIGTERM'] as const)('is error if %s ends the wait', async (signal) => {
      await withGitHub('running', async (simulator) => {
        const result = await bundle.runKilled(simulator, signal)
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'CANCELLED' } })
        expect(statesOf(simulator)).toEqual(['pending', 'error'])
      })
    })
  }

  it('contains no text of the service, in 140 characters', async () => {
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
          /^20 of 20 tasks did not succeed: 20 failed, 20 of 20 subtasks failed, after [\d.]+m?s$/,
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

  it('is not sent without status-context, in the main and the post step', async () => {
    await withGitHub(successful, async (simulator) => {
      const options = { inputs: { 'status-context': ' ', 'status-sha': SHA } }
      const result = await bundle.run(simulator, withStatus(simulator, options))
      const post = await bundle.runPost(simulator, result, options)
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      expect([post.exitCode, everythingWritten(post).trim()]).toEqual([0, ''])
      expect(requestKinds(simulator)).toEqual(['task', 'task'])
      expect(result.stdout + result.stderr).not.toContain('ommit status')
    })
  })

  it('is not sent if inputs are invalid', async () => {
    await withGitHub(successful, async (simulator) => {
      const options = { inputs: { 'status-sha': 'main', 'github-token': 'not a token' } }
      const result = await bundle.run(simulator, withStatus(simulator, options))
      await bundle.runPost(simulator, result, options)
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
  ])('of %s is the one of the event', async (name, payload, sha) => {
    await withGitHub(successful, async (simulator) => {
      const result = await bundle.run(simulator, withStatus(simulator, { env: event(name, payload) }))
      expect(result.exitCode).toBe(0)
      expect(simulator.statuses.map((status) => status.sha)).toEqual([sha, sha])
      expect(result.stdout).toContain(`goes to ${sha}: `)
    })
  })

  it('is the one of status-sha, for every event', async () => {
    await withGitHub(successful, async (simulator) => {
      const env = event('workflow_run', startedBy('fork/octo-repo'))
      await bundle.run(simulator, withStatus(simulator, { env, inputs: { 'status-sha': HEAD_SHA } }))
      expect(simulator.statuses.map((status) => status.sha)).toEqual([HEAD_SHA, HEAD_SHA])
    })
  })

  it('of a run started by a fork gets no status, and a warning', async () => {
    await withGitHub(successful, async (simulator) => {
      const env = event('workflow_run', startedBy('fork/octo-repo'))
      const result = await bundle.run(simulator, withStatus(simulator, { env }))
      const post = await bundle.runPost(simulator, result, { env })
      expect([result.exitCode, post.exitCode]).toEqual([0, 0])
      expect(warningsOf(result)).toEqual([
        expect.stringContaining('status-sha: ${{ github.event.workflow_run.head_sha }}'),
      ])
      expect(simulator.statuses).toEqual([])
    })
  })
})

describe('the tokens', () => {
  it('each go only to their own host, and are never shown', async () => {
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

  it('do not follow a redirect, which gives one warning', async () => {
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
          const post = await bundle.runPost(simulator, result)
          expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { status: 'SUCCESSFUL' } })
          expect(warningsOf(result)).toEqual([
            expect.stringMatching(/HTTP 307: .*redirects are never followed\. .*GITHUB_API_URL/),
          ])
          // A redirect is permanent: neither the end of the wait nor the post step tries again.
          expect([post.exitCode, everythingWritten(post).trim()]).toEqual([0, ''])
          expect(requestKinds(simulator)).toEqual(['status', 'task', 'task'])
          expect(seen).toEqual([])
        },
        { statusSteps: [redirect] },
      )
    } finally {
      elsewhere.close()
    }
  })
})
