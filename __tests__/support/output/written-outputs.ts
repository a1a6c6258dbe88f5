import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { outputsOf } from '../../../src/core/report/outputs.ts'
import type { Subtask, SystemTask } from '../../../src/core/task/system-task.ts'
import { report, subtask, task, taskWait } from '../data/builders.ts'

/** How many bytes an output may have (docs/reference.md, "Outputs"). */
export const LIMIT = 120 * 1024

type Entry = {
  readonly id: string
  readonly name?: string
  readonly truncated?: boolean
  readonly subtasks: Subtask[]
}

/** The outputs of tasks that failed with these answers, with both JSON values read back. */
export function outputsFor(...seen: readonly Partial<SystemTask>[]) {
  const waits = seen.map((one, index) => {
    const end: WaitEnd = { kind: 'answered', task: task({ status: 'FAILED', ...one }) }
    return taskWait(end, { id: `t${String(index)}` })
  })
  const outputs = outputsOf(report(waits), '')
  return {
    outputs,
    tasks: JSON.parse(outputs.tasks) as Entry[],
    failed: JSON.parse(outputs['failed-subtasks']) as ({ id: string } | { truncated: true })[],
  }
}

/** Counts bytes in UTF-8. */
export function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}

/** Makes subtasks with ids of their own. */
export function many(count: number, overrides: Partial<Subtask> = {}): Subtask[] {
  return Array.from({ length: count }, (_, index) => subtask({ id: `s${String(index)}`, ...overrides }))
}
