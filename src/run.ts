import type { PollTask } from './core/answer.ts'
import { SetupError } from './core/errors.ts'
import { type Report, reportOf, reportOfProblems } from './core/report.ts'
import { waitForTasks, type WaitPorts } from './core/waiter.ts'
import type { Inputs } from './inputs.ts'

/** What the use case needs from outside. */
export type Ports = Omit<WaitPorts, 'poll'> & {
  /** Throws a SetupError for bad inputs. */
  readonly readInputs: () => Inputs
  /** Prepares asking for tasks; nothing is sent yet. */
  readonly connect: (inputs: Inputs) => PollTask
  readonly onStart: (inputs: Inputs) => void
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
  try {
    const inputs = ports.readInputs()
    const poll = ports.connect(inputs)
    ports.onStart(inputs)
    const waited = await waitForTasks(inputs.taskIds, inputs, { ...ports, poll })
    return reportOf(waited, { ...inputs, place: inputs })
  } catch (cause) {
    return reportOfProblems(cause instanceof SetupError ? cause.problems : [internalFault(cause)])
  }
}

function internalFault(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return `This action has a fault of its own: ${message}. Please report it; the state of the task is not known.`
}
