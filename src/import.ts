import type { Process } from './process.ts'
import { formatDuration } from './core/text/duration.ts'
import { SetupError } from './inputs/setup-error.ts'
import { messages } from './core/report/messages.ts'
import type { CredentialUsed } from './core/report/report.ts'
import { omitUndefined } from './core/task/omit-undefined.ts'
import { mapTexts } from './core/task/remote-texts.ts'
import { untilSettled } from './core/wait/retry.ts'
import {
  archiveWords,
  type ImportFailure,
  type ImportOutcome,
  type PackedSource,
  publishImport,
} from './github/import-report.ts'
import type { Credential } from './huaweicloud/credential/credentials.ts'
import { createImportCall, type ImportAnswer } from './huaweicloud/import-call.ts'
import {
  CANCELLED_IN_TIME,
  explainDoubt,
  explainImport,
  explainInternalError,
  explainUpload,
  SETUP_FAILURES,
} from './import-advice.ts'
import { type Archive, readSource } from './archive/read-source.ts'
import { type ImportInputs, readImportInputs, type Upload } from './inputs/import.ts'
import { upload, type UploadProcess } from './upload.ts'

/** The parts of the process that the import needs. */
export type ImportProcess = Pick<
  Process,
  'runner' | 'readVariable' | 'clock' | 'serviceClock' | 'random' | 'cancelled' | 'redact' | 'signIn'
> &
  UploadProcess & { readonly transport: Pick<Process['transport'], 'send'> }

type RequestedImport = Extract<ImportInputs, { kind: 'import' }>

/** An archive, and the facts on it that are reported. */
type PackedArchive = { readonly archive: Archive; readonly packed: PackedSource }

// How long the keys must be valid: two minutes of attempts each for upload and import, and an attempt that is under way.
const NEEDED_MS = 360_000

/** Packs, uploads and imports what the inputs describe, reports it, and returns whether the step succeeds. */
export async function importJobs(process: ImportProcess): Promise<boolean> {
  return publishImport(await outcomeOf(process), process.runner)
}

// Every failure becomes an outcome: output and summary are written on every path.
async function outcomeOf(process: ImportProcess): Promise<ImportOutcome> {
  const { runner, readVariable } = process
  let failure: Omit<ImportFailure, 'problems'> = SETUP_FAILURES.inputs
  try {
    const inputs = readImportInputs({ readInput: runner.readInput, readVariable })
    failure = SETUP_FAILURES.source
    if (inputs.kind === 'check') return { kind: 'checked', packed: pack(inputs.source, process).packed }
    const source = inputs.upload && pack(inputs.upload.source, process)
    failure = SETUP_FAILURES['sign-in']
    return await importWith(inputs, source, process)
  } catch (cause) {
    return cause instanceof SetupError
      ? { kind: 'not-started', problems: cause.problems, ...failure }
      : { kind: 'unclear', ...explainInternalError(cause) }
  }
}

async function importWith(
  inputs: RequestedImport,
  source: PackedArchive | undefined,
  process: ImportProcess,
): Promise<ImportOutcome> {
  const { runner } = process
  runner.info(`Signing in with ${inputs.credential.used.from}.`)
  const credential = await process.signIn(inputs.credential, NEEDED_MS)
  if (credential === undefined) return { kind: 'not-started', ...CANCELLED_IN_TIME }
  if (inputs.upload !== undefined && source !== undefined) {
    const failure = await bring(inputs.upload, source.archive, credential, {
      ...process,
      used: inputs.credential.used,
    })
    if (failure !== undefined) return { kind: 'not-started', ...failure }
  }
  const answer = await startImport(inputs, credential, process)
  // Field by field: a job's parameters may be secrets, and must not get into a report.
  const { path, sameNamePolicy, targetStatus } = inputs.body
  if (answer === undefined) return { kind: 'not-started', ...CANCELLED_IN_TIME }
  if (answer.kind !== 'started') {
    const kind = answer.kind === 'unclear' ? 'unclear' : 'not-started'
    return { kind, ...explainImport(answer, inputs.credential.used), path }
  }
  const { taskId, doubt } = answer
  const warning = doubt && explainDoubt(taskId, doubt)
  const packed = source?.packed
  return {
    kind: 'started',
    taskId,
    path,
    sameNamePolicy,
    ...omitUndefined({ targetStatus, packed, warning }),
  }
}

function pack(source: string, { runner, readVariable }: ImportProcess): PackedArchive {
  const checkout = readVariable('GITHUB_WORKSPACE')
  const archive = readSource(source, checkout === '' ? '.' : checkout)
  const commit = readVariable('GITHUB_SHA')
  const packed = { source, commit, bytes: archive.bytes.length, counts: archive.counts }
  runner.info(`Packed ${source}: ${archiveWords(packed)}.`)
  return { archive, packed }
}

/** Uploads the archive; returns why nothing is imported, or undefined if it was stored. */
async function bring(
  { object }: Upload,
  { bytes }: Archive,
  credential: Credential,
  process: ImportProcess & { readonly used: CredentialUsed },
): Promise<ImportFailure | undefined> {
  const { runner, clock, used } = process
  const startMs = clock.now()
  runner.info(`Uploading to obs://${object.bucket}/${object.key} at ${object.endpoint}.`)
  const answer = await upload(object, bytes, credential, process)
  if (answer === undefined) return CANCELLED_IN_TIME
  if (answer.kind !== 'stored') return explainUpload(answer.fault, object, used)
  runner.info(`Uploaded in ${formatDuration(clock.now() - startMs)}.`)
  return undefined
}

/** Returns undefined if the run is cancelled while no request is under way. */
function startImport(
  inputs: RequestedImport,
  credential: Credential,
  process: ImportProcess,
): Promise<ImportAnswer | undefined> {
  const { runner, transport, clock, serviceClock, cancelled, redact } = process
  const { body, endpoint } = inputs
  runner.info(`Importing ${body.path} at ${endpoint} (same-name-policy ${body.sameNamePolicy}).`)
  const settings = { ...inputs, language: 'en_us' } as const
  const call = createImportCall(settings, { send: transport.send, credential, clock, serviceClock })
  return untilSettled(
    async () => mapTexts(await call(body, cancelled), redact),
    (answer) => (answer.kind === 'not-taken' ? answer.fault : undefined),
    {
      ...process,
      onPause(answer, pauseMs) {
        if (answer.kind === 'started') return
        const seen = messages.fault(answer.fault)
        runner.info(`Nothing was sent or accepted: ${seen}. Next attempt in ${formatDuration(pauseMs)}.`)
      },
    },
  )
}
