import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Browser } from 'playwright-core'

import { LANGUAGES, type Language } from '../../src/core/report/messages.ts'
import { createDocsLinks } from '../../src/github/docs-links.ts'
import { importSummary } from '../../src/github/import-report.ts'
import { IMPORTS, reportsIn } from '../support/data/summaries.ts'
import { RELEASED, summaryOf } from '../support/output/written-summary.ts'
import { measureContrasts } from './contrast.ts'
import { type Exhibit, writeGallery } from './gallery.ts'
import { type ShownSummary, showSummary, startBrowser, type Theme } from './github-page.ts'

jest.setTimeout(120_000)

const THEMES: readonly Theme[] = ['light', 'dark']
const REPORTS = { en: reportsIn('en'), zh: reportsIn('zh') }
type Name = keyof (typeof REPORTS)['en']
const NAMES = Object.keys(REPORTS.en) as readonly Name[]

// WCAG 2.2, 1.4.3, for text of usual size.
const MIN_CONTRAST = 4.5
// Thousands of rows take long to lay out. The same rows are in smaller summaries, in both themes.
const HUGE: readonly Name[] = ['large']

// Where to save the pictures of the documentation, for example docs/images; none are saved without it.
const PICTURES = process.env.PICTURES ?? ''
// The first picture of the documentation is to be taken in at a glance.
const TOP =
  '.markdown-body { padding: 8px 24px } article > .picture, article > .picture ~ * { display: none !important }'
const PICTURED: Partial<Record<Name, { readonly themes: readonly Theme[]; readonly top?: true }>> = {
  failed: { themes: THEMES, top: true },
  successful: { themes: THEMES },
  'not-found': { themes: ['light'] },
  'timed-out': { themes: ['light'] },
  'three-tasks': { themes: ['light'] },
  large: { themes: ['light'] },
}

/** The content that a summary must show: rows of subtasks, bars and milestones of its picture, its heading and its first cause. */
const EXPECTED = {
  successful: { rows: 4, bars: 0, milestones: 0, heading: 'successful', cause: 'Import the solution' },
  'successful-12': { rows: 12, bars: 1, milestones: 9, heading: 'successful', cause: 'Import the solution' },
  failed: { rows: 12, bars: 1, milestones: 12, heading: 'failed', cause: 'Connection conn_dli' },
  'not-found': { rows: 0, bars: 0, milestones: 0, heading: 'not found', cause: 'DLF.0810' },
  'timed-out': { rows: 6, bars: 3, milestones: 4, heading: 'timed out', cause: '15m' },
  'three-tasks': { rows: 1, bars: 0, milestones: 0, heading: '3', cause: 'Start the job_batch job' },
  large: { rows: 5000, bars: 1, milestones: 19, heading: 'failed', cause: 'script of node spark_sql' },
} as const satisfies Partial<Record<Name, object>>

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
})

const show = (name: Name, language: Language, theme: Theme): Promise<ShownSummary> =>
  showSummary(browser, summaryOf(REPORTS[language][name], language, RELEASED), theme)

describe.each(Object.entries(EXPECTED))('the summary %s', (name, expected) => {
  let shown: ShownSummary
  beforeAll(async () => {
    shown = await show(name as Name, 'en', 'light')
  })
  afterAll(async () => {
    await shown.page.context().close()
  })

  it('has its verdict and its first cause within the top 300 pixels', async () => {
    const { page } = shown
    const heading = page.locator('h2')
    expect(await heading.innerText()).toContain(expected.heading)
    expect(await bottomOf(heading)).toBeLessThan(100)
    const cause = page.locator('b, td, p', { hasText: expected.cause }).first()
    expect(await bottomOf(cause)).toBeLessThan(300)
  })

  it('has a row for each subtask', async () => {
    const { page } = shown
    const tables = page.locator('table', { has: page.getByText('Last update (UTC)') })
    expect(await tables.locator('tbody tr').count()).toBe(expected.rows)
  })

  it('draws a timeline with its bars and milestones', async () => {
    const { page } = shown
    const { bars, milestones } = expected
    expect(await page.locator('.picture svg').count()).toBe(bars === 0 ? 0 : 1)
    expect(await page.locator('.picture svg rect.milestone').count()).toBe(milestones)
    expect(await page.locator('.picture svg rect.task').count()).toBe(bars + milestones)
    expect(await page.locator('code.language-mermaid').count()).toBe(0)
  })

  it('sends no request and reports no error', () => {
    expect([shown.requests, shown.dialogs, shown.errors]).toEqual([[], [], []])
  })
})

