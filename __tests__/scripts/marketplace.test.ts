import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'
import { stringify } from 'yaml'

import { findMarketplaceFaults } from '../../scripts/marketplace.mjs'
import { useFolder } from '../support/folder.ts'

const folder = useFolder('marketplace')
const GOOD = { name: 'Wait', description: 'Waits.', branding: { icon: 'check-circle', color: 'red' } }

// Writes a repository whose root action has these changes.
function faultsOf(changes: object, readme = true): readonly string[] {
  const root = join(folder(), 'repository')
  mkdirSync(join(root, 'import'), { recursive: true })
  writeFileSync(join(root, 'action.yml'), stringify({ ...GOOD, ...changes }))
  writeFileSync(join(root, 'import/action.yml'), stringify({ ...GOOD, name: 'Import' }))
  if (readme) writeFileSync(join(root, 'README.md'), '# Wait\n')
  else rmSync(join(root, 'README.md'), { force: true })
  return findMarketplaceFaults(root)
}

describe('findMarketplaceFaults', () => {
  it('accepts a short description, a known color and a known icon', () => {
    expect(faultsOf({ description: 'x'.repeat(124) })).toEqual([])
  })

  it.each([
    [{ description: 'x'.repeat(125) }, 'action.yml has a description of 125 characters'],
    [{ description: undefined }, 'action.yml has no description'],
    [{ name: undefined }, 'action.yml has no name'],
    [{ name: 'Import' }, 'Both actions have the same name'],
    [{ branding: { icon: 'check-circle', color: 'gray' } }, "has the color 'gray'"],
    [{ branding: { icon: 'tool', color: 'red' } }, "has the icon 'tool'"],
    [{ branding: undefined }, "has the icon ''"],
  ])('reports %j', (changes, fault) => {
    expect(faultsOf(changes).join('\n')).toContain(fault)
  })

  it('reports a repository without README', () => {
    expect(faultsOf({}, false)).toEqual(['README.md is missing.'])
  })
})
