// Runs the mutation tests: of each folder of src that has a score here, or, in minutes, of given files:
// npm run test:mutation -- src/core/wait/verdict.ts
import { availableParallelism } from 'node:os'
import { existsSync, readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'

import { Stryker } from '@stryker-mutator/core'

import { unit } from '../jest.config.js'

const root = join(import.meta.dirname, '..')

/**
 * Below how many percent of killed mutants a run fails: the score of these folders of `src`, which is not to fall. Any
 * other folder is tried for given files only.
 *
 * @type {Readonly<Record<string, number>>}
 */
const SCORES = { core: 100, http: 90, huaweicloud: 100 }
// Words are data: their own tests compare them with each other, not with a copy of themselves.
const isData = (/** @type {string} */ file) => /^src\/core\/(?:.+\/)?words[^/]*\.ts$/.test(file)

/**
 * Returns the folder of `src` that a file belongs to; '' for a file in `src` itself.
 *
 * @param {string} file path from the root, with slashes
 */
function folderOf(file) {
  const [, folder = '', name] = file.split('/')
  return name === undefined ? '' : folder
}

/** Returns every file of a folder of `src`, as a path from the root. */
const filesOf = (/** @type {string} */ folder) =>
  readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${folder}/${name.split(sep).join('/')}`)
    .filter((name) => name.endsWith('.ts'))

/**
 * Makes each change of each of the files, and runs the tests of this folder for it and no others, so that a mutant costs a
 * fraction of a second.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 * @returns {ConstructorParameters<typeof Stryker>[0]}
 */
function optionsOf(folder, files) {
  return {
    packageManager: 'npm',
    mutate: files.filter((file) => !isData(file)),
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
    coverageAnalysis: 'perTest',
    jest: {
      projectType: 'custom',
      config: {
        ...unit,
        // Stryker lays this over jest.config.js, whose projects would win.
        projects: [],
        runner: '<rootDir>/scripts/mutant-test-runner.mjs',
        testMatch: [`<rootDir>/__tests__/${folder && `${folder}/**/`}*.test.ts`],
        // Tests with other parsers and with large random input take seconds for each of a thousand mutants.
        testPathIgnorePatterns: ['markdown-github', 'timeline-mermaid', 'outputs-any', 'mutated-answers'],
        // Mutants are full of type errors; only what the tests see counts.
        transform: {
          '^.+\\.ts$': [
            'ts-jest',
            { useESM: true, tsconfig: '<rootDir>/tsconfig.test.json', diagnostics: false },
          ],
        },
        setupFiles: ['<rootDir>/__tests__/support/fakes/few-property-runs.ts'],
      },
    },
    concurrency: availableParallelism(),
    // Jest keeps the modules of every run in memory.
    maxTestRunnerReuse: 50,
    timeoutMS: 3000,
    thresholds: { high: 100, low: 95, break: SCORES[folder] ?? null },
    reporters: ['clear-text', 'progress-append-only', 'json'],
    jsonReporter: { fileName: `reports/mutation-${folder || 'src'}.json` },
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
    tempDirName: '.stryker-tmp',
  }
}

/**
 * Returns the files of `src` to change.
 *
 * @param {readonly string[]} given paths from the working folder; none stands for every folder that has a score
 * @throws Error for a path that is no file of `src`
 */
function filesOfRun(given) {
  if (given.length === 0) return Object.keys(SCORES).flatMap(filesOf)
  const files = given.map((path) => relative(root, resolve(path)).split(sep).join('/'))
  const wrong = files.find((file) => !/^src\/.*\.ts$/.test(file) || !existsSync(join(root, file)))
  if (wrong !== undefined) throw new Error(`'${wrong}' is no file of src.`)
  return files
}

const files = filesOfRun(process.argv.slice(2))
for (const folder of new Set(files.map(folderOf))) {
  const own = files.filter((file) => folderOf(file) === folder)
  console.log(`Mutants of ${own.join(' ')}`)
  await new Stryker(optionsOf(folder, own)).runMutationTest()
}
