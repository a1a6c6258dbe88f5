// Reads the folder or zip file that an import uploads.
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

import { type Found, packFiles, readZip } from './zip.ts'
import {
  type ArchiveCounts,
  type ArchiveFile,
  archiveSizeProblem,
  checkFiles,
  countFiles,
  FOLDERS,
  nameProblem,
  shownName,
  unpackedSizeProblem,
} from '../core/archive/archive-files.ts'
import { SetupError } from '../inputs/setup-error.ts'

/** An archive that passed all checks. */
export type Archive = { readonly bytes: Uint8Array; readonly counts: ArchiveCounts }

/**
 * Reads, checks and packs a folder, or reads and checks a zip file and leaves its bytes as they are.
 *
 * @param source path of the folder or zip file, absolute or relative to `checkout`
 * @param checkout folder that `source` must be in; the current folder if empty
 * @throws SetupError that names each file that is not accepted
 */
export function readSource(source: string, checkout: string): Archive {
  const place = locate(source, checkout)
  const seen = statSync(place)
  if (seen.isDirectory()) {
    const files = accepted(readFolder(place))
    const bytes = packFiles(files)
    checkSize(bytes.length)
    return { bytes, counts: countFiles(files) }
  }
  if (!seen.isFile() || !place.toLowerCase().endsWith('.zip')) {
    throw new SetupError([`Input 'source' must be a folder or a .zip file; got '${shownName(source)}'.`])
  }
  checkSize(seen.size)
  const bytes = new Uint8Array(readFileSync(place))
  return { bytes, counts: countFiles(accepted(readZip(bytes))) }
}

function locate(source: string, checkout: string): string {
  const shown = shownName(source)
  const root = realPath(resolve(checkout)) ?? checkout
  const place = realPath(resolve(root, source))
  if (place === undefined) {
    throw new SetupError([
      `Input 'source' names '${shown}', which does not exist. Check the path, and that actions/checkout ran before this step.`,
    ])
  }
  if (!isInside(root, place)) {
    throw new SetupError([`Input 'source' names '${shown}', which is outside of the checkout.`])
  }
  return place
}

function readFolder(root: string): Found {
  const files: ArchiveFile[] = []
  const problems: string[] = []
  let bytes = 0
  for (const { name, path } of listFolder(root)) {
    const problem = nameProblem(name) ?? linkProblem(name, path, root)
    if (problem !== undefined) problems.push(problem)
    else {
      bytes += statSync(path).size
      const sizeProblem = unpackedSizeProblem(bytes)
      if (sizeProblem !== undefined) return { files, problems: [...problems, sizeProblem] }
      files.push({ name, content: new Uint8Array(readFileSync(path)) })
    }
  }
  return { files, problems: [...problems, ...checkFiles(files)] }
}

// Two levels are enough: a folder within one of the three has no place in an archive, and is named as a whole.
function listFolder(root: string): readonly { readonly name: string; readonly path: string }[] {
  return readdirSync(root)
    .toSorted()
    .flatMap((folder) => {
      const path = join(root, folder)
      const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
      if (!isFolder) return [{ name: folder, path }]
      if (!Object.hasOwn(FOLDERS, folder) || linkProblem(`${folder}/`, path, root) !== undefined) {
        return [{ name: `${folder}/`, path }]
      }
      const names = readdirSync(path).toSorted()
      return names.map((file) => ({ name: `${folder}/${file}`, path: join(path, file) }))
    })
}

function linkProblem(name: string, path: string, root: string): string | undefined {
  const target = realPath(path)
  const shown = shownName(name)
  if (target === undefined) return `${shown}: this is a link to a file that does not exist.`
  if (!isInside(root, target)) return `${shown}: this is a link out of the folder. Put the file itself here.`
  const isWanted = name.endsWith('/') ? lstatSync(target).isDirectory() : lstatSync(target).isFile()
  return isWanted ? undefined : `${shown}: this is not a file.`
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  // On Windows the way to another drive is absolute.
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(root, way) === path
}

function accepted({ files, problems }: Found): readonly ArchiveFile[] {
  if (problems.length > 0) throw new SetupError(problems)
  return files
}

function checkSize(bytes: number): void {
  const problem = archiveSizeProblem(bytes)
  if (problem !== undefined) throw new SetupError([problem])
}
