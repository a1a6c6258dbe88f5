import { describe, expect, it } from '@jest/globals'

import { durationTasks } from '../../simulator/scenarios/duration-tasks.mjs'
import type { Scenario } from '../../simulator/types.d.ts'
import { useBundle, withSimulator } from '../support/bundle.ts'
import { knowsPeakMemory } from '../support/platform.ts'

const bundle = useBundle()
const LIMIT = 10

// Every task runs for up to this long; from a fixed start, as tasks of one deployment do.
function manyTasks(count: number, longestMs: number): { readonly ids: string; readonly scenario: Scenario } {
  const durations = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `task-${String(index)}`,
      ((index * 7919) % count) * (longestMs / count),
    ]),
  )
  const tasks = durationTasks(durations, { startedAtMs: Date.now() })
  return {
    ids: Object.keys(durations).join(' '),
    scenario: { title: 'many tasks', tasks, requestsPerSecond: LIMIT },
  }
}

const statusesOf = (json: string | undefined): ReadonlySet<string> =>
  new Set((JSON.parse(json ?? '') as { readonly status: string }[]).map(({ status }) => status))

describe('500 tasks', () => {
  it('are waited for within the quota, in memory that does not grow with them', async () => {
    const { ids, scenario } = manyTasks(500, 30_000)
    await withSimulator(scenario, async (simulator) => {
      const result = await bundle.run(simulator, {
        inputs: { 'task-id': ids, timeout: '5m', 'min-poll-interval': '', 'max-poll-interval': '' },
        signal: AbortSignal.timeout(280_000),
      })
      expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { status: 'SUCCESSFUL' } })
      expect(statusesOf(result.outputs.tasks)).toEqual(new Set(['SUCCESSFUL']))
      // None on a quiet machine (docs/benchmark.md); where this process stalls, requests that were sent apart arrive together.
      const refused = simulator.requests.filter(({ answer }) => answer?.startsWith('429'))
      expect(refused.length).toBeLessThanOrEqual(simulator.requests.length / 100)
      if (knowsPeakMemory) expect(result.maxRssKb).toBeLessThan(150 * 1024)
    })
  }, 300_000)
})

describe('150 tasks', () => {
  it('get the right verdict while another client eats half of the quota', async () => {
    const { ids, scenario } = manyTasks(150, 20_000)
    const settings = { neighbourRequestsPerSecond: LIMIT / 2 }
    await withSimulator(
      scenario,
      async (simulator) => {
        const result = await bundle.run(simulator, {
          inputs: { 'task-id': ids, timeout: '4m', 'min-poll-interval': '', 'max-poll-interval': '' },
          signal: AbortSignal.timeout(280_000),
        })
        expect(simulator.requests.some(({ answer }) => answer?.startsWith('429'))).toBe(true)
        expect(statusesOf(result.outputs.tasks)).toEqual(new Set(['SUCCESSFUL']))
        expect(result.exitCode).toBe(0)
        expect(result.summary).toContain('throttled')
      },
      settings,
    )
  }, 300_000)
})

describe('fail-fast', () => {
  it('ends the wait for the others with the first verdict that fails the step', async () => {
    const tasks = { bad: [{ body: { status: 'FAILED' } }], good: [{ body: { status: 'RUNNING' } }] }
    await withSimulator({ title: 'fail-fast', tasks }, async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { 'task-id': 'good bad', 'fail-fast': 'true' } })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'FAILED' } })
      expect(JSON.parse(result.outputs.tasks ?? '')).toMatchObject([
        { status: 'CANCELLED' },
        { status: 'FAILED' },
      ])
      expect(result.durationMs).toBeLessThan(5000)
    })
  })
})
