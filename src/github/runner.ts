import * as core from '@actions/core'

import { createRedactor } from '../core/text/redact.ts'
import { createDocsLinks, type DocsLinks } from './docs-links.ts'
import { annotationText, commandFree, logLine } from './workflow-text.ts'

/** The runner's surfaces; every text is made harmless on its way out, and none of the calls throws. */
export type Runner = {
  readonly readInput: (name: string) => string
  /** Hides a value in every text, and tells the runner to do so too. */
  readonly mask: (secret: string) => void
  /** Takes every masked value out of a text. */
  readonly redact: (text: string) => string
  /** The links to this action's documents; log and annotations have them already. */
  readonly links: DocsLinks
  readonly info: (text: string) => void
  readonly debug: (text: string) => void
  /** Writes lines that are folded under a title. */
  readonly group: (title: string, texts: readonly string[]) => void
  readonly warning: (message: string, title: string) => void
  readonly error: (message: string, title: string) => void
  /**
   * Writes a value as it is, and returns whether that succeeded. Taking a secret out of a JSON text could break it, so it is taken out before.
   */
  readonly setOutput: (name: string, value: string) => boolean
  readonly writeSummary: (markdown: string) => Promise<void>
  /** Hands a value over to the post step of this run, as it is; the last one counts. */
  readonly saveState: (name: string, value: string) => void
  /** Returns what an earlier phase of this step has saved, empty if there is nothing. */
  readonly readState: (name: string) => string
}

/**
 * Creates the surfaces of the runner that this process was started by.
 *
 * @param env the process's environment, which names the files of the runner
 */
export function createRunner(env: NodeJS.ProcessEnv): Runner {
  const { add, redact } = createRedactor()
  const links = createDocsLinks((name) => env[name] ?? '')
  const line = (text: string): string => logLine(links.inText(redact(text)))
  const shown = (text: string): string => commandFree(links.inText(text))
  const annotate =
    (write: typeof core.error) =>
    (message: string, title: string): void => {
      const lines = redact(message).split('\n').map(shown)
      write(annotationText(lines.join('\n')), { title: shown(redact(title)) })
    }
  const warning = annotate(core.warning)
  const notWritten = (what: string, cause: unknown): void => {
    warning(
      `${what} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Report incomplete',
    )
  }
  return {
    readInput: (name) => core.getInput(name),
    mask(secret) {
      core.setSecret(secret)
      add(secret)
    },
    redact,
    links,
    info: (text) => {
      core.info(line(text))
    },
    debug: (text) => {
      core.debug(line(text))
    },
    group(title, texts) {
      core.startGroup(line(title))
      for (const text of texts) core.info(line(text))
      core.endGroup()
    },
    warning,
    error: annotate(core.error),
    setOutput(name, value) {
      try {
        // Without the file the toolkit would fall back to a command that runners no longer obey.
        if (!env.GITHUB_OUTPUT) throw new Error('GITHUB_OUTPUT is not set')
        core.setOutput(name, value)
        return true
      } catch (cause) {
        notWritten(`Output '${name}'`, cause)
        return false
      }
    },
    async writeSummary(markdown) {
      try {
        await core.summary.addRaw(redact(markdown), true).write()
      } catch (cause) {
        notWritten('The job summary', cause)
      }
    },
    saveState(name, value) {
      // As for outputs the toolkit would fall back to a command; without the file there is no post step to read it.
      if (!env.GITHUB_STATE) return
      try {
        core.saveState(name, value)
      } catch (cause) {
        notWritten(`State '${name}' for the post step`, cause)
      }
    },
    readState: (name) => core.getState(name),
  }
}
