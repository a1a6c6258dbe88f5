/** @import { GitHub } from '../types.d.ts' */

/**
 * The invented repository of the demo, in which every commit exists.
 * @satisfies {GitHub}
 */
export const DEMO_GITHUB = {
  token: 'an-invented-github-token-of-the-demo',
  readOnlyTokens: ['an-invented-github-token-that-may-only-read'],
  repository: 'octo-org/octo-repo',
}
