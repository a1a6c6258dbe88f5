import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { readZipDirectory } from '../../../src/core/archive/zip-directory.ts'
import { rawZip } from '../../support/data/zips.ts'

describe('readZipDirectory', () => {
  it('reads every field that the checks need', () => {
    const zip = rawZip([
      { name: 'jobs/作业.job', content: 'abc', crc: 7 },
      { name: 'jobs/', method: 0 },
      { name: 'link', content: '/etc', mode: 0o120_777 },
      { name: 'secret', flags: 1, method: 8, size: 99 },
      { name: 'odd', method: 12 },
    ])
    const entries = readZipDirectory(zip) ?? []
    expect(entries.map(({ name }) => name)).toEqual(['jobs/作业.job', 'jobs/', 'link', 'secret', 'odd'])
    expect(entries[0]).toMatchObject({ method: 'stored', isEncrypted: false, isLink: false, crc: 7, size: 3 })
    expect(Buffer.from(entries[0]?.packed ?? []).toString()).toBe('abc')
    expect(entries[2]).toMatchObject({ isLink: true })
    expect(entries[3]).toMatchObject({ isEncrypted: true, method: 'deflated', size: 99 })
    expect(entries[4]).toMatchObject({ method: 'other' })
  })

  it('reads a file with a comment, and one that is a part of a larger buffer', () => {
    const zip = rawZip([{ name: 'a' }], 'a comment')
    const larger = new Uint8Array(zip.length + 20)
    larger.set(zip, 10)
    expect(readZipDirectory(larger.subarray(10, 10 + zip.length))).toHaveLength(1)
    expect(readZipDirectory(rawZip([]))).toEqual([])
  })

  it.each([
    ['a link of Unix for a link', { mode: 0o120_777 }, true],
    ['a regular file of Unix for no link', { mode: 0o100_644 }, false],
    ['a file of another system for no link', { mode: 0o120_777, system: 0 }, false],
  ])('takes %s', (_, entry, isLink) => {
    expect(readZipDirectory(rawZip([{ name: 'a', ...entry }]))).toMatchObject([{ isLink }])
  })

  it.each([
    [0, false],
    [1, true],
    [0x800, false],
    [0x801, true],
  ])('reads from the flags %d whether an entry is encrypted: %s', (flags, isEncrypted) => {
    const entries = [{ name: 'a', content: 'some text', flags }]
    expect(readZipDirectory(rawZip(entries))).toMatchObject([{ isEncrypted }])
  })

  it('finds the directory before a comment of up to 65,535 bytes', () => {
    expect(readZipDirectory(rawZip([], 'x'.repeat(65_535)))).toEqual([])
    const tooLong = Buffer.concat([rawZip([]), Buffer.alloc(65_536)])
    expect(readZipDirectory(tooLong)).toBeUndefined()
  })

  it('refuses an entry that has another name in its own header', () => {
    expect(readZipDirectory(rawZip([{ name: 'jobs/a.job', localName: 'jobs/b.job' }]))).toBeUndefined()
    expect(readZipDirectory(rawZip([{ name: 'jobs/a.job', localName: 'jobs/a.job2' }]))).toBeUndefined()
  })

  it('refuses a file that is not a zip file', () => {
    expect(readZipDirectory(new Uint8Array())).toBeUndefined()
    expect(readZipDirectory(new TextEncoder().encode('this is a text, and no zip file'))).toBeUndefined()
    expect(readZipDirectory(new Uint8Array(100))).toBeUndefined()
  })

  it('refuses signatures and places that are wrong', () => {
    const zip = rawZip([{ name: 'a', content: 'x' }])
    const changed = (at: number, value: number): Uint8Array => {
      const copy = Uint8Array.from(zip)
      copy[at] = value
      return copy
    }
    const end = zip.length - 22
    const central = end - 47
    // Local header, central header, place of the directory, its size, count of entries, packed size.
    for (const at of [0, central, end + 18, end + 14, end + 10, central + 22]) {
      expect(readZipDirectory(changed(at, 200))).toBeUndefined()
    }
  })

  it('refuses any cut of a file, and never throws', () => {
    const zip = rawZip([
      { name: 'jobs/a.job', content: '{"name":"a"}' },
      { name: 'jobs/b.job', content: '{}' },
    ])
    for (let length = 0; length < zip.length; length += 1) {
      expect(readZipDirectory(zip.subarray(0, length))).toBeUndefined()
    }
  })

  it('never throws if any bytes are changed', () => {
    const zip = rawZip([{ name: 'jobs/a.job', content: '{"name":"a"}' }])
    const change = fc.tuple(fc.nat(zip.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const copy = Uint8Array.from(zip)
        for (const [at, value] of changes) copy[at] = value
        const entries = readZipDirectory(copy)
        for (const { packed } of entries ?? []) expect(packed.length).toBeLessThanOrEqual(zip.length)
      }),
    )
  })
})
