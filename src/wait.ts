import { messagesFor } from './core/report/messages.ts'
import { type Place, type Report, reportOf, reportOfProblems, type Setback } from './core/report/report.ts'
import { omitUndefined } from './core/task/omit-undefined.ts'
import { keptSubtasks, preparedPoll } from './core/task/prepare-answer.ts'
import type { Runtime } from './core/wait/runtime.ts'
import type { TaskClient } from './core/wait/shared.ts'
import { waitForTasks } from './core/wait/waiter.ts'
import { createProgressLog, type ProgressLog } from './github/log/progress-log.ts'
import { publish } from './github/publish.ts'
import { createCommitStatus } from './github/status/commit-status.ts'
import { createServiceCall } from './huaweicloud/service/service-call.ts'
import { createSystemTaskClient } from './huaweicloud/system-task-client.ts'
import { SetupError } from './inputs/setup-error.ts'
import { type Inputs, readInputs, readLanguage } from './inputs/wait.ts'
import type { Process } from './process.ts'

/** The calls that a wait consists of. */
export type WaitCalls = Runtime &
  ProgressLog & {
    /** Throws a SetupError for invalid inputs. */
    readonly readInputs: () => Inputs
    /** Publishes the pending commit status before the service gets a request; never rejects. */
    readonly announce: (inputs: Inputs) => Promise<void>
    /** Signs in; returns undefined if the run is cancelled meanwhile. Throws a SetupError if signing in fails. */
    readonly connect: (inputs: Inputs) => Promise<TaskClient | undefined>
    /** Returns the runner's time in epoch milliseconds, to compare with other logs. */
    readonly wallClock: () => number
    /** Writes the report; never rejects. */
    readonly publish: (report: Report) => Promise<void>
  }

const SERVICE_LANGUAGES = { en: 'en_us', zh: 'zh_cn' } as const

/** Waits for the tasks of this step, reports them, and says whether the step succeeds. */
export function waitForSystemTasks(context: Process): Promise<boolean> {
  const { runner, readVariable, redact } = context
  const language = readLanguage(runner.readInput)
  const commitStatus = createCommitStatus(context)
  return run({
    ...context,
    ...createProgressLog(runner),
    readInputs: () => readInputs({ readInput: runner.readInput, readVariable }),
    announce: (inputs) => commitStatus.open(inputs.commitStatus, inputs.taskIds.length),
    async connect(inputs) {
      const credential = await context.signIn(inputs.credential, inputs.timeoutMs)
      if (credential === undefined) return undefined
      const call = createServiceCall({ ...context, credential })
      const taskCount = inputs.taskIds.length
      const poll = createSystemTaskClient(
        { ...inputs, language: SERVICE_LANGUAGES[language], maxSubtasks: keptSubtasks(taskCount) },
        call,
      )
      return {
        poll: preparedPoll(poll, redact, taskCount),
        awaitCredential: credential.ready,
        keyProblem: credential.problem,
      }
    },
    wallClock: Date.now,
    async publish(report) {
      await publish(report, messagesFor(language), runner)
      await commitStatus.close(report)
    },
  })
}

/** Makes the calls of a wait in order, and says whether the step succeeds. */
export async function run(calls: WaitCalls): Promise<boolean> {
  const report = await wait(calls)
  await calls.publish(report)
  return !report.failsStep
}

// Every failure becomes a report, because outputs and summary are written on every path.
async function wait(calls: WaitCalls): Promise<Report> {
  let ids: readonly string[] = []
  try {
    const inputs = calls.readInputs()
    ids = inputs.taskIds
    calls.onSignIn(inputs)
    await calls.announce(inputs)
    const client = await calls.connect(inputs)
    if (client !== undefined) calls.onStart(inputs)
    const wallStartMs = calls.wallClock()
    const waited = await waitForTasks(ids, inputs, { ...calls, ...(client ?? CANCELLED) })
    return reportOf(waited, { ...inputs, place: placeOf(inputs), wallStartMs })
  } catch (cause) {
    return reportOfProblems({ ...setbackOf(cause, ids), ids })
  }
}

// Copied field by field: a report is published and must not hold a secret.
function placeOf({ project, workspace, region, endpoint, credential }: Inputs): Place {
  return { project, endpoint, ...omitUndefined({ workspace, region }), credential: credential.used }
}

// A wait that starts cancelled never polls, but gives each task its verdict.
const CANCELLED: TaskClient = {
  poll: () => Promise.reject(new Error('A cancelled wait polled a task.')),
}

function setbackOf(cause: unknown, ids: readonly string[]): Setback {
  if (cause instanceof SetupError) {
    const { problems, error } = cause
    // Once the task ids are known, the inputs were found good.
    return { problems, error, nextStep: ids.length === 0 ? 'fix-inputs' : 'fix-sign-in' }
  }
  const message = cause instanceof Error ? cause.message : String(cause)
  return { problems: [`Internal error: ${message}.`], nextStep: 'report-bug' }
}
