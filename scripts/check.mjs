// One command that checks everything but the tests: `npm run check`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildBundle } from './bundle.mjs'
import { findCitationFaults } from './citations.mjs'
import { findMarketplaceFaults } from './marketplace.mjs'

const root = join(import.meta.dirname, '..')

/**
 * Runs a tool of node_modules with this Node and says whether it succeeded.
 *
 * @param {string} entry
 * @param {readonly string[]} args
 */
function tool(entry, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', entry), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  return status === 0
}

/**
 * Prints faults and says whether there are none.
 *
 * @param {readonly string[]} faults
 */
function isClean(faults) {
  for (const fault of faults) console.error(fault)
  return faults.length === 0
}

/** Builds the bundle, checks its size and licences, and compares it with `dist/` byte by byte. */
function distIsFresh() {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'))
  try {
    const faults = buildBundle(folder)
    for (const fault of faults) console.error(fault)
    const differing = differences(folder, join(root, 'dist'))
    for (const name of differing) console.error(`dist/${name} differs from a fresh build: run npm run build.`)
    return differing.length + faults.length === 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * @param {string} fresh
 * @param {string} committed
 */
function differences(fresh, committed) {
  const names = new Set([...readdirSync(fresh), ...(existsSync(committed) ? readdirSync(committed) : [])])
  return [...names].filter((name) => {
    const [a, b] = [join(fresh, name), join(committed, name)]
    return !existsSync(a) || !existsSync(b) || !readFileSync(a).equals(readFileSync(b))
  })
}

const steps = {
  format: () => tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  lint: () => tool('eslint/bin/eslint.js', '.'),
  'types of src': () => tool('typescript/bin/tsc', '--noEmit'),
  'types of tests': () => tool('typescript/bin/tsc', '--noEmit', '--project', 'tsconfig.test.json'),
  'types of simulator': () => tool('typescript/bin/tsc', '--noEmit', '--project', 'tsconfig.simulator.json'),
  knip: () => tool('knip/bin/knip.js'),
  readme: () => tool('../scripts/docs/readme.mjs', '--check'),
  benchmark: () => tool('../bench/start.mjs', 'main.ts', '--check'),
  links: () =>
    tool(
      'remark-cli/cli.js',
      ...['--frail', '--quiet', '--no-stdout', '--use', 'remark-validate-links=repository:false'],
      ...['.', '--ignore-pattern', 'dist'],
    ),
  citations: () => isClean(findCitationFaults(root)),
  marketplace: () => isClean(findMarketplaceFaults(root)),
  dist: distIsFresh,
}

const failed = Object.entries(steps).filter(([name, step]) => {
  const passed = step()
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`)
  return !passed
})
process.exitCode = failed.length === 0 ? 0 : 1
