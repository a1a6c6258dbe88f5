// Zip files by fflate: one implementation of deflate for every system (docs/adr/0013-archive.md).
import { crc32 } from 'node:zlib'

import { Inflate, zipSync } from 'fflate'

import {
  type ArchiveFile,
  checkFiles,
  MAX_UNPACKED_BYTES,
  nameProblem,
  shownName,
} from '../core/archive/archive-files.ts'
import { readZipDirectory, type ZipEntry } from '../core/archive/zip-directory.ts'

// The format counts from 1980, in local time; at noon no change to summer time can move the day.
const TIME_STAMP = new Date(1980, 0, 1, 12)
// An unzip that takes an archive for one of DOS reads its names in another encoding than UTF-8.
const UNIX_FILE = { os: 3, attrs: 0o100_644 << 16 }
// A slice of compressed bytes grows a thousandfold at most: a bomb is noticed before it fills the memory.
const SLICE_BYTES = 16_384

const DAMAGED = 'The source is not a zip file, or it is damaged. Pack it again.'

/** Packs files into a zip file; the same files give the same bytes on every system. */
export function packFiles(files: readonly ArchiveFile[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return zipSync(Object.fromEntries(sorted.map(({ name, content }) => [name, content])), {
    mtime: TIME_STAMP,
    ...UNIX_FILE,
  })
}

/** Checks a zip file and the files in it, and returns the files and a sentence for each problem. */
export function readZip(zip: Uint8Array): {
  readonly files: readonly ArchiveFile[]
  readonly problems: readonly string[]
} {
  const entries = readZipDirectory(zip)
  if (entries === undefined) return { files: [], problems: [DAMAGED] }
  const bytes = entries.reduce((sum, { size }) => sum + size, 0)
  if (bytes > MAX_UNPACKED_BYTES) return { files: [], problems: [tooLarge(bytes)] }
  const problems: string[] = []
  const files: ArchiveFile[] = []
  for (const entry of entries) {
    const problem = nameProblem(entry.name) ?? entryProblem(entry)
    const content = problem === undefined && !entry.name.endsWith('/') ? unpack(entry) : undefined
    if (typeof content === 'object') files.push({ name: entry.name, content })
    else problems.push(...[problem ?? content].filter((each) => each !== undefined))
  }
  return { files, problems: [...problems, ...checkFiles(files)] }
}

/** Says that files are too large to be packed or unpacked. */
export function tooLarge(bytes: number): string {
  return `The source has ${String(bytes)} bytes before packing; at most ${String(MAX_UNPACKED_BYTES)} are accepted.`
}

function entryProblem({ name, isEncrypted, isLink, method }: ZipEntry): string | undefined {
  const shown = shownName(name)
  if (isEncrypted) return `${shown}: the file is encrypted. Pack the archive without a password.`
  if (isLink) return `${shown}: the file is a link. Pack the file that it leads to.`
  if (method === 'other') return `${shown}: the compression is unknown. Pack the archive with deflate.`
  return undefined
}

/** Returns the content of an entry, or a sentence if it is damaged. */
function unpack(entry: ZipEntry): Uint8Array | string {
  const content = entry.method === 'stored' ? entry.packed : inflate(entry)
  return content?.length === entry.size && crc32(content) === entry.crc
    ? content
    : `${shownName(entry.name)}: the file is damaged. Pack the archive again.`
}

function inflate({ packed, size }: ZipEntry): Uint8Array | undefined {
  const content = new Uint8Array(size)
  let filled = 0
  const stream = new Inflate((part) => {
    if (filled + part.length > size) throw new RangeError('The file is larger than the archive claims.')
    content.set(part, filled)
    filled += part.length
  })
  try {
    for (let from = 0; from < packed.length; from += SLICE_BYTES) {
      const to = from + SLICE_BYTES
      stream.push(packed.subarray(from, to), to >= packed.length)
    }
  } catch {
    return undefined
  }
  return filled === size ? content : undefined
}
