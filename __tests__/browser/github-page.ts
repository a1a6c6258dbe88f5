import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { type Browser, chromium, type Page } from 'playwright-core'

import { renderedHtml } from '../support/output/rendered.ts'

const require = createRequire(import.meta.url)
const css = (theme: Theme): string =>
  readFileSync(require.resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8')

/** The widths of the column in which GitHub shows a job summary: on a usual screen, and on a telephone. */
export const WIDTHS = { wide: 1012, narrow: 390 } as const

/** GitHub's two themes. */
export type Theme = 'light' | 'dark'

/** A page that shows a summary, with everything that the page did. */
export type ShownSummary = {
  readonly page: Page
  /** Addresses that the page requested; each request was refused. */
  readonly requests: readonly string[]
  /** Texts of the dialogs that the page opened. */
  readonly dialogs: readonly string[]
  /** Messages of uncaught errors. */
  readonly errors: readonly string[]
}

// Debian's Chromium, and the Chrome of GitHub's runners.
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/** Starts this machine's browser with a fresh profile. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = BROWSERS.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error(`There is no browser at ${BROWSERS.join(' or ')}.`)
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Shows a summary as GitHub does: it parses and sanitizes the Markdown, applies GitHub's style and draws the pictures with Mermaid. */
export async function showSummary(
  browser: Browser,
  markdown: string,
  theme: Theme = 'light',
): Promise<ShownSummary> {
  const context = await browser.newContext({
    viewport: { width: WIDTHS.wide, height: 900 },
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  const shown = { page, requests: [] as string[], dialogs: [] as string[], errors: [] as string[] }
  await page.route('**/*', (route) => {
    shown.requests.push(route.request().url())
    return route.abort()
  })
  page.on('dialog', (dialog) => {
    shown.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => shown.errors.push(error.message))
  await page.setContent(sourceOf(`<article class="markdown-body">${renderedHtml(markdown)}</article>`, theme))
  await drawPictures(page, theme)
  return shown
}

/** Returns the source of a page with GitHub's style around an article. */
export function sourceOf(article: string, theme: Theme): string {
  const background = theme === 'light' ? '#ffffff' : '#0d1117'
  return `<!doctype html><meta charset="utf-8"><style>${css(theme)}
body { margin: 0; background: ${background} }
.markdown-body { padding: 24px; box-sizing: border-box }
</style>${article}`
}

async function drawPictures(page: Page, theme: Theme): Promise<void> {
  if ((await page.locator('code.language-mermaid').count()) === 0) return
  await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') })
  await page.evaluate(draw, theme === 'dark' ? 'dark' : 'default')
}

// Runs in the page.
async function draw(mermaidTheme: string): Promise<void> {
  const { mermaid, document } = globalThis as unknown as {
    mermaid: {
      initialize: (config: object) => void
      render: (id: string, source: string) => Promise<{ svg: string }>
    }
    document: {
      querySelectorAll: (selector: string) => Iterable<{
        textContent: string
        parentElement: { outerHTML: string }
      }>
    }
  }
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: mermaidTheme })
  for (const block of [...document.querySelectorAll('code.language-mermaid')]) {
    const { svg } = await mermaid.render('picture', block.textContent)
    block.parentElement.outerHTML = `<div class="picture">${svg}</div>`
  }
}
