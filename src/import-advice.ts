import type { Fault } from './core/task/answer.ts'
import { messages } from './core/report/messages.ts'
import { nextStepAfter } from './core/report/next-step.ts'
import type { NextStep } from './core/report/words.ts'
import type { ImportAnswer } from './huaweicloud/import-call.ts'

/** The run was cancelled before the service had taken anything. */
export const CANCELLED_IN_TIME =
  'Nothing was imported: this run was cancelled before the service had taken a request.'

const HOW_TO_FIND_OUT =
  'Look in DataArts Factory, under the system tasks of its monitoring, for an import that began just now: if there is one, wait with its task id; if there is none, import again.'

// What a wait would check instead is of no use to whoever imports.
const INSTEAD: Readonly<Partial<Record<NextStep, string>>> = {
  'obs-file':
    'Check path: the file must exist in a bucket of this region, be at most 10 MB, and be readable for this user.',
  'check-parameters': 'Check path and the other inputs of the import: one of them is not valid.',
  'check-request': 'Check path, workspace and project.',
  'check-place': 'Check path, workspace, project and region.',
}

/** Says in a few sentences why no import was started, or why that is not known, and what to check. */
export function explainImport({ kind, fault }: Exclude<ImportAnswer, { kind: 'started' }>): string {
  const seen = messages.fault(fault)
  switch (kind) {
    case 'not-taken':
    case 'refused':
      return `Nothing was imported: ${seen}. ${advice(fault)}`
    case 'unclear':
      return `It is not known whether the import was started: ${seen}. It may have been, so the request is not repeated. ${HOW_TO_FIND_OUT}`
  }
}

/** Says that this action itself went wrong. */
export function explainOwnFault(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return `This action has a fault of its own: ${message}. Please report it; whether an import was started is not known. ${HOW_TO_FIND_OUT}`
}

function advice(fault: Fault): string {
  const step = nextStepAfter(fault)
  return INSTEAD[step] ?? messages.words.nextSteps[step]
}
