import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { beforeEach, describe, expect, it } from '@jest/globals'

import { packFiles } from '../../src/archive/zip.ts'
import { readSource } from '../../src/archive/read-source.ts'
import { SetupError } from '../../src/inputs/setup-error.ts'
import { rawZip } from '../support/data/zips.ts'
import { useFolder } from '../support/folder.ts'
import { canHandleSignals as isUnix } from '../support/platform.ts'

const folder = useFolder('source')
const checkout = (): string => join(folder(), 'checkout')
const place = (path: string): string => join(checkout(), path)

const FILES: Readonly<Record<string, string>> = {
  'dlf/jobs/a.job': '{"name":"a"}\r\n',
  'dlf/scripts/脚本 1.script': '{"name":"脚本 1"}',
}

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(place(path)), { recursive: true })
    writeFileSync(place(path), content)
  }
}

function problemsOf(source = 'dlf'): readonly string[] {
  try {
    readSource(source, checkout())
    return []
  } catch (cause) {
    if (cause instanceof SetupError) return cause.problems
    throw cause
  }
}

beforeEach(() => {
  rmSync(folder(), { recursive: true, force: true })
  write(FILES)
})

describe('readSource with a folder', () => {
  it.each(['dlf', './dlf/', 'x/../dlf'])('packs %s as it is', (source) => {
    const { bytes, counts } = readSource(source, checkout())
    expect(counts).toEqual({ jobs: 1, scripts: 1, resources: 0 })
    const files = Object.entries(FILES).map(([path, text]) => ({
      name: path.replace('dlf/', ''),
      content: new TextEncoder().encode(text),
    }))
    expect(bytes).toEqual(packFiles(files))
  })

  it('packs the checkout itself, and an absolute path in it', () => {
    expect(readSource('.', place('dlf')).counts.jobs).toBe(1)
    expect(readSource(place('dlf'), checkout()).counts.jobs).toBe(1)
  })

  it('looks in the current folder if there is no checkout', () => {
    expect(() => readSource('package.json', '')).toThrow(/must be a folder or a \.zip file/)
    expect(() => readSource(place('dlf'), '')).toThrow(/is outside of the checkout/)
  })

  it.each([
    ['nowhere', /does not exist\. Check the path, and that actions\/checkout ran/],
    ['..', /is outside of the checkout/],
    ['../other', /is outside of the checkout/],
    ['dlf/jobs/a.job', /must be a folder or a \.zip file; got 'dlf\/jobs\/a\.job'/],
  ])('refuses %s', (source, words) => {
    mkdirSync(join(folder(), 'other'))
    expect(problemsOf(source)).toEqual([expect.stringMatching(words)])
  })

  it('refuses an empty folder', () => {
    mkdirSync(place('empty'))
    expect(problemsOf('empty')).toEqual([expect.stringContaining('There is no job to import')])
  })

  it('names every file that has no place in an archive, and every other problem', () => {
    write({
      'dlf/README.md': 'x',
      'dlf/Jobs2/a.job': 'x',
      'dlf/jobs/deep/a.job': 'x',
      'dlf/jobs/b.job': '{"name":"c"}',
      'dlf/scripts/b.txt': 'x',
    })
    expect(problemsOf().map((problem) => problem.split(':')[0])).toEqual([
      'Jobs2/',
      'README.md',
      'jobs/deep',
      'scripts/b.txt',
      'jobs/b.job',
    ])
  })

  it('refuses more bytes than an archive may have unpacked, before it reads them', () => {
    write({ 'dlf/resources/big.resource': '' })
    truncateSync(place('dlf/resources/big.resource'), 104_857_600)
    expect(problemsOf()).toContainEqual(expect.stringContaining('before packing; at most 104857600'))
  })

  if (isUnix) {
    it('follows links that stay in the folder', () => {
      symlinkSync('a.job', place('dlf/jobs/b.job'))
      expect(problemsOf()).toEqual([expect.stringContaining(`jobs/b.job: its "name" is 'a'`)])
    })

    it('names links that leave the folder or lead nowhere, and entries that are not files', () => {
      write({ 'secret.job': '{"name":"c"}' })
      symlinkSync('../../secret.job', place('dlf/jobs/c.job'))
      symlinkSync('/etc/passwd', place('dlf/jobs/d.job'))
      symlinkSync('nowhere', place('dlf/jobs/e.job'))
      symlinkSync('/etc', place('dlf/resources'))
      execFileSync('mkfifo', [place('dlf/jobs/f.job')])
      mkdirSync(place('dlf/jobs/g.job'))
      expect(problemsOf()).toEqual([
        'jobs/c.job: this is a link out of the folder. Put the file itself here.',
        'jobs/d.job: this is a link out of the folder. Put the file itself here.',
        'jobs/e.job: this is a link to a file that does not exist.',
        'jobs/f.job: this is not a file.',
        'jobs/g.job: this is not a file.',
        'resources/: this is a link out of the folder. Put the file itself here.',
      ])
    })

    it('names a link to nowhere that stands for one of the folders', () => {
      symlinkSync('nowhere', place('dlf/resources'))
      expect(problemsOf()).toEqual([expect.stringMatching(/^resources: this does not belong here\./)])
    })

    it('takes a checkout that is reached by a link', () => {
      symlinkSync(checkout(), join(folder(), 'link'))
      expect(readSource('dlf', join(folder(), 'link')).counts.jobs).toBe(1)
    })

    it('names files whose names differ only in case', () => {
      write({ 'dlf/jobs/A.job': '{"name":"A"}' })
      expect(problemsOf()).toEqual([expect.stringContaining('differs only in case')])
    })

    it('refuses a source that is a link out of the checkout', () => {
      symlinkSync('/etc', place('etc'))
      expect(problemsOf('etc')).toEqual([expect.stringContaining('is outside of the checkout')])
    })
  }
})

describe('readSource with a zip file', () => {
  it('leaves its bytes as they are', () => {
    const zip = rawZip([{ name: 'jobs/a.job', content: '{"name":"a"}' }])
    write({ 'dlf.ZIP': zip })
    expect(readSource('dlf.ZIP', checkout())).toEqual({
      bytes: zip,
      counts: { jobs: 1, scripts: 0, resources: 0 },
    })
  })

  it('reports every problem in it', () => {
    write({ 'dlf.zip': rawZip([{ name: 'jobs/a.job', content: '[' }, { name: '../b' }]) })
    expect(problemsOf('dlf.zip')).toHaveLength(2)
  })

  it('takes a file of exactly 10 MB, and refuses one byte more', () => {
    const files = (bytes: number) => [
      { name: 'jobs/a.job', content: '{"name":"a"}' },
      { name: 'resources/r.resource', content: new Uint8Array(bytes) },
    ]
    const padding = 10_485_760 - rawZip(files(0)).length
    write({ 'a.zip': rawZip(files(padding)), 'b.zip': rawZip(files(padding + 1)) })
    expect(readSource('a.zip', checkout()).bytes).toHaveLength(10_485_760)
    expect(problemsOf('b.zip')).toEqual([
      'The archive has 10485761 bytes; an import takes at most 10485760 (10 MB). Split it into several imports.',
    ])
  })
})
