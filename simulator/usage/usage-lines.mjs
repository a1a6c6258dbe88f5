import { accountLines } from './account-lines.mjs'
import { curlLines } from './curl-lines.mjs'
import { workflowLines } from './workflow-lines.mjs'

/** @import { Scenario, Simulator } from '../types.d.ts' */

/**
 * Returns the lines that tell how to use the simulator: every command and step in them works as printed, and every secret
 * is invented.
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
export function usageLines(simulator, scenario) {
  return [accountLines, curlLines, workflowLines].flatMap((lines) => lines(simulator, scenario))
}
