import type { Process } from './process.ts'
import { formatDuration } from './core/text/duration.ts'
import { SetupError } from './inputs/setup-error.ts'
import { messages } from './core/report/messages.ts'
import { omitUndefined } from './core/task/omit-undefined.ts'
import { mapTexts } from './core/task/remote-texts.ts'
import { untilSettled } from './core/wait/retry.ts'
import { archiveWords, type ImportOutcome, type PackedSource, publishImport } from './github/import-report.ts'
import type { Credential } from './huaweicloud/credential/credentials.ts'
import { createImportCall, type ImportAnswer } from './huaweicloud/import-call.ts'
import {
  CANCELLED_IN_TIME,
  explainDoubt,
  explainImport,
  explainInternalError,
  explainUpload,
  type ImportAdvice,
  SETUP_FAILURES,
} from './import-advice.ts'
import { type Archive, readSource } from './archive/read-source.ts'
import { type ImportInputs, readImportInputs, type Upload } from './inputs/import.ts'
import { upload } from './upload.ts'

/** The parts of the process that the import needs. */
export type ImportProcess = Omit<Process, 'dispose' | 'readRun' | 'createStatus'>

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
  let advice: ImportAdvice = SETUP_FAILURES.inputs
  try {
    const inputs = readImportInputs({ readInput: runner.readInput, readVariable })
    advice = SETUP_FAILURES.source
    if (inputs.kind === 'check') return { kind: 'checked', packed: pack(inputs.source, process).packed }
    const source = inputs.upload && { ...inputs.upload, ...pack(inputs.upload.source, process) }
    advice = SETUP_FAILURES['sign-in']
    return await importWith(inputs, source, process)
  } catch (cause) {
    return cause instanceof SetupError
      ? { kind: 'not-started', problems: cause.problems, ...advice }
      : explainInternalError(cause)
  }
}

async function importWith(
  inputs: RequestedImport,
  source: (Upload & PackedArchive) | undefined,
  process: ImportProcess,
): Promise<ImportOutcome> {
  const { used } = inputs.credential
  process.runner.info(`Signing in with ${used.from}.`)
  const credential = await process.signIn(inputs.credential, NEEDED_MS)
  if (credential === undefined) return CANCELLED_IN_TIME
  if (source !== undefined) {
    const { object, archive } = source
    const stored = await upload(object, archive.bytes, credential, process)
    if (stored === undefined) return CANCELLED_IN_TIME
    if (stored.kind !== 'stored') return explainUpload(stored.fault, object, used)
  }
  const answer = await startImport(inputs, credential, process)
  // Field by field: a job's parameters may be secrets, and must not get into a report.
  const { path, sameNamePolicy, targetStatus } = inputs.body
  if (answer === undefined) return CANCELLED_IN_TIME
  if (answer.kind !== 'started') return { ...explainImport(answer, used), path }
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
  const archive = readSource(source, readVariable('GITHUB_WORKSPACE'))
  const commit = readVariable('GITHUB_SHA')
  const packed = { source, commit, bytes: archive.bytes.length, counts: archive.counts }
  runner.info(`Packed ${source}: ${archiveWords(packed)}.`)
  return { archive, packed }
}

/** Returns undefined if the run is cancelled while no request is under way. */
function startImport(
  inputs: RequestedImport,
  credential: Credential,
  process: ImportProcess,
): Promise<ImportAnswer | undefined> {
  const { runner, cancelled, redact } = process
  const { body, endpoint } = inputs
  runner.info(`Importing ${body.path} at ${endpoint} (same-name-policy ${body.sameNamePolicy}).`)
  const settings = { ...inputs, language: 'en_us' } as const
  const call = createImportCall(settings, { ...process, credential })
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
