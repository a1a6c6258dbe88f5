import type { Messages } from '../core/messages.ts'
import type { Report } from '../core/report.ts'
import { commitStateOf } from '../core/verdict.ts'
import { chooseCommit } from './event-commit.ts'
import type { RunContext } from './run-context.ts'
import type { Runner } from './runner.ts'
import type { CommitStatus } from './status-api.ts'
import { deliver, type DeliveryPorts, type DeliveryTime } from './status-delivery.ts'
import { finalDescription, pendingDescription, UNFINISHED_DESCRIPTION } from './status-description.ts'
import type { StatusFault } from './status-fault.ts'
import { type OwedStatus, readOwed, saveOwed } from './status-handover.ts'

/** What the user asked for. */
export type StatusRequest = {
  readonly context: string
  readonly sha?: string
  /** Empty where there is none. */
  readonly githubToken: string
}

/** What a commit status needs from outside. */
export type StatusPorts = DeliveryPorts & {
  readonly runner: Pick<Runner, 'info' | 'warning' | 'mask' | 'saveState' | 'readState'>
  readonly readContext: () => RunContext
  readonly messages: Pick<Messages, 'heading'>
}

/** The commit status of a step; none of the calls rejects or takes longer than it may. */
export type CommitStatusKeeper = {
  /** Publishes `pending`, where a status is wanted. */
  readonly open: (request: StatusRequest | undefined, taskCount: number) => Promise<void>
  /** Publishes the verdict's state, where `open` has found a commit that takes it. */
  readonly close: (report: Report) => Promise<void>
}

// The contract's 10 s, "Process": main has 7 of them, whatever `pending` leaves is for the end, and the post step has the rest.
const MAIN_BUDGET_MS = 7000
const PENDING_TIME: DeliveryTime = { limitMs: 3000, cancelledMs: 0 }
const POST_TIME: DeliveryTime = { limitMs: 3000, cancelledMs: 1500 }
// Contract, "Process": of the 2 s that a cancelled run has.
const CANCELLED_MS = 1500
const TITLE = 'Commit status not published'

type Target = { readonly context: RunContext; readonly token: string }

/** Creates the commit status of a step, which is not published before `open`. */
export function createCommitStatus(ports: StatusPorts): CommitStatusKeeper {
  const { runner, clock, messages } = ports
  let target: Target | undefined
  let owed: OwedStatus | undefined
  let budgetMs = MAIN_BUDGET_MS

  const owe = (next: OwedStatus | undefined): void => {
    owed = next
    saveOwed(runner, next)
  }
  const send = async (status: Changes, to: Target, time: DeliveryTime): Promise<StatusFault | undefined> => {
    const startMs = clock.now()
    const fault = await deliver(statusOf(status, to.context), to.token, time, ports)
    budgetMs -= clock.now() - startMs
    return fault
  }

  return {
    async open(request, taskCount) {
      if (request === undefined) return
      const found = findTarget(request, ports)
      if (found === undefined) return
      target = found.target
      const { sha, context } = found
      const description = UNFINISHED_DESCRIPTION
      owe({ sha, context, state: 'error', description, finished: false, warned: false })
      const pending = { sha, context, state: 'pending', description: pendingDescription(taskCount) } as const
      const fault = await send(pending, target, PENDING_TIME)
      if (fault === undefined || ports.cancelled.aborted) return
      warn(runner, context, fault)
      // What GitHub refuses for good leaves nothing pending, and nothing to close.
      owe(fault.lasting ? undefined : { ...owed, warned: true })
    },

    async close(report) {
      if (owed === undefined || target === undefined) return
      const { context, warned } = owed
      const state = commitStateOf(report.verdict, report.failsStep)
      owe({ ...owed, state, description: finalDescription(report, messages), finished: true })
      const fault = await send(owed, target, { limitMs: budgetMs, cancelledMs: CANCELLED_MS })
      if (fault === undefined) {
        runner.info(`Commit status '${context}' is ${state}.`)
        owe(undefined)
        return
      }
      runner.info(`Commit status '${context}' is not ${state} yet: the post step of this job will try again.`)
      if (warned || ports.cancelled.aborted) return
      warn(runner, context, fault)
      owe({ ...owed, warned: true })
    },
  }
}

/** Publishes the status that main still owed when it ended, if it did: what the post step does; never rejects. */
export async function closeOwedStatus(token: string, ports: StatusPorts): Promise<void> {
  const { runner, readContext } = ports
  const owed = readOwed(runner)
  if (owed === undefined) {
    runner.info('No commit status was left open.')
    return
  }
  runner.mask(token)
  const { context, state, finished, warned } = owed
  const before = finished ? 'could not be published before' : 'was left pending: the run ended before the wait did'
  runner.info(`Commit status '${context}' on ${owed.sha} ${before}.`)
  const fault = await deliver(statusOf(owed, readContext()), token, POST_TIME, ports)
  if (fault === undefined) {
    runner.info(`Commit status '${context}' is ${state}.`)
    saveOwed(runner, undefined)
    return
  }
  if (warned) runner.info(`Commit status '${context}' could not be published: ${fault.reason}.`)
  else warn(runner, context, fault)
}
