import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Browser } from 'playwright-core'

import { messagesFor } from '../../src/core/messages.ts'
import { jobSummary } from '../../src/github/job-summary.ts'
import { SUMMARIES } from '../support/summaries.ts'
import { showSummary, startBrowser } from './github-page.ts'

const FOLDER = process.env.PICTURES ?? ''
const NAMES = Object.keys(SUMMARIES) as readonly (keyof typeof SUMMARIES)[]

jest.setTimeout(60_000)

describe('pictures', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  const rows = [
    ...NAMES.flatMap((name) => [[name, 'light', 'en'] as const, [name, 'dark', 'en'] as const]),
    ['failed', 'light', 'zh'] as const,
  ]
  it.each(rows)('%s %s %s', async (name, theme, language) => {
    const { page } = await showSummary(browser, jobSummary(SUMMARIES[name], messagesFor(language)), theme)
    mkdirSync(FOLDER, { recursive: true })
    await page.locator('article').screenshot({ path: join(FOLDER, `${name}-${language}-${theme}.png`) })
    expect(await page.title()).toBe('')
    await page.context().close()
  })
})