describe('every summary', () => {
  const exhibits: Exhibit[] = []
  afterAll(() => {
    writeGallery(exhibits)
  })

  const all = LANGUAGES.flatMap((language) =>
    THEMES.flatMap((theme) =>
      NAMES.filter((name) => theme === 'light' || !HUGE.includes(name)).map(
        (name) => [name, language, theme] as const,
      ),
    ),
  )
  it.each(all)('is legible and fits into its column: %s, %s, %s', async (name, language, theme) => {
    const shown = await show(name, language, theme)
    exhibits.push({ title: `${name}, ${language}`, theme, article: await articleOf(shown) })
    expect(await tooWide(shown)).toEqual([])
    await takePicture(shown, name, language, theme)
    if (!HUGE.includes(name)) await openFolds(shown)
    expect(await tooWide(shown)).toEqual([])
    expect(await brokenStatuses(shown)).toEqual([])
    const texts = await measureContrasts(shown.page)
    expect(texts.length).toBeGreaterThan(1)
    expect(texts.filter(({ contrast }) => contrast < MIN_CONTRAST)).toEqual([])
    await shown.page.context().close()
  })

  const imports = THEMES.flatMap((theme) => Object.keys(IMPORTS).map((name) => [name, theme] as const))
  it.each(imports)('of an import is legible and fits, too: %s, %s', async (name, theme) => {
    const summary = importSummary(
      IMPORTS[name as keyof typeof IMPORTS],
      createDocsLinks((variable) => RELEASED[variable] ?? ''),
    )
    const shown = await showSummary(browser, summary, theme)
    exhibits.push({ title: `import, ${name}`, theme, article: await articleOf(shown) })
    expect(await tooWide(shown)).toEqual([])
    const texts = await measureContrasts(shown.page)
    expect(texts.filter(({ contrast }) => contrast < MIN_CONTRAST)).toEqual([])
    await shown.page.context().close()
  })
})

async function takePicture(
  { page }: ShownSummary,
  name: Name,
  language: Language,
  theme: Theme,
): Promise<void> {
  const picture = PICTURED[name]
  if (PICTURES === '' || picture?.themes.includes(theme) !== true) return
  const folder = join(PICTURES, theme)
  mkdirSync(folder, { recursive: true })
  const article = page.locator('article')
  const style = picture.top ? TOP : ''
  const file = [name, ...(language === 'en' ? [] : [language])].join('-')
  await article.screenshot({ path: join(folder, `${file}.png`), style })
}

function articleOf({ page }: ShownSummary): Promise<string> {
  return page.evaluate<string>('document.querySelector("article").outerHTML')
}

async function openFolds({ page }: ShownSummary): Promise<void> {
  await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })')
}

async function bottomOf(element: ReturnType<ShownSummary['page']['locator']>): Promise<number> {
  const box = await element.boundingBox()
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height
}

/** Names each element that is wider than its place: it, or the page, would have to be scrolled. */
async function tooWide({ page }: ShownSummary): Promise<readonly string[]> {
  return page.evaluate<string[]>(`
    [document.documentElement, ...document.querySelectorAll('article, article table, article p, article h3, .picture')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.tagName + ' ' + element.scrollWidth + ' > ' + element.clientWidth)
  `)
}

/** Returns the text of each status that does not stay on one line. */
async function brokenStatuses({ page }: ShownSummary): Promise<readonly string[]> {
  return page.evaluate<string[]>(`
    [...document.querySelectorAll('td:first-child')]
      .filter((cell) => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        return cell.textContent.includes('\\u00A0') && new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 12))).size > 1
      })
      .map((cell) => cell.textContent)
  `)
}
