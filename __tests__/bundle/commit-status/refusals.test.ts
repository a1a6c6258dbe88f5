import { describe, expect, it } from '@jest/globals'

import {
  NO_COMMIT_FOUND,
  PRIMARY_RATE_LIMIT,
  SECONDARY_RATE_LIMIT,
} from '../../../simulator/services/github/github-errors.mjs'
import { HANGING_FAULTS } from '../../../simulator/faults/connection.mjs'
import type { FaultName, GitHub, Step } from '../../../simulator/types.d.ts'
import { everythingWritten } from '../../support/bundle.ts'
import { canHandleSignals } from '../../support/platform.ts'
import {
  HEAD_SHA,
  READ_ONLY,
  requestKinds,
  silent,
  statesOf,
  story,
  successful,
  useStatusBundle,
  warningsOf,
  withGitHub,
  withStatus,
} from './stage.ts'

const bundle = useStatusBundle()

describe('a commit status that GitHub does not accept', () => {
  it.concurrent.each<readonly [string, Partial<GitHub>, Readonly<Record<string, string>>, string]>([
    ['for a read-only token', {}, { 'github-token': READ_ONLY }, 'permissions: { statuses: write }'],
    ['for an unknown token', {}, { 'github-token': 'gone-token' }, 'github-token: ${{ github.token }}'],
    ['for an unknown commit', { shas: [HEAD_SHA] }, {}, 'status-sha: ${{'],
    [
      'for an unknown commit, with another message',
      { statusSteps: [NO_COMMIT_FOUND] },
      {},
      'status-sha: ${{',
    ],
    ['for too many statuses', { statusesPerContext: 0 }, {}, 'status-context'],
  ])('%s changes no verdict and gives one warning with the fix', async (_, github, inputs, yaml) => {
    await withGitHub(
      successful,
      async (simulator) => {
        const result = await bundle.run(simulator, withStatus(simulator, { inputs }))
        expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { status: 'SUCCESSFUL' } })
        expect(warningsOf(result)).toEqual([expect.stringContaining(yaml)])
        // After a lasting refusal nothing more is sent.
        expect(requestKinds(simulator)).toEqual(['status', 'task', 'task'])
        const post = await bundle.runPost(simulator, result, { inputs })
        expect([post.exitCode, everythingWritten(post).trim()]).toEqual([0, ''])
        expect(requestKinds(simulator)).toHaveLength(3)
      },
      github,
    )
  })

  it.concurrent.each([
    ['the secondary rate limit', SECONDARY_RATE_LIMIT, 'HTTP 403'],
    ['the primary rate limit', PRIMARY_RATE_LIMIT, 'HTTP 403'],
    ['an outage', { status: 503, body: 'Unicorn' }, 'HTTP 503: Unicorn'],
    ['a lost connection', { fault: 'reset-before' }, 'there was no connection (ECONNRESET)'],
    ['an answer that is cut', { fault: 'cut-content-length' }, 'the answer was cut off (ECONNRESET)'],
    ['an answer of 9 MiB', { fault: 'too-large' }, 'the answer is larger than 8 MiB'],
    ['an answer of a proxy', { status: 200, body: '<html>Sign in</html>' }, 'HTTP 200 instead of 201'],
  ] satisfies readonly (readonly [string, Step, string])[])(
    'for %s is sent again at the end',
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

  it.concurrent('for lack of a connection changes no verdict', async () => {
    await withGitHub(successful, async (simulator) => {
      const env = { GITHUB_API_URL: 'http://127.0.0.1:1' }
      const result = await bundle.run(simulator, withStatus(simulator, { env }))
      const post = await bundle.runPost(simulator, result, { env })
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      expect(post.exitCode).toBe(0)
      expect([...warningsOf(result), ...warningsOf(post)]).toHaveLength(1)
    })
  })

  // 10 s: the limit for GitHub in total.
  it.concurrent(
    'for lack of an answer takes at most ten seconds, in the main and the post step together',
    async () => {
      const hang = async (fault: FaultName): Promise<void> => {
        await withGitHub(
          story({ body: { status: 'FAILED' } }),
          async (simulator) => {
            const result = await bundle.run(simulator, withStatus(simulator))
            const post = await bundle.runPost(simulator, result)
            expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'FAILED' } })
            expect(post.exitCode).toBe(0)
            // Plus 4 s to start the program twice.
            expect(result.ownMs + post.ownMs).toBeLessThan(10_000 + 4000)
            expect([...warningsOf(result), ...warningsOf(post)]).toHaveLength(1)
          },
          { statusSteps: [silent(fault)] },
        )
      }
      await Promise.all(HANGING_FAULTS.map(hang))
    },
  )

  if (canHandleSignals) {
    it('for lack of an answer does not delay a cancelled run; the post step closes the status', async () => {
      await withGitHub(
        'running',
        async (simulator) => {
          const result = await bundle.runKilled(simulator, 'SIGTERM')
          expect(result.ownMsSinceSignal).toBeLessThan(2000)
          expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'CANCELLED' } })
          expect(result.summary).not.toBe('')
          expect(warningsOf(result)).toEqual([])
          await bundle.runPost(simulator, result)
          expect(statesOf(simulator).at(-1)).toBe('error')
        },
        { statusSteps: [{}, { fault: 'stalled-headers' }] },
      )
    })
  }
})
