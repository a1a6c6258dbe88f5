import type { ArchiveCounts } from '../core/archive/archive-files.ts'
import { blocks, code, list, type Markdown, md, table } from '../core/text/markdown.ts'
import { problemText } from './summary/summary-style.ts'
import type { Runner } from './runner.ts'

/** A folder or zip file that passed all checks. */
export type PackedSource = {
  readonly source: string
  /** SHA of the commit that the run is for; empty if the runner names none. */
  readonly commit: string
  readonly bytes: number
  readonly counts: ArchiveCounts
}

/** How an import step ended. */
export type ImportOutcome =
  | {
      readonly kind: 'started'
      readonly taskId: string
      readonly path: string
      readonly sameNamePolicy: 'SKIP' | 'OVERWRITE'
      readonly targetStatus?: string
      /** Present if a source was uploaded. */
      readonly packed?: PackedSource
      /** Why it is doubtful that the service meant to start the import. */
      readonly warning?: string
    }
  | { readonly kind: 'checked'; readonly packed: PackedSource }
  /** `unclear` if the import may have been started nevertheless. */
  | { readonly kind: 'not-started' | 'unclear'; readonly problems: readonly string[]; readonly path?: string }

const HEADINGS = {
  started: 'DLF import started',
  checked: 'DLF import checked',
  'not-started': 'DLF import not started',
  unclear: 'DLF import: not known whether it was started',
} as const satisfies Record<ImportOutcome['kind'], string>

const ICONS = { started: '✅', checked: '✅', 'not-started': '⛔', unclear: '❓' } as const satisfies Record<
  ImportOutcome['kind'],
  string
>

const JOBS_STAY =
  'same-name-policy is SKIP: a job that already exists under the same name is not changed, and the import succeeds nevertheless. Set OVERWRITE to deploy changes.'
const NOTHING_SENT = 'All checks passed. Nothing was sent (check-only).'

const MAX_PROBLEM = 4000
const MAX_PROBLEMS = 100
const SIZES = new Intl.NumberFormat('en')

/**
 * Writes an outcome to every surface of the runner: outputs, job summary, and an annotation if the step fails. Returns
 * whether it succeeds: later steps must not run without the id of a task that was started.
 */
export async function publishImport(seen: ImportOutcome, runner: Runner): Promise<boolean> {
  // Escaping and cutting would hide a secret from the runner's own search for it.
  const outcome =
    'problems' in seen
      ? { ...seen, problems: shownProblems(seen.problems).map(runner.redact) }
      : 'taskId' in seen
        ? { ...seen, taskId: runner.redact(seen.taskId) }
        : seen
  const isHandedOver = runner.setOutput('task-id', outcome.kind === 'started' ? outcome.taskId : '')
  runner.setOutput('path', outcome.kind === 'checked' ? '' : (outcome.path ?? ''))
  await runner.writeSummary(importSummary(outcome))
  switch (outcome.kind) {
    case 'started':
      return publishStarted(outcome, isHandedOver, runner)
    case 'checked':
      runner.info(NOTHING_SENT)
      return true
    case 'not-started':
    case 'unclear':
      runner.error(outcome.problems.join('\n'), HEADINGS[outcome.kind])
      return false
  }
}

function publishStarted(
  { taskId, path, sameNamePolicy, warning }: Extract<ImportOutcome, { kind: 'started' }>,
  isHandedOver: boolean,
  runner: Runner,
): boolean {
  runner.info(`Task ${taskId} was started: it imports ${path}.`)
  if (sameNamePolicy === 'SKIP') runner.info(JOBS_STAY)
  if (warning !== undefined) runner.warning(warning, HEADINGS.started)
  if (!isHandedOver)
    runner.error(lostOutput(taskId), 'DLF import started, but its task id is lost to later steps')
  return isHandedOver
}

/** Writes the job summary of an import: what was imported and how, or why not. */
export function importSummary(outcome: ImportOutcome): string {
  const heading = md`## ${ICONS[outcome.kind]} ${HEADINGS[outcome.kind]}`
  return blocks(heading, ...body(outcome)).markdown
}

/** Says in a few words what an archive holds. */
export function archiveWords({ counts, bytes }: Pick<PackedSource, 'counts' | 'bytes'>): string {
  const { jobs, scripts, resources } = counts
  return [
    counted(jobs, 'job'),
    counted(scripts, 'script'),
    ...(resources > 0 ? [counted(resources, 'resource')] : []),
    `${SIZES.format(bytes)} bytes`,
  ].join(', ')
}

function body(outcome: ImportOutcome): readonly (Markdown | undefined)[] {
  switch (outcome.kind) {
    case 'started':
      return startedBody(outcome)
    case 'checked':
      return [md`${NOTHING_SENT}`, sourceTable(outcome.packed)]
    case 'not-started':
    case 'unclear':
      return [list(outcome.problems.map((problem) => problemText(problem, MAX_PROBLEM)))]
  }
}

function startedBody(
  outcome: Extract<ImportOutcome, { kind: 'started' }>,
): readonly (Markdown | undefined)[] {
  const { taskId, path, sameNamePolicy, targetStatus = '', packed, warning } = outcome
  const head = ['File', 'Same-name policy', 'Target status', 'Task']
  return [
    table(head, [[code(path), sameNamePolicy, targetStatus, code(taskId)]]),
    packed && sourceTable(packed),
    sameNamePolicy === 'SKIP' ? md`⚠️ ${JOBS_STAY}` : undefined,
    warning === undefined ? undefined : md`⚠️ ${problemText(warning, MAX_PROBLEM)}`,
  ]
}

function sourceTable({ source, commit, bytes, counts }: PackedSource): Markdown {
  const { jobs, scripts, resources } = counts
  const cells = [code(source), code(commit), jobs, scripts, resources, SIZES.format(bytes)]
  return table(
    ['Source', 'Commit', 'Jobs', 'Scripts', 'Resources', 'Bytes'],
    [cells.map((cell) => (typeof cell === 'number' ? String(cell) : cell))],
  )
}

function counted(count: number, noun: string): string {
  return `${SIZES.format(count)} ${noun}${count === 1 ? '' : 's'}`
}

function shownProblems(problems: readonly string[]): readonly string[] {
  const hidden = problems.length - MAX_PROBLEMS
  return hidden > 0
    ? [...problems.slice(0, MAX_PROBLEMS), `There are ${String(hidden)} more problems.`]
    : problems
}

function lostOutput(taskId: string): string {
  return `The import was started as task ${taskId}, but the output 'task-id' could not be written, so later steps do not know it. Do not import again: wait for the task with task-id: ${taskId}.`
}
