import jest from './jest.config.js'

const [unit] = jest.projects

/**
 * What Stryker does with folders of `src`: it changes each place in them, and runs the tests of these folders only, so
 * that a mutant costs half a second and a whole folder minutes.
 *
 * @param {...('core' | 'http' | 'huaweicloud')} folders
 */
export const mutationOf = (...folders) => ({
  packageManager: 'npm',
  // Words are data: their own tests compare them with each other, not with a copy of themselves.
  mutate: [...folders.map((folder) => `src/${folder}/**/*.ts`), '!src/core/report/words*.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  coverageAnalysis: 'perTest',
  jest: {
    projectType: 'custom',
    config: {
      ...unit,
      // Stryker lays this over jest.config.js, whose projects would win.
      projects: [],
      testMatch: folders.map((folder) => `<rootDir>/__tests__/${folder}/**/*.test.ts`),
      // What other parsers make of the text, and large random input: seconds for each of a thousand mutants.
      testPathIgnorePatterns: ['markdown-github', 'timeline-mermaid', 'outputs-any', 'mutated-answers'],
      // Mutants are full of type errors; only what the tests see counts.
      transform: {
        '^.+\\.ts$': [
          'ts-jest',
          { useESM: true, tsconfig: '<rootDir>/tsconfig.test.json', diagnostics: false },
        ],
      },
      setupFiles: ['<rootDir>/__tests__/support/few-property-runs.ts'],
    },
  },
  concurrency: 2,
  timeoutMS: 3000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `reports/mutation-${folders.join('-')}.json` },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  tempDirName: '.stryker-tmp',
})

export default mutationOf('core')
