// Prints the notes of a release from CHANGELOG.md if every page and file is ready for it: `node scripts/release/release-notes.mjs v1.2.3`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const [tag = ''] = process.argv.slice(2)
const read = (/** @type {string} */ name) => readFileSync(join(root, name), 'utf8')
const { version } = JSON.parse(read('package.json'))
const { version: locked } = JSON.parse(read('package-lock.json'))
const major = `v${version.split('.')[0]}`
const notes = read('CHANGELOG.md')
  .split(/^(?=## \[)/m)
  .find((section) => section.startsWith(`## [${version}] - `))

// Pages and workflows that users copy lines from; the placeholder would give them an action that does not exist.
const PLACEHOLDER = '<owner>'
const pages = ['.', 'docs', 'import', 'examples', '.github/ISSUE_TEMPLATE']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: folder !== '.', encoding: 'utf8' })
      .filter((name) => /\.(md|yml)$/.test(name))
      .map((name) => join(folder, name)),
  )

/** @returns {string | undefined} a sentence about the first thing that is not ready */
function problem() {
  if (tag !== `v${version}`) return `The tag is '${tag}', but package.json says version ${version}.`
  if (locked !== version) {
    return `package-lock.json says version ${locked}: use npm version --no-git-tag-version.`
  }
  const other = ['README.md', 'README.zh-CN.md'].find((name) =>
    [...read(name).matchAll(/wait-for-dlf-task(?:\/import)?@(v\d+)/g)].some(([, named]) => named !== major),
  )
  if (other !== undefined) return `${other} shows workflows with another version than ${major}.`
  const unfinished = pages.find((name) => read(name).includes(PLACEHOLDER))
  if (unfinished !== undefined) {
    return `${unfinished} still says ${PLACEHOLDER}: replace it with the owner of the repository.`
  }
  return notes === undefined ? `CHANGELOG.md has no section '## [${version}] - <date>'.` : undefined
}

const found = problem()
if (found === undefined) console.log(notes?.slice(notes.indexOf('\n')).trim())
else {
  console.error(found)
  process.exitCode = 1
}
