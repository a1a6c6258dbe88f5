import { SetupError } from './inputs/setup-error.ts'
import { type Place, type Report, reportOf, reportOfProblems } from './core/report/report.ts'
import type { TaskClient, WaitContext } from './core/wait/shared.ts'
import { waitForTasks } from './core/wait/waiter.ts'
import type { Inputs } from './inputs/wait.ts'

/** What the use case needs from outside. */
export type Ports = Omit<WaitContext, keyof TaskClient> & {
  /** Throws a SetupError for bad inputs. */
  readonly readInputs: () => Inputs
  /** Signs in where that is needed; returns nothing where the run was cancelled meanwhile. Throws a SetupError where it can't. */
  readonly connect: (inputs: Inputs) => Promise<TaskClient | undefined>
  /** Is told of inputs that were found good, before anything is sent. */
  readonly onStart: (inputs: Inputs) => void
  /** Tells GitHub that a wait begins, where that is wanted; before anything is sent to the service, and never rejects. */
  readonly announce: (inputs: Inputs) => Promise<void>
  /** The runner's clock, in epoch milliseconds: people compare it with other logs. */
  readonly wallClock: () => number
  /** Writes the report to every surface, and never rejects. */
  readonly publish: (report: Report) => Promise<void>
}

/** Waits for the tasks that the inputs name, publishes the report, and says whether the step succeeds. */
export async function run(ports: Ports): Promise<boolean> {
  const report = await wait(ports)
  await ports.publish(report)
  return !report.failsStep
}

// Whatever goes wrong becomes a report: outputs and summary are written on every path.
async function wait(ports: Ports): Promise<Report> {
  let ids: readonly string[] = []
  try {
    const inputs = ports.readInputs()
    ids = inputs.taskIds
    ports.onStart(inputs)
    await ports.announce(inputs)
    const client = (await ports.connect(inputs)) ?? NEVER_ASKED
    const wallStartMs = ports.wallClock()
    const waited = await waitForTasks(ids, inputs, { ...ports, ...client })
    return reportOf(waited, { ...inputs, place: placeOf(inputs), wallStartMs })
  } catch (cause) {
    return cause instanceof SetupError
      ? reportOfProblems(cause.problems, cause.error, ids)
      : reportOfProblems([internalFault(cause)], undefined, ids)
  }
}

// Field by field: a report goes to every surface, and must not hold a secret.
function placeOf({ project, workspace, region, endpoint, credential }: Inputs): Place {
  return {
    project,
    ...(workspace !== undefined && { workspace }),
    ...(region !== undefined && { region }),
    endpoint,
    credential: credential.used,
  }
}

// A wait that is cancelled from the start sends nothing, but still gives each task its verdict.
const NEVER_ASKED: TaskClient = {
  poll: () => Promise.reject(new Error('A cancelled wait asked for a task.')),
}

function internalFault(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return `This action has a fault of its own: ${message}. Please report it; the state of the task is not known.`
}
