import type { Messages } from '../core/report/messages.ts'
import { outputsOf } from '../core/report/outputs.ts'
import { countFailed, failedSubtasks, type Report } from '../core/report/report.ts'
import { jobSummary } from './summary/job-summary.ts'
import type { Runner } from './runner.ts'

// GitHub shows ten annotations of a kind for a step; the tenth is the step's own failure message.
const MAX_SUBTASK_ANNOTATIONS = 9

/** Writes a report to every surface of the runner. A surface that can't be written is a warning and changes no verdict. */
export async function publish(seen: Report, messages: Messages, runner: Runner): Promise<void> {
  // Escaping and cutting would hide a secret from the runner's own search for it.
  const report = { ...seen, problems: seen.problems.map(runner.redact) }
  const outputs = outputsOf(report, runner.links.inText(messages.result(report)))
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value)
  await runner.writeSummary(jobSummary(report, messages, runner.links))
  annotate(report, messages, runner)
}

function annotate(report: Report, messages: Messages, runner: Runner): void {
  const { annotationTitles } = messages.words
  for (const subtask of failedSubtasks(report, MAX_SUBTASK_ANNOTATIONS)) {
    runner.error(messages.subtaskFailure(subtask), annotationTitles.subtask)
  }
  if (report.failsStep) {
    runner.error(
      messages.stepFailure(report, countFailed(report) - MAX_SUBTASK_ANNOTATIONS),
      messages.heading(report),
    )
    return
  }
  for (const task of report.tasks
    .filter(({ verdict }) => verdict === 'WARNING')
    .slice(0, MAX_SUBTASK_ANNOTATIONS)) {
    runner.warning(messages.failure(task, report), annotationTitles.warning)
  }
}
