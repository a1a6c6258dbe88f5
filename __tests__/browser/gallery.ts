import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { sourceOf, type Theme, WIDTHS } from './github-page.ts'

// Out of version control.
const FOLDER = join(import.meta.dirname, '../../reports')
const ARTICLE = '<article></article>'

/** A summary that was drawn: its title in the gallery, and the source of its article. */
export type Exhibit = { readonly title: string; readonly theme: Theme; readonly article: string }

/** Writes `reports/gallery.html`, one page that shows every summary in each width, for people to look at. */
export function writeGallery(exhibits: readonly Exhibit[]): void {
  const frames = { light: sourceOf(ARTICLE, 'light'), dark: sourceOf(ARTICLE, 'dark') }
  // The page puts each article into its frames itself, so that nothing is in the file twice.
  const data = JSON.stringify({ exhibits, frames, widths: Object.values(WIDTHS) }).replaceAll('<', '\\u003c')
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(
    join(FOLDER, 'gallery.html'),
    `<!doctype html><meta charset="utf-8"><title>Job summaries</title>
<style>
body { font: 14px sans-serif; margin: 16px; background: #bbb }
section { display: flex; gap: 16px; align-items: start; margin-bottom: 32px }
iframe { border: 0; height: 700px; resize: vertical }
</style>
<script type="application/json">${data}</script>
<script>
const { exhibits, frames, widths } = JSON.parse(document.querySelector('script').textContent)
for (const { title, theme, article } of exhibits) {
  const heading = Object.assign(document.createElement('h2'), { textContent: title + ', ' + theme })
  const section = document.createElement('section')
  for (const width of widths) {
    const frame = Object.assign(document.createElement('iframe'), { width, loading: 'lazy' })
    frame.setAttribute('sandbox', '')
    frame.srcdoc = frames[theme].replace('${ARTICLE}', () => article)
    section.append(frame)
  }
  document.body.append(heading, section)
}
</script>
`,
  )
}
