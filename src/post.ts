import { deliver, type DeliveryTime, type StatusContext } from './github/status/status-delivery.ts'
import { warnUnpublished } from './github/status/status-fault.ts'
import { readPending } from './github/status/status-handover.ts'
import { GITHUB_TOKEN } from './inputs/status.ts'

// The rest of the 10 s that publishing may add (docs/reference.md, "Process"); the main step has 7 s.
const TIME: DeliveryTime = { limitMs: 3000, cancelledMs: 1500 }

/**
 * Publishes the commit status that the main step left unpublished: the verdict's state, or `error` if the main step was
 * killed before there was a verdict. Sends nothing if nothing is left. Never rejects: the post step must not fail the job.
 */
export async function closeCommitStatus(context: StatusContext): Promise<true> {
  const { runner, readRun } = context
  const status = readPending(runner)
  if (status === undefined) return true
  const { sha, state, hasVerdict, warned } = status
  const cause = hasVerdict ? 'could not be published before' : 'was left pending by a run that was killed'
  runner.info(`Commit status '${status.context}' on ${sha} ${cause}.`)

  const publication = { run: readRun(), token: runner.readInput(GITHUB_TOKEN) }
  const fault = await deliver(status, publication, TIME, context)
  if (fault === undefined) runner.info(`Commit status '${status.context}' is ${state}.`)
  else if (warned) runner.info(`Commit status '${status.context}' could not be published: ${fault.reason}.`)
  else warnUnpublished(fault, status.context, runner)
  return true
}
