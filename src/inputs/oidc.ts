import { INPUT_NAMES, type ChosenCredential } from './credential.ts'
import { stsEndpoint } from '../huaweicloud/endpoints.ts'
import { type InputReader, matching, parseBaseUrl } from './reader.ts'

const URN = matching(
  /^[\x21-\x7e]{1,1500}$/,
  'a URN of at most 1500 printable ASCII characters without blanks',
)
const ROWS = {
  provider: { name: 'oidc-provider', parse: URN },
  agency: { name: 'oidc-agency', parse: URN },
  audience: {
    name: 'oidc-audience',
    parse: matching(/^[\x21-\x7e]{1,255}$/, 'printable ASCII without blanks'),
  },
  stsEndpoint: { name: 'sts-endpoint', parse: parseBaseUrl },
}
const PAIR = [ROWS.provider.name, ROWS.agency.name]
const DEFAULT_AUDIENCE = 'huaweicloud'

/** Says whether the inputs ask for signing in with the workflow's own ID token. */
export function wantsOidc({ readInput }: InputReader): boolean {
  return PAIR.some((name) => readInput(name) !== '')
}

/** The region that is in force, if there is one. */
export type RegionFound = {
  readonly region: string | undefined
  /** Whether nothing names one; false as well where what does is faulty, which was said already. */
  readonly isEmpty: boolean
}

/**
 * Returns the keyless credential that the inputs describe, undefined where they ask for none. Adds a sentence to the
 * reader's problems for whatever is wrong, also in an input that is not needed then.
 */
export function readOidc(
  reader: InputReader,
  { region, isEmpty }: RegionFound,
): ChosenCredential | undefined {
  const { problems, readInput, optional } = reader
  const provider = optional(ROWS.provider)
  const agency = optional(ROWS.agency)
  const audience = optional(ROWS.audience) ?? DEFAULT_AUDIENCE
  const given = optional(ROWS.stsEndpoint)
  const endpoint = given ?? (region === undefined ? undefined : stsEndpoint(region))
  if (!wantsOidc(reader)) return undefined

  const missing = PAIR.filter((name) => readInput(name) === '')
  problems.push(
    ...missing.map(
      (name) =>
        `Input '${name}' is missing: it belongs to '${PAIR.filter((other) => other !== name).join()}'. Set it too.`,
    ),
  )
  const others = Object.values(INPUT_NAMES).filter((name) => readInput(name) !== '')
  if (others.length > 0) {
    problems.push(
      `Inputs 'oidc-provider' and '${others.join("', '")}' are two kinds of credential. Give one of them.`,
    )
  }
  if (isEmpty && readInput(ROWS.stsEndpoint.name) === '') {
    problems.push(
      "Inputs 'region' and 'sts-endpoint' are both empty. Set region, or sts-endpoint to the base URL of STS.",
    )
  }
  if (provider === undefined || agency === undefined || endpoint === undefined) return undefined
  const from = `the workflow's ID token (audience ${audience}), as trust agency ${agency}`
  return {
    kind: 'oidc',
    provider,
    agency,
    audience,
    stsEndpoint: endpoint,
    used: { kind: 'trust-agency', from },
  }
}
