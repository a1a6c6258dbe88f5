import * as v from 'valibot'

import { type ConnectionInputs, readConnection } from './connection.ts'
import { SetupError } from './setup-error.ts'
import { omitUndefined } from '../core/task/omit-undefined.ts'
import { plainText } from '../core/text/plain.ts'
import { endpointOf } from '../huaweicloud/endpoints.ts'
import type { ObsObject } from '../huaweicloud/obs.ts'
import {
  createInputReader,
  type InputReader,
  matching,
  MAX_SHOWN,
  oneOf,
  parseBaseUrl,
  parseBoolean,
  type Parsed,
} from './reader.ts'

/** The checked inputs of an import. */
export type ImportInputs =
  /** Checks the source and sends nothing. */
  | { readonly kind: 'check'; readonly source: string }
  | (ConnectionInputs & {
      readonly kind: 'import'
      /** The body of the call, in the names of the service. */
      readonly body: NonNullable<ReturnType<typeof readBody>>
      /** Present if the file has to be uploaded first. */
      readonly upload?: Upload
    })

/** A folder or zip file, and the object in OBS that it becomes. */
export type Upload = { readonly source: string; readonly object: ObsObject }

// Names of buckets: OBS, "Creating a Bucket". A key has at most 1024 bytes.
const PATH = /^obs:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/([^\p{Cc}\p{Cs}]{0,1024})$/u

const ROWS = {
  source: { name: 'source', parse: matching(/^\P{Cc}{1,1000}$/u, 'the path of a folder or .zip file') },
  checkOnly: { name: 'check-only', parse: parseBoolean },
  path: {
    name: 'path',
    parse: (text: string): Parsed<string> =>
      PATH.test(text) && !text.endsWith('/')
        ? { value: text }
        : {
            expected:
              'a file in OBS such as obs://my-bucket/jobs.zip (a bucket name has 3 to 63 lowercase letters, digits, dots and hyphens)',
          },
  },
  target: { name: 'path', parse: parseTarget },
  sameNamePolicy: { name: 'same-name-policy', parse: oneOf(['SKIP', 'OVERWRITE']) },
  targetStatus: { name: 'target-status', parse: oneOf(['SAVED', 'SUBMITTED', 'PRODUCTION']) },
  executeUser: {
    name: 'execute-user',
    parse: matching(/^\P{Cc}{1,255}$/u, 'one line of at most 255 characters'),
  },
  obsEndpoint: { name: 'obs-endpoint', parse: parseObsEndpoint },
}

const NO_PATH = "Input 'path' is empty. Set it to the file to import, for example obs://my-bucket/jobs.zip."
const NO_TARGET =
  "Input 'path' is empty. Set it to the place in OBS that 'source' is uploaded to, for example obs://my-bucket/jobs/."
const NO_POLICY =
  "Input 'same-name-policy' is empty. Set it to OVERWRITE, or to SKIP to keep existing jobs. There is no default: with SKIP, the service's default, an import can succeed without changing anything."
const MAX_FAULTS = 10

const anyText = v.string('it must be a text in double quotes')
const someText = v.pipe(anyText, v.nonEmpty('it must not be empty'))
const params = v.pipe(
  objectThatIs('it must be an object such as {"name": "value"}'),
  v.record(v.string(), anyText),
)
const jobs = listOf({ name: someText, params: v.exactOptional(params) }, '[{"name": "job_a"}]')
const approvers = listOf({ approverName: someText }, '[{"approverName": "user_a"}]')
const resources = listOf(
  { name: someText, type: someText, replace: v.exactOptional(someText) },
  '[{"name": "cluster_a", "type": "MRS_CLUSTER", "replace": "cluster_b"}]',
)

/**
 * Reads and checks all inputs of the import action, and finds every problem at once.
 *
 * @throws SetupError that names each invalid input, the place within it if it is JSON, and what is accepted
 */
export function readImportInputs(sources: Pick<InputReader, 'readInput' | 'readVariable'>): ImportInputs {
  const reader = createInputReader(sources)
  const { problems, optional, reportEmpty } = reader
  const source = optional(ROWS.source)
  const checkOnly = optional(ROWS.checkOnly) ?? false
  const body = readBody(reader, checkOnly)
  if (checkOnly) {
    reportEmpty('source', "Input 'source' is empty. Set it to the folder or .zip file to check.")
    if (source === undefined || problems.length > 0) throw new SetupError(problems)
    return { kind: 'check', source }
  }
  const connection = readConnection(reader)
  const endpoint = optional(ROWS.obsEndpoint)
  if (source !== undefined && connection !== undefined) checkUpload(reader, connection)
  if (connection === undefined || body === undefined || problems.length > 0) throw new SetupError(problems)
  if (source === undefined) return { kind: 'import', ...connection, body }
  const address = endpoint ?? endpointOf('obs', connection.region ?? '')
  const object = { endpoint: address, ...splitPath(body.path) }
  return { kind: 'import', ...connection, body, upload: { source, object } }
}

