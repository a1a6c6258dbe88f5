// What the companion action does, and the part of the composition root that only it loads.
import type { Process } from './process.ts'
import { formatDuration } from './core/text/duration.ts'
import { SetupError } from './inputs/setup-error.ts'
import { messages } from './core/report/messages.ts'
import { redactTexts } from './core/task/redact-answer.ts'
import { untilSettled } from './core/wait/retry.ts'
import { type ImportOutcome, publishImport } from './github/import-report.ts'
import { createImportCall, type ImportAnswer, type ImportBody } from './huaweicloud/import-call.ts'
import { CANCELLED_IN_TIME, explainImport, explainOwnFault } from './import-advice.ts'
import { type ImportInputs, readImportInputs } from './inputs/import.ts'

/** What the companion needs from outside. */
export type ImportPorts = Pick<
  Process,
  'runner' | 'readVariable' | 'clock' | 'serviceClock' | 'random' | 'cancelled' | 'redact' | 'signIn'
> & { readonly transport: Pick<Process['transport'], 'send'> }

// How long the keys have to hold: asking goes on for two minutes at most.
const NEEDED_MS = 120_000

/** Starts the import that the inputs describe, reports it, and says whether the step succeeds. */
export async function importJobs(ports: ImportPorts): Promise<boolean> {
  const outcome = await startImport(ports)
  await publishImport(outcome, ports.runner)
  return outcome.kind === 'started'
}

// Whatever goes wrong becomes an outcome: output and summary are written on every path.
async function startImport(ports: ImportPorts): Promise<ImportOutcome> {
  const { runner, readVariable } = ports
  try {
    const inputs = readImportInputs({ readInput: runner.readInput, readVariable })
    runner.info(`Signing in with ${inputs.credential.used.from}.`)
    const answer = await askFor(inputs, ports)
    if (answer === undefined) return { kind: 'not-started', problems: [CANCELLED_IN_TIME] }
    if (answer.kind === 'started') return started(answer.taskId, inputs.body)
    return {
      kind: answer.kind === 'unclear' ? 'unclear' : 'not-started',
      problems: [explainImport(answer)],
    }
  } catch (cause) {
    return cause instanceof SetupError
      ? { kind: 'not-started', problems: cause.problems }
      : { kind: 'unclear', problems: [explainOwnFault(cause)] }
  }
}

// Field by field: a job's parameters may be secrets, and must not come near a report.
function started(taskId: string, { path, sameNamePolicy, targetStatus }: ImportBody): ImportOutcome {
  return { kind: 'started', taskId, path, sameNamePolicy, ...(targetStatus && { targetStatus }) }
}

/** Returns nothing where the run was cancelled while nothing was under way. */
async function askFor(inputs: ImportInputs, ports: ImportPorts): Promise<ImportAnswer | undefined> {
  const { runner, transport, clock, serviceClock, cancelled } = ports
  const { body, endpoint } = inputs
  const credential = await ports.signIn(inputs.credential, NEEDED_MS)
  if (credential === undefined) return undefined
  runner.info(`Importing ${body.path} at ${endpoint} (same-name-policy ${body.sameNamePolicy}).`)
  const call = createImportCall(
    { ...inputs, language: 'en_us' },
    { send: transport.send, credential, clock, serviceClock },
  )
  return untilSettled(
    async () => redactTexts(await call(body, cancelled), ports.redact),
    (answer) => (answer.kind === 'not-taken' ? answer.fault : undefined),
    {
      ...ports,
      onPause(answer, pauseMs) {
        if (answer.kind === 'started') return
        const seen = messages.fault(answer.fault)
        runner.info(`Not taken: ${seen}. Asking again in ${formatDuration(pauseMs)}.`)
      },
    },
  )
}
