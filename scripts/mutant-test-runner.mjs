import { basename } from 'node:path'

import jestRunner from 'jest-runner'

// Its types describe the CommonJS module, whose default export stands one level deeper.
const TestRunner = /** @type {typeof jestRunner.default} */ (/** @type {unknown} */ (jestRunner))

/** @typedef {Parameters<InstanceType<typeof TestRunner>['runTests']>} RunTests */

/**
 * The titles of the tests in each file that has run in this process, by the path of the file.
 *
 * @type {Map<string, readonly string[]>}
 */
const titles = new Map()

/**
 * Runs test files for a mutant until one fails, the file that mirrors the mutated one first, and only those with a test
 * that reaches the mutant. Without it, Jest loads each file that imports the mutated one, and goes on after a failure.
 */
export default class MutantTestRunner extends TestRunner {
  /**
   * @override
   * @param {RunTests[0]} tests
   * @param {RunTests[1]} watcher
   * @param {RunTests[2]} options
   */
  async runTests(tests, watcher, options) {
    let hasFailed = false
    this.on('test-file-success', ([{ path }, { testResults, numFailingTests }]) => {
      hasFailed ||= numFailingTests > 0
      titles.set(
        path,
        testResults.map(({ fullName }) => fullName),
      )
    })
    // Set by Stryker; not in its first run, which finds out which tests reach which mutant.
    if (process.env['__STRYKER_ACTIVE_MUTANT__'] === undefined) return super.runTests(tests, watcher, options)

    const { nonFlagArgs, testNamePattern = '' } = this._globalConfig
    const asked = new RegExp(testNamePattern)
    const mirror = basename(nonFlagArgs[0] ?? '').replace('.ts', '.test.ts')
    const isMirror = (/** @type {RunTests[0][number]} */ { path }) => basename(path) === mirror
    for (const test of tests.toSorted((a, b) => Number(isMirror(b)) - Number(isMirror(a)))) {
      if (hasFailed) return
      const known = titles.get(test.path)
      if (known === undefined || known.some((title) => asked.test(title))) {
        await super.runTests([test], watcher, options)
      }
    }
  }
}
