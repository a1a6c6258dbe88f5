import { describe, expect, it } from '@jest/globals'

import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import type { ReceivedRequest, Scenario, Step } from '../../../simulator/types.d.ts'
import { useBundle, withSimulator } from '../../support/bundle.ts'

const bundle = useBundle()

const running: Step = { body: { status: 'RUNNING' } }
const ended: Step = { body: { status: 'SUCCESSFUL' } }
const throttled: Step = { fault: 'http-429' }
const hanging: Step = { fault: 'stalled-headers' }

const idsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `task-${String(index)}`)
const isPoll = ({ path }: ReceivedRequest): boolean => path.includes('/system-tasks/')
const verdictsOf = (json: string | undefined): readonly string[] =>
  (JSON.parse(json ?? '[]') as { readonly status: string }[]).map(({ status }) => status)

/** Returns the most requests that arrived within any one second. */
function mostInASecond(requests: readonly ReceivedRequest[]): number {
  const times = requests.map(({ atMs }) => atMs)
  return Math.max(...times.map((from) => times.filter((atMs) => atMs >= from && atMs < from + 1000).length))
}

describe('the budget of requests', () => {
  // All of them side by side, because they only wait. 15 s: as long as the action gives an attempt.
  it.concurrent.each([1, 2])(
    'costs no other task its verdict if first requests hang: %i of them',
    async (count) => {
      const ids = idsOf(4)
      const tasks = Object.fromEntries(ids.map((id, index) => [id, [index < count ? hanging : ended]]))
      await withSimulator({ title: 'hanging', tasks }, async (simulator) => {
        const result = await bundle.run(simulator, { inputs: { 'task-id': ids.join(), timeout: '0' } })
        expect(verdictsOf(result.outputs.tasks)).toEqual(
          ids.map((_, index) => (index < count ? 'ERROR' : 'SUCCESSFUL')),
        )
        expect(simulator.requests).toHaveLength(4)
        expect(result.ownMs).toBeLessThan(3000 * (count - 1) + 15_000 + 2000)
      })
    },
  )

  it.concurrent(
    'sends no more than three requests before one has shown that the credential is accepted',
    async () => {
      const ids = idsOf(6)
      await withSimulator({ title: 'hanging', tasks: { '*': [hanging] } }, async (simulator) => {
        const result = await bundle.run(simulator, { inputs: { 'task-id': ids.join(), timeout: '0' } })
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
        const [first = 0, ...others] = simulator.requests.map(({ atMs }) => atMs)
        expect(others.filter((atMs) => atMs < first + 14_500)).toHaveLength(2)
        expect(result.ownMs).toBeLessThan(15_000 + 6 * 125 + 2000)
      })
    },
  )

  // 20 s: the keys end before the new ones come, and 40 tasks then have two polls each at 8 a second.
  it.concurrent(
    'sends no key that ended during a slow renewal, and keeps to the limit when new keys come',
    async () => {
      const ids = idsOf(40)
      const scenario: Scenario = {
        title: 'slow renewal',
        tasks: { '*': [{ ...running, ms: 16_000 }, ended] },
        requestsPerSecond: 10,
        // Renewed after 4 seconds; the new keys come 5 seconds after the end of the old ones.
        keyless: { ...DEMO_KEYLESS, keyLifeMs: 8000, idTokenSteps: [{}, { delayMs: 9000 }] },
      }
      await withSimulator(scenario, async (simulator) => {
        const result = await bundle.run(simulator, {
          inputs: {
            'task-id': ids.join(),
            timeout: '40s',
            token: '',
            'oidc-provider': DEMO_KEYLESS.providerUrn,
            'oidc-agency': DEMO_KEYLESS.agencyUrn,
            'sts-endpoint': simulator.url,
          },
          env: {
            ACTIONS_ID_TOKEN_REQUEST_URL: simulator.idTokenUrl,
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: DEMO_KEYLESS.requestToken,
          },
        })
        const polls = simulator.requests.filter(isPoll)
        const answers = polls.map(({ answer = '' }) => answer)
        expect(answers.filter((answer) => answer.startsWith('401'))).toEqual([])
        // None on a quiet machine. If this process stalls, requests that were sent apart arrive together; without the
        // budget 36 of them arrived within a second, and 26 were refused.
        const refused = answers.filter((answer) => answer.startsWith('429'))
        expect(refused.length).toBeLessThanOrEqual(polls.length / 20)
        expect(mostInASecond(polls)).toBeLessThanOrEqual(20)
        expect(result).toMatchObject({
          exitCode: 0,
          outputs: { status: 'SUCCESSFUL', polls: String(polls.length) },
        })
      })
    },
  )

  // 30 s: 60 tasks have a first poll at 8 a second before the deadline, and a last one after it.
  it.concurrent(
    'gives every task its last poll in time if the service throttles every request after the deadline',
    async () => {
      const ids = idsOf(60)
      const tasks = { '*': [{ ...running, ms: 9000 }, throttled] }
      await withSimulator({ title: 'throttled', tasks }, async (simulator) => {
        const startMs = Date.now()
        const result = await bundle.run(simulator, { inputs: { 'task-id': ids.join(), timeout: '15s' } })
        expect(new Set(verdictsOf(result.outputs.tasks))).toEqual(new Set(['TIMED_OUT']))
        expect(result.ownMs).toBeLessThan(15_000 + 15_000 + 60 * 125 + 2000)
        const firstMs = simulator.requests[0]?.atMs ?? startMs
        // A poll that is in flight at the deadline is the last one of its task.
        const late = simulator.requests.filter(({ atMs }) => atMs >= firstMs + 14_500)
        expect(new Set(late.map(({ path }) => path)).size).toBe(60)
      })
    },
  )
})
