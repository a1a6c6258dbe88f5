// Keeps README's tables of inputs and outputs equal to action.yml: `npm run docs` writes them, `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const readme = join(root, 'README.md')
/** @typedef {{ description: string, required?: boolean, default?: string }} Entry */

/** @type {{ inputs: Record<string, Entry>, outputs: Record<string, Entry> }} */
const { inputs, outputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'))

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
const sections = {
  inputs: table(
    ['Input', 'Default', 'Meaning'],
    Object.entries(inputs).map(([name, input]) => [`\`${name}\``, given(input), input.description]),
  ),
  outputs: table(
    ['Output', 'Value'],
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
  ),
}

const before = readFileSync(readme, 'utf8')
const after = Object.entries(sections).reduce((text, [name, section]) => {
  const [start, end] = [`<!-- ${name} from action.yml -->`, `<!-- end of ${name} -->`]
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from === -1 || to === -1) throw new Error(`README.md lacks the marks of ${name}.`)
  return `${text.slice(0, from + start.length)}\n\n${section}\n\n${text.slice(to)}`
}, before)

if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md does not say what action.yml says: run npm run docs.')
    process.exitCode = 1
  }
} else {
  writeFileSync(readme, after)
}
