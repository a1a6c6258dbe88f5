import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { metadata } from '../../support/bundle.ts'
import { canHandleSignals } from '../../support/platform.ts'
import {
  READ_ONLY,
  requestKinds,
  RUN_URL,
  SHA,
  silent,
  statesOf,
  successful,
  useStatusBundle,
  warningsOf,
  withGitHub,
  withStatus,
} from './stage.ts'

const bundle = useStatusBundle()
const NOTHING_SAVED = { state: {} }

describe('the post step', () => {
  it('publishes error after a killed run', async () => {
    await withGitHub('running', async (simulator) => {
      const result = await bundle.runKilled(simulator, 'SIGKILL')
      expect(result).toMatchObject({ exitCode: null, signal: 'SIGKILL', outputs: {} })
      expect(statesOf(simulator)).toEqual(['pending'])

      const polls = simulator.requests.length
      const post = await bundle.runPost(simulator, result)
      expect(post).toMatchObject({ exitCode: 0, stderr: '', outputs: {}, summary: '' })
      expect(simulator.statuses).toMatchObject([
        { state: 'pending' },
        { state: 'error', sha: SHA, context: 'dlf / deployed', targetUrl: RUN_URL },
      ])
      expect(simulator.statuses[1]?.description).toContain('The run ended before the wait')

      expect(simulator.requests).toHaveLength(polls + 1)
    })
  })

  it('publishes the verdict if GitHub was down at the end of the main step', async () => {
    await withGitHub(
      successful,
      async (simulator) => {
        const result = await bundle.run(simulator, withStatus(simulator))
        expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
        expect(statesOf(simulator)).toEqual(['pending'])
        expect(warningsOf(result)).toHaveLength(1)
        const post = await bundle.runPost(simulator, result)
        expect(statesOf(simulator)).toEqual(['pending', 'success'])
        expect(warningsOf(post)).toEqual([])
      },
      { statusSteps: [{}, { status: 502, body: 'Bad gateway' }] },
    )
  })

  it('does not fail the job if GitHub rejects the status', async () => {
    await withGitHub('running', async (simulator) => {
      const result = await bundle.runKilled(simulator, 'SIGKILL')
      const post = await bundle.runPost(simulator, result, { inputs: { 'github-token': READ_ONLY } })
      expect(post).toMatchObject({ exitCode: 0, outputs: {} })
      expect(warningsOf(post)).toEqual([expect.stringContaining('permissions: { statuses: write }')])
    })
  })
})

describe('a post step that finds no usable state', () => {
  it('is an entry of its own', () => {
    expect(metadata.runs.post).not.toBe(metadata.runs.main)
  })

  it.each([
    ['nothing', {}],
    ['half a JSON text', { 'commit-status': '{"sha":"' }],
    ['a JSON text of something else', { 'commit-status': '7' }],
    [
      'a status that is not final',
      { 'commit-status': JSON.stringify({ sha: SHA, context: 'x', state: 'pending' }) },
    ],
    ['the state of another action', { phase: 'main', 'wait-for-dlf-task-phase': '' }],
  ])('sends nothing and is green: %s', async (_, state) => {
    await withGitHub('running', async (simulator) => {
      const post = await bundle.runPost(simulator, { state })
      expect(requestKinds(simulator)).toEqual([])
      expect(post).toMatchObject({ exitCode: 0, stderr: '', outputs: {}, summary: '' })
    })
  })

  it.each([undefined, 'no/such/folder'])(
    'never polls a task after a main step that could not save (GITHUB_STATE is %s)',
    async (path) => {
      await withGitHub('running', async (simulator) => {
        const env = { GITHUB_STATE: path }
        const result = await bundle.runKilled(simulator, 'SIGKILL', { env })
        const sent = requestKinds(simulator)
        const post = await bundle.runPost(simulator, result, { env })
        expect(requestKinds(simulator)).toEqual(sent)
        expect(post.exitCode).toBe(0)
      })
    },
  )

  if (canHandleSignals) {
    it.each(['SIGINT', 'SIGKILL'] as const)(
      'never polls a task after a main step that got %s at once',
      async (signal) => {
        await withGitHub('running', async (simulator) => {
          const { kill, done } = bundle.start(simulator, withStatus(simulator))
          kill(signal)
          const result = await done
          const post = await bundle.runPost(simulator, result)
          expect(requestKinds(simulator)).not.toContain('task')
          expect(post.exitCode).toBe(0)
        })
      },
    )
  }
})

// Runs a line of code in the program's own process before the program itself.
const injected = (code: string): Record<string, string> => ({
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}`,
})
const AT_ONCE = 'process.getBuiltinModule("node:timers").setTimeout(() => {'

describe('the exit code of the post step', () => {
  it.each([
    ['an exception that nobody catches', `${AT_ONCE} throw new Error("boom") }, 200)`],
    ['a rejection that nobody handles', `${AT_ONCE} void Promise.reject(new Error("boom")) }, 200)`],
    ['an early exit with a failure', `${AT_ONCE} process.exit(1) }, 200)`],
    ['a log that is never written to its end', 'process.stdout.write = () => true'],
  ])('is 0 after %s', async (_, code) => {
    await withGitHub(
      'running',
      async (simulator) => {
        const { state } = await bundle.runKilled(simulator, 'SIGKILL')
        const post = await bundle.runPost(simulator, { state }, { env: injected(code) })
        expect(post).toMatchObject({ exitCode: 0, outputs: {} })
        expect(post.ownMs).toBeLessThan(5000)
      },
      { statusSteps: [{}, silent('stalled-headers')] },
    )
  })

  it('is 0 if the state cannot be written', async () => {
    await withGitHub('running', async (simulator) => {
      const { state } = await bundle.runKilled(simulator, 'SIGKILL')
      const post = await bundle.runPost(simulator, { state }, { env: { GITHUB_STATE: 'no/such/folder' } })
      expect([post.exitCode, warningsOf(post)]).toEqual([0, []])
      expect(statesOf(simulator)).toEqual(['pending', 'error'])
    })
  })

  if (canHandleSignals) {
    it.each(['SIGINT', 'SIGTERM'] as const)('is 0 after %s, within two seconds', async (signal) => {
      await withGitHub(
        'running',
        async (simulator) => {
          const { state } = await bundle.runKilled(simulator, 'SIGKILL')
          const { kill, done } = bundle.startPost(
            simulator,
            { state },
            {
              onLine: (line) => {
                if (line.includes('left pending')) kill(signal)
              },
            },
          )
          const post = await done
          expect(post.ownMsSinceSignal).toBeLessThan(2000)
          expect(post).toMatchObject({ exitCode: 0, signal: null })
        },
        { statusSteps: [{}, silent('stalled-headers')] },
      )
    })
  }
})

describe('a bundle that cannot be loaded', () => {
  const broken = useStatusBundle((dist) => {
    rmSync(join(dist, 'index.js'))
  })

  it('fails no job in the post step', async () => {
    await withGitHub('running', async (simulator) => {
      expect((await broken.runPost(simulator, NOTHING_SAVED)).exitCode).toBe(0)
    })
  })
})
