import { accountScenarios } from './accounts.mjs'
import { documentedScenarios } from './documented.mjs'
import { endedScenarios } from './ended.mjs'
import { faultScenarios } from './faults.mjs'
import { unsettledScenarios } from './unsettled.mjs'

/** @import { Scenario } from '../types.d.ts' */

/**
 * Every scenario by its name.
 * @type {Readonly<Record<string, Scenario>>}
 */
export const scenarios = {
  ...unsettledScenarios,
  ...accountScenarios,
  ...endedScenarios,
  ...documentedScenarios,
  ...faultScenarios,
}
