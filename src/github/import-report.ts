import { grouped } from '../core/text/number.ts'
import type { ArchiveCounts } from '../core/archive/archive-files.ts'
import { messages } from '../core/report/messages.ts'
import { counted } from '../core/report/words-en.ts'
import { blocks, code, type Markdown, md } from '../core/text/markdown.ts'
import type { DocsLinks } from './docs-links.ts'
import type { Runner } from './runner.ts'
import { type Fact, factsTable, problemList, problemText } from './summary/summary-style.ts'
import { nextStepLine } from './summary/summary-task.ts'

/** A folder or zip file that passed all checks. */
export type PackedSource = {
  readonly source: string
  /** SHA of the commit that the run is for; empty if the runner names none. */
  readonly commit: string
  readonly bytes: number
  readonly counts: ArchiveCounts
}

/** Why an import step failed, and what to do about it. */
export type ImportFailure = {
  /** `unclear` if the import may have been started nevertheless. */
  readonly kind: 'not-started' | 'unclear'
  /** A sentence or two each. */
  readonly problems: readonly string[]
  /** One or more sentences. */
  readonly nextStep: string
  /** The heading of docs/troubleshooting.md that explains it. */
  readonly guide: string
  readonly path?: string
}

type StartedImport = {
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

/** How an import step ended. */
export type ImportOutcome =
  StartedImport | { readonly kind: 'checked'; readonly packed: PackedSource } | ImportFailure

const TITLES = {
  started: { icon: '✅', heading: 'DLF import started' },
  checked: { icon: '✅', heading: 'DLF import checked' },
  'not-started': { icon: '⛔', heading: 'DLF import not started' },
  unclear: { icon: '❓', heading: 'DLF import may have started' },
} as const satisfies Record<ImportOutcome['kind'], object>

const JOBS_STAY =
  'With same-name-policy SKIP, existing jobs stay unchanged and the import still succeeds. Set OVERWRITE to deploy changes.'
const NOTHING_SENT = 'All checks passed. Nothing was sent (check-only).'

const MAX_PROBLEM = 4000
const MAX_PROBLEMS = 100

/**
 * Writes an outcome to every surface of the runner: outputs, job summary, and an annotation if the step fails. Returns
 * whether it succeeds: later steps must not run without the id of a task that was started.
 */
export async function publishImport(seen: ImportOutcome, runner: Runner): Promise<boolean> {
  // Escaping and cutting would hide a secret from the runner's own search for it.
  const outcome =
    'problems' in seen
      ? {
          ...seen,
          problems: shownProblems(seen.problems).map(runner.redact),
          nextStep: runner.redact(seen.nextStep),
        }
      : 'taskId' in seen
        ? { ...seen, taskId: runner.redact(seen.taskId) }
        : seen
  const isHandedOver = runner.setOutput('task-id', outcome.kind === 'started' ? outcome.taskId : '')
  runner.setOutput('path', outcome.kind === 'checked' ? '' : (outcome.path ?? ''))
  await runner.writeSummary(importSummary(outcome, runner.links))
  switch (outcome.kind) {
    case 'started':
      return publishStarted(outcome, isHandedOver, runner)
    case 'checked':
      runner.info(NOTHING_SENT)
      return true
    case 'not-started':
    case 'unclear':
      runner.error(
        [...outcome.problems, `${outcome.nextStep} ${guideOf(outcome)}`].join('\n'),
        TITLES[outcome.kind].heading,
      )
      return false
  }
}

function publishStarted(
  { taskId, path, sameNamePolicy, warning }: StartedImport,
  isHandedOver: boolean,
  runner: Runner,
): boolean {
  runner.info(`Task ${taskId} was started: it imports ${path}.`)
  if (sameNamePolicy === 'SKIP') runner.info(JOBS_STAY)
  if (warning !== undefined) runner.warning(warning, TITLES.started.heading)
  if (!isHandedOver)
    runner.error(lostOutput(taskId), 'DLF import started, but its task id is lost to later steps')
  return isHandedOver
}

/** Writes the job summary of an import: its file and settings, or why it failed. */
export function importSummary(outcome: ImportOutcome, links: DocsLinks): string {
  const { icon, heading } = TITLES[outcome.kind]
  return blocks(md`## ${icon} ${heading}`, body(outcome, links)).markdown
}

function guideOf({ guide }: ImportFailure): string {
  return messages.words.see(`docs/troubleshooting.md, "${guide}"`)
}

/** Says in a few words what an archive holds. */
export function archiveWords({ counts, bytes }: Pick<PackedSource, 'counts' | 'bytes'>): string {
  const { jobs, scripts, resources } = counts
  return [
    counted(jobs, 'job'),
    counted(scripts, 'script'),
    ...(resources > 0 ? [counted(resources, 'resource')] : []),
    `${grouped(bytes)} bytes`,
  ].join(', ')
}

function body(outcome: ImportOutcome, links: DocsLinks): Markdown {
  switch (outcome.kind) {
    case 'started':
      return startedBody(outcome)
    case 'checked':
      return blocks(md`${NOTHING_SENT}`, factsTable(packedFacts(outcome.packed)))
    case 'not-started':
    case 'unclear':
      return blocks(
        problemList(outcome.problems, MAX_PROBLEM, links),
        nextStepLine([outcome.nextStep, guideOf(outcome)], { messages, links }),
      )
  }
}

function startedBody(started: StartedImport): Markdown {
  const { taskId, path, sameNamePolicy, targetStatus, packed, warning } = started
  return blocks(
    factsTable([
      ['Task', code(taskId)],
      ['File', code(path)],
      ['Same-name policy', sameNamePolicy],
      ['Target status', targetStatus],
      ...(packed === undefined ? [] : packedFacts(packed)),
    ]),
    sameNamePolicy === 'SKIP' ? md`⚠️ ${JOBS_STAY}` : undefined,
    warning === undefined ? undefined : md`⚠️ ${problemText(warning, MAX_PROBLEM)}`,
  )
}

function packedFacts(packed: PackedSource): readonly Fact[] {
  return [
    ['Source', code(packed.source)],
    ['Commit', code(packed.commit)],
    ['Archive', archiveWords(packed)],
  ]
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
