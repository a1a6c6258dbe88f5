import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { plays } from './runner/demo-plays.mjs'
import { runPlay } from './runner/run-play.mjs'

/** @import { Play } from './runner/demo-plays.mjs' */
/** @import { ActionResult } from './types.d.ts' */

const HELP = `Runs the built action against a simulated service, as the runner would.

${Object.entries(plays).map(helpLine).join('\n')}`

const BUNDLE = fileURLToPath(new URL('../dist/index.js', import.meta.url))

/**
 * @param {[string, Play]} entry
 */
function helpLine([name, { shows }]) {
  const command = name === 'successful' ? 'npm run demo' : `npm run demo -- ${name}`
  return `  ${command.padEnd(28)}  ${shows}`
}

/**
 * @param {string} title
 */
function printHeading(title) {
  console.log(`\n----- ${title} ${'-'.repeat(Math.max(0, 90 - title.length))}\n`)
}

/**
 * Returns a JSON array or object over several lines, and any other text as it is.
 *
 * @param {string} text
 */
function prettify(text) {
  if (!/^[[{]/.test(text)) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/**
 * @param {ActionResult} result
 */
function printReports({ outputs, summary }) {
  printHeading('Outputs')
  for (const [name, value] of Object.entries(outputs)) console.log(`${name} = ${prettify(value)}`)
  printHeading('Job summary (Markdown)')
  console.log(summary)
}

/**
 * Says how the action ended and whether that is what it promises; returns the demo's exit code.
 *
 * @param {ActionResult} result
 * @param {Play} promised
 */
function judge({ exitCode, signal, outputs }, promised) {
  const status = outputs['status'] ?? 'none'
  printHeading('Result')
  if (exitCode === promised.exitCode && status === promised.status) {
    console.log(`Exit code ${exitCode}, status ${status}: ${promised.meaning}, as it must be.`)
    return 0
  }
  const seen = signal ? `ended by ${signal}` : `exit code ${exitCode}`
  console.log(`The action broke its promise: ${seen} and status ${status};`)
  console.log(`exit code ${promised.exitCode} and status ${promised.status} were due.`)
  return 1
}

/**
 * Returns the play that the command line names; throws an error that says what is accepted.
 *
 * @param {readonly string[]} names
 */
function choosePlay(names) {
  const [name = 'successful'] = names
  const play = Object.hasOwn(plays, name) ? plays[name] : undefined
  if (play && names.length < 2) return { name, play }
  throw new Error(`The demo knows ${Object.keys(plays).join(', ')}; got '${names.join(' ')}'.`)
}

try {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.help) console.log(HELP)
  else {
    const { name, play } = choosePlay(positionals)
    if (!existsSync(BUNDLE)) throw new Error('dist/index.js is missing: npm run build makes it.')
    printHeading(`Log of the action, scenario '${name}'`)
    const result = await runPlay(name, play, BUNDLE)
    printReports(result)
    process.exitCode = judge(result, play)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
