import config from './jest.config.js'

const [unit] = config.projects

// What Stryker runs for each mutant: the unit tests beside the code that it changes, and few of them twice.
export default {
  ...unit,
  testMatch: ['<rootDir>/__tests__/core/**/*.test.ts', '<rootDir>/__tests__/huaweicloud/**/*.test.ts'],
  // Ten thousand runs each time would take days.
  testPathIgnorePatterns: ['mutated-answers'],
  // Mutants are full of type errors; only what the tests see counts.
  transform: {
    '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: '<rootDir>/tsconfig.test.json', diagnostics: false }],
  },
  setupFiles: ['<rootDir>/__tests__/support/few-property-runs.ts'],
}
