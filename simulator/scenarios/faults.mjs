import { faults } from '../faults/faults.mjs'
import { DONE, RUNNING, step } from './invented-tasks.mjs'

/** @import { FaultName, Scenario, Step } from '../types.d.ts' */

const SUCCESSFUL = step({ status: 'SUCCESSFUL', startTime: -2_000, endTime: 100, subtasks: [DONE, DONE] })
const STILL_RUNNING = step({ status: 'RUNNING', startTime: -2_000, subtasks: [DONE, RUNNING] }, { polls: 2 })

/**
 * Steps for a connection that closes after a complete answer: that matters only if the client polls again.
 * @type {Partial<Record<FaultName, readonly Step[]>>}
 */
const HARMLESS = { 'close-after': [STILL_RUNNING, SUCCESSFUL] }

/**
 * @param {FaultName} fault
 * @returns {[string, Scenario][]}
 */
function scenariosOf(fault) {
  const [first = SUCCESSFUL] = HARMLESS[fault] ?? []
  const everAgain = HARMLESS[fault] ?? [SUCCESSFUL]
  return [
    [
      `fault-${fault}-once`,
      {
        title: `${fault} at the first poll, then SUCCESSFUL`,
        tasks: { '*': [{ ...first, polls: 1, fault }, SUCCESSFUL] },
      },
    ],
    [
      `fault-${fault}-forever`,
      { title: `${fault} at every poll`, tasks: { '*': everAgain.map((each) => ({ ...each, fault })) } },
    ],
  ]
}

/**
 * Two scenarios for each fault, `fault-<name>-once` and `fault-<name>-forever`.
 * @type {Readonly<Record<string, Scenario>>}
 */
export const faultScenarios = Object.fromEntries(
  /** @type {FaultName[]} */ (Object.keys(faults)).flatMap(scenariosOf),
)
