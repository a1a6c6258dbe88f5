import { describe, expect, it } from '@jest/globals'

import { DEMO_GITHUB } from '../../../simulator/scenarios/demo-github.mjs'
import {
  NO_COMMIT_FOUND,
  PRIMARY_RATE_LIMIT,
  SECONDARY_RATE_LIMIT,
} from '../../../simulator/services/github/github-errors.mjs'
import { startSimulator } from '../../../simulator/server/simulator.mjs'
import type { GitHub, Simulator } from '../../../simulator/types.d.ts'

const SHA = '0123456789abcdef0123456789abcdef01234567'
const PATH = `/repos/octo-org/octo-repo/statuses/${SHA}`
const GOOD = {
  state: 'pending',
  context: 'dlf',
  description: 'x'.repeat(140),
  target_url: 'https://github.com/octo-org/octo-repo/actions/runs/1',
}

type Options = { readonly path?: string; readonly authorization?: string }
type Answer = { readonly message?: string; readonly errors?: readonly { readonly message: string }[] }

async function withGitHub(test: (simulator: Simulator) => Promise<void>, github: Partial<GitHub> = {}) {
  const simulator = await startSimulator({
    scenario: 'commit-status',
    github: { ...DEMO_GITHUB, ...github },
    now: () => 0,
  })
  try {
    await test(simulator)
  } finally {
    await simulator.close()
  }
}

async function publish({ url }: Simulator, changes: Record<string, unknown> = {}, options: Options = {}) {
  const { path = PATH, authorization = `token ${DEMO_GITHUB.token}` } = options
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...(authorization && { authorization }),
  }
  const body = JSON.stringify({ ...GOOD, ...changes })
  const answer = await fetch(url + path, { method: 'POST', headers, body })
  const { message, errors, ...rest } = (await answer.json()) as Answer
  const retryAfter = answer.headers.get('retry-after')
  return { status: answer.status, message: errors?.[0]?.message ?? message, retryAfter, rest }
}

describe("GitHub's commit statuses", () => {
  it.each(['token', 'Bearer'])('are created with the scheme %s, and kept in order', async (scheme) => {
    await withGitHub(async (simulator) => {
      const authorization = `${scheme} ${DEMO_GITHUB.token}`
      const answer = await publish(simulator, {}, { authorization })
      expect(answer).toMatchObject({ status: 201, rest: { ...GOOD, id: 1 } })
      await publish(simulator, { state: 'success', description: null }, { path: `/api/v3${PATH}` })
      expect(simulator.statuses).toMatchObject([
        {
          repository: 'octo-org/octo-repo',
          sha: SHA,
          state: 'pending',
          context: 'dlf',
          targetUrl: GOOD.target_url,
        },
        { state: 'success', description: undefined },
      ])
    })
  })

  it.each([
    [{ state: 'cancelled' }, 'state is not included in the list'],
    [{ description: 'x'.repeat(141) }, 'description is too long (maximum is 140 characters)'],
    [{ target_url: 'javascript:x' }, 'target_url must use http(s) scheme'],
    [{ context: '' }, 'context is not valid'],
  ])('are checked by the documented rules: %j', async (changes, message) => {
    await withGitHub(async (simulator) => {
      expect(await publish(simulator, changes)).toMatchObject({ status: 422, message })
      expect(simulator.statuses).toHaveLength(0)
    })
  })

  it('count characters, not UTF-16 units', async () => {
    await withGitHub(async (simulator) => {
      expect(await publish(simulator, { description: '🟢'.repeat(140) })).toMatchObject({ status: 201 })
    })
  })

  it.each<[string, number, string, Options]>([
    ['no token', 401, 'Requires authentication', { authorization: '' }],
    ['an unknown token', 401, 'Bad credentials', { authorization: 'token x' }],
    [
      'a token that may only read',
      403,
      'Resource not accessible by integration',
      { authorization: `token ${DEMO_GITHUB.readOnlyTokens[0] ?? ''}` },
    ],
    ['another repository', 404, 'Not Found', { path: `/repos/octo-org/other/statuses/${SHA}` }],
    ['another commit', 404, 'Not Found', { path: PATH.replace('0123', 'ffff') }],
  ])('are refused: %s', async (_, status, message, options) => {
    const test = async (simulator: Simulator) => {
      expect(await publish(simulator, {}, options)).toMatchObject({ status, message })
    }
    await withGitHub(test, { shas: [SHA] })
  })

  it('are limited for each commit and context', async () => {
    const test = async (simulator: Simulator) => {
      await publish(simulator)
      await publish(simulator)
      const message = 'This SHA and context has reached the maximum number of statuses.'
      expect(await publish(simulator)).toMatchObject({ status: 422, message })
      expect(await publish(simulator, { context: 'other' })).toMatchObject({ status: 201 })
    }
    await withGitHub(test, { statusesPerContext: 2 })
  })

  it('can be refused by the steps of a scenario', async () => {
    const test = async (simulator: Simulator) => {
      expect(await publish(simulator)).toMatchObject({ status: 403, retryAfter: '60' })
      expect(await publish(simulator)).toMatchObject({ status: 403, retryAfter: null })
      expect((await publish(simulator)).message).toMatch(/^No commit found for SHA/)
      expect(await publish(simulator)).toMatchObject({ status: 201 })
    }
    await withGitHub(test, { statusSteps: [SECONDARY_RATE_LIMIT, PRIMARY_RATE_LIMIT, NO_COMMIT_FOUND] })
  })

  it('do not exist in a scenario without GitHub', async () => {
    const simulator = await startSimulator({ scenario: 'running' })
    try {
      expect((await publish(simulator)).status).toBe(404)
    } finally {
      await simulator.close()
    }
  })
})
