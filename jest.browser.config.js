import { shared } from './jest.config.js'

/** @type {import('jest').Config} */
export default {
  ...shared,
  displayName: 'browser',
  testMatch: ['<rootDir>/__tests__/browser/**/*.test.ts'],
}
