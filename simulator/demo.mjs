import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { demos } from './runner/demos.mjs'
import { judge } from './runner/judge.mjs'
import { runDemo } from './runner/run-demo.mjs'

/** @import { ActionResult } from './types.d.ts' */

const HELP = `Runs the built action against a simulated service, as the runner would.

  npm run demo -- [scenario] [options]

  --list            show all scenarios (without one, the demo runs 'successful')
  --language L      en or zh (default: en)
  --summary FILE    also write the job summary to a file
  --help            show this text

The exit code is 0 if the step ends as expected.`

const OPTIONS = /** @type {const} */ ({
  list: { type: 'boolean', default: false },
  language: { type: 'string', default: 'en' },
  summary: { type: 'string' },
  help: { type: 'boolean', default: false },
})
const BUNDLE = fileURLToPath(new URL('../dist/index.js', import.meta.url))

/** @param {string} title */
function printHeading(title) {
  console.log(`\n----- ${title} ${'-'.repeat(Math.max(0, 90 - title.length))}\n`)
}

/** @param {string} text */
function prettify(text) {
  if (!/^[[{]/.test(text)) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** @param {ActionResult} result */
function printReports({ outputs, summary }) {
  printHeading('Outputs')
  for (const [name, value] of Object.entries(outputs)) console.log(`${name} = ${prettify(value)}`)
  printHeading('Job summary (Markdown)')
  console.log(summary)
}

function listScenarios() {
  const width = Math.max(...Object.keys(demos).map((name) => name.length))
  for (const [name, { colour, shows }] of Object.entries(demos))
    console.log(`${name.padEnd(width)}  ${colour.padEnd(5)}  ${shows}`)
}

/** @param {readonly string[]} names */
function chooseDemo(names) {
  const [name = 'successful'] = names
  const demo = Object.hasOwn(demos, name) ? demos[name] : undefined
  if (demo && names.length < 2) return { name, demo }
  throw new Error(`There is no scenario '${names.join(' ')}'. Use ${Object.keys(demos).join(', ')}.`)
}

/**
 * @param {readonly string[]} names
 * @param {{ language: string, summary?: string | undefined }} options
 */
async function run(names, { language, summary: file }) {
  const { name, demo } = chooseDemo(names)
  if (language !== 'en' && language !== 'zh') throw new Error(`--language is en or zh; got '${language}'.`)
  if (!existsSync(BUNDLE)) throw new Error('dist/index.js is missing. Run npm run build.')
  printHeading(`Log of the action, scenario '${name}'`)
  const result = await runDemo(demo, { bundle: BUNDLE, language })
  printReports(result)
  if (file !== undefined) {
    writeFileSync(file, result.summary)
    console.log(`The summary is in ${resolve(file)}.`)
  }
  const { isExpected, sentence } = judge(result, demo)
  printHeading('Result')
  console.log(sentence)
  return isExpected ? 0 : 1
}

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  if (values.help) console.log(HELP)
  else if (values.list) listScenarios()
  else process.exitCode = await run(positionals, values)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
