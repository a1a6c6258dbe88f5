import { type Language, messagesFor } from '../../../src/core/report/messages.ts'
import type { Report } from '../../../src/core/report/report.ts'
import { createDocsLinks } from '../../../src/github/docs-links.ts'
import { jobSummary } from '../../../src/github/summary/job-summary.ts'

/** The environment of a step that uses a released version of the action. */
export const RELEASED: Readonly<Record<string, string>> = {
  GITHUB_ACTION_REPOSITORY: 'octo-org/wait-for-dlf-task',
  GITHUB_ACTION_REF: 'v1',
}

/** Writes the summary of a report; its citations are links only in an environment such as `RELEASED`. */
export function summaryOf(
  report: Report,
  language: Language = 'en',
  env: Readonly<Record<string, string>> = {},
): string {
  return jobSummary(
    report,
    messagesFor(language),
    createDocsLinks((name) => env[name] ?? ''),
  )
}
