import type { RunContext } from './github/run-context.ts'
import type { Runner } from './github/runner.ts'
import { deliver, type DeliveryPorts, type DeliveryTime } from './github/status/status-delivery.ts'
import { warnUnpublished } from './github/status/status-fault.ts'
import { readOwed } from './github/status/status-handover.ts'
import { GITHUB_TOKEN } from './inputs/status.ts'

/** What the post step needs from outside. */
export type PostPorts = DeliveryPorts & {
  readonly runner: Pick<Runner, 'readInput' | 'readState' | 'info' | 'warning'>
  readonly readContext: () => RunContext
}

// What main leaves of the 10 s that publishing may cost in all (docs/reference.md, "Process").
const TIME: DeliveryTime = { limitMs: 3000, cancelledMs: 1500 }

/**
 * Publishes the commit status that main still owed when it ended: the verdict's where there was one, else `error`, so
 * that a killed run leaves nothing pending. Does nothing where main owed nothing; never rejects, and whatever comes of it is
 * no reason for the job to fail.
 */
export async function closeCommitStatus(ports: PostPorts): Promise<true> {
  const { runner, readContext } = ports
  const owed = readOwed(runner)
  if (owed === undefined) return true
  const token = runner.readInput(GITHUB_TOKEN)
  const { sha, context, state, finished, warned } = owed
  const seen = finished ? 'could not be published before' : 'was left open by a run that was ended'
  runner.info(`Commit status '${context}' on ${sha} ${seen}.`)

  const fault = await deliver(owed, { run: readContext(), token }, TIME, ports)
  if (fault === undefined) {
    runner.info(`Commit status '${context}' is ${state}.`)
    return true
  }
  if (warned) runner.info(`Commit status '${context}' could not be published: ${fault.reason}.`)
  else warnUnpublished(fault, context, runner)
  return true
}
