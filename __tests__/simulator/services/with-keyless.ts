import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import { startSimulator } from '../../../simulator/server/simulator.mjs'
import type { Keyless, Simulator } from '../../../simulator/types.d.ts'

/** When the clock of the simulator begins, in epoch milliseconds. */
export const BEGIN = Date.parse('2026-01-02T03:04:05Z')

/** The clock of the simulator; a test moves it. */
type Clock = { atMs: number }

/** Runs a test against a simulator with keyless sign-in, and closes it at the end. */
export async function withKeyless(
  test: (simulator: Simulator, clock: Clock) => Promise<void>,
  keyless: Partial<Keyless> = {},
): Promise<void> {
  const clock = { atMs: BEGIN }
  const settings = { keyless: { ...DEMO_KEYLESS, ...keyless }, now: () => clock.atMs }
  const simulator = await startSimulator({ scenario: 'keyless', ...settings })
  try {
    await test(simulator, clock)
  } finally {
    await simulator.close()
  }
}
