import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Browser } from 'playwright-core'

import type { WaitEnd } from '../../src/core/wait/decide.ts'
import type { Report } from '../../src/core/report/report.ts'
import { HOSTILE } from '../support/data/arbitraries.ts'
import { importOf, reportOn } from '../support/data/summaries.ts'
import { summaryOf } from '../support/output/written-summary.ts'
import { type ShownSummary, showSummary, startBrowser } from './github-page.ts'

jest.setTimeout(120_000)

const TIME_MS = Date.UTC(2026, 10, 23, 9, 41, 20)
const TEXTS = HOSTILE.filter((text) => text.trim() !== '')

describe('hostile text on the page', () => {
  let browser: Browser
  let hostile: ShownSummary
  let harmless: ShownSummary
  beforeAll(async () => {
    browser = await startBrowser()
    hostile = await showSummary(browser, summaryOf(reportWith((text) => text)))
    const equallyLong = (text: string): string => 'x '.repeat(text.length / 2 + 1)
    harmless = await showSummary(browser, summaryOf(reportWith(equallyLong)))
  })
  afterAll(async () => {
    await browser.close()
  })

  it('becomes no element, neither in the page nor in the timeline', async () => {
    const names = (await elementsOf(hostile)).filter((name) => name !== 'tspan')
    expect(names).toEqual((await elementsOf(harmless)).filter((name) => name !== 'tspan'))
    for (const name of ['a', 'img', 'image', 'script', 'style', 'iframe', 'input', 'foreignObject', 'h1']) {
      // Mermaid's own style is the one of its picture.
      expect(names.filter((each) => each === name)).toHaveLength(name === 'style' ? 1 : 0)
    }
  })

  it('sends no request, opens no dialog and runs no script', () => {
    expect([hostile.requests, hostile.dialogs, hostile.errors]).toEqual([[], [], []])
  })

  it('makes no element wider than the page', async () => {
    const { page } = hostile
    await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })')
    const tooWide = await page.evaluate<string[]>(`
      [document.documentElement, ...document.querySelectorAll('article table, article p, article h3')]
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.tagName + ' ' + element.scrollWidth + ' > ' + element.clientWidth)
    `)
    expect(tooWide).toEqual([])
  })

  it('draws a timeline with all entries that fit', async () => {
    expect(await hostile.page.locator('.picture svg rect.task').count()).toBe(20)
  })

  it('shows each name as it is', async () => {
    const shown = (await hostile.page.locator('article').innerText()).replace(/[\u200B\u2060]/g, '')
    expect(shown).toContain('<script>alert(1)</script>')
    expect(shown).toContain('@octocat @github/security a@b')
    expect(shown).toContain('%%{init: {"securityLevel": "loose"}}%%')
  })
})

// Each text is name, id, message and status of a subtask, and all remote texts of a separate task.
function reportWith(worded: (text: string) => string): Report {
  const texts = TEXTS.map(worded)
  const subtasks = texts.flatMap((text) =>
    ['FAILED', text].map((status) => ({ id: text, name: text, message: text, status, lastUpdate: TIME_MS })),
  )
  const ends = texts.flatMap((text): readonly WaitEnd[] => {
    const error = { code: text, message: text, requestId: text }
    const task = importOf([], { id: text, name: text, message: text, status: 'FAILED' })
    return [
      { kind: 'not-found', error },
      { kind: 'answered', task },
      { kind: 'unreachable', fault: { reason: 'cut', detail: text, error } },
    ]
  })
  return reportOn(importOf(subtasks, { status: 'FAILED' }), ...ends)
}

async function elementsOf({ page }: ShownSummary): Promise<readonly string[]> {
  return page.evaluate<string[]>(
    `[...document.querySelectorAll('article *')].map((element) => element.localName)`,
  )
}
