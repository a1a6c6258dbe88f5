import { describe, expect, it } from '@jest/globals'

import { answerFaults } from '../../../simulator/faults/answer.mjs'
import { connectionFaults, HANGING_FAULTS } from '../../../simulator/faults/connection.mjs'
import type { FaultName, Keyless } from '../../../simulator/types.d.ts'
import { useBundle } from '../../support/bundle.ts'
import { runKeyless, scenarioOf } from './step.ts'

const bundle = useBundle()
const PASSING = [...Object.keys(connectionFaults), ...Object.keys(answerFaults)] as readonly FaultName[]

describe('a fault of the ID-token service and of STS that passes', () => {
  // 16 s: the action gives an attempt that hangs 15 s, and nothing shortens that.
  it.concurrent('is survived even if the answer never ends', async () => {
    const hang = async (keyless: Partial<Keyless>): Promise<void> => {
      const result = await runKeyless(bundle, scenarioOf(keyless))
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '2' } })
      expect(result.durationMs).toBeGreaterThan(15_000)
      expect(result.ownMs).toBeLessThan(20_000)
    }
    // Side by side: each of them only waits.
    await Promise.all(
      HANGING_FAULTS.flatMap((fault) => [
        hang({ idTokenSteps: [{ fault }] }),
        hang({ stsSteps: [{ fault }] }),
      ]),
    )
  })

  // Up to 8 s: after HTTP 429, the jittered pause is up to 4 s at each of the two services.
  it.concurrent.each(PASSING.filter((name) => !HANGING_FAULTS.includes(name)))(
    'is survived: %s',
    async (fault) => {
      const result = await runKeyless(
        bundle,
        scenarioOf({ idTokenSteps: [{ fault }], stsSteps: [{ fault }] }),
      )
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '2' } })
      expect(result.requests.filter(({ answer }) => answer === fault)).toHaveLength(2)
      // Sooner than the timeout of an attempt: no request waited for an answer that never comes.
      expect(result.ownMs).toBeLessThan(15_000)
    },
  )
})
