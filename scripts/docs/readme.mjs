// Writes the generated tables of the documents (`npm run docs`), or compares them (`--check`).
//
// The tables of inputs and outputs come from both action.yml files, in Chinese through scripts/docs/zh-CN.yml. The table of
// ways to wait comes from docs/benchmark.md. Code is the same in both READMEs.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { format, resolveConfig } from 'prettier'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../..')
/** @typedef {{ description: string, required?: boolean, default?: string }} Entry */
/** @typedef {{ en: string, zh: string }} Translation */

/** @param {string} path */
const read = (path) => readFileSync(join(root, path), 'utf8')
/**
 * @param {string} path
 * @returns {{ inputs: Record<string, Entry>, outputs: Record<string, Entry> }}
 */
const metadataOf = (path) => parse(read(path))
const action = metadataOf('action.yml')
const companion = metadataOf('import/action.yml')
/** @type {readonly Translation[]} */
const translations = parse(read('scripts/docs/zh-CN.yml'))

/** @type {string[]} */
const faults = []

/**
 * The texts of a language in the generated tables.
 *
 * @typedef {object} Wording
 * @property {readonly string[]} inputHead
 * @property {readonly string[]} outputHead
 * @property {string} required
 * @property {readonly string[]} groups names of the groups of inputs, in the order of `GROUPS`
 * @property {(description: string) => string} describe
 */

/** @type {Wording} */
const ENGLISH = {
  inputHead: ['Input', 'Default', 'Meaning'],
  outputHead: ['Output', 'Value'],
  required: 'required',
  groups: ['Task', 'Sign-in', 'Waiting', 'Commit status'],
  describe: (description) => description,
}

/** @type {Wording} */
const CHINESE = {
  inputHead: ['输入', '默认值', '含义'],
  outputHead: ['输出', '值'],
  required: '必填',
  groups: ['任务', '登录', '等待', '提交状态'],
  describe: translated,
}

// The first input of each group in action.yml, in the order in which READMEs show the groups.
const GROUPS = ['task-id', 'access-key-id', 'timeout', 'status-context']

// Rows of docs/benchmark.md, with their names in docs/other-ways.md.
const WAYS = [
  ['**this action**', '**this action**'],
  ['KooCLI and others', 'KooCLI `--cli-waiter`, every 5 s'],
  ['Huawei Terraform', 'Terraform provider, job import'],
  ['cloudformation and others', '`curl` in a loop, `sleep 10`'],
]

/** @param {string} description */
function translated(description) {
  const found = translations.find(({ en }) => en.trim() === description.trim())
  if (found === undefined) faults.push(`scripts/docs/zh-CN.yml has no translation of: ${description.trim()}`)
  return found?.zh ?? description
}

/** @param {string} text */
const cell = (text) => text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ')
/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @param {string} [align]
 */
const table = (head, rows, align = '---') =>
  [head, head.map((_, index) => (index === 0 ? '---' : align)), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n')

/**
 * @param {Record<string, Entry>} inputs
 * @param {Wording} wording
 */
function inputRows(inputs, { required, describe }) {
  /** @param {Entry} entry */
  const given = (entry) =>
    entry.required ? required : entry.default === undefined ? '' : `\`${entry.default}\``
  return Object.entries(inputs).map(([name, entry]) => [
    `\`${name}\``,
    given(entry),
    describe(entry.description),
  ])
}

/**
 * @param {Record<string, Entry>} outputs
 * @param {Wording} wording
 */
function outputTable(outputs, { outputHead, describe }) {
  return table(
    outputHead,
    Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, describe(description)]),
  )
}

/** Mean delay and requests of each law, from the tables of the benchmark for tasks of about 8 s and of 1 s to 2 h. */
function waysTable() {
  const page = read('docs/benchmark.md')
  /** @param {string} title @param {string} law */
  const figures = (title, law) => {
    const section = page.slice(page.indexOf(`\n## ${title}`))
    const row = section.split('\n').find((line) => line.startsWith(`| ${law} `))
    const [, , delay, , requests] = (row ?? '').split('|').map((text) => text.trim())
    if (delay === undefined || requests === undefined)
      throw new Error(`docs/benchmark.md lacks ${law} under ${title}.`)
    return [`${delay} s`, requests]
  }
  const rows = WAYS.map(([law = '', name = '']) => [
    name,
    ...figures('Durations: log-normal', law),
    ...figures('Durations: log-uniform', law),
  ])
  return table(['', 'tasks of about 8 s', 'requests', 'tasks of 1 s to 2 h', 'requests'], rows, '--:')
}

