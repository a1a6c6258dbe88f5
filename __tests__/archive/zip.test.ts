import { createHash } from 'node:crypto'
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { packFiles, readZip } from '../../src/archive/zip.ts'
import { cpuMsOf } from '../support/cpu-time.ts'
import { rawZip } from '../support/data/zips.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const JOB = { name: 'jobs/a.job', content: bytes('{"name":"a"}') }
const SCRIPT = { name: 'scripts/脚本.script', content: bytes('{"name":"脚本"}\r\n') }

describe('packFiles', () => {
  it('gives the same bytes for the same files in any order', () => {
    const packed = packFiles([JOB, SCRIPT])
    expect(packFiles([SCRIPT, JOB])).toEqual(packed)
    // On every system and in every zone: the bytes are known in advance.
    expect(createHash('md5').update(packed).digest('hex')).toBe('e6ba6d36b927bd1bfa8b8c5732554f5f')
  })

  it('sorts the entries and marks names as UTF-8', () => {
    const packed = Buffer.from(packFiles([SCRIPT, JOB]))
    expect(packed.indexOf('jobs/a.job')).toBeLessThan(packed.indexOf('scripts/脚本.script'))
    const second = packed.indexOf('PK\u0003\u0004', 10)
    expect(packed.readUInt16LE(second + 6) & 0x800).toBe(0x800)
  })

  it('is read back as it was', () => {
    const content = fc.uint8Array({ maxLength: 2000 })
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), content, { maxKeys: 5 }), (contents) => {
        const files = Object.entries(contents).map(([name, each]) => ({
          name: `resources/${name}.resource`,
          content: each,
        }))
        const read = readZip(packFiles([JOB, ...files]))
        expect(read.problems).toEqual([])
        expect(new Map(read.files.map((each) => [each.name, each.content]))).toEqual(
          new Map([JOB, ...files].map((each) => [each.name, each.content])),
        )
      }),
    )
  })
})

describe('readZip', () => {
  const problemsOf = (...entries: Parameters<typeof rawZip>[0]): readonly string[] =>
    readZip(rawZip(entries)).problems

  it('reads stored and deflated files, and passes over folders', () => {
    const content = deflateRawSync(JOB.content)
    const deflated = { name: JOB.name, content, method: 8, size: JOB.content.length, crc: crc32(JOB.content) }
    const { files, problems } = readZip(
      rawZip([{ name: 'jobs/' }, deflated, { name: SCRIPT.name, content: SCRIPT.content }]),
    )
    expect(problems).toEqual([])
    expect(files).toEqual([JOB, SCRIPT])
  })

  it('reads an empty file that a tool calls deflated and stores without content', () => {
    const empty = { name: 'resources/empty.resource', method: 8 }
    const { files, problems } = readZip(rawZip([JOB, empty]))
    expect(problems).toEqual([])
    expect(files).toEqual([JOB, { name: empty.name, content: bytes('') }])
  })

  it.each([bytes(''), bytes('no zip file at all, but long enough'), packFiles([JOB]).subarray(0, 60)])(
    'names a file that is damaged as a whole',
    (zip) => {
      expect(readZip(zip).problems).toEqual([expect.stringContaining('is not a zip file, or it is damaged')])
    },
  )

  it.each([
    [{ flags: 1 }, 'is encrypted'],
    [{ mode: 0o120_777 }, 'is a link'],
    [{ method: 12 }, 'compression is unknown'],
    [{ crc: 1 }, 'is damaged'],
    [{ size: 3 }, 'is damaged'],
    [{ method: 8 }, 'is damaged'],
    [{ method: 8, size: 400 }, 'is damaged'],
  ])('names a file with %j', (lie, words) => {
    const problems = problemsOf({ name: JOB.name, content: JOB.content, ...lie })
    expect(problems[0]).toMatch(/^jobs\/a\.job: the /)
    expect(problems[0]).toContain(words)
  })

  it.each([
    [{ name: '../a.job' }, 'leads out of the archive'],
    [{ name: 'jobs\\a.job' }, 'has a backslash'],
    [{ name: 'README.md' }, 'does not belong here'],
    [{ name: '__MACOSX/' }, 'does not belong here'],
  ])('refuses %j and names every other problem, too', (entry, words) => {
    const broken = { name: 'jobs/b.job', content: '[' }
    expect(problemsOf(entry, broken, { name: JOB.name, content: JOB.content })).toEqual([
      expect.stringContaining(words),
      expect.stringContaining('jobs/b.job: this is not valid JSON'),
    ])
  })

  it('refuses an archive that claims to be too large, and reads nothing of it', () => {
    const huge = { name: JOB.name, content: 'x', method: 8, size: 104_857_601 }
    expect(problemsOf(huge)).toEqual([expect.stringContaining('before packing; at most')])
  })

  it('stops unpacking a file that is larger than the archive claims', () => {
    const bomb = deflateRawSync(new Uint8Array(200_000_000), { level: 1 })
    const zip = rawZip([{ name: JOB.name, content: bomb, method: 8, size: 10 }])
    const all = cpuMsOf(() => inflateRawSync(bomb))
    const stopped = cpuMsOf(() => {
      expect(readZip(zip).problems[0]).toBe('jobs/a.job: the file is damaged. Pack the archive again.')
    })
    // It stops after the first part of the content; a busy machine may still take a while for that.
    expect(stopped).toBeLessThan(Math.max(all * 2, 500))
  })
})
