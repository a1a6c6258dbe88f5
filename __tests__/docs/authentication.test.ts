import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

import { ENVIRONMENT_FAMILIES } from '../../src/inputs/credential.ts'

const readPage = (name: string): string => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8')
const TEXT = readPage('authentication.md')
const HEADINGS = Array.from(TEXT.matchAll(/^#{2,} (.+)$/gm), ([, heading = '']) => heading)

describe('docs/reference.md', () => {
  const rows = readPage('reference.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))

  it.each(['action.yml', 'import/action.yml'])('has a row with every input and output of %s', (path) => {
    const { inputs, outputs } = parse(readPage(`../${path}`)) as Readonly<Record<string, object>>
    const names = Object.keys({ ...inputs, ...outputs })
    expect(names.length).toBeGreaterThan(10)
    const firstCells = rows.map((row) => row.split('|')[1]).join()
    for (const name of names) expect(firstCells).toContain(`\`${name}\``)
  })

  it('has a row with every variable of each family', () => {
    for (const family of ENVIRONMENT_FAMILIES) {
      const row = rows.find((line) => line.includes(`\`${family.accessKeyId}\``))
      for (const name of Object.values(family)) expect(row).toContain(`\`${name}\``)
    }
  })
})

describe('docs/authentication.md', () => {
  it('links to sections that exist', () => {
    const anchors = HEADINGS.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    )
    const links = Array.from(TEXT.matchAll(/\]\(#([^)]+)\)/g), ([, anchor]) => anchor)
    expect(links.length).toBeGreaterThan(5)
    for (const link of links) expect(anchors).toContain(link)
  })

  it('shows a trust policy that is bound to issuer, audience and subject, each to the letter', () => {
    const documents = Array.from(
      TEXT.matchAll(/```json\n(.*?)```/gs),
      ([, json = '']) => JSON.parse(json) as object,
    )
    const policy = documents.find((document) => 'Statement' in document)
    expect(policy).toMatchObject({
      Version: '5.0',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['sts:agencies:assumeWithOIDC'],
          Condition: {
            StringEquals: {
              'oidc:iss': ['https://token.actions.githubusercontent.com'],
              'oidc:aud': ['huaweicloud'],
              'oidc:sub': ['repo:octo-org/octo-repo:environment:production'],
            },
          },
        },
      ],
    })
  })
})
