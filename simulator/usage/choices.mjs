import { DEMO_TOKEN } from '../access/token-check.mjs'
import { DOCUMENTED_IDS } from '../scenarios/documented-answers.mjs'

/** @import { Scenario } from '../types.d.ts' */

/**
 * Returns the task IDs to print: those of the scenario, or a documented one if any ID has the same story.
 * @param {Scenario} scenario
 */
export function listIds({ tasks }) {
  const ids = Object.keys(tasks)
  return ids.includes('*') ? [DOCUMENTED_IDS[0]] : ids
}

/**
 * Returns the token to print; null if every token is refused.
 * @param {Scenario} scenario
 */
export function chooseToken({ token }) {
  return token === undefined ? DEMO_TOKEN : token
}
