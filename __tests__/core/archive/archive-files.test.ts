import { describe, expect, it } from '@jest/globals'

import {
  type ArchiveFile,
  archiveSizeProblem,
  checkFiles,
  countFiles,
  nameProblem,
  unpackedSizeProblem,
} from '../../../src/core/archive/archive-files.ts'

const file = (name: string, text: string): ArchiveFile => ({ name, content: new TextEncoder().encode(text) })
const JOB = file('jobs/a.job', '{"name":"a"}')

describe('archiveSizeProblem', () => {
  it('accepts 10 MB and not one byte more', () => {
    expect(archiveSizeProblem(10_485_760)).toBeUndefined()
    expect(archiveSizeProblem(10_485_761)).toBe(
      'The archive has 10485761 bytes; an import takes at most 10485760 (10 MB). Split it into several imports.',
    )
  })
})

describe('unpackedSizeProblem', () => {
  it('accepts 100 MB and not one byte more', () => {
    expect(unpackedSizeProblem(104_857_600)).toBeUndefined()
    expect(unpackedSizeProblem(104_857_601)).toBe(
      'The source has 104857601 bytes before packing; at most 104857600 are accepted.',
    )
  })
})

describe('nameProblem', () => {
  it.each([
    'jobs/',
    'jobs/a.job',
    'scripts/作业 1.script',
    'resources/x.resource',
    'jobs/a.b.job',
    'jobs/..a.job',
  ])('accepts %s', (name) => {
    expect(nameProblem(name)).toBeUndefined()
  })

  it.each([
    ['README.md', 'does not belong here'],
    ['export/jobs/a.job', 'does not belong here'],
    ['Jobs/a.job', 'does not belong here'],
    ['jobs/a.script', 'does not belong here'],
    ['jobs/a.JOB', 'does not belong here'],
    ['jobs/.job', 'does not belong here'],
    ['jobs/x/a.job', 'does not belong here'],
    ['jobs/x/', 'does not belong here'],
    ['jobs', 'does not belong here'],
    ['__MACOSX/', 'does not belong here'],
    ['', 'does not belong here'],
    // Only one letter before a colon is a drive of Windows.
    ['dlf:jobs/a.job', 'does not belong here'],
    ['../a.job', 'leads out of the archive'],
    ['jobs/../../a.job', 'leads out of the archive'],
    ['jobs/..', 'leads out of the archive'],
    ['/jobs/a.job', 'leads out of the archive'],
    ['C:jobs/a.job', 'leads out of the archive'],
    ['jobs\\a.job', 'has a backslash'],
    ['..\\jobs/a.job', 'has a backslash'],
  ])('refuses %s', (name, words) => {
    expect(nameProblem(name)).toContain(words)
  })

  it('says what belongs in an archive', () => {
    expect(nameProblem('a')).toContain('Only jobs/*.job, scripts/*.script and resources/*.resource belong')
  })

  it('writes the name on one line', () => {
    expect(nameProblem('a\nb')).toMatch(/^a b: /)
  })
})

describe('checkFiles', () => {
  it('accepts jobs, scripts and resources', () => {
    const files = [
      JOB,
      file('jobs/a.b.job', '{"name":"a.b"}'),
      file('scripts/s.script', '{"type":"x","name":"s"}'),
      file('resources/r.resource', 'x'),
    ]
    expect(checkFiles(files)).toEqual([])
  })

  it('asks for a job', () => {
    expect(checkFiles([])).toEqual(['There is no job to import: no file jobs/*.job was found.'])
    expect(checkFiles([file('scripts/s.script', '{"name":"s"}')])).toHaveLength(1)
  })

  it.each([
    ['', 'is not valid JSON in UTF-8.'],
    ['{"name":"a",}', 'is not valid JSON in UTF-8.'],
    ['\uFEFF{"name":"a"}', 'is not valid JSON in UTF-8: it begins with a byte order mark.'],
    ['\uFF5B"name":"a"\uFF5D', 'is not valid JSON in UTF-8.'],
    ['{}', `its "name" is missing or is not a text. It must be 'a', like the file name.`],
    ['{"name":1}', 'is missing or is not a text'],
    ['null', 'is missing or is not a text'],
    ['"a"', 'is missing or is not a text'],
    ['{"name":"A"}', `its "name" is 'A'. It must be 'a'`],
  ])('names a job with the content %j', (text, words) => {
    const [problem, ...more] = checkFiles([file('jobs/a.job', text)])
    expect(problem).toMatch(/^jobs\/a\.job: /)
    expect(problem).toContain(words)
    expect(more).toEqual([])
  })

  it('names a text that is not in UTF-8', () => {
    // The Chinese word for "job" in GBK, in JSON that is valid otherwise
    const content = Buffer.from('{"name":"a","label":"\u00d7\u00f7\u00d2\u00b5"}', 'latin1')
    expect(checkFiles([{ name: 'jobs/a.job', content }])).toEqual([
      'jobs/a.job: this is not valid JSON in UTF-8.',
    ])
  })

  it('names files whose names clash', () => {
    const composed = file('jobs/\u00e9.job', '{"name":"\u00e9"}')
    const decomposed = file('jobs/e\u0301.job', '{"name":"e\u0301"}')
    expect(checkFiles([JOB, file('jobs/A.job', '{"name":"A"}'), composed, decomposed, JOB])).toEqual([
      'jobs/A.job: the name differs only in case from jobs/a.job. Rename one of them.',
      expect.stringContaining('differs only in case'),
      'jobs/a.job: the name differs only in case from jobs/A.job. Rename one of them.',
    ])
    expect(checkFiles([JOB, JOB])).toEqual(['jobs/a.job: the archive has this file twice.'])
  })

  it('accepts names that differ in more than case', () => {
    const names = ['strasse', 'stra\u00dfe']
    expect(checkFiles(names.map((name) => file(`jobs/${name}.job`, JSON.stringify({ name }))))).toEqual([])
  })

  it('reports all problems together', () => {
    const files = [file('jobs/a.job', '['), file('jobs/b.job', '{}'), file('scripts/c.script', '')]
    expect(checkFiles(files)).toHaveLength(3)
  })
})

describe('countFiles', () => {
  it('counts the files of each kind', () => {
    const names = ['jobs/a.job', 'jobs/b.job', 'scripts/a.script', 'resources/a.resource', 'jobs.x']
    expect(countFiles(names.map((name) => ({ name })))).toEqual({ jobs: 2, scripts: 1, resources: 1 })
  })
})
