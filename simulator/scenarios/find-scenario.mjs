import { scenarios } from './scenarios.mjs'

/**
 * Returns the scenario with that name; throws an error that lists the others if there is none.
 * @param {string} name
 */
export function findScenario(name) {
  const scenario = Object.hasOwn(scenarios, name) ? scenarios[name] : undefined
  if (scenario) return scenario
  const others = Object.keys(scenarios).filter((each) => !each.startsWith('fault-'))
  throw new Error(`There is no scenario '${name}'. Use ${others.join(', ')}, or one of the faults in --list.`)
}
