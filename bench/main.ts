// Writes docs/benchmark.md; with --check compares it with a fresh run instead.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { format } from 'prettier'

import { readBundlePart } from './bundle/bundle-part.mjs'
import { writePage } from './page/page.ts'
import { findResults } from './results.ts'

const PAGE = join(import.meta.dirname, '../docs/benchmark.md')

const written = readFileSync(PAGE, 'utf8')
const page = writePage(await findResults(), readBundlePart(written))
const fresh = await format(page, { parser: 'markdown' })

if (!process.argv.includes('--check')) writeFileSync(PAGE, fresh)
else if (written !== fresh) {
  console.error('docs/benchmark.md differs from a fresh run: run npm run bench.')
  process.exitCode = 1
}
