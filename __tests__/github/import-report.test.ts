import { describe, expect, it } from '@jest/globals'

import { type ImportOutcome, importSummary, publishImport } from '../../src/github/import-report.ts'
import { fakeRunner } from '../support/fakes/fake-runner.ts'

const STARTED: ImportOutcome = {
  kind: 'started',
  taskId: '008a',
  path: 'obs://my-bucket/jobs.zip',
  sameNamePolicy: 'OVERWRITE',
}

describe('publishImport', () => {
  it('hands over the task id, and says what was started', async () => {
    const runner = fakeRunner()
    await publishImport(STARTED, runner)
    expect(runner.calls).toEqual([
      ['output', 'task-id', '008a'],
      ['info', 'Task 008a was started: it imports obs://my-bucket/jobs.zip.'],
      ['summary', importSummary(STARTED)],
    ])
  })

  it('says that jobs stay as they are with SKIP', async () => {
    const runner = fakeRunner()
    await publishImport({ ...STARTED, sameNamePolicy: 'SKIP' }, runner)
    expect(runner.calls).toContainEqual(['info', expect.stringContaining('stays as it is')])
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
    expect(summary).toMatch(/\n\n⚠️ same-name-policy is SKIP: .* all the same\.$/)
  })

  it('lists what went wrong as plain text, cut to a sensible length', () => {
    const summary = importSummary({
      kind: 'not-started',
      problems: ['<img src=x> @octocat\n# x', 'y'.repeat(9000)],
    })
    expect(summary).toMatch(/^## ⛔ DLF import not started\n\n- &lt;img src=x&gt; @\u2060octocat \\# x\n- y/)
    expect(summary.replaceAll('\u200B', '').length).toBeLessThan(4200)
  })

  it('says that nobody knows', () => {
    expect(importSummary({ kind: 'unclear', problems: ['x'] })).toBe(
      '## ❓ DLF import: not known whether it was started\n\n- x',
    )
  })
})
