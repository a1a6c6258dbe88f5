import { plainText } from '../text/plain.ts'

/** A file of an archive: its name with `/` between folder and file, and its bytes. */
export type ArchiveFile = { readonly name: string; readonly content: Uint8Array }

/** How many files of each kind an archive has. */
export type ArchiveCounts = { readonly jobs: number; readonly scripts: number; readonly resources: number }

/** The folders of an archive, and the one kind of file that each of them holds (docs/service.md, "Archive"). */
export const FOLDERS = { jobs: '.job', scripts: '.script', resources: '.resource' } as const

// Source: docs/service.md, "Archive"
const MAX_ARCHIVE_BYTES = 10 * 1024 * 1024
// More is taken for a zip bomb.
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024
const MAX_NAME = 200
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const LAYOUT = Object.entries(FOLDERS)
const LAYOUT_WORDS = 'Only jobs/*.job, scripts/*.script and resources/*.resource belong in an archive.'

/** Returns what is wrong with the size of a packed archive, in bytes; undefined if an import takes it. */
export function archiveSizeProblem(bytes: number): string | undefined {
  return bytes > MAX_ARCHIVE_BYTES
    ? `The archive has ${String(bytes)} bytes; an import takes at most ${String(MAX_ARCHIVE_BYTES)} (10 MB). Split it into several imports.`
    : undefined
}

/** Returns what is wrong with the size of all files before they are packed, in bytes; undefined if nothing is. */
export function unpackedSizeProblem(bytes: number): string | undefined {
  return bytes > MAX_UNPACKED_BYTES
    ? `The source has ${String(bytes)} bytes before packing; at most ${String(MAX_UNPACKED_BYTES)} are accepted.`
    : undefined
}

/** Writes the name of a file for people, on one line. */
export function shownName(name: string): string {
  return plainText(name, MAX_NAME)
}

/** Returns what is wrong with the name of a file or, with a `/` at its end, of a folder; undefined if nothing is. */
export function nameProblem(name: string): string | undefined {
  const shown = shownName(name)
  if (name.includes('\\')) {
    return `${shown}: the name has a backslash. Pack the archive with a tool that writes / between folder and file.`
  }
  if (/^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/i.test(name)) return `${shown}: the path leads out of the archive.`
  return isInLayout(name) ? undefined : `${shown}: this does not belong here. ${LAYOUT_WORDS}`
}

/**
 * Checks all files of an archive together: there is a job, no two names clash, and each job and script is JSON with the
 * name of its file. Returns a sentence for each problem.
 */
export function checkFiles(files: readonly ArchiveFile[]): readonly string[] {
  const { jobs } = countFiles(files)
  return [
    ...clashes(files.map(({ name }) => name)),
    ...files.flatMap((file) => contentProblem(file) ?? []),
    ...(jobs === 0 ? ['There is no job to import: no file jobs/*.job was found.'] : []),
  ]
}

/** Counts the files of each kind. */
export function countFiles(files: readonly Pick<ArchiveFile, 'name'>[]): ArchiveCounts {
  const count = (folder: string): number => files.filter(({ name }) => name.startsWith(`${folder}/`)).length
  return { jobs: count('jobs'), scripts: count('scripts'), resources: count('resources') }
}

function isInLayout(name: string): boolean {
  return LAYOUT.some(([folder, end]) => {
    const file = name.slice(folder.length + 1)
    const isFile = file.endsWith(end) && file.length > end.length && !file.includes('/')
    return name.startsWith(`${folder}/`) && (file === '' || isFile)
  })
}

// Windows and macOS take names for the same that differ only in case or in how an accent is composed.
function clashes(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>()
  return names.flatMap((name) => {
    const folded = name.normalize('NFC').toLowerCase()
    const other = seen.get(folded)
    seen.set(folded, name)
    if (other === undefined) return []
    return other === name
      ? [`${shownName(name)}: the archive has this file twice.`]
      : [`${shownName(name)}: the name differs only in case from ${shownName(other)}. Rename one of them.`]
  })
}

function contentProblem({ name, content }: ArchiveFile): string | undefined {
  if (name.startsWith('resources/')) return undefined
  const shown = shownName(name)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content))
  } catch {
    const mark = BYTE_ORDER_MARK.every((byte, at) => content[at] === byte)
    return `${shown}: this is not valid JSON in UTF-8${mark ? ': it begins with a byte order mark' : ''}.`
  }
  const expected = name.slice(name.indexOf('/') + 1, name.lastIndexOf('.'))
  const actual = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
  if (actual === expected) return undefined
  const seen = typeof actual === 'string' ? `is '${shownName(actual)}'` : 'is missing or is not a text'
  return `${shown}: its "name" ${seen}. It must be '${shownName(expected)}', like the file name.`
}
