import { messages } from '../../core/report/messages.ts'
import type { Report } from '../../core/report/report.ts'
import { commitStateOf } from '../../core/wait/verdict.ts'
import { chooseCommit, type CommitChoice } from './event-commit.ts'
import type { Publication } from './status-api.ts'
import { deliver, type DeliveryTime, type StatusContext } from './status-delivery.ts'
import { finalDescription, pendingDescription, UNFINISHED_DESCRIPTION } from './status-description.ts'
import { warnUnpublished } from './status-fault.ts'
import { type PendingStatus, savePending } from './status-handover.ts'

/** The commit status that the user asks for. */
export type StatusRequest = {
  readonly context: string
  /** Absent if the commit comes from the event. */
  readonly sha?: string
  /** Empty if there is none; nothing is published then. */
  readonly githubToken: string
}

/** The commit status of a step; its calls never reject and keep to their time limits. */
export type CommitStatus = {
  /** Publishes `pending` if a status is requested and its commit is known. */
  readonly open: (request: StatusRequest | undefined, taskCount: number) => Promise<void>
  /** Publishes the verdict's state if `open` published `pending`, or may do so if GitHub recovers. */
  readonly close: (report: Report) => Promise<void>
}

// Of the 10 s that publishing may add (docs/reference.md, "Process"); the post step has the other three.
const MAIN_BUDGET_MS = 7000
// The verdict matters more than `pending`, and has the rest of the budget.
const PENDING_TIME: DeliveryTime = { limitMs: 3000, cancelledMs: 0 }
// Of the 2 s that a cancelled run has (docs/reference.md, "Process").
const CANCELLED_MS = 1500
const NO_TOKEN: CommitChoice = {
  skipReason: 'github-token is empty',
  remedy: "Leave the input out, or set it to the job's own token: `github-token: ${{ github.token }}`.",
}

/** Creates the commit status of a step; nothing is published before `open`. */
export function createCommitStatus(context: StatusContext): CommitStatus {
  const { runner, clock, cancelled } = context
  let pending: { readonly status: PendingStatus; readonly publication: Publication } | undefined
  let budgetMs = MAIN_BUDGET_MS

  // Saved before it is sent: if the process ends early, the post step knows what to publish.
  const recordPending = (next: typeof pending): void => {
    pending = next
    savePending(runner, next?.status)
  }
  return {
    async open(request, taskCount) {
      const target = request === undefined ? undefined : findTarget(request, context)
      if (target === undefined) return
      const { publication, ...entry } = target
      const unfinished = { ...entry, state: 'error', description: UNFINISHED_DESCRIPTION } as const
      const status: PendingStatus = { ...unfinished, hasVerdict: false, warned: false }
      recordPending({ status, publication })
      const opening = { ...entry, state: 'pending', description: pendingDescription(taskCount) } as const
      const startMs = clock.now()
      const fault = await deliver(opening, publication, PENDING_TIME, context)
      budgetMs -= clock.now() - startMs
      if (fault === undefined || cancelled.aborted) return
      warnUnpublished(fault, entry.context, runner)
      // After a lasting refusal nothing is pending, and GitHub would refuse the verdict too.
      if (fault.lasting) recordPending(undefined)
      else recordPending({ status: { ...status, warned: true }, publication })
    },

    async close(report) {
      if (pending === undefined) return
      const { publication } = pending
      const state = commitStateOf(report.verdict, report.failsStep)
      const verdict = { state, description: finalDescription(report, messages), hasVerdict: true }
      const status: PendingStatus = { ...pending.status, ...verdict }
      recordPending({ status, publication })
      const time = { limitMs: budgetMs, cancelledMs: CANCELLED_MS }
      const fault = await deliver(status, publication, time, context)
      if (fault === undefined) {
        runner.info(`Commit status '${status.context}' is ${state}.`)
        recordPending(undefined)
        return
      }
      runner.info(`Commit status '${status.context}' is not ${state} yet: the post step tries again.`)
      if (status.warned || cancelled.aborted) return
      warnUnpublished(fault, status.context, runner)
      recordPending({ status: { ...status, warned: true }, publication })
    },
  }
}

type Target = { readonly sha: string; readonly context: string; readonly publication: Publication }

function findTarget(
  { context, sha: given, githubToken }: StatusRequest,
  { runner, readRun }: StatusContext,
): Target | undefined {
  const run = readRun()
  const choice = githubToken === '' ? NO_TOKEN : chooseCommit(run, given)
  if ('skipReason' in choice) {
    warnUnpublished({ reason: choice.skipReason, remedy: choice.remedy }, context, runner)
    return undefined
  }
  const { sha, reason } = choice
  runner.info(`Commit status '${context}' goes to ${sha}: ${reason}.`)
  return { sha, context, publication: { run, token: githubToken } }
}
