// Writes the tables of both READMEs (`npm run docs`), or compares them (`--check`).
//
// The tables of inputs and outputs come from both action.yml files, in Chinese through docs/zh-CN.yml. The table of ways to
// wait comes from docs/benchmark.md. Code is the same in both languages.
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
const translations = parse(read('docs/zh-CN.yml'))

/** @type {string[]} */
const faults = []

/**
 * The texts of a language in the generated tables.
 *
 * @typedef {object} Wording
 * @property {readonly string[]} inputHead
 * @property {readonly string[]} outputHead
 * @property {string} required
 * @property {(names: readonly string[]) => string} same
 * @property {(description: string) => string} describe
 * @property {readonly string[]} waysHead
 * @property {string} [only] how the sources begin whose tables the README has; all if not given
 * @property {readonly (readonly [law: string, name: string])[]} ways rows of docs/benchmark.md, with their names here
 */

/** @type {Wording} */
const ENGLISH = {
  inputHead: ['Input', 'Default', 'Meaning'],
  outputHead: ['Output', 'Value'],
  required: 'required',
  same: (names) => `The same as in the table above: ${names.join(', ')}.`,
  describe: (description) => description,
  waysHead: ['', 'tasks of about 8 s', 'requests', 'tasks of 1 s to 2 h', 'requests'],
  ways: [
    ['**this action**', '**this action**'],
    ['KooCLI and others', 'KooCLI `--cli-waiter`, every 5 s'],
    ['Huawei Terraform', 'Terraform provider, job import'],
    ['cloudformation and others', '`curl` in a loop, `sleep 10`'],
  ],
}

/** @type {Record<string, Wording>} */
const WORDINGS = {
  'README.md': ENGLISH,
  'import/README.md': {
    ...ENGLISH,
    only: 'import/',
    same: (names) => `The same as for [the action that waits](../README.md#inputs): ${names.join(', ')}.`,
  },
  'README.zh-CN.md': {
    inputHead: ['输入', '默认值', '含义'],
    outputHead: ['输出', '值'],
    required: '必填',
    same: (names) => `与上表相同：${names.join('、')}。`,
    describe: translated,
    waysHead: ['', '约 8 秒的任务', '请求数', '1 秒至 2 小时的任务', '请求数'],
    ways: [
      ['**this action**', '**本 Action**'],
      ['KooCLI and others', 'KooCLI `--cli-waiter`，每 5 秒一次'],
      ['Huawei Terraform', 'Terraform Provider，作业导入'],
      ['cloudformation and others', '`curl` 循环，`sleep 10`'],
    ],
  },
}

/** @param {string} description */
function translated(description) {
  const found = translations.find(({ en }) => en.trim() === description.trim())
  if (found === undefined) faults.push(`docs/zh-CN.yml has no translation of: ${description.trim()}`)
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
function inputTable(inputs, { inputHead, required, describe }) {
  /** @param {Entry} entry */
  const given = (entry) =>
    entry.required ? required : entry.default === undefined ? '' : `\`${entry.default}\``
  const rows = Object.entries(inputs).map(([name, entry]) => [
    `\`${name}\``,
    given(entry),
    describe(entry.description),
  ])
  return table(inputHead, rows)
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

/**
 * Mean delay and requests of each law, from the tables of the benchmark for tasks of about 8 s and of 1 s to 2 h.
 *
 * @param {Wording} wording
 */
function waysTable({ waysHead, ways }) {
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
  const rows = ways.map(([law, name]) => [
    name,
    ...figures('Durations: log-normal', law),
    ...figures('Durations: log-uniform', law),
  ])
  return table(waysHead, rows, '--:')
}

// The table of the action comes first, so common inputs are only named.
const isShared = (/** @type {string} */ name) =>
  JSON.stringify(companion.inputs[name]) === JSON.stringify(action.inputs[name])
const own = Object.fromEntries(Object.entries(companion.inputs).filter(([name]) => !isShared(name)))
const shared = Object.keys(companion.inputs)
  .filter(isShared)
  .map((name) => `\`${name}\``)

/** @param {Wording} wording */
const sectionsIn = (wording) => ({
  'action.yml inputs': inputTable(action.inputs, wording),
  'action.yml outputs': outputTable(action.outputs, wording),
  'import/action.yml inputs': `${inputTable(own, wording)}\n\n${wording.same(shared)}`,
  'import/action.yml outputs': outputTable(companion.outputs, wording),
  'docs/benchmark.md ways': waysTable(wording),
})

/**
 * Returns a README with fresh tables, in the format of `npm run format`.
 *
 * @param {string} name
 * @param {Wording} wording
 */
async function withTables(name, wording) {
  const { only } = wording
  const sections = Object.entries(sectionsIn(wording)).filter(([source]) => !only || source.startsWith(only))
  const written = sections.reduce((text, [source, section]) => {
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
  faults.push('README.zh-CN.md has other code than README.md: copy the blocks over, comments included.')
}
if (JSON.stringify(headingsIn(english)) !== JSON.stringify(headingsIn(chinese))) {
  faults.push(
    'README.zh-CN.md has other headings than README.md: translate what was added, or take out what went.',
  )
}

for (const [name, wording] of Object.entries(WORDINGS)) {
  const before = read(name)
  const after = await withTables(name, wording)
  if (!process.argv.includes('--check')) writeFileSync(join(root, name), after)
  else if (after !== before)
    faults.push(`${name} does not say what its tables are drawn from: run npm run docs.`)
}

const known = [action, companion].flatMap(({ inputs, outputs }) => [
  ...Object.values(inputs),
  ...Object.values(outputs),
])
for (const { en } of translations) {
  if (!known.some(({ description }) => description.trim() === en.trim()))
    faults.push(`docs/zh-CN.yml translates what no action.yml says any more: ${en.trim()}`)
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
