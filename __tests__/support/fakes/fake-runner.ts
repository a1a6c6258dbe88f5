import { createRedactor } from '../../../src/core/text/redact.ts'
import { createDocsLinks } from '../../../src/github/docs-links.ts'
import type { Runner } from '../../../src/github/runner.ts'

/** A runner that keeps in order what it is told: the name of the call and its arguments. */
export type FakeRunner = Runner & { readonly calls: readonly (readonly string[])[] }

/** Creates a runner whose step has these inputs; it redacts what it was asked to mask, and hides nothing itself. */
export function fakeRunner(inputs: Readonly<Record<string, string>> = {}): FakeRunner {
  const calls: (readonly string[])[] = []
  const { add, redact } = createRedactor()
  const note =
    (name: string) =>
    (...texts: readonly string[]): void => {
      calls.push([name, ...texts])
    }
  return {
    calls,
    readInput: (name) => inputs[name] ?? '',
    mask: add,
    redact,
    links: createDocsLinks(() => ''),
    info: note('info'),
    debug: note('debug'),
    group: (title, texts) => {
      calls.push(['group', title, ...texts])
    },
    warning: note('warning'),
    error: note('error'),
    setOutput: (name, value) => {
      calls.push(['output', name, value])
      return true
    },
    writeSummary: async (markdown) => {
      await Promise.resolve()
      calls.push(['summary', markdown])
    },
    saveState: note('state'),
    readState: () => '',
  }
}
