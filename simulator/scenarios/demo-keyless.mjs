/** @import { Keyless } from '../types.d.ts' */

/**
 * The invented job, OIDC provider and agency of the demo.
 * @satisfies {Keyless}
 */
export const DEMO_KEYLESS = {
  requestToken: 'an-invented-request-token-of-the-demo',
  audience: 'huaweicloud',
  subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  providerUrn: 'iam::0123456789abcdef0123456789abcdef:oidcProvider:github',
  agencyUrn: 'iam::0123456789abcdef0123456789abcdef:agency:wait-for-dlf-task',
}
