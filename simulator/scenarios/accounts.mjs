import { DEMO_ACCESS_KEY } from '../access/access-keys.mjs'
import { DEMO_GITHUB } from './demo-github.mjs'
import { DEMO_KEYLESS } from './demo-keyless.mjs'
import { unsettledScenarios } from './unsettled.mjs'

/** @import { Scenario } from '../types.d.ts' */

/**
 * The task goes well; what matters is how a client gets in, and to the task.
 *
 * @satisfies {Record<string, Scenario>}
 */
export const accountScenarios = {
  signed: {
    ...unsettledScenarios.successful,
    title: 'as successful, for requests signed with the access key of the demo alone',
    accessKeys: [DEMO_ACCESS_KEY],
  },
  keyless: {
    ...unsettledScenarios.successful,
    title: "as successful, for requests signed with keys that STS has given for GitHub's ID token",
    keyless: DEMO_KEYLESS,
  },
  import: {
    title: 'no task exists until one is imported; it then goes as successful',
    tasks: {},
  },
  'commit-status': {
    ...unsettledScenarios.successful,
    title: 'as successful, with a GitHub that takes commit statuses',
    github: DEMO_GITHUB,
  },
}
