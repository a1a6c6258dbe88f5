import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { plays } from './runner/demo-plays.mjs'
import { judge } from './runner/judge.mjs'
import { runPlay } from './runner/run-play.mjs'

/** @import { ActionResult } from './types.d.ts' */

const HELP = `Runs the built action against a simulated service, as the runner would.

  npm run demo -- [play] [options]

  --list            show all plays (without one, the demo runs 'successful')
  --language L      en or zh (default: en)
  --summary FILE    also write the job summary to a file
  --help            show this text

The exit code is 0 if the step has the colour and the status that it must have.`

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

function listPlays() {
  const width = Math.max(...Object.keys(plays).map((name) => name.length))
  for (const [name, { colour, shows }] of Object.entries(plays))
    console.log(`${name.padEnd(width)}  ${colour.padEnd(5)}  ${shows}`)
}

/** @param {readonly string[]} names */
function choosePlay(names) {
  const [name = 'successful'] = names
  const play = Object.hasOwn(plays, name) ? plays[name] : undefined
  if (play && names.length < 2) return { name, play }
  throw new Error(`The demo has ${Object.keys(plays).join(', ')}; got '${names.join(' ')}'.`)
}

/**
 * @param {readonly string[]} names
 * @param {{ language: string, summary?: string | undefined }} options
 */
async function run(names, { language, summary: file }) {
  const { name, play } = choosePlay(names)
  if (language !== 'en' && language !== 'zh') throw new Error(`--language is en or zh; got '${language}'.`)
  if (!existsSync(BUNDLE)) throw new Error('dist/index.js is missing. Run npm run build.')
  printHeading(`Log of the action, play '${name}'`)
  const result = await runPlay(play, { bundle: BUNDLE, language })
  printReports(result)
  if (file !== undefined) {
    writeFileSync(file, result.summary)
    console.log(`The summary is in ${resolve(file)}.`)
  }
  const { isAsDue, sentence } = judge(result, play)
  printHeading('Result')
  console.log(sentence)
  return isAsDue ? 0 : 1
}

try {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  if (values.help) console.log(HELP)
  else if (values.list) listPlays()
  else process.exitCode = await run(positionals, values)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
