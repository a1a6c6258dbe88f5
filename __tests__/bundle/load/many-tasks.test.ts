import { describe, expect, it } from '@jest/globals'

import { useBundle, withSimulator } from '../../support/bundle.ts'
import { manyTasks, verdictsIn } from '../../support/data/many-tasks.ts'
import { knowsPeakMemory } from '../../support/platform.ts'

const bundle = useBundle()

describe('500 tasks', () => {
  // At 8 requests a second the first poll of each takes 63 s, and those that still ran then are asked for once more.
  it('are waited for within the quota, in memory that does not grow with them', async () => {
    const { ids, scenario } = manyTasks(500, 8_000)
    await withSimulator(scenario, async (simulator) => {
      const result = await bundle.run(simulator, {
        inputs: { 'task-id': ids, timeout: '5m', 'min-poll-interval': '', 'max-poll-interval': '' },
        signal: AbortSignal.timeout(280_000),
      })
      expect(result).toMatchObject({ exitCode: 0, stderr: '', outputs: { status: 'SUCCESSFUL' } })
      expect(verdictsIn(result.outputs.tasks)).toEqual(new Set(['SUCCESSFUL']))
      // None on a quiet machine (docs/benchmark.md). If this process stalls, requests arrive together that were sent apart.
      const refused = simulator.requests.filter(({ answer }) => answer?.startsWith('429'))
      expect(refused.length).toBeLessThanOrEqual(simulator.requests.length / 100)
      if (knowsPeakMemory) expect(result.maxRssKb).toBeLessThan(150 * 1024)
    })
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
      // The other task would take 20 s.
      expect(result.ownMs).toBeLessThan(10_000)
    })
  })
})
