// Prints the notes of a release from CHANGELOG.md, where all that names the version agrees: `node scripts/release/release-notes.mjs v1.2.3`.
import { readFileSync } from 'node:fs'
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

/** @returns {string | undefined} what does not agree, in a sentence */
function problem() {
  if (tag !== `v${version}`) return `The tag is '${tag}', but package.json says version ${version}.`
  if (locked !== version) {
    return `package-lock.json says version ${locked}: use npm version --no-git-tag-version.`
  }
  const other = ['README.md', 'README.zh-CN.md'].find((name) =>
    [...read(name).matchAll(/wait-for-dlf-task(?:\/import)?@(v\d+)/g)].some(([, named]) => named !== major),
  )
  if (other !== undefined) return `${other} shows workflows with another version than ${major}.`
  return notes === undefined ? `CHANGELOG.md has no section '## [${version}] - <date>'.` : undefined
}

const found = problem()
if (found === undefined) console.log(notes?.slice(notes.indexOf('\n')).trim())
else {
  console.error(found)
  process.exitCode = 1
}
