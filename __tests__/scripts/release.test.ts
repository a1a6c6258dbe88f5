import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, describe, expect, it } from '@jest/globals'

import { useFolder } from '../support/folder.ts'

const root = join(import.meta.dirname, '../..')
const folder = useFolder('release')

describe('is-newest.sh', () => {
  const TAGS = ['v1', 'v1.2.3', 'v1.10.0', 'v1.9.9', 'v2.0.0', 'v2.0.1-rc.1', 'v10.0.0', 'latest.1.1']

  beforeAll(() => {
    const origin = join(folder(), 'origin')
    mkdirSync(origin)
    git(origin, 'init', '--quiet')
    git(
      origin,
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@b',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'one',
    )
    for (const tag of TAGS) git(origin, 'tag', tag)
    git(folder(), 'clone', '--quiet', '--no-tags', origin, 'clone')
  })

  it.each([
    ['v1.10.0', ['v1'], 'true'],
    ['v1.9.9', ['v1'], 'false'],
    ['v1.2.3', ['v1'], 'false'],
    ['v2.0.0', ['v2'], 'true'],
    ['v10.0.0', ['v10'], 'true'],
    ['v1.10.0', [], 'false'],
    ['v2.0.0', [], 'false'],
    ['v10.0.0', [], 'true'],
  ])('of %s in %j says %s', (tag, major, answer) => {
    const script = join(root, 'scripts/release/is-newest.sh')
    const cwd = join(folder(), 'clone')
    expect(execFileSync('bash', [script, tag, ...major], { cwd, encoding: 'utf8' })).toBe(`${answer}\n`)
  })

  function git(cwd: string, ...args: readonly string[]): void {
    execFileSync('git', args, { cwd })
  }
})

describe('release-notes.mjs', () => {
  const NOTES =
    '# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-12-31\n\n- One\n\n## [1.2.2] - 2026-01-01\n\n- Two\n'
  const GOOD = {
    version: '1.2.3',
    locked: '1.2.3',
    notes: NOTES,
    page: 'A page.',
    readme: 'uses: octo-org/wait-for-dlf-task/import@v1',
  }

  it('prints the section of the version', () => {
    expect(notesOf('v1.2.3', GOOD)).toEqual({ status: 0, stdout: '- One\n', stderr: '' })
  })

  it.each([
    ['v1.2.4', {}, "The tag is 'v1.2.4', but package.json says version 1.2.3."],
    ['v1.2.3', { locked: '1.2.2' }, 'package-lock.json says version 1.2.2'],
    ['v1.2.3', { notes: '## [Unreleased]\n' }, "CHANGELOG.md has no section '## [1.2.3] - <date>'."],
    [
      'v1.2.3',
      { readme: 'uses: octo-org/wait-for-dlf-task@v2' },
      'README.md shows workflows with another version than v1.',
    ],
    ['v1.2.3', { readme: 'uses: <owner>/wait-for-dlf-task@v1' }, 'README.md still says <owner>: replace it'],
    [
      'v1.2.3',
      { page: 'uses: <owner>/wait-for-dlf-task@v1' },
      'required-checks.md still says <owner>: replace it',
    ],
  ])('refuses %s with %j', (tag, changes, reason) => {
    const { status, stdout, stderr } = notesOf(tag, { ...GOOD, ...changes })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain(reason)
  })

  function notesOf(tag: string, { version, locked, notes, page, readme }: typeof GOOD) {
    const project = join(folder(), 'project')
    for (const name of ['scripts', 'docs']) mkdirSync(join(project, name), { recursive: true })
    writeFileSync(join(project, 'docs/required-checks.md'), page)
    cpSync(
      join(root, 'scripts/release/release-notes.mjs'),
      join(project, 'scripts/release/release-notes.mjs'),
    )
    writeFileSync(join(project, 'package.json'), JSON.stringify({ version }))
    writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ version: locked }))
    writeFileSync(join(project, 'CHANGELOG.md'), notes)
    for (const name of ['README.md', 'README.zh-CN.md']) writeFileSync(join(project, name), readme)
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(project, 'scripts/release/release-notes.mjs'), tag],
      { encoding: 'utf8' },
    )
    return { status, stdout, stderr }
  }
})
