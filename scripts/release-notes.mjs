// Prints the notes of a release from CHANGELOG.md: `node scripts/release-notes.mjs v1.2.3`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const [tag = ''] = process.argv.slice(2)
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const sections = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^(?=## \[)/m)
const notes = sections.find((section) => section.startsWith(`## [${version}] - `))

/** @param {string} message */
function refuse(message) {
  console.error(message)
  process.exitCode = 1
}

if (tag !== `v${version}`) refuse(`The tag is '${tag}', but package.json says version ${version}.`)
else if (notes === undefined) refuse(`CHANGELOG.md has no section '## [${version}] - <date>'.`)
else console.log(notes.slice(notes.indexOf('\n')).trim())
