import { plainText } from '../core/text/plain.ts'

// Far above any line of ours; a service that sends more must not flood the log.
const MAX_LINE = 4000

/**
 * Makes one line for the log that the runner takes for nothing but text: it starts no workflow command, neither `::x::`,
 * which counts at the start of a line, nor `##[x]`, which counts anywhere in it (actions/runner, ActionCommand.cs).
 */
export function logLine(text: string): string {
  return plainText(text, MAX_LINE)
    .replace(/##(?=\[)/g, '# #')
    .replace(/^(\s*):(?=:)/, '$1: ')
}
