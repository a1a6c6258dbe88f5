import { describe, expect, it } from '@jest/globals'

import {
  archiveWords,
  type ImportOutcome,
  importSummary,
  publishImport,
} from '../../src/github/import-report.ts'
import { fakeRunner } from '../support/fakes/fake-runner.ts'

const STARTED: ImportOutcome = {
  kind: 'started',
  taskId: '008a',
  path: 'obs://my-bucket/jobs.zip',
  sameNamePolicy: 'OVERWRITE',
}

const PACKED = {
  source: 'dlf',
  commit: '0123456789abcdef0123456789abcdef01234567',
  bytes: 12_345,
  counts: { jobs: 2, scripts: 1, resources: 0 },
}

describe('archiveWords', () => {
  it.each([
    [PACKED, '2 jobs, 1 script, 12,345 bytes'],
    [
      { ...PACKED, counts: { jobs: 1, scripts: 0, resources: 3 } },
      '1 job, 0 scripts, 3 resources, 12,345 bytes',
    ],
  ])('counts files of each kind', (packed, words) => {
    expect(archiveWords(packed)).toBe(words)
  })
})

describe('publishImport', () => {
  it('hands over the task id, and says what was started', async () => {
    const runner = fakeRunner()
    await publishImport(STARTED, runner)
    expect(runner.calls).toEqual([
      ['output', 'task-id', '008a'],
      ['output', 'path', 'obs://my-bucket/jobs.zip'],
      ['summary', importSummary(STARTED)],
      ['info', 'Task 008a was started: it imports obs://my-bucket/jobs.zip.'],
    ])
  })

  it('says that SKIP changes no job that exists', async () => {
    const runner = fakeRunner()
    await publishImport({ ...STARTED, sameNamePolicy: 'SKIP' }, runner)
    expect(runner.calls).toContainEqual([
      'info',
      expect.stringContaining('is not changed, and the import succeeds nevertheless'),
    ])
  })

  it('fails if the task id can not be handed over, and says how to wait for the task', async () => {
    const runner = { ...fakeRunner(), setOutput: () => false }
    expect(await publishImport(STARTED, runner)).toBe(false)
    expect(runner.calls.at(-1)).toEqual([
      'error',
      expect.stringMatching(/started as task 008a, .*Do not import again: wait .* task-id: 008a\.$/),
      expect.stringContaining('task id is lost'),
    ])
  })

  it('warns of a task that a doubtful answer has named, and succeeds', async () => {
    const runner = fakeRunner()
    expect(await publishImport({ ...STARTED, warning: 'HTTP 429, yet task 008a.' }, runner)).toBe(true)
    expect(runner.calls).toContainEqual(['output', 'task-id', '008a'])
    expect(runner.calls).toContainEqual(['warning', 'HTTP 429, yet task 008a.', 'DLF import started'])
  })

  it('succeeds after a check, with empty outputs', async () => {
    const runner = fakeRunner()
    expect(await publishImport({ kind: 'checked', packed: PACKED }, runner)).toBe(true)
    expect(runner.calls.filter(([name]) => name === 'output')).toEqual([
      ['output', 'task-id', ''],
      ['output', 'path', ''],
    ])
    expect(runner.calls).toContainEqual(['info', 'All checks passed. Nothing was sent (check-only).'])
  })

  it('shows a hundred problems and counts the others', async () => {
    const runner = fakeRunner()
    const problems = Array.from({ length: 130 }, (_, index) => `Problem ${String(index)}.`)
    await publishImport({ kind: 'not-started', problems }, runner)
    const [, message = ''] = runner.calls.at(-1) ?? []
    expect(message.split('\n')).toHaveLength(101)
    expect(message).toMatch(/There are 30 more problems\.$/)
  })

  it.each([
    ['not-started', 'DLF import not started'],
    ['unclear', 'DLF import: not known whether it was started'],
  ] as const)('with %s sets an empty output and annotates, without any secret', async (kind, title) => {
    const runner = fakeRunner()
    runner.mask('s3cret-value')
    await publishImport({ kind, problems: ['One s3cret-value.', 'Two.'] }, runner)
    expect(runner.calls).toEqual([
      ['output', 'task-id', ''],
      ['output', 'path', ''],
      ['summary', importSummary({ kind, problems: ['One ***.', 'Two.'] })],
      ['error', 'One ***.\nTwo.', title],
    ])
  })
})

describe('importSummary', () => {
  it('says what was imported and how', () => {
    expect(importSummary({ ...STARTED, targetStatus: 'SAVED' })).toBe(
      [
        '## ✅ DLF import started',
        '',
        '| File | Same-name policy | Target status | Task |',
        '| :-- | :-- | :-- | :-- |',
        '| <code>obs:\u2060//my-bucket/jobs.zip</code> | OVERWRITE | SAVED | <code>008a</code> |',
      ].join('\n'),
    )
  })

  it('leaves the target status empty, and warns of SKIP', () => {
    const summary = importSummary({ ...STARTED, sameNamePolicy: 'SKIP' })
    expect(summary).toContain('| SKIP |  | <code>008a</code> |')
    expect(summary).toMatch(/\n\n⚠️ same-name-policy is SKIP: .* Set OVERWRITE to deploy changes\.$/)
  })

  it('says which commit was packed, and how many files of each kind', () => {
    const summary = importSummary({ ...STARTED, packed: PACKED })
    expect(summary).toContain('| Source | Commit | Jobs | Scripts | Resources | Bytes |')
    expect(summary).toContain(`| <code>dlf</code> | <code>${PACKED.commit}</code> | 2 | 1 | 0 | 12,345 |`)
  })

  it('repeats a warning', () => {
    expect(importSummary({ ...STARTED, warning: 'HTTP 429 <x>.' })).toContain('⚠️ HTTP 429 &lt;x&gt;.')
  })

  it('lists what went wrong as plain text, cut to a sensible length', () => {
    const summary = importSummary({
      kind: 'not-started',
      problems: ['<img src=x> @octocat\n# x', 'y'.repeat(9000)],
    })
    expect(summary).toMatch(/^## ⛔ DLF import not started\n\n- &lt;img src=x&gt; @\u2060octocat \\# x\n- y/)
    expect(summary.replaceAll('\u200B', '').length).toBeLessThan(4200)
  })

  it('says that the outcome is unknown', () => {
    expect(importSummary({ kind: 'unclear', problems: ['x'] })).toBe(
      '## ❓ DLF import: not known whether it was started\n\n- x',
    )
  })
})
