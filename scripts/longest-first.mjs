import sequencer from '@jest/test-sequencer'

// Its types describe the CommonJS module, whose default export stands one level deeper.
const TestSequencer = /** @type {typeof sequencer.default} */ (/** @type {unknown} */ (sequencer))

/** @typedef {Parameters<InstanceType<typeof TestSequencer>['sort']>[0][number]} Test */

// These take longest on any machine; a clean clone has no times of an earlier run.
const LONGEST = ['many-tasks', 'faults', 'neighbour', 'budget'].map((name) => `/${name}.test.ts`)

/** How late a file may start: those that wait longest first, then all that wait, then those that compute. */
const rank = (/** @type {Test} */ { path, context }) => {
  const place = LONGEST.findIndex((end) => path.replaceAll('\\', '/').endsWith(end))
  if (place >= 0) return place
  return context.config.displayName?.name === 'bundle' ? LONGEST.length : LONGEST.length + 1
}

/** Starts the test files that wait before those that compute, so that the last to end is not one that began late. */
export default class LongestFirst extends TestSequencer {
  /**
   * @override
   * @param {Test[]} tests
   */
  async sort(tests) {
    const sorted = await super.sort(tests)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}
