import type { Messages } from '../../core/report/messages.ts'
import type { Report } from '../../core/report/report.ts'
import { commitStateOf } from '../../core/wait/verdict.ts'
import { chooseCommit } from './event-commit.ts'
import type { RunContext } from '../run-context.ts'
import type { Runner } from '../runner.ts'
import { deliver, type DeliveryPorts, type DeliveryTime, type Publication } from './status-delivery.ts'
import { finalDescription, pendingDescription, UNFINISHED_DESCRIPTION } from './status-description.ts'
import { warnUnpublished } from './status-fault.ts'
import { type OwedStatus, saveOwed } from './status-handover.ts'

/** What the user asked for. */
export type StatusRequest = {
  readonly context: string
  /** Absent where the event is to say which commit. */
  readonly sha?: string
  /** Empty where there is none. */
  readonly githubToken: string
}

/** What a commit status needs from outside. */
export type StatusPorts = DeliveryPorts & {
  readonly runner: Pick<Runner, 'info' | 'warning' | 'saveState'>
  readonly readContext: () => RunContext
  readonly messages: Pick<Messages, 'heading'>
}

/** The commit status of a step; no call rejects or takes longer than it may. */
export type CommitStatus = {
  /** Publishes `pending` where a status is wanted and a commit is found for it. */
  readonly open: (request: StatusRequest | undefined, taskCount: number) => Promise<void>
  /** Publishes the verdict's state where `open` began. */
  readonly close: (report: Report) => Promise<void>
}

type Opened = { readonly publication: Publication; readonly owed: OwedStatus }

// Of the 10 s that publishing may cost in all (docs/reference.md, "Process"); the post step has the other three.
const MAIN_BUDGET_MS = 7000
// What `pending` leaves of the budget is for the end, which matters more.
const PENDING_TIME: DeliveryTime = { limitMs: 3000, cancelledMs: 0 }
// Of the 2 s that a cancelled run has (docs/reference.md, "Process").
const CANCELLED_MS = 1500
const NO_TOKEN = {
  reason: 'github-token is empty',
  remedy: "Leave the input out, or set it to the job's own token: `github-token: ${{ github.token }}`.",
}

/** Creates the commit status of a step; nothing is published before `open`. */
export function createCommitStatus(ports: StatusPorts): CommitStatus {
  const { runner, clock, cancelled, messages } = ports
  let opened: Opened | undefined
  let budgetMs = MAIN_BUDGET_MS

  // Written down before it is sent: whatever ends this process, the post step knows what is missing.
  const owe = (owed: OwedStatus, publication: Publication): void => {
    opened = { owed, publication }
    saveOwed(runner, owed)
  }
  const settle = (): void => {
    opened = undefined
    saveOwed(runner, undefined)
  }
  return {
    async open(request, taskCount) {
      const target = request === undefined ? undefined : findTarget(request, ports)
      if (target === undefined) return
      const { sha, context, publication } = target
      const killed = { state: 'error', description: UNFINISHED_DESCRIPTION } as const
      const owed: OwedStatus = { sha, context, ...killed, finished: false, warned: false }
      owe(owed, publication)
      const pending = { sha, context, state: 'pending', description: pendingDescription(taskCount) } as const
      const startMs = clock.now()
      const fault = await deliver(pending, publication, PENDING_TIME, ports)
      budgetMs -= clock.now() - startMs
      if (fault === undefined || cancelled.aborted) return
      warnUnpublished(fault, context, runner)
      // What is refused for good leaves nothing pending, and would be refused at the end as well.
      if (fault.lasting) settle()
      else owe({ ...owed, warned: true }, publication)
    },

    async close(report) {
      if (opened === undefined) return
      const { publication } = opened
      const state = commitStateOf(report.verdict, report.failsStep)
      const description = finalDescription(report, messages)
      const owed: OwedStatus = { ...opened.owed, state, description, finished: true }
      const { context, warned } = owed
      owe(owed, publication)
      const time = { limitMs: budgetMs, cancelledMs: CANCELLED_MS }
      const fault = await deliver(owed, publication, time, ports)
      if (fault === undefined) {
        runner.info(`Commit status '${context}' is ${state}.`)
        settle()
        return
      }
      runner.info(`Commit status '${context}' is not ${state} yet: the post step tries again.`)
      if (warned || cancelled.aborted) return
      warnUnpublished(fault, context, runner)
      owe({ ...owed, warned: true }, publication)
    },
  }
}

type Target = { readonly sha: string; readonly context: string; readonly publication: Publication }

function findTarget(
  { context, sha: given, githubToken }: StatusRequest,
  { runner, readContext }: Pick<StatusPorts, 'runner' | 'readContext'>,
): Target | undefined {
  if (githubToken === '') {
    warnUnpublished(NO_TOKEN, context, runner)
    return undefined
  }
  const run = readContext()
  const choice = chooseCommit(run, given)
  if ('withheld' in choice) {
    warnUnpublished({ reason: choice.withheld, remedy: choice.remedy }, context, runner)
    return undefined
  }
  const { sha, reason } = choice
  runner.info(`Commit status '${context}' goes to ${sha}: ${reason}.`)
  return { sha, context, publication: { run, token: githubToken } }
}
