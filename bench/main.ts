// Writes docs/benchmark.md and docs/benchmark.svg; with --check compares them with a fresh run instead.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { format } from 'prettier'

import { readBundlePart } from './bundle/bundle-part.mjs'
import { writePage } from './page/page.ts'
import { drawPlot } from './page/plot.ts'
import { findResults } from './results.ts'

const root = join(import.meta.dirname, '..')
const PAGE = 'docs/benchmark.md'
const PLOT = 'docs/benchmark.svg'

function read(name: string): string {
  try {
    return readFileSync(join(root, name), 'utf8')
  } catch {
    return ''
  }
}

const results = await findResults()
const page = writePage(results, readBundlePart(read(PAGE)))
const fresh = [
  [PAGE, await format(page, { parser: 'markdown' })],
  [PLOT, drawPlot([results.logNormal, results.logUniform])],
] as const

if (process.argv.includes('--check')) {
  const stale = fresh.filter(([name, text]) => read(name) !== text)
  for (const [name] of stale) console.error(`${name} differs from a fresh run: run npm run bench.`)
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const [name, text] of fresh) writeFileSync(join(root, name), text)
}
