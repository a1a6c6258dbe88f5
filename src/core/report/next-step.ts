import type { Fault } from '../task/answer.ts'
import { errorText } from '../task/error-text.ts'
import type { TaskReport } from './report.ts'
import type { SystemTask } from '../task/system-task.ts'
import type { NextStep, Reason } from './words.ts'

const BY_REASON = {
  connection: 'check-reach',
  timeout: 'check-reach',
  cut: 'check-network',
  'unexpected-body': 'check-stranger',
  'http-status': 'check-service',
  throttled: 'check-quota',
  unauthorized: 'check-credential',
  forbidden: 'check-permissions',
  'no-such-api': 'check-address',
  rejected: 'check-request',
  redirected: 'check-address',
  'error-in-success': 'check-place',
  'too-large': 'check-stranger',
  'unknown-encoding': 'check-stranger',
  'untrusted-certificate': 'check-certificate',
  'proxy-refused': 'check-proxy',
} as const satisfies Record<Reason, NextStep>

// By what the service says, where that is more than the kind of the fault; the first that fits counts. Source: docs/service.md, "Errors".
const BY_ERROR: readonly (readonly [said: RegExp, step: NextStep])[] = [
  [/failed to reach the limit/i, 'check-locked-key'],
  [/signature expired|signature time:/i, 'check-clock'],
  [/\.030[135]\b/, 'check-key'],
  [/\.0307\b/, 'check-token'],
  [/\.030[26]\b/, 'check-permissions'],
  [/\.0310\b/, 'check-project'],
  [/\.0101\b/, 'check-api'],
  [/\.0201\b/, 'check-backend'],
  [/\.0308\b/, 'check-quota'],
  [/\.0613\b/, 'check-iam'],
  [/DLF\.(?:2?08(?:03|15)|1242)\b/, 'obs-file'],
  [/DLF\.2?0819\b/, 'check-workspace'],
  [/DLF\.3051\b/, 'check-parameters'],
  [/DLF\.6888\b/, 'check-account'],
]

// What a task says that could not read its file: "读取OBS文件[...]失败。", "Fail to read OBS file." (docs/service.md, "Errors").
const OBS_FILE = /读取OBS文件|read OBS file/i

/** Returns what there is to do about the end of a wait; undefined where nothing is. */
export function nextStepOf({ end, verdict, failsStep, subtasks }: TaskReport): NextStep | undefined {
  switch (end.kind) {
    case 'answered':
      if (verdict === 'FAILED') return afterFailure(end.task, subtasks)
      return failsStep ? 'look-at-warning' : undefined
    case 'not-found':
      return 'check-place'
    case 'timed-out':
      return 'raise-timeout'
    case 'unknown-status':
      return 'report-status'
    case 'refused':
    case 'unreachable':
      return nextStepAfter(end.fault)
    case 'cancelled':
      return 'run-again'
  }
}

function afterFailure({ message }: SystemTask, subtasks: TaskReport['subtasks']): NextStep {
  if (subtasks.some(({ status }) => status === 'FAILED')) return 'mend-subtasks'
  // Stryker disable next-line StringLiteral: any other text that names no file would do.
  if (OBS_FILE.test(message ?? '')) return 'obs-file'
  return subtasks.length === 0 ? 'failed-early' : 'failed-silently'
}

/** Returns what there is to do about a fault that no further attempt follows. */
export function nextStepAfter({ reason, error }: Fault): NextStep {
  const said = errorText(error)
  return BY_ERROR.find(([pattern]) => pattern.test(said))?.[1] ?? BY_REASON[reason]
}
