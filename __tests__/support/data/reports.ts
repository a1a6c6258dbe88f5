import { type Report, reportOf } from '../../../src/core/report/report.ts'
import type { Subtask, SystemTask } from '../../../src/core/task/system-task.ts'
import type { TaskWait } from '../../../src/core/wait/shared.ts'

const START_MS = Date.UTC(2026, 0, 31, 12, 0, 0)

/** An import that ended after 65 seconds, successful and without subtasks. */
export function importTask(overrides: Partial<SystemTask> = {}): SystemTask {
  return {
    id: 't1',
    name: 'import jobs',
    status: 'SUCCESSFUL',
    startTime: START_MS,
    endTime: START_MS + 65_000,
    lastUpdate: START_MS + 65_000,
    subtasks: [],
    ...overrides,
  }
}

/** As many subtasks with this status as asked for: `s1`, named `job one` by default, and so on. */
export function subtasksOf(count: number, status: string, name = 'job'): readonly Subtask[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `s${String(index + 1)}`,
    name: `${name} ${String(index + 1)}`,
    status,
  }))
}

/** A wait that ended with an answer of three polls. */
export function answeredWait(task: SystemTask, overrides: Partial<TaskWait> = {}): TaskWait {
  return {
    id: 't1',
    end: { kind: 'answered', task },
    task,
    requestId: 'req-1',
    polls: 3,
    faults: 0,
    throttles: 0,
    endedMs: 66_000,
    ...overrides,
  }
}

/** The report of a step that asked in one workspace, with half an hour of time. */
export function stepReport(waits: readonly TaskWait[], { failOnWarning = false } = {}): Report {
  return reportOf(
    { startMs: 0, waits },
    {
      failOnWarning,
      timeoutMs: 1_800_000,
      wallStartMs: START_MS,
      place: {
        project: 'p1',
        workspace: 'w1',
        region: 'cn-north-4',
        endpoint: 'https://factory.example',
      },
    },
  )
}