/**
 * Returns a table whose groups each begin with a row that names the group.
 *
 * @param {Record<string, Entry>} inputs a group ends where the next one begins
 * @param {Wording} wording
 */
function groupedInputTable(inputs, wording) {
  const names = Object.keys(inputs)
  const starts = GROUPS.map((first) => names.indexOf(first))
  if (starts.includes(-1) || !starts.includes(0)) throw new Error('action.yml lacks the start of a group.')
  const rows = starts.flatMap((start, index) => {
    const end = Math.min(...starts.filter((other) => other > start), names.length)
    const group = Object.fromEntries(Object.entries(inputs).slice(start, end))
    return [[`**${wording.groups[index]}**`, '', ''], ...inputRows(group, wording)]
  })
  return table(wording.inputHead, rows)
}

// README.md has the table of the action, so import/README.md only names common inputs.
const isShared = (/** @type {string} */ name) =>
  JSON.stringify(companion.inputs[name]) === JSON.stringify(action.inputs[name])
const own = Object.fromEntries(Object.entries(companion.inputs).filter(([name]) => !isShared(name)))
const shared = Object.keys(companion.inputs)
  .filter(isShared)
  .map((name) => `\`${name}\``)

/** @param {Wording} wording */
const tablesOfTheAction = (wording) => ({
  'action.yml inputs': groupedInputTable(action.inputs, wording),
  'action.yml outputs': outputTable(action.outputs, wording),
})

/** The generated sections of each document. */
const SECTIONS = {
  'README.md': tablesOfTheAction(ENGLISH),
  'README.zh-CN.md': tablesOfTheAction(CHINESE),
  'import/README.md': {
    'import/action.yml inputs': `${table(ENGLISH.inputHead, inputRows(own, ENGLISH))}\n\nThe same as for [the action that waits](../README.md#inputs): ${shared.join(', ')}.`,
    'import/action.yml outputs': outputTable(companion.outputs, ENGLISH),
  },
  'docs/other-ways.md': { 'docs/benchmark.md ways': waysTable() },
}

/**
 * Returns a document with fresh tables, in the format of `npm run format`.
 *
 * @param {string} name
 * @param {Record<string, string>} sections
 */
async function withTables(name, sections) {
  const written = Object.entries(sections).reduce((text, [source, section]) => {
    const [path, what] = source.split(' ')
    const [start, end] = [`<!-- ${what} from ${path} -->`, `<!-- end of ${source} -->`]
    const [from, to] = [text.indexOf(start), text.indexOf(end)]
    if (from === -1 || to === -1) throw new Error(`${name} lacks the marks of ${source}.`)
    return `${text.slice(0, from + start.length)}\n\n${section}\n\n${text.slice(to)}`
  }, read(name))
  return format(written, { ...(await resolveConfig(join(root, name))), parser: 'markdown' })
}

/** @param {string} text */
const codeIn = (text) =>
  [...text.matchAll(/^(?:```\w*\n.*?^```|(?: {4}[^\n]*\n)+)/gms)].map(([block]) => block.trim())
/** @param {string} text */
const headingsIn = (text) => text.match(/^#+ /gm) ?? []

const [english, chinese] = [read('README.md'), read('README.zh-CN.md')]
if (JSON.stringify(codeIn(english)) !== JSON.stringify(codeIn(chinese))) {
  faults.push('The code in README.zh-CN.md differs from README.md: copy the blocks, comments included.')
}
if (JSON.stringify(headingsIn(english)) !== JSON.stringify(headingsIn(chinese))) {
  faults.push(
    'The headings in README.zh-CN.md differ from README.md: translate new ones and remove old ones.',
  )
}

for (const [name, sections] of Object.entries(SECTIONS)) {
  const before = read(name)
  const after = await withTables(name, sections)
  if (!process.argv.includes('--check')) writeFileSync(join(root, name), after)
  else if (after !== before) faults.push(`${name} has outdated tables: run npm run docs.`)
}

const known = [...Object.values(action.inputs), ...Object.values(action.outputs)]
for (const { en } of translations) {
  if (!known.some(({ description }) => description.trim() === en.trim()))
    faults.push(`scripts/docs/zh-CN.yml translates a text that action.yml does not have: ${en.trim()}`)
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
