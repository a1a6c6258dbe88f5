import { fileURLToPath } from 'node:url'

/** The environment in which the runner tells a step about its run and its checkout, which is this repository. */
export const RUN_VARIABLES = {
  GITHUB_WORKSPACE: fileURLToPath(new URL('../..', import.meta.url)),
  GITHUB_REPOSITORY: 'octo-org/octo-repo',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_RUN_ID: '1234567890',
  GITHUB_RUN_ATTEMPT: '1',
}
