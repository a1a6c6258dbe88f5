/** The service's words for the state of a subtask that are documented, and OTHER for any other; the worst first. */
export const SUBTASK_GROUPS = ['FAILED', 'WARNING', 'RUNNING', 'OTHER', 'SUCCESSFUL'] as const

/** A state of a subtask. */
export type SubtaskGroup = (typeof SUBTASK_GROUPS)[number]

/** Numbers of subtasks by their state. */
export type SubtaskCounts = Readonly<Record<SubtaskGroup, number>>

/** Anything with a status of the service. */
export type HasStatus = { readonly status: string }

const GROUPS: ReadonlyMap<string, SubtaskGroup> = new Map(SUBTASK_GROUPS.map((group) => [group, group]))

/** Returns the state that the service's word stands for. */
export function groupOf({ status }: HasStatus): SubtaskGroup {
  return GROUPS.get(status) ?? 'OTHER'
}

/** Sorts subtasks by their state, the worst first; subtasks of one state keep their order. */
export function sortSubtasks<Subtask extends HasStatus>(subtasks: readonly Subtask[]): readonly Subtask[] {
  return SUBTASK_GROUPS.flatMap((group) => subtasks.filter((subtask) => groupOf(subtask) === group))
}

/** Counts subtasks by their state. */
export function countSubtasks(subtasks: readonly HasStatus[]): SubtaskCounts {
  const counts = { FAILED: 0, WARNING: 0, RUNNING: 0, OTHER: 0, SUCCESSFUL: 0 }
  for (const subtask of subtasks) counts[groupOf(subtask)] += 1
  return counts
}

/** Counts the subtasks of a task by their state, those that were left out included. */
export function countsOf({
  subtasks,
  counts = countSubtasks(subtasks),
}: {
  readonly subtasks: readonly HasStatus[]
  readonly counts?: SubtaskCounts
}): SubtaskCounts {
  return counts
}

/** Returns the counts without those of the first subtasks of a list that `sortSubtasks` has sorted. */
export function countsAfter(counts: SubtaskCounts, first: number): SubtaskCounts {
  let left = first
  const after = SUBTASK_GROUPS.map((group) => {
    const gone = Math.min(left, counts[group])
    left -= gone
    return [group, counts[group] - gone] as const
  })
  return Object.fromEntries(after) as Record<SubtaskGroup, number>
}

/** Returns how many subtasks were counted. */
export function totalOf(counts: SubtaskCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
