import { nearNames } from './near-names.mjs'
import { scenarios } from './scenarios.mjs'

/**
 * Returns the scenario of that name; throws an error that lists near names when there is none.
 *
 * @param {string} name
 */
export function findScenario(name) {
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined
  if (scenario) return scenario
  const near = nearNames(name, Object.keys(scenarios))
  const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''
  throw new Error(`There is no scenario '${name}'.${hint} --list shows them all.`)
}
