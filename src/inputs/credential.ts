import type { CredentialUsed } from '../core/report/report.ts'
import type { CredentialChoice } from '../huaweicloud/credential/credentials.ts'
import { credentialProblem, type InputReader, secretProblem } from './reader.ts'
import { GITHUB_TOKEN } from './status.ts'

/** The credential that the user has chosen, and its description for log and report. */
export type ChosenCredential = CredentialChoice & { readonly used: CredentialUsed }

/** The names of a credential's parts in the inputs or in one family of variables. */
type PartNames = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly securityToken: string
  readonly token?: string
}

type Variables = PartNames & { readonly region?: string; readonly project: string }

/** The environment variables of each family of tools that a user may have set up already. */
export const ENVIRONMENT_FAMILIES: readonly Variables[] = [
  // Huawei's own actions.
  {
    accessKeyId: 'HUAWEI_CLOUD_ACCESS_KEY_ID',
    secretAccessKey: 'HUAWEI_CLOUD_SECRET_ACCESS_KEY',
    securityToken: 'HUAWEI_CLOUD_SECURITY_TOKEN',
    region: 'HUAWEI_CLOUD_REGION',
    project: 'HUAWEI_CLOUD_PROJECT_ID',
  },
  // The SDKs.
  {
    accessKeyId: 'HUAWEICLOUD_SDK_AK',
    secretAccessKey: 'HUAWEICLOUD_SDK_SK',
    securityToken: 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
    project: 'HUAWEICLOUD_SDK_PROJECT_ID',
  },
  // The Terraform provider.
  {
    accessKeyId: 'HW_ACCESS_KEY',
    secretAccessKey: 'HW_SECRET_KEY',
    securityToken: 'HW_SECURITY_TOKEN',
    token: 'HW_AUTH_TOKEN',
    region: 'HW_REGION_NAME',
    project: 'HW_PROJECT_ID',
  },
]

/** The inputs that hold a credential, except those of keyless sign-in. */
export const INPUT_NAMES = {
  accessKeyId: 'access-key-id',
  secretAccessKey: 'secret-access-key',
  securityToken: 'security-token',
  token: 'token',
} as const

/**
 * Returns every secret in the inputs and the environment, used or not, and an empty text for each that is not given. All
 * are masked, because a message may quote a secret that was put into the wrong input.
 */
export function givenSecrets(
  readInput: (name: string) => string,
  readVariable: (name: string) => string,
): readonly string[] {
  const inputs = [...secretNames(INPUT_NAMES), GITHUB_TOKEN]
  return [...inputs.map(readInput), ...ENVIRONMENT_FAMILIES.flatMap(secretNames).map(readVariable)]
}

function secretNames({ secretAccessKey, securityToken, token }: PartNames): readonly string[] {
  return [secretAccessKey, securityToken, token].filter((name) => name !== undefined)
}

type Family = PartNames & {
  readonly what: 'Input' | 'Environment variable'
  readonly read: (name: string) => string
}

/**
 * Returns the credential in the inputs, or in the first family of variables that has any part of one. A family is taken
 * whole. Adds a sentence to the reader's problems for each part that is missing, given twice or invalid.
 */
export function chooseCredential(reader: InputReader): ChosenCredential | undefined {
  const { readInput, readVariable, problems } = reader
  const inputs: Family = { what: 'Input', read: readInput, ...INPUT_NAMES }
  const families = ENVIRONMENT_FAMILIES.map((names): Family => ({
    what: 'Environment variable',
    read: readVariable,
    ...names,
  }))
  const family = [inputs, ...families].find((candidate) => setNames(candidate).length > 0)
  if (family === undefined) {
    problems.push(noCredential())
    return undefined
  }
  const found = problemsOf(family)
  problems.push(...found)
  return found.length > 0 ? undefined : takeWhole(family)
}

function takeWhole({ what, read, ...names }: Family): ChosenCredential {
  const from = (...used: readonly string[]): string => {
    const quoted = used.map((name) => `\`${name}\``).join(' and ')
    return what === 'Input' ? `the ${quoted} input${used.length > 1 ? 's' : ''}` : quoted
  }
  // A pair of keys beats a token if a family of the environment has both.
  if (read(names.accessKeyId) === '') {
    const name = names.token ?? ''
    return { kind: 'token', token: read(name), used: { kind: 'token', from: from(name) } }
  }
  const securityToken = read(names.securityToken)
  const key = {
    id: read(names.accessKeyId),
    secret: read(names.secretAccessKey),
    ...(securityToken !== '' && { securityToken }),
  }
  const kind = securityToken === '' ? 'access-key' : 'temporary-key'
  return { kind: 'access-key', key, used: { kind, from: from(names.accessKeyId, names.secretAccessKey) } }
}

function problemsOf(family: Family): readonly string[] {
  const { what, read, accessKeyId, secretAccessKey, token } = family
  const given = setNames(family)
  const pair = [accessKeyId, secretAccessKey]
  const keyParts = given.filter((name) => name !== token)
  const missing = keyParts.length === 0 ? [] : pair.filter((name) => read(name) === '')
  const twoKinds = what === 'Input' && keyParts.length > 0 && given.length > keyParts.length
  return [
    ...missing.map(
      (name) =>
        `${what} '${name}' is missing: it belongs to '${keyParts.join("' and '")}'. Set it too, or define its secret: pull requests from forks and from Dependabot get none.`,
    ),
    ...(twoKinds
      ? [`Inputs '${keyParts.join("', '")}' and 'token' are two kinds of credential. Give one of them.`]
      : []),
    ...given.flatMap((name) => {
      const problemOf = name === accessKeyId ? credentialProblem : secretProblem
      return problemOf(`${what} '${name}'`, read(name)) ?? []
    }),
  ]
}

function setNames(family: Family): readonly string[] {
  return [family.accessKeyId, ...secretNames(family)].filter((name) => family.read(name) !== '')
}

function noCredential(): string {
  const pairs = ENVIRONMENT_FAMILIES.map(
    ({ accessKeyId, secretAccessKey }) => `${accessKeyId} and ${secretAccessKey}`,
  )
  const tokens = ENVIRONMENT_FAMILIES.flatMap(({ token }) => token ?? [])
  return [
    "There is no credential. Set the input 'oidc-provider' (keyless), or 'access-key-id' and 'secret-access-key', or 'token',",
    `or set the environment variables ${[...pairs, ...tokens].join(', or ')}. If they are set from secrets: pull requests from forks and from Dependabot get none.`,
  ].join(' ')
}
