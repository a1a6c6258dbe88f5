import type { Subtask, SystemTask } from './system-task.ts'

/** The job that a subtask works on, as far as its name tells. */
export type SubtaskWork = {
  /** The job's name, or the subtask's own title. */
  readonly job: string
  readonly isImport: boolean
}

// 导入作业[job_a]。 启动作业[job_a] (docs/service.md, "Examples"), and in English "Import the job_a job."
const CHINESE = /^(?<verb>导入|启动)[^[]*\[(?<job>.+?)\]/
const ENGLISH = /^(?<verb>Import|Start)(?: the)? (?:job )?(?<job>.+?)(?: job)?\.?$/i
const IMPORT = /导入|\bimport/i

/**
 * Reads from a subtask's name which job it imports or starts. If the name does not tell, the name of its task says
 * whether an import is in progress.
 */
export function workOf(
  { id, name }: Pick<Subtask, 'id' | 'name'>,
  taskName?: SystemTask['name'],
): SubtaskWork {
  const found = CHINESE.exec(name) ?? ENGLISH.exec(name)
  const { verb = taskName, job = name === '' ? id : name } = found?.groups ?? {}
  // Stryker disable next-line StringLiteral: any other text that names no import would do.
  return { job, isImport: IMPORT.test(verb ?? '') }
}
