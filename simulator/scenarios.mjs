import { accountScenarios } from './account-scenarios.mjs'
import { documentedScenarios } from './documented-scenarios.mjs'
import { endedScenarios } from './ended-scenarios.mjs'
import { faultScenarios } from './fault-scenarios.mjs'
import { unsettledScenarios } from './unsettled-scenarios.mjs'

/** @import { Scenario } from './types.d.ts' */

/**
 * Every scenario by its name.
 *
 * @type {Readonly<Record<string, Scenario>>}
 */
export const scenarios = {
  ...unsettledScenarios,
  ...accountScenarios,
  ...endedScenarios,
  ...documentedScenarios,
  ...faultScenarios,
}
