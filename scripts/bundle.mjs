// Builds the bundle, with the licences of its packages.
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const NCC = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
// These licences ask for no more than their text, which licenses.txt contains.
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT']
// The runner downloads the whole folder in every job that uses the action.
const MAX_KB = 900
const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/

/** @typedef {{ nameForCondition?: string | null, modules?: readonly Module[] }} Module */
/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

/**
 * Builds `src/main.ts` into a folder, which it empties first. Returns a sentence for each problem with size or licences.
 * Throws an Error if the compiler fails.
 *
 * @param {string} folder
 */
export function buildBundle(folder) {
  // Otherwise a chunk that was renamed would remain.
  rmSync(folder, { recursive: true, force: true })
  const licences = compile(folder).map(readLicence)
  copyFileSync(join(root, 'scripts/post-launcher.mjs'), join(folder, 'post.js'))
  writeFileSync(join(folder, 'licenses.txt'), licences.map(section).join('\n'))
  return [...sizeFaults(folder), ...licences.flatMap(licenceFaults)]
}

/** @param {string} folder */
function sizeFaults(folder) {
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  return bytes > MAX_KB * 1000
    ? [`The bundle has ${Math.ceil(bytes / 1000)} kB; at most ${MAX_KB} kB are accepted.`]
    : []
}

/** @param {Licence} licence */
function licenceFaults({ name, licence, text }) {
  if (!PERMISSIVE.includes(licence))
    return [`${name} is under '${licence}'; accepted are ${PERMISSIVE.join(', ')}.`]
  return text === '' ? [`${name} has no file with the text of its licence.`] : []
}

/**
 * Compiles the bundle and returns the folders of its packages. The compiler's own list of licences lacks packages whose
 * modules it merges with `src`.
 *
 * @param {string} folder
 */
function compile(folder) {
  const scratch = mkdtempSync(join(tmpdir(), 'bundle-'))
  const stats = join(scratch, 'stats.json')
  try {
    const args = ['build', join(root, 'src/main.ts'), '--out', folder, '--target', 'es2023', '--quiet']
    const { status } = spawnSync(process.execPath, [NCC, ...args, '--stats-out', stats], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) throw new Error('The bundle could not be built.')
    return packagesIn(JSON.parse(readFileSync(stats, 'utf8')))
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/**
 * @param {Module} module
 * @returns {readonly string[]}
 */
function packagesIn(module) {
  const [, own] = PACKAGE.exec(module.nameForCondition ?? '') ?? []
  const inner = (module.modules ?? []).flatMap(packagesIn)
  return [...new Set(own === undefined ? inner : [own, ...inner])].toSorted()
}

/**
 * @param {string} folder
 * @returns {Licence}
 */
function readLicence(folder) {
  const { name, version, license: licence } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.md|\.txt)?$/i.test(each))
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8')
  return { name, version, licence, text: text.replaceAll('\r\n', '\n').trim() }
}

/** @param {Licence} licence */
function section({ name, version, licence, text }) {
  return `${name} ${version}\n${licence}\n\n${text}\n`
}
