// Keeps README's tables of inputs and outputs equal to those of the two action.yml: `npm run docs` writes them, `--check`
// only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const readme = join(root, 'README.md')
/** @typedef {{ description: string, required?: boolean, default?: string }} Entry */

/**
 * @param {string} path
 * @returns {{ inputs: Record<string, Entry>, outputs: Record<string, Entry> }}
 */
const metadataOf = (path) => parse(readFileSync(join(root, path), 'utf8'))
const action = metadataOf('action.yml')
const companion = metadataOf('import/action.yml')

/** @param {string} text */
const cell = (text) => text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ')
/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n')

/** @param {Entry} entry */
const given = ({ required, default: value }) =>
  required ? 'required' : value === undefined ? '' : `\`${value}\``
/** @param {Record<string, Entry>} inputs */
const inputTable = (inputs) =>
  table(
    ['Input', 'Default', 'Meaning'],
    Object.entries(inputs).map(([name, input]) => [`\`${name}\``, given(input), input.description]),
  )
/** @param {Record<string, Entry>} outputs */
const outputTable = (outputs) =>
  table(
    ['Output', 'Value'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  )

// Who reads of the companion has the table of the action before: what both have alike is only named.
const isShared = (/** @type {string} */ name) =>
  JSON.stringify(companion.inputs[name]) === JSON.stringify(action.inputs[name])
const own = Object.fromEntries(Object.entries(companion.inputs).filter(([name]) => !isShared(name)))
const shared = Object.keys(companion.inputs)
  .filter(isShared)
  .map((name) => `\`${name}\``)

const sections = {
  'action.yml inputs': inputTable(action.inputs),
  'action.yml outputs': outputTable(action.outputs),
  'import/action.yml inputs': `${inputTable(own)}\n\nThe same as in the table above: ${shared.join(', ')}.`,
  'import/action.yml outputs': outputTable(companion.outputs),
}

const before = readFileSync(readme, 'utf8')
const written = Object.entries(sections).reduce((text, [name, section]) => {
  const [path, what] = name.split(' ')
  const [start, end] = [`<!-- ${what} from ${path} -->`, `<!-- end of ${name} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from === -1 || to === -1) throw new Error(`README.md lacks the marks of ${name}.`)
  return `${text.slice(0, from + start.length)}\n\n${section}\n\n${text.slice(to)}`
}, before)
// As `npm run format` would leave it: its tables are padded.
const after = await format(written, { ...(await resolveConfig(readme)), parser: 'markdown' })

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md does not say what action.yml and import/action.yml say: run npm run docs.')
    process.exitCode = 1
  }
} else {
  writeFileSync(readme, after)
}
