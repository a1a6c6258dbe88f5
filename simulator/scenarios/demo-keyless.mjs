/** @import { Keyless } from '../types.d.ts' */

/**
 * The invented job, identity provider, user group and agency of the demo.
 * @satisfies {Keyless}
 */
export const DEMO_KEYLESS = {
  requestToken: 'an-invented-request-token-of-the-demo',
  audience: 'huaweicloud',
  subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  provider: 'github',
  rules: [
    {
      local: [{ user: { name: 'github-actions' } }, { group: { name: 'dataarts-deploy' } }],
      remote: [{ type: 'sub', any_one_of: ['repo:octo-org/octo-repo:ref:refs/heads/main'] }],
    },
  ],
  providerUrn: 'iam::0123456789abcdef0123456789abcdef:oidcProvider:github',
  agencyUrn: 'iam::0123456789abcdef0123456789abcdef:agency:wait-for-dlf-task',
}
