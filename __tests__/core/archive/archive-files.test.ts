import { describe, expect, it } from '@jest/globals'

import {
  type ArchiveFile,
  checkFiles,
  countFiles,
  nameProblem,
} from '../../../src/core/archive/archive-files.ts'

const file = (name: string, text: string): ArchiveFile => ({ name, content: new TextEncoder().encode(text) })
const JOB = file('jobs/a.job', '{"name":"a"}')

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

  it('writes the name on one line', () => {
    expect(nameProblem('a\nb')).toMatch(/^a b: /)
  })
})

describe('checkFiles', () => {
  it('accepts jobs, scripts and resources', () => {
    const files = [
      JOB,
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

  it('names bytes that are not UTF-8', () => {
    const content = Uint8Array.of(0x7b, 0xff, 0x7d)
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
