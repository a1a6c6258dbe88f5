import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, describe, expect, it } from '@jest/globals'

import { findCitationFaults } from '../../scripts/citations.mjs'
import { useFolder } from '../support/folder.ts'

const folder = useFolder('citations')
// Put together here, because the check reads this file too.
const GUIDE = ['docs', 'guide.md'].join('/')
const DECISION = ['docs', 'adr/0001-choice.md'].join('/')
const MISSING = ['docs', 'missing.md'].join('/')

beforeAll(() => {
  mkdirSync(join(folder(), 'docs/adr'), { recursive: true })
  mkdirSync(join(folder(), 'src/core'), { recursive: true })
  mkdirSync(join(folder(), '.github/workflows'), { recursive: true })
  writeFileSync(
    join(folder(), GUIDE),
    '# Guide\n\n## First steps\n\n```sh\n# Not a heading\n```\n\n### `timeout` (IAM)\n',
  )
  writeFileSync(join(folder(), DECISION), '# 1. Choice\n')
})

function faultsIn(text: string, file = 'src/core/one.ts'): readonly string[] {
  writeFileSync(join(folder(), file), text)
  try {
    return findCitationFaults(folder())
  } finally {
    writeFileSync(join(folder(), file), '')
  }
}

describe('findCitationFaults', () => {
  it.each([
    `// Why: ${GUIDE}`,
    `/** The order (${DECISION}). */`,
    `// ${GUIDE}, "First steps"`,
    `const advice = 'See (${GUIDE}, "timeout (IAM)").'`,
    `const advice = "See (${GUIDE}, \\"First steps\\")."`,
    `// ${GUIDE}, "First steps" and "timeout (IAM)"`,
    `/**\n * Source: ${GUIDE}, "First\n * steps"\n */`,
    `const url = base + '${GUIDE}#timeout-iam'`,
    `// (${GUIDE}, "\${title}")`,
    `readFileSync(new URL('../../${GUIDE}', import.meta.url))`,
  ])('accepts a citation that leads to a document or a section: %j', (text) => {
    expect(faultsIn(text)).toEqual([])
  })

  it.each([
    [`\n// Why: ${MISSING}`, `src/core/one.ts:2: ${MISSING} does not exist.`],
    [`// ${MISSING}, "First steps"`, `src/core/one.ts:1: ${MISSING} does not exist.`],
    [`'../${MISSING}'`, `src/core/one.ts:1: ${MISSING} does not exist.`],
    [`// ${GUIDE}, "Last steps"`, `src/core/one.ts:1: ${GUIDE} has no section "Last steps".`],
    [`// ${GUIDE}, "First steps" and "Next"`, `src/core/one.ts:1: ${GUIDE} has no section "Next".`],
    [`"(${GUIDE}, \\"Next\\")"`, `src/core/one.ts:1: ${GUIDE} has no section "Next".`],
    [`/*\n * ${GUIDE},\n * "Last\n * steps"`, `src/core/one.ts:2: ${GUIDE} has no section "Last steps".`],
    [`// ${GUIDE} ("Next")`, `src/core/one.ts:1: ${GUIDE} has no section "Next".`],
    [`// ${GUIDE}, "Not a heading"`, `src/core/one.ts:1: ${GUIDE} has no section "Not a heading".`],
    [`'${GUIDE}#last-steps'`, `src/core/one.ts:1: ${GUIDE} has no section #last-steps.`],
  ])('finds a citation that leads nowhere: %j', (text, fault) => {
    expect(faultsIn(text)).toEqual([fault])
  })

  it.each([
    ['one word', ['con', 'tract, "Polling"']],
    ['notes', ['design ', 'notes on credentials']],
    ['notes, over two lines', ['shared\n// ', 'notes']],
    ['a page without its folder', ['service', '.md, "Limits"']],
    ['a page in another folder', ['api/auth', '.md']],
  ])('finds a source outside the repository: %s', (_, parts) => {
    const [fault, ...others] = faultsIn(`// As in the ${parts.join('')}`)
    expect(fault).toContain('is not a document of this repository')
    expect(others).toEqual([])
  })

  it.each(['.github/workflows/ci.yml', 'action.yml'])('reads %s as well', (file) => {
    expect(faultsIn(`# ${MISSING}\n`, file)).toEqual([`${file}:1: ${MISSING} does not exist.`])
  })
})
