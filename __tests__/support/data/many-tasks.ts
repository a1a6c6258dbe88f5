import { durationTasks } from '../../../simulator/scenarios/duration-tasks.mjs'
import type { Scenario } from '../../../simulator/types.d.ts'

/** How many requests a second the service takes of one user. Source: docs/benchmark.md */
export const REQUESTS_PER_SECOND = 10

/**
 * Returns tasks that run for up to `longestMs` from a fixed start, as those of one deployment do, behind the limit of the
 * service; `ids` is the input.
 */
export function manyTasks(
  count: number,
  longestMs: number,
): { readonly ids: string; readonly scenario: Scenario } {
  const durations = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `task-${String(index)}`,
      ((index * 7919) % count) * (longestMs / count),
    ]),
  )
  const tasks = durationTasks(durations, { startedAtMs: Date.now() })
  return {
    ids: Object.keys(durations).join(' '),
    scenario: { title: 'many tasks', tasks, requestsPerSecond: REQUESTS_PER_SECOND },
  }
}

/** Returns the verdicts in the output `tasks`, each once. */
export function verdictsIn(tasks: string | undefined): ReadonlySet<string> {
  return new Set((JSON.parse(tasks ?? '') as { readonly status: string }[]).map(({ status }) => status))
}
