import { describe, expect, it } from '@jest/globals'

import { useBundle, withSimulator } from '../../support/bundle.ts'
import { manyTasks, REQUESTS_PER_SECOND, verdictsIn } from '../../support/data/many-tasks.ts'

const bundle = useBundle()

describe('150 tasks', () => {
  // At half of the quota the first poll of each takes 30 s, and it takes refusals until the budget has found that half.
  it('get the right verdict while another client eats half of the quota', async () => {
    const { ids, scenario } = manyTasks(150, 20_000)
    const settings = { neighbourRequestsPerSecond: REQUESTS_PER_SECOND / 2 }
    await withSimulator(
      scenario,
      async (simulator) => {
        const result = await bundle.run(simulator, {
          inputs: { 'task-id': ids, timeout: '4m', 'min-poll-interval': '', 'max-poll-interval': '' },
          signal: AbortSignal.timeout(280_000),
        })
        expect(simulator.requests.some(({ answer }) => answer?.startsWith('429'))).toBe(true)
        expect(verdictsIn(result.outputs.tasks)).toEqual(new Set(['SUCCESSFUL']))
        expect(result.exitCode).toBe(0)
        expect(result.summary).toContain('throttled')
      },
      settings,
    )
  }, 300_000)
})
