import { cutBefore, plainText } from '../core/text/plain.ts'

// Far above any line that the action writes; a longer text of the service must not flood the log.
const MAX_LINE = 4000
// The runner drops the rest of a longer one, in the log too (actions/runner, ExecutionContext.cs).
const MAX_ANNOTATION = 4096
const CUT_NOTE = '… (cut here: the job summary has more)'

// Problem matchers of other actions (tsc, ESLint, gcc) look for a position and then one of these words.
const FINDING = /(\d[)\]:,]*\s+(?:-\s+)?(?:fatal\s+)?)([ewi])(rror|arning|nfo)/gi
// The word stays as it is for people, but no pattern finds it.
const WORD_JOINER = '\u2060'

/** Makes one line for the log that is only text for the runner: no workflow command, and no finding for a problem matcher. */
export function logLine(text: string): string {
  return commandFree(text).replace(FINDING, `$1$2${WORD_JOINER}$3`)
}

/**
 * Makes one line that starts no workflow command, neither `::x::`, which counts at the start of a line, nor `##[x]`, which
 * counts anywhere in it (actions/runner, ActionCommand.cs).
 */
export function commandFree(text: string): string {
  return plainText(text, MAX_LINE)
    .replace(/##(?=\[)/g, '# #')
    .replace(/^(\s*):(?=:)/, '$1: ')
}

/** Cuts the text of an annotation after 4096 UTF-16 units, with a note that says so. */
export function annotationText(text: string): string {
  return text.length <= MAX_ANNOTATION ? text : cutBefore(text, MAX_ANNOTATION - CUT_NOTE.length) + CUT_NOTE
}
