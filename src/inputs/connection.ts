import { omitUndefined } from '../core/task/omit-undefined.ts'
import { chooseCredential, ENVIRONMENT_FAMILIES, type ChosenCredential } from './credential.ts'
import { invalidProxyVariable } from './proxy.ts'
import { endpointOf } from '../huaweicloud/endpoints.ts'
import { anId, type InputReader, matching, parseBaseUrl } from './reader.ts'
import { readOidc, wantsOidc } from './oidc.ts'

/** Where DataArts Factory is, and with which credential to call it: needed by both actions. */
export type ConnectionInputs = {
  readonly project: string
  readonly workspace?: string
  readonly region?: string
  /** Base URL, without a slash at its end. */
  readonly endpoint: string
  readonly credential: ChosenCredential
}

const ROWS = {
  project: { name: 'project', parse: anId('a project id') },
  workspace: { name: 'workspace', parse: anId('a workspace id') },
  // It becomes a part of a host name, and not every version of Node.js takes one such as xn--a.
  region: { name: 'region', parse: matching(/^(?!xn--)[a-z0-9-]{1,32}$/, 'a region such as cn-north-4') },
  endpoint: { name: 'endpoint', parse: parseBaseUrl },
}
const PROJECT_VARIABLES = ENVIRONMENT_FAMILIES.map(({ project }) => project)
const REGION_VARIABLES = ENVIRONMENT_FAMILIES.flatMap(({ region }) => region ?? [])

/** Reads the inputs of the connection, or the environment's values for them; returns undefined if it finds a problem. */
export function readConnection(reader: InputReader): ConnectionInputs | undefined {
  const { problems, orVariable, optional } = reader
  const before = problems.length
  const project = orVariable(ROWS.project, PROJECT_VARIABLES)
  const workspace = optional(ROWS.workspace)
  const region = orVariable(ROWS.region, REGION_VARIABLES)
  const endpoint = optional(ROWS.endpoint) ?? (region && endpointOf('factory', region))
  const regionIsEmpty = isEmpty(reader, 'region', REGION_VARIABLES)
  const oidc = readOidc(reader, regionIsEmpty, region)
  const credential = wantsOidc(reader) ? oidc : chooseCredential(reader)

  if (isEmpty(reader, 'project', PROJECT_VARIABLES)) {
    problems.push(
      `Input 'project' is empty. Set it, or ${PROJECT_VARIABLES.join(' or ')}, to the id of the project.`,
    )
  }
  if (reader.readInput('endpoint') === '' && regionIsEmpty) {
    problems.push(
      `Inputs 'region' and 'endpoint' are both empty. Set region, or ${REGION_VARIABLES.join(' or ')}, for example to cn-north-4.`,
    )
  }
  const proxy = invalidProxyVariable(reader.readVariable)
  if (proxy !== undefined) {
    problems.push(
      `Environment variable '${proxy}' must be the address of a proxy such as http://proxy.example:8080; the value is not shown.`,
    )
  }
  const incomplete = project === undefined || endpoint === undefined || credential === undefined
  if (incomplete || problems.length > before) return undefined
  return {
    project,
    ...omitUndefined({ workspace, region }),
    endpoint,
    credential,
  }
}

function isEmpty(
  { readInput, readVariable }: InputReader,
  input: string,
  variables: readonly string[],
): boolean {
  return readInput(input) === '' && variables.every((name) => readVariable(name) === '')
}
