import { DEMO_KEYLESS } from '../scenarios/demo-keyless.mjs'

/** @import { Keyless, SignIn, Simulator } from '../types.d.ts' */

/**
 * Returns the environment in which a job may request an ID token of the simulator; empty if GitHub's own are trusted.
 * @param {Pick<Simulator, 'idTokenUrl'>} simulator
 * @param {Keyless} keyless
 * @returns {Readonly<Record<string, string>>}
 */
export function idTokenVariables({ idTokenUrl }, { requestToken, trustedKeys }) {
  return trustedKeys
    ? {}
    : { ACTIONS_ID_TOKEN_REQUEST_URL: idTokenUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken }
}

/**
 * Returns how a step signs in as a federated user.
 * @param {Pick<Simulator, 'url' | 'idTokenUrl'>} simulator
 * @param {Keyless} keyless
 * @returns {SignIn}
 */
export const asFederatedUser = (simulator, keyless = DEMO_KEYLESS) => ({
  inputs: {
    'oidc-provider': keyless.provider,
    'oidc-audience': keyless.audience,
    'iam-endpoint': simulator.url,
  },
  env: idTokenVariables(simulator, keyless),
})

/**
 * Returns how a step signs in through a trust agency.
 * @param {Pick<Simulator, 'url' | 'idTokenUrl'>} simulator
 * @param {Keyless} keyless
 * @returns {SignIn}
 */
export const throughAgency = (simulator, keyless = DEMO_KEYLESS) => ({
  inputs: {
    'oidc-provider': keyless.providerUrn,
    'oidc-agency': keyless.agencyUrn,
    'oidc-audience': keyless.audience,
    'sts-endpoint': simulator.url,
  },
  env: idTokenVariables(simulator, keyless),
})
