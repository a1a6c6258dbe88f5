/** @type {import('jest').Config} */
export const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  // Mutation testing leaves copies of the whole tree there while it runs.
  modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp/'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.[jt]s$': '$1' },
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: '<rootDir>/tsconfig.test.json' }] },
}

/** The tests that only compute. @type {import('jest').Config} */
export const unit = {
  ...shared,
  displayName: 'unit',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/bundle/', '/browser/'],
}

/** @type {import('jest').Config} */
export default {
  // A guard against a test that hangs, on a machine with more to do than it can; what a test has to say of time it asserts.
  testTimeout: 90_000,
  // Most files wait for programs that wait: more of them at once than there are processors, each in a process that starts
  // anew when it has grown.
  maxWorkers: 8,
  workerIdleMemoryLimit: '300MB',
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts', '!src/process.ts'],
  coverageReporters: ['text', 'json-summary'],
  coverageThreshold: {
    global: { branches: 90, functions: 90, lines: 90, statements: 90 },
    './src/core/': { branches: 100, functions: 100, lines: 100, statements: 100 },
  },
  projects: [
    unit,
    { ...shared, displayName: 'bundle', testMatch: ['<rootDir>/__tests__/bundle/**/*.test.ts'] },
  ],
}
