import { blocks, code, list, type Markdown, md, table } from '../core/text/markdown.ts'
import { problemText } from './summary/summary-style.ts'
import type { Runner } from './runner.ts'

/** What an import step came to. */
export type ImportOutcome =
  | {
      readonly kind: 'started'
      readonly taskId: string
      readonly path: string
      readonly sameNamePolicy: 'SKIP' | 'OVERWRITE'
      readonly targetStatus?: string
    }
  /** `unclear` where the import may have been started all the same. */
  | { readonly kind: 'not-started' | 'unclear'; readonly problems: readonly string[] }

const HEADINGS = {
  started: 'DLF import started',
  'not-started': 'DLF import not started',
  unclear: 'DLF import: not known whether it was started',
} as const satisfies Record<ImportOutcome['kind'], string>

const ICONS = { started: '✅', 'not-started': '⛔', unclear: '❓' } as const satisfies Record<
  ImportOutcome['kind'],
  string
>

const JOBS_STAY =
  'same-name-policy is SKIP: a job that exists already under the same name stays as it is, and the import succeeds all the same.'

const MAX_PROBLEM = 4000

/** Writes an outcome to every surface of the runner: the output, the job summary, and an annotation where it is red. */
export async function publishImport(seen: ImportOutcome, runner: Runner): Promise<void> {
  // Escaping and cutting would hide a secret from the runner's own search for it.
  const outcome =
    'problems' in seen
      ? { ...seen, problems: seen.problems.map(runner.redact) }
      : { ...seen, taskId: runner.redact(seen.taskId) }
  runner.setOutput('task-id', outcome.kind === 'started' ? outcome.taskId : '')
  if (outcome.kind === 'started') {
    runner.info(`Task ${outcome.taskId} was started: it imports ${outcome.path}.`)
    if (outcome.sameNamePolicy === 'SKIP') runner.info(JOBS_STAY)
  }
  await runner.writeSummary(importSummary(outcome))
  if (outcome.kind !== 'started') runner.error(outcome.problems.join('\n'), HEADINGS[outcome.kind])
}

/** Writes the job summary of an import: what was imported and how, or why not. */
export function importSummary(outcome: ImportOutcome): string {
  const heading = md`## ${ICONS[outcome.kind]} ${HEADINGS[outcome.kind]}`
  return blocks(heading, ...body(outcome)).markdown
}

function body(outcome: ImportOutcome): readonly (Markdown | undefined)[] {
  if (outcome.kind !== 'started') {
    return [list(outcome.problems.map((problem) => problemText(problem, MAX_PROBLEM)))]
  }
  const { taskId, path, sameNamePolicy, targetStatus = '' } = outcome
  const head = ['File', 'Same-name policy', 'Target status', 'Task']
  return [
    table(head, [[code(path), sameNamePolicy, targetStatus, code(taskId)]]),
    sameNamePolicy === 'SKIP' ? md`⚠️ ${JOBS_STAY}` : undefined,
  ]
}
