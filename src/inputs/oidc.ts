import type { KeylessChoice } from '../huaweicloud/credential/credentials.ts'
import { ID } from '../core/text/id.ts'
import { endpointOf } from '../huaweicloud/endpoints.ts'
import { type ChosenCredential, INPUT_NAMES } from './credential.ts'
import { type InputReader, matching, parseBaseUrl } from './reader.ts'

const URN = /^[\x21-\x7e]{1,1500}$/

const ROWS = {
  provider: {
    name: 'oidc-provider',
    parse: matching(
      URN,
      'the name of an identity provider (1 to 64 letters, digits, _ or -) or its URN (at most 1500 printable ASCII characters without blanks)',
    ),
  },
  agency: {
    name: 'oidc-agency',
    parse: matching(URN, 'a URN of at most 1500 printable ASCII characters without blanks'),
  },
  audience: {
    name: 'oidc-audience',
    parse: matching(/^[\x21-\x7e]{1,255}$/, 'printable ASCII without blanks'),
  },
  stsEndpoint: { name: 'sts-endpoint', parse: parseBaseUrl },
  iamEndpoint: { name: 'iam-endpoint', parse: parseBaseUrl },
}
const DEFAULT_AUDIENCE = 'huaweicloud'
const TWO_WAYS =
  "Federated user: set 'oidc-provider' to the name of the identity provider, and leave 'oidc-agency' empty. Trust agency: set both to a URN (docs/authentication.md, \"Choose a way\")."

/** Returns whether the inputs ask for a sign-in with the workflow's ID token. */
export function wantsOidc({ readInput }: InputReader): boolean {
  return readInput(ROWS.provider.name) !== '' || readInput(ROWS.agency.name) !== ''
}

/**
 * Returns the keyless credential that the inputs describe, or undefined if they ask for none. Adds a sentence to the
 * reader's problems for each invalid input, even if it is not used.
 *
 * @param regionIsEmpty whether no input and no variable names a region; an invalid one has a problem of its own
 */
export function readOidc(
  reader: InputReader,
  regionIsEmpty: boolean,
  region = '',
): ChosenCredential | undefined {
  const { optional, readInput, problems } = reader
  const provider = optional(ROWS.provider)
  const agency = optional(ROWS.agency)
  const audience = optional(ROWS.audience) ?? DEFAULT_AUDIENCE
  const given = { sts: optional(ROWS.stsEndpoint), iam: optional(ROWS.iamEndpoint) }
  if (!wantsOidc(reader)) return undefined

  reportMixtures(reader)
  const service = ID.test(readInput(ROWS.provider.name)) ? 'iam' : 'sts'
  if (regionIsEmpty && readInput(`${service}-endpoint`) === '') {
    problems.push(
      `Inputs 'region' and '${service}-endpoint' are both empty. Set region, or ${service}-endpoint to the base URL of ${service.toUpperCase()}.`,
    )
  }
  // Without a region and an address the problem above, or the region's own, stops the step.
  const endpoint = given[service] ?? endpointOf(service, region)
  if (provider === undefined) return undefined
  if (service === 'iam') return chosen({ kind: 'federated-user', provider, audience, iamEndpoint: endpoint })
  if (agency === undefined) return undefined
  return chosen({ kind: 'trust-agency', provider, agency, audience, stsEndpoint: endpoint })
}

function chosen(choice: KeylessChoice): ChosenCredential {
  const who =
    choice.kind === 'federated-user'
      ? `as federated user of identity provider ${choice.provider}`
      : `as trust agency ${choice.agency}`
  const from = `the workflow's ID token (audience ${choice.audience}), ${who}`
  return { ...choice, used: { kind: choice.kind, from } }
}

// Each mixture that means neither of the two ways, or a second kind of credential.
function reportMixtures({ readInput, problems }: InputReader): void {
  const [provider, agency] = [readInput(ROWS.provider.name), readInput(ROWS.agency.name)]
  const isName = ID.test(provider)
  if (provider === '') {
    problems.push(
      `Input 'oidc-provider' is missing: 'oidc-agency' needs the URN of the identity provider. ${TWO_WAYS}`,
    )
  } else if (isName && agency !== '') {
    problems.push(
      `Inputs 'oidc-provider' and 'oidc-agency' do not match: the name of a provider takes no agency. ${TWO_WAYS}`,
    )
  } else if (!isName && agency === '') {
    problems.push(
      `Input 'oidc-agency' is missing: 'oidc-provider' is a URN, which needs an agency. ${TWO_WAYS}`,
    )
  }
  const others = Object.values(INPUT_NAMES).filter((name) => readInput(name) !== '')
  if (others.length > 0) {
    problems.push(
      `Inputs 'oidc-provider' and '${others.join("', '")}' are two kinds of credential. Give one of them.`,
    )
  }
}