function readBody(reader: InputReader, checkOnly: boolean) {
  const { optional, readInput, reportEmpty } = reader
  const isUpload = readInput(ROWS.source.name) !== ''
  const path = optional(isUpload ? ROWS.target : ROWS.path)
  const sameNamePolicy = optional(ROWS.sameNamePolicy)
  if (!checkOnly) {
    reportEmpty('path', isUpload ? NO_TARGET : NO_PATH)
    reportEmpty('same-name-policy', NO_POLICY)
  }
  const given = {
    params: readJson(reader, 'params', params),
    jobsParam: readJson(reader, 'jobs-param', jobs),
    executeUser: optional(ROWS.executeUser),
    targetStatus: optional(ROWS.targetStatus),
    approvers: readJson(reader, 'approvers', approvers),
    resources: readJson(reader, 'resources', resources),
  }
  if (path === undefined || sameNamePolicy === undefined) return undefined
  const name = path.endsWith('/') ? archiveName(reader.readVariable) : ''
  return { path: `${path}${name}`, sameNamePolicy, ...omitUndefined(given) }
}

// No two runs have the same name, so that none imports the file of another.
function archiveName(readVariable: InputReader['readVariable']): string {
  const parts = ['GITHUB_REPOSITORY', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT'].map(readVariable)
  const name = parts.filter((part) => part !== '').join('-')
  return `${name.replace(/[^\w.-]/g, '-')}.zip`
}

function checkUpload({ readInput, problems }: InputReader, { region, credential }: ConnectionInputs): void {
  if (readInput(ROWS.obsEndpoint.name) === '' && region === undefined) {
    problems.push(
      "Inputs 'region' and 'obs-endpoint' are both empty. Set one of them, so that 'source' can be uploaded.",
    )
  }
  if (credential.kind === 'token') {
    problems.push(
      `Input 'source' needs an access key, but the credential is ${credential.used.from}. OBS accepts no IAM token: sign in with 'oidc-provider' or with 'access-key-id' and 'secret-access-key', or upload the file in another way and leave 'source' empty.`,
    )
  }
}

function splitPath(path: string): { readonly bucket: string; readonly key: string } {
  const [, bucket = '', key = ''] = PATH.exec(path) ?? []
  return { bucket, key }
}

function parseTarget(text: string): Parsed<string> {
  const { bucket, key } = splitPath(text)
  if (bucket.includes('.')) {
    return { expected: "a path in a bucket without dots: the certificate of OBS doesn't cover such a name" }
  }
  const folders = key.split('/').slice(0, -1)
  const isPlain = folders.every((folder) => !/^\.{0,2}$/.test(folder))
  return bucket !== '' && isPlain && /\/$|\.zip$/i.test(text)
    ? { value: text }
    : {
        expected:
          'a place in OBS such as obs://my-bucket/jobs.zip, or obs://my-bucket/jobs/ for a new file name in each run (a bucket name has 3 to 63 lowercase letters, digits and hyphens)',
      }
}

// The bucket becomes a part of the host, or of the path: nothing may stand there already.
function parseObsEndpoint(text: string): Parsed<string> {
  const parsed = parseBaseUrl(text)
  return 'value' in parsed && new URL(parsed.value).pathname !== '/'
    ? { expected: 'a base URL such as https://obs.host.example, without bucket and path' }
    : parsed
}

function objectThatIs(expected: string) {
  return v.pipe(
    v.unknown(),
    v.check((value) => typeof value === 'object' && value !== null && !Array.isArray(value), expected),
  )
}

function listOf<const Entries extends v.ObjectEntries>(entries: Entries, example: string) {
  const fields = v.strictObject(entries, ({ expected }) =>
    expected === 'never'
      ? `there is no such field; known are ${Object.keys(entries).join(', ')}`
      : 'it is missing',
  )
  const entry = v.pipe(objectThatIs('it must be an object in braces'), fields)
  return v.array(entry, `it must be a list such as ${example}`)
}

function readJson<Schema extends v.GenericSchema>(
  { readInput, problems }: InputReader,
  name: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  const text = readInput(name)
  if (text === '') return undefined
  const json = v.pipe(v.string(), v.parseJson(undefined, 'it is not valid JSON'), schema)
  const { issues = [] } = v.safeParse(json, text)
  for (const { path = [], message } of issues.slice(0, MAX_FAULTS)) {
    // Values are not shown: a parameter of a job may well be a secret.
    problems.push(`Input '${name}' is not valid${placeOf(path)}: ${message}.`)
  }
  if (issues.length > MAX_FAULTS) {
    problems.push(`Input '${name}' is not valid in ${String(issues.length - MAX_FAULTS)} more places.`)
  }
  // The schema's result would lack names such as "constructor".
  return issues.length === 0 ? (JSON.parse(text) as v.InferOutput<Schema>) : undefined
}

function placeOf(path: readonly v.IssuePathItem[]): string {
  const place = path.map(({ key }) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
  return place.length === 0 ? '' : ` at ${plainText(place.join('').replace(/^\./, ''), MAX_SHOWN)}`
}
