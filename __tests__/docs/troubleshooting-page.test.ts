import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { messagesFor } from '../../src/core/report/messages.ts'
import { GUIDE, type NextStep } from '../../src/core/report/next-step.ts'
import { reportOfProblems } from '../../src/core/report/report.ts'
import {
  ALL_IMPORT_ADVICE,
  CANCELLED_IN_TIME,
  explainImport,
  explainInternalError,
  explainUpload,
  SETUP_FAILURES,
} from '../../src/import-advice.ts'
import { SIGN_IN_ADVICE } from '../../src/sign-in-advice.ts'
import { anchorOf, createDocsLinks } from '../../src/github/docs-links.ts'

const root = join(import.meta.dirname, '../..')
const RUNNER: Readonly<Record<string, string>> = {
  GITHUB_ACTION_REPOSITORY: 'octo-org/wait',
  GITHUB_ACTION_REF: 'v1',
}
const links = createDocsLinks((name) => RUNNER[name] ?? '')
const PAGE = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8')
const steps = Object.keys(GUIDE) as readonly NextStep[]

const QUOTES = Array.from(PAGE.matchAll(/^> (.+)$/gm), ([, quote = '']) => quote)
const ADVICE = [...SIGN_IN_ADVICE, ...ALL_IMPORT_ADVICE]
// Messages on inputs are put together where they are checked.
const SOURCES = readdirSync(join(root, 'src/inputs'))
  .map((file) => readFileSync(join(root, 'src/inputs', file), 'utf8'))
  .join('\n')

/** Returns advice without the citation at its end, which is printed as a link. */
function withoutCitation(advice: string): string {
  return advice.replace(/ \(docs\/.*\)\.$/, '')
}

/** Returns the text below a heading of the page, up to the next heading. */
function sectionOf(heading: string): string | undefined {
  return PAGE.split(/^#+ /m)
    .find((section) => section.startsWith(`${heading}\n`))
    ?.replaceAll('\n', ' ')
}

/** Follows a link to a document of this repository, and returns the anchors that the document has. */
function anchorsAt(url: string): readonly string[] {
  const [, path = ''] = /^https:\/\/github\.com\/octo-org\/wait\/blob\/v1\/([^#]+)/.exec(url) ?? []
  const text = readFileSync(join(root, path), 'utf8')
  return Array.from(text.matchAll(/^#+ (.+)$/gm), ([, heading = '']) => anchorOf(heading))
}

describe('docs/troubleshooting.md', () => {
  it.each(steps)('has a section for %s that quotes the message', (step) => {
    expect(sectionOf(GUIDE[step])).toContain(`> ${messagesFor('en').words.nextSteps[step]} `)
  })

  it.each(ADVICE)('quotes what signing in and importing advise: %s', (advice) => {
    expect(QUOTES).toContain(withoutCitation(advice))
  })

  it.each(QUOTES)('quotes what the actions can print: %s', (quote) => {
    const known = [...Object.values(messagesFor('en').words.nextSteps), ...ADVICE.map(withoutCitation)]
    expect(known.includes(quote) || SOURCES.includes(quote)).toBe(true)
  })

  it.each([
    ...Object.values(SETUP_FAILURES),
    CANCELLED_IN_TIME,
    explainImport({ kind: 'refused', fault: { reason: 'rejected' } }),
    explainImport({ kind: 'unclear', fault: { reason: 'cut' } }),
    explainUpload({ reason: 'forbidden' }, { endpoint: 'https://obs.example', bucket: 'b', key: 'k' }),
    explainInternalError('x'),
  ])('has the section that a failed import leads to, with its next step: $guide', ({ guide, nextStep }) => {
    expect(sectionOf(guide)).toContain(`> ${nextStep}`)
  })

  it('has each heading once', () => {
    const headings = Array.from(PAGE.matchAll(/^#+ (.+)$/gm), ([, heading = '']) => anchorOf(heading))
    expect(new Set(headings).size).toBe(headings.length)
    expect(new Set(Object.values(GUIDE)).size).toBe(steps.length)
  })
})

describe.each(['en', 'zh'] as const)('the links of the messages in %s', (language) => {
  const { words, setupGuide } = messagesFor(language)

  it.each(steps)('lead from %s to headings that exist', (step) => {
    const said = `${words.nextSteps[step]} ${words.see(`docs/troubleshooting.md, "${GUIDE[step]}"`)}`
    const urls = links.inText(said).match(/https:[^\s)）]+/g) ?? []
    expect(urls.length).toBeGreaterThan(0)
    for (const url of urls) {
      const [, anchor] = url.split('#')
      expect(anchorsAt(url)).toContain(anchor ?? anchorsAt(url)[0])
    }
  })

  it('are made by the messages themselves', () => {
    const report = reportOfProblems({ problems: ['x'], nextStep: 'fix-inputs' })
    expect(links.inText(setupGuide(report))).toMatch(
      / https:\/\/github\.com\/octo-org\/wait\/blob\/v1\/docs\/troubleshooting\.md#an-input-is-not-valid$/,
    )
  })
})
