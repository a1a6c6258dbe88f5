import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Browser } from 'playwright-core'

import { measureContrasts } from './contrast.ts'
import { showSummary, startBrowser, type Theme } from './github-page.ts'

jest.setTimeout(120_000)

const PICTURE = [
  '```mermaid',
  'gantt',
  '  dateFormat YYYY-MM-DD HH:mm:ss',
  '  bar :2026-01-31 12:00:00, 2026-01-31 12:01:00',
  '  legible :milestone, 2026-01-31 12:00:10, 0s',
  '  illegible :active, milestone, 2026-01-31 12:00:20, 0s',
  '```',
].join('\n')

describe('measureContrasts', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  async function contrastsOf(markdown: string, theme: Theme): Promise<Readonly<Record<string, number>>> {
    const { page } = await showSummary(browser, markdown, theme)
    const texts = await measureContrasts(page)
    await page.context().close()
    return Object.fromEntries(texts.map(({ text, contrast }) => [text, contrast]))
  }

  it('finds the text that is drawn in the colour of its background', async () => {
    // #1f2328 on white.
    expect((await contrastsOf('plain', 'light')).plain).toBeCloseTo(15.8, 0)
    const dark = await contrastsOf(PICTURE, 'dark')
    expect(dark.illegible).toBeLessThan(4.5)
    expect(dark.legible).toBeGreaterThan(4.5)
  })

  it('compares the text in a bar with the bar', async () => {
    // White on #8a90dd, the bars of the default theme.
    expect((await contrastsOf(PICTURE, 'light')).bar).toBeCloseTo(2.97, 1)
  })
})
