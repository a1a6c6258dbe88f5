import { blocks, fold, list, type Markdown, md, mermaid } from '../../core/text/markdown.ts'
import type { Messages } from '../../core/report/messages.ts'
import type { Report, TaskReport } from '../../core/report/report.ts'
import { timeline } from '../../core/report/timeline.ts'
import { overviewTable, placeTable } from './summary-overview.ts'
import { bytesOf, type Lengths, problemText, type Style, VERDICT_ICONS } from './summary-style.ts'
import { createSubtaskTable, fillTables, type SubtaskTable } from './summary-subtasks.ts'
import { factsTable, taskHead } from './summary-task.ts'

// GitHub drops a longer one whole.
const MAX_SUMMARY_BYTES = 1024 * 1024

// Room for the line end that the toolkit adds, and for masks, which can be longer than what they hide.
const BUDGET_BYTES = MAX_SUMMARY_BYTES - 16 * 1024
const MAX_OPEN_SECTIONS = 10
// Nobody studies the picture of a success.
const MAX_GREEN_ENTRIES = 10

const WHOLE: Lengths = { message: 4000, name: 500 }
// Tried one after another where there is too much of it: rows of failed subtasks are worth more than long texts.
const CUT: readonly Lengths[] = [
  { message: 200, name: 100 },
  { message: 60, name: 50 },
]

/** Writes the job summary of a step: what ended how, which part failed, why, and what to do next; at most 1 MiB. */
export function jobSummary(report: Report, messages: Messages): string {
  const heading = md`## ${VERDICT_ICONS[report.verdict]} ${messages.heading(report)}`
  if (report.problems.length > 0) {
    const problems = report.problems.map((problem) => problemText(problem, WHOLE.message))
    return blocks(heading, list(problems)).markdown
  }
  const { tasks } = report
  const frame = { heading, picture: picture(report, messages) }
  const write = (lengths: Lengths): Written =>
    writeSummary(report, frame, { messages, lengths, report, several: tasks.length > 1 })
  const written = CUT.reduce((best, lengths) => (best.complete ? best : write(lengths)), write(WHOLE))
  return written.text.markdown
}

/** A summary; not complete where more than rows of successful subtasks had to be left out. */
type Written = { readonly text: Markdown; readonly complete: boolean }

/** A section whose table has no rows yet, and the most bytes that it takes without them. */
type Draft = {
  readonly task: TaskReport
  readonly head: Markdown
  readonly facts: Markdown
  readonly table: SubtaskTable
  readonly bytes: number
}

/** What is the same however long texts may be. */
type Frame = { readonly heading: Markdown; readonly picture: Markdown | undefined }

function writeSummary(report: Report, { heading, picture }: Frame, style: Style): Written {
  const { words } = style.messages
  const top = blocks(heading, style.several ? overviewTable(report.tasks, style) : undefined)
  const bottom = blocks(
    picture,
    style.several ? placeTable(report.place, style) : undefined,
    style.lengths === WHOLE ? undefined : md`⚠️ ${words.textsCut}`,
    md`<sub>${words.statistics(report)}</sub>`,
  )
  const tasks = report.tasks.filter(({ verdict }) => !style.several || verdict !== 'SUCCESSFUL')
  const notes = blocks(fold(words.moreTasks(tasks.length)), notShown(tasks.length, style))
  const budget = BUDGET_BYTES - bytesOf(blocks(top, notes, bottom))
  const { shown, left } = draftFitting(tasks, budget, (task) => draft(task, report, style))
  const { filled, complete } = fillTables(shown, left)
  const sections = filled.map((each) => section(each, each.rows, style))
  const middle = blocks(
    ...foldRest(sections, words.moreTasks),
    shown.length === tasks.length ? undefined : notShown(tasks.length - shown.length, style),
  )
  return {
    text: blocks(top, middle.markdown === '' ? undefined : middle, bottom),
    complete: complete && shown.length === tasks.length,
  }
}

function draft(task: TaskReport, { place }: Report, style: Style): Draft {
  const head = taskHead(task, style)
  const facts = factsTable(task, place, style)
  const table = createSubtaskTable(task, style)
  const frame = section({ task, head, facts, table }, [], style)
  return { task, head, facts, table, bytes: bytesOf(frame) + table.frameBytes }
}

function section(
  { task, head, facts, table }: Omit<Draft, 'bytes'>,
  rows: readonly Markdown[],
  style: Style,
): Markdown {
  const subtasks = table.write(rows)
  return task.verdict === 'SUCCESSFUL'
    ? blocks(head, fold(style.messages.words.labels.details, facts, subtasks))
    : blocks(head, subtasks, facts)
}

function draftFitting(
  tasks: readonly TaskReport[],
  budget: number,
  write: (task: TaskReport) => Draft,
): { readonly shown: readonly Draft[]; readonly left: number } {
  const shown: Draft[] = []
  let left = budget
  for (const task of tasks) {
    const drafted = write(task)
    if (drafted.bytes > left) break
    left -= drafted.bytes
    shown.push(drafted)
  }
  return { shown, left }
}

function foldRest(sections: readonly Markdown[], title: (count: number) => string): readonly Markdown[] {
  const rest = sections.slice(MAX_OPEN_SECTIONS)
  const open = sections.slice(0, MAX_OPEN_SECTIONS)
  return rest.length === 0 ? open : [...open, fold(title(rest.length), ...rest)]
}

function notShown(count: number, { messages }: Style): Markdown {
  return md`⚠️ ${messages.words.tasksNotShown(count)}`
}

function picture(report: Report, messages: Messages): Markdown | undefined {
  const { timeline: title } = messages.words.labels
  const source = timeline(report, title, report.verdict === 'SUCCESSFUL' ? MAX_GREEN_ENTRIES : undefined)
  return source === undefined ? undefined : mermaid(source)
}
