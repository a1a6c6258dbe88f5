import { dirname, join, relative, sep } from 'node:path'

import eslint from '@eslint/js'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

/**
 * What each folder of `src` may import besides itself: data goes one way, the core is pure, and the two wings never meet.
 * Files at the top of `src` put the wings together and may import everything (docs/adr/0012-layout.md).
 */
const MAY_IMPORT = {
  core: ['valibot'],
  http: ['core', '@actions/http-client', 'node:http', 'node:https', 'node:stream', 'node:zlib'],
  huaweicloud: ['core', 'http', 'valibot', 'node:crypto', 'node:http'],
  github: ['core', 'http', 'valibot', '@actions/core', 'node:fs'],
  inputs: ['core', 'huaweicloud', 'valibot'],
  archive: ['core', 'inputs', 'fflate', 'node:fs', 'node:path', 'node:zlib'],
}

/** Reports an import that the table does not allow. */
const direction = {
  create(context) {
    const [, root, folder] = /^(.*\/src)\/(?:([^/]+)\/)?/.exec(context.filename.replaceAll('\\', '/')) ?? []
    const allowed = MAY_IMPORT[folder]
    if (allowed === undefined) return {}
    const check = ({ source }) => {
      if (!source) return
      const path = source.value.startsWith('.')
        ? relative(root, join(dirname(context.filename), source.value))
        : source.value
      const target = source.value.startsWith('.') ? path.split(sep)[0] : path
      if (target !== folder && !allowed.includes(target))
        context.report({
          node: source,
          message: `src/${folder} may import ${[folder, ...allowed].join(', ')}; not '${target}'.`,
        })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}

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
  {
    files: ['src/**'],
    plugins: { layout: { rules: { direction } } },
    rules: { 'layout/direction': 'error' },
  },
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
