import type { KeylessChoice } from '../huaweicloud/credential/credentials.ts'
import { ID } from '../core/text/id.ts'
import { endpointOf } from '../huaweicloud/endpoints.ts'
import { type ChosenCredential, INPUT_NAMES } from './credential.ts'
import { type InputReader, matching, parseBaseUrl, type Parsed } from './reader.ts'

const URN = /^[\x21-\x7e]{1,1500}$/

const ROWS = {
  provider: { name: 'oidc-provider', parse: parseProvider },
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

/** The region in effect. */
export type RegionFound = {
  readonly region: string | undefined
  /** Whether no input and no variable names one; false for an invalid region, which has a problem of its own. */
  readonly isEmpty: boolean
}

/**
 * Returns the keyless credential that the inputs describe, or undefined if they ask for none. Adds a sentence to the
 * reader's problems for each invalid input, even if it is not used.
 */
export function readOidc(reader: InputReader, found: RegionFound): ChosenCredential | undefined {
  const { optional, readInput, problems } = reader
  const provider = optional(ROWS.provider)
  const agency = optional(ROWS.agency)
  const audience = optional(ROWS.audience) ?? DEFAULT_AUDIENCE
  const endpoints = { sts: optional(ROWS.stsEndpoint), iam: optional(ROWS.iamEndpoint) }
  if (!wantsOidc(reader)) return undefined

  problems.push(...mixtures(reader))
  const isFederated = ID.test(readInput(ROWS.provider.name))
  const row = isFederated ? ROWS.iamEndpoint : ROWS.stsEndpoint
  if (found.isEmpty && readInput(row.name) === '') {
    problems.push(
      `Inputs 'region' and '${row.name}' are both empty. Set region, or ${row.name} to the base URL of ${isFederated ? 'IAM' : 'STS'}.`,
    )
  }
  // Without a region and an address the problem above, or the region's own, stops the step.
  const { region = '' } = found
  const iam = endpoints.iam ?? endpointOf('iam', region)
  const sts = endpoints.sts ?? endpointOf('sts', region)
  if (provider === undefined) return undefined
  if (isFederated) return chosen({ kind: 'federated-user', provider, audience, iamEndpoint: iam })
  if (agency === undefined) return undefined
  return chosen({ kind: 'trust-agency', provider, agency, audience, stsEndpoint: sts })
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
function mixtures({ readInput }: InputReader): readonly string[] {
  const [provider, agency] = [readInput(ROWS.provider.name), readInput(ROWS.agency.name)]
  const isName = ID.test(provider)
  const others = Object.values(INPUT_NAMES).filter((name) => readInput(name) !== '')
  return [
    ...(provider === ''
      ? [
          `Input 'oidc-provider' is missing: 'oidc-agency' needs the URN of the identity provider. ${TWO_WAYS}`,
        ]
      : []),
    ...(provider !== '' && !isName && agency === ''
      ? [`Input 'oidc-agency' is missing: 'oidc-provider' is a URN, which needs an agency. ${TWO_WAYS}`]
      : []),
    ...(isName && agency !== ''
      ? [
          `Inputs 'oidc-provider' and 'oidc-agency' do not match: the name of a provider takes no agency. ${TWO_WAYS}`,
        ]
      : []),
    ...(others.length > 0
      ? [`Inputs 'oidc-provider' and '${others.join("', '")}' are two kinds of credential. Give one of them.`]
      : []),
  ]
}

function parseProvider(text: string): Parsed<string> {
  return ID.test(text) || URN.test(text)
    ? { value: text }
    : {
        expected:
          'the name of an identity provider (1 to 64 letters, digits, _ or -) or its URN (at most 1500 printable ASCII characters without blanks)',
      }
}
