import { blocks, fold, type Markdown, md, mermaid } from '../../core/text/markdown.ts'
import type { Messages } from '../../core/report/messages.ts'
import { type Report, type TaskReport, tasksBySeverity } from '../../core/report/report.ts'
import { totalOf } from '../../core/task/subtask-counts.ts'
import { timeline } from '../../core/report/timeline.ts'
import type { DocsLinks } from '../docs-links.ts'
import { foldedPlace, overviewTable } from './summary-overview.ts'
import { bytesOf, ICONS, type Lengths, problemList, type Style } from './summary-style.ts'
import { createSubtaskTable, fillTables, type SubtaskTable } from './summary-subtasks.ts'
import { nextStepLine, taskHead, taskTable, taskTitle } from './summary-task.ts'

// GitHub drops a longer one whole.
const MAX_SUMMARY_BYTES = 1024 * 1024

// Room for the line end that the toolkit adds, and for masks, which can be longer than the secrets.
const BUDGET_BYTES = MAX_SUMMARY_BYTES - 16 * 1024
// No row of a subtask is shorter.
const MIN_ROW_BYTES = 40
const MAX_OPEN_SECTIONS = 10
const MAX_GREEN_ENTRIES = 10

// Tried one after another until no row of a failed subtask is missing: such a row is worth more than long texts.
const LENGTHS: readonly Lengths[] = [
  { message: 4000, name: 500 },
  { message: 200, name: 100 },
  { message: 60, name: 50 },
]
const [WHOLE] = LENGTHS as [Lengths]

/** Writes the job summary of a step, the worst task first; at most 1 MiB of UTF-8. */
export function jobSummary(report: Report, messages: Messages, links: DocsLinks): string {
  const heading = md`## ${ICONS[report.verdict]} ${messages.heading(report)}`
  if (report.problems.length > 0) {
    const problems = problemList(report.problems, WHOLE.message, links)
    const next = nextStepLine([messages.setupStep(report), messages.setupGuide(report)], { messages, links })
    return blocks(heading, problems, next).markdown
  }
  const frame = { heading, picture: picture(report, messages) }
  const several = report.tasks.length > 1
  let text = heading
  for (const lengths of lengthsToTry(report)) {
    const written = writeSummary(frame, { messages, links, lengths, report, several })
    text = written.text
    if (written.complete) break
  }
  return text.markdown
}

/** A section whose table has no rows yet; its head tells cause and next step. */
type Draft = {
  readonly task: TaskReport
  readonly title: Markdown | undefined
  readonly head: Markdown
  readonly facts: Markdown
  readonly table: SubtaskTable
}
type FilledDraft = Draft & { readonly rows: readonly Markdown[] }

/** The parts that do not depend on the length of texts. */
type Frame = { readonly heading: Markdown; readonly picture: Markdown | undefined }

function lengthsToTry({ tasks }: Report): readonly Lengths[] {
  const rows = tasks.reduce((sum, { counts }) => sum + totalOf(counts) - counts.SUCCESSFUL, 0)
  const isHopeless = rows * MIN_ROW_BYTES > BUDGET_BYTES
  return isHopeless ? LENGTHS.slice(-1) : LENGTHS
}

/** Writes a summary; it is complete unless more than rows of successful subtasks had to be left out. */
function writeSummary(
  { heading, picture }: Frame,
  style: Style,
): { readonly text: Markdown; readonly complete: boolean } {
  const { report, several, messages } = style
  const { words } = messages
  const tasks = tasksBySeverity(report)
  const top = blocks(heading, several ? overviewTable(tasks, style) : undefined)
  const bottom = blocks(
    several ? foldedPlace(style) : undefined,
    picture,
    style.lengths === WHOLE ? undefined : md`⚠️ ${words.textsCut}`,
    md`<sub>${words.statistics(report)}</sub>`,
  )
  const detailed = several ? tasks.filter(({ verdict }) => verdict !== 'SUCCESSFUL') : tasks
  const notes = blocks(fold(words.moreTasks(detailed.length)), notShown(detailed.length, style))
  const budget = BUDGET_BYTES - bytesOf(blocks(top, notes, bottom))
  const { shown, left } = draftFitting(detailed, budget, style)
  const { filled, complete } = fillTables(shown, left)
  const middle = blocks(
    ...foldRest(filled, style),
    shown.length === detailed.length ? undefined : notShown(detailed.length - shown.length, style),
  )
  return {
    text: blocks(top, middle.markdown === '' ? undefined : middle, bottom),
    complete: complete && shown.length === detailed.length,
  }
}

function section({ task, title, head, facts, table, rows }: FilledDraft, { messages }: Style): Markdown {
  const { details } = messages.words.labels
  const subtasks = table.write(rows)
  return task.verdict === 'SUCCESSFUL'
    ? blocks(title, head, fold(details, facts, subtasks))
    : blocks(title, head, subtasks, fold(details, facts))
}

function draftFitting(
  tasks: readonly TaskReport[],
  budget: number,
  style: Style,
): { readonly shown: readonly Draft[]; readonly left: number } {
  const shown: Draft[] = []
  let left = budget
  for (const task of tasks) {
    const draft: Draft = {
      task,
      title: taskTitle(task, style),
      head: taskHead(task, style),
      facts: taskTable(task, style),
      table: createSubtaskTable(task, style),
    }
    const bytes = bytesOf(section({ ...draft, rows: [] }, style)) + draft.table.frameBytes
    if (bytes > left) break
    left -= bytes
    shown.push(draft)
  }
  return { shown, left }
}

// A cause that an open section tells already is folded, too.
function foldRest(filled: readonly FilledDraft[], style: Style): readonly Markdown[] {
  const told = new Set<string>()
  const open: Markdown[] = []
  const rest: Markdown[] = []
  for (const draft of filled) {
    const { markdown: cause } = draft.head
    const target = !told.has(cause) && open.length < MAX_OPEN_SECTIONS ? open : rest
    told.add(cause)
    target.push(section(draft, style))
  }
  return rest.length === 0 ? open : [...open, fold(style.messages.words.moreTasks(rest.length), ...rest)]
}

function notShown(count: number, { messages }: Style): Markdown {
  return md`⚠️ ${messages.words.tasksNotShown(count)}`
}

function picture(report: Report, messages: Messages): Markdown | undefined {
  const { timeline: title } = messages.words.labels
  const source = timeline(report, title, report.verdict === 'SUCCESSFUL' ? MAX_GREEN_ENTRIES : undefined)
  return source === undefined ? undefined : mermaid(source)
}
