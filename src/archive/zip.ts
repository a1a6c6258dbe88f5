// Zip files, packed by fflate: one implementation of deflate for every system (docs/adr/0013-archive.md).
import { crc32, inflateRawSync } from 'node:zlib'

import { zipSync } from 'fflate'

import {
  type ArchiveFile,
  checkFiles,
  nameProblem,
  shownName,
  unpackedSizeProblem,
} from '../core/archive/archive-files.ts'
import { readZipDirectory, type ZipEntry } from '../core/archive/zip-directory.ts'

// The format counts from 1980, in local time; at noon no change to summer time can move the day.
const TIME_STAMP = new Date(1980, 0, 1, 12)
// An unzip that takes an archive for one of DOS reads its names in another encoding than UTF-8.
const UNIX_FILE = { os: 3, attrs: 0o100_644 << 16 }

const DAMAGED = 'The source is not a zip file, or it is damaged. Pack it again.'

/** Files that were found, and a sentence for each problem. */
export type Found = { readonly files: readonly ArchiveFile[]; readonly problems: readonly string[] }

/** Packs files into a zip file; the same files give the same bytes on every system. */
export function packFiles(files: readonly ArchiveFile[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return zipSync(Object.fromEntries(sorted.map(({ name, content }) => [name, content])), {
    mtime: TIME_STAMP,
    ...UNIX_FILE,
  })
}

/** Checks a zip file and the files in it. */
export function readZip(zip: Uint8Array): Found {
  const entries = readZipDirectory(zip)
  if (entries === undefined) return { files: [], problems: [DAMAGED] }
  const sizeProblem = unpackedSizeProblem(entries.reduce((sum, { size }) => sum + size, 0))
  if (sizeProblem !== undefined) return { files: [], problems: [sizeProblem] }
  const problems: string[] = []
  const files: ArchiveFile[] = []
  for (const entry of entries) {
    const problem = nameProblem(entry.name) ?? entryProblem(entry)
    const content = problem ?? (entry.name.endsWith('/') ? undefined : unpack(entry))
    if (typeof content === 'string') problems.push(content)
    else if (content !== undefined) files.push({ name: entry.name, content })
  }
  return { files, problems: [...problems, ...checkFiles(files)] }
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
  // A tool may call an empty file deflated and store nothing.
  const isPlain = entry.method === 'stored' || entry.packed.length === 0
  const content = isPlain ? entry.packed : inflate(entry)
  return content?.length === entry.size && crc32(content) === entry.crc
    ? content
    : `${shownName(entry.name)}: the file is damaged. Pack the archive again.`
}

function inflate({ packed, size }: ZipEntry): Uint8Array | undefined {
  try {
    // Copied, because the buffer of a short file takes 16 KiB.
    return new Uint8Array(inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }))
  } catch {
    return undefined
  }
}
