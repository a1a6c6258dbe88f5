import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Browser } from 'playwright-core'

import type { Language } from '../../src/core/report/messages.ts'
import { SUMMARIES } from '../support/data/summaries.ts'
import { RELEASED, summaryOf } from '../support/written-summary.ts'
import { type ShownSummary, showSummary, startBrowser, type Theme } from './github-page.ts'

jest.setTimeout(120_000)

type Name = keyof typeof SUMMARIES

// Where to save the pictures, for example docs/images; none are saved without it.
const PICTURES = process.env.PICTURES ?? ''

/** What each summary is to show: rows of subtasks, the first of them, bars and milestones of the picture, and its cause. */
const EXPECTED: Readonly<
  Record<Name, { rows: number; entries: number; milestones: number; verdict: string; cause: string }>
> = {
  successful: { rows: 4, entries: 0, milestones: 0, verdict: 'successful', cause: '导入解决方案。' },
  failed: {
    rows: 12,
    entries: 13,
    milestones: 12,
    verdict: 'failed',
    cause: '作业[dwd_payments_clean]引用的连接[conn_dli_finance]在工作空间中不存在',
  },
  'not-found': { rows: 0, entries: 0, milestones: 0, verdict: 'not found', cause: 'DLF.0810 Task does not' },
  'timed-out': { rows: 6, entries: 7, milestones: 4, verdict: 'timed out', cause: 'time-out of 15m' },
  'three-tasks': {
    rows: 1,
    entries: 0,
    milestones: 0,
    verdict: '1 of 3 failed',
    cause: '启动作业[job_batch]',
  },
  large: { rows: 5000, entries: 30, milestones: 29, verdict: 'failed', cause: '[spark_sql]引用的脚本不存在' },
}

describe('a summary on the page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  const show = (name: Name, language: Language, theme: Theme): Promise<ShownSummary> =>
    showSummary(browser, summaryOf(SUMMARIES[name], language, RELEASED), theme)

  async function picture({ page }: ShownSummary, file: string): Promise<void> {
    if (PICTURES === '') return
    mkdirSync(PICTURES, { recursive: true })
    await page.locator('article').screenshot({ path: join(PICTURES, `${file}.png`) })
  }

  describe.each(Object.keys(EXPECTED) as readonly Name[])('%s', (name) => {
    const expected = EXPECTED[name]
    let shown: ShownSummary
    beforeAll(async () => {
      shown = await show(name, 'en', 'light')
      await picture(shown, `${name}-light`)
    })
    afterAll(async () => {
      await shown.page.context().close()
    })

    it('has verdict and first cause within the top 600 pixels', async () => {
      const { page } = shown
      const heading = page.locator('h2')
      expect(await heading.innerText()).toContain(expected.verdict)
      expect(await bottomOf(heading)).toBeLessThan(100)
      const cause = page.locator('b, td', { hasText: expected.cause }).first()
      expect(await bottomOf(cause)).toBeLessThan(600)
    })

    it('has a row for each subtask', async () => {
      const { page } = shown
      const tables = page.locator('table', { has: page.getByText('Last update (UTC)') })
      expect(await tables.locator('tbody tr').count()).toBe(expected.rows)
    })

    it('shows the timeline as a picture with its entries', async () => {
      const { page } = shown
      expect(await page.locator('.picture svg').count()).toBe(expected.entries === 0 ? 0 : 1)
      expect(await page.locator('.picture svg rect.task').count()).toBe(expected.entries)
      expect(await page.locator('.picture svg rect.milestone').count()).toBe(expected.milestones)
      expect(await page.locator('code.language-mermaid').count()).toBe(0)
    })

    it('is no wider than its column, folds included', async () => {
      const { page } = shown
      expect(await tooWide(shown)).toEqual([])
      // Thousands of rows that are not seen take long to lay out; the same rows are in smaller folds.
      if (name !== 'large')
        await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })')
      expect(await tooWide(shown)).toEqual([])
    })

    it('asks for nothing and says nothing', () => {
      expect([shown.requests, shown.dialogs, shown.errors]).toEqual([[], [], []])
    })
  })

  it.each((Object.keys(EXPECTED) as readonly Name[]).filter((name) => PICTURES !== '' || name === 'failed'))(
    '%s fits in the dark too',
    async (name) => {
      const shown = await show(name, 'en', 'dark')
      expect(await tooWide(shown)).toEqual([])
      await picture(shown, `${name}-dark`)
      await shown.page.context().close()
    },
  )

  it.each(['light', 'dark'] as const)('fits in Chinese too: %s', async (theme) => {
    const shown = await show('failed', 'zh', theme)
    expect(await shown.page.locator('h2').innerText()).toBe('❌ DLF 系统任务：失败')
    expect(await bottomOf(shown.page.locator('b', { hasText: EXPECTED.failed.cause }).first())).toBeLessThan(
      600,
    )
    expect(await tooWide(shown)).toEqual([])
    await picture(shown, `failed-zh-${theme}`)
    await shown.page.context().close()
  })
})

async function bottomOf(element: ReturnType<ShownSummary['page']['locator']>): Promise<number> {
  const box = await element.boundingBox()
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height
}

/** Names each element that is wider than the place it has: it, or the page, would have to be scrolled. */
async function tooWide({ page }: ShownSummary): Promise<readonly string[]> {
  return page.evaluate<string[]>(`
    [document.documentElement, ...document.querySelectorAll('article, article table, article p, article h3, .picture')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.tagName + ' ' + element.scrollWidth + ' > ' + element.clientWidth)
  `)
}
