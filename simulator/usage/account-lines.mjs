import { DEMO_ACCESS_KEY } from '../access/access-keys.mjs'
import { DEMO_TOKEN } from '../access/token-check.mjs'
import { DOCUMENTED_PROJECT } from '../scenarios/documented-answers.mjs'
import { idTokenVariables } from '../runner/sign-in.mjs'
import { listIds } from './choices.mjs'
import { shellWord } from './shell-word.mjs'

/** @import { Scenario, Simulator } from '../types.d.ts' */

const OTHERS = ' (any other is accepted too)'

/** @param {Scenario} scenario */
function idsLine(scenario) {
  const everyStep = Object.values(scenario.tasks).flat()
  if (everyStep.length === 0) return 'none until a job is imported'
  const ids = listIds(scenario).join(', ')
  if (everyStep.every(({ status }) => status === 400)) return `none exists; for example, query ${ids}`
  return '*' in scenario.tasks ? ids + OTHERS : ids
}

/**
 * Returns the lines that name the account, the credentials and the task IDs of a scenario.
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
export function accountLines(simulator, scenario) {
  const { project, workspace, token, accessKeys = [DEMO_ACCESS_KEY], github, keyless, obs } = scenario
  const variables = keyless ? Object.entries(idTokenVariables(simulator, keyless)) : []
  return [
    `Project:     ${project ?? DOCUMENTED_PROJECT + OTHERS}`,
    `Workspace:   ${workspace ?? 'any or none'}`,
    `Token:       ${token === null ? 'every token is refused' : (token ?? DEMO_TOKEN + OTHERS)}`,
    ...accessKeys.map(({ id, secret }) => `Access key:  ${id}, secret key: ${secret}`),
    ...(obs
      ? [`OBS:         bucket ${obs.bucket}; connections that jobs may name: ${obs.connections.join(', ')}`]
      : []),
    `Task IDs:    ${idsLine(scenario)}`,
    ...(github ? [`GitHub:      repository ${github.repository}, token ${github.token}`] : []),
    ...variables.map(([name, value]) => `${name}=${shellWord(value)}`),
  ]
}
