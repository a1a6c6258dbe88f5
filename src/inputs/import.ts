import * as v from 'valibot'

import { type ConnectionInputs, readConnection } from './connection.ts'
import { SetupError } from './setup-error.ts'
import { findJsonFault, lineAndColumn } from '../core/text/json-fault.ts'
import { omitUndefined } from '../core/task/omit-undefined.ts'
import { plainText } from '../core/text/plain.ts'
import { type ImportBody, SAME_NAME_POLICIES, TARGET_STATUSES } from '../huaweicloud/import-call.ts'
import { createInputReader, type InputReader, matching, oneOf } from './reader.ts'

/** What the user asked to be imported, checked. */
export type ImportInputs = ConnectionInputs & { readonly body: ImportBody }

const ROWS = {
  path: {
    name: 'path',
    // Names of buckets: OBS, "Creating a Bucket". A key has at most 1024 bytes, and a folder is no file.
    parse: matching(
      /^obs:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/\P{Cc}{0,1024}(?<!\/)$/u,
      'a file in OBS such as obs://my-bucket/jobs.zip, its bucket of 3 to 63 small letters, digits, dots and hyphens',
    ),
  },
  sameNamePolicy: { name: 'same-name-policy', parse: oneOf(SAME_NAME_POLICIES) },
  targetStatus: { name: 'target-status', parse: oneOf(TARGET_STATUSES) },
  executeUser: {
    name: 'execute-user',
    parse: matching(/^\P{Cc}{1,255}$/u, 'one line of at most 255 characters'),
  },
}

const WRONG_TYPE = {
  text: 'it must be a text in double quotes',
  empty: 'it must not be empty',
  params: 'it must be an object such as {"name": "value"}',
  object: 'it must be an object in braces',
}
const MAX_SHOWN = 80
const MAX_FAULTS = 10

const anyText = v.string(WRONG_TYPE.text)
const someText = v.pipe(anyText, v.nonEmpty(WRONG_TYPE.empty))
const params = v.pipe(objectThatIs(WRONG_TYPE.params), v.record(v.string(), anyText))

const JSON_INPUTS = {
  params: { name: 'params', schema: params },
  jobsParam: {
    name: 'jobs-param',
    schema: listOf({ name: someText, params: v.exactOptional(params) }, '[{"name": "job_a"}]'),
  },
  approvers: {
    name: 'approvers',
    schema: listOf({ approverName: someText }, '[{"approverName": "user_a"}]'),
  },
  resources: {
    name: 'resources',
    schema: listOf(
      { name: someText, type: someText, replace: v.exactOptional(someText) },
      '[{"name": "cluster_a", "type": "MRS_CLUSTER", "replace": "cluster_b"}]',
    ),
  },
}

/**
 * Reads and checks all inputs of the companion, and finds every fault in one go.
 *
 * @throws SetupError that names each faulty input, the place within it where it is JSON, and what is accepted
 */
export function readImportInputs(sources: Pick<InputReader, 'readInput' | 'readVariable'>): ImportInputs {
  const reader = createInputReader(sources)
  const { problems, optional, required } = reader
  const path = required(
    ROWS.path,
    "Input 'path' is empty. Set it to the file to import, for example obs://my-bucket/jobs.zip.",
  )
  const sameNamePolicy = required(
    ROWS.sameNamePolicy,
    "Input 'same-name-policy' is empty. Set it to OVERWRITE, or to SKIP to leave jobs that exist as they are. It has no default, because the service's own is SKIP, with which an import can succeed and change nothing.",
  )
  const given = {
    params: readJson(reader, JSON_INPUTS.params),
    jobsParam: readJson(reader, JSON_INPUTS.jobsParam),
    executeUser: optional(ROWS.executeUser),
    targetStatus: optional(ROWS.targetStatus),
    approvers: readJson(reader, JSON_INPUTS.approvers),
    resources: readJson(reader, JSON_INPUTS.resources),
  }
  const connection = readConnection(reader)

  const incomplete = path === undefined || sameNamePolicy === undefined || connection === undefined
  if (incomplete || problems.length > 0) throw new SetupError(problems)
  return { ...connection, body: { path, sameNamePolicy, ...omitUndefined(given) } }
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
  const entry = v.pipe(objectThatIs(WRONG_TYPE.object), fields)
  return v.array(entry, `it must be a list such as ${example}`)
}

function readJson<Schema extends v.GenericSchema>(
  { readInput, problems }: InputReader,
  { name, schema }: { readonly name: string; readonly schema: Schema },
): v.InferOutput<Schema> | undefined {
  const text = readInput(name)
  if (text === '') return undefined
  const faults = faultsOf(text, schema)
  problems.push(...faults.slice(0, MAX_FAULTS).map((fault) => `Input '${name}' is wrong${fault}.`))
  if (faults.length > MAX_FAULTS) {
    problems.push(`Input '${name}' is wrong in ${String(faults.length - MAX_FAULTS)} more places.`)
  }
  // What the schema gives back would lack names such as "constructor".
  return faults.length === 0 ? (JSON.parse(text) as v.InferOutput<Schema>) : undefined
}

// Values are not shown: a parameter of a job may well be a secret.
function faultsOf(text: string, schema: v.GenericSchema): readonly string[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return [syntaxFault(text)]
  }
  const { issues = [] } = v.safeParse(schema, value)
  return issues.map(({ path = [], message }) => `${placeOf(path)}: ${message}`)
}

function syntaxFault(text: string): string {
  const offset = findJsonFault(text)
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  const seen = offset === text.length ? 'the JSON ends too early' : `JSON has no '${character}' here`
  return ` at ${lineAndColumn(text, offset)}: ${plainText(seen)}`
}

function placeOf(path: readonly v.IssuePathItem[]): string {
  const place = path.map(({ key }) => (typeof key === 'number' ? `[${String(key)}]` : `.${String(key)}`))
  return place.length === 0 ? '' : ` at ${plainText(place.join('').replace(/^\./, ''), MAX_SHOWN)}`
}
