import eslint from '@eslint/js'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/** Which folder may import what: data goes from left to right, the core is pure, the wings never meet. */
const restrict = (files, group, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
})

const IMPURE_GLOBALS = [
  'process',
  'fetch',
  'console',
  'performance',
  'crypto',
  'Buffer',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'reports/', '.stryker-tmp/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: ['tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      complexity: ['error', 15],
      'max-params': ['error', 4],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
        { selector: 'TSNonNullAssertion', message: 'Say what happens when it is absent.' },
      ],
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The core knows no clock.' },
        { object: 'Math', property: 'random', message: 'The core knows no chance.' },
      ],
    },
  },
  restrict(
    ['src/core/**'],
    ['@actions/*', '@octokit/*', 'node:*', '../*'],
    'The core is pure: it imports nothing but itself and valibot.',
  ),
  restrict(
    ['src/http/**'],
    ['@actions/core', '@actions/github', '../huaweicloud/*', '../github/*'],
    'The transport knows no cloud: it imports the core and the client of the toolkit.',
  ),
  restrict(
    ['src/huaweicloud/**'],
    ['@actions/core', '@actions/github', '../github/*'],
    'This wing knows no GitHub.',
  ),
  restrict(['src/github/**'], ['../huaweicloud/*'], 'This wing knows no Huawei Cloud.'),
  restrict(
    ['src/*inputs.ts', 'src/input-rows.ts', 'src/sign-in.ts', 'src/sign-in-problems.ts'],
    ['./github/*', '@actions/*', './main.ts', './composition.ts'],
    'Only the composition root puts the wings together.',
  ),
  restrict(
    ['src/post.ts'],
    ['./huaweicloud/*', '@actions/*'],
    'What closes a commit status knows no Huawei Cloud.',
  ),
  restrict(
    ['src/run.ts'],
    ['./github/*', './huaweicloud/*', '@actions/*', 'node:*'],
    'The use case works over ports.',
  ),
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [...IMPURE_GLOBALS, 'URL', 'AbortController', 'AbortSignal', 'clearTimeout', 'clearInterval'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    // Matchers take methods as values; a row of a table is as wide as the case it describes.
    files: ['__tests__/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off', 'max-params': 'off' },
  },
)
