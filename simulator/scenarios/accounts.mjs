import { DEMO_GITHUB } from './demo-github.mjs'
import { DEMO_KEYLESS } from './demo-keyless.mjs'
import { DEMO_OBS } from '../services/obs/demo-obs.mjs'
import { unsettledScenarios } from './unsettled.mjs'

/** @import { Scenario } from '../types.d.ts' */

/**
 * Scenarios about credentials and services; their task always succeeds.
 * @satisfies {Record<string, Scenario>}
 */
export const accountScenarios = {
  signed: {
    ...unsettledScenarios.successful,
    title: 'as successful, but every token is refused: requests must be signed with an access key',
    token: null,
  },
  keyless: {
    ...unsettledScenarios.successful,
    title: "as successful, with IAM and STS, which exchange GitHub's ID token for temporary keys",
    keyless: DEMO_KEYLESS,
  },
  members: {
    ...unsettledScenarios.successful,
    title:
      'as keyless, in a workspace whose only member is the user group dataarts-deploy: an agency gets 403',
    keyless: DEMO_KEYLESS,
    members: ['dataarts-deploy'],
  },
  import: {
    title: 'no task exists before a job is imported; then as successful',
    tasks: {},
  },
  deploy: {
    title: 'as import, with OBS: the import has one subtask for each job in the uploaded archive',
    tasks: {},
    keyless: DEMO_KEYLESS,
    obs: DEMO_OBS,
  },
  'commit-status': {
    ...unsettledScenarios.successful,
    title: "as successful, with GitHub's API for commit statuses",
    github: DEMO_GITHUB,
  },
}
