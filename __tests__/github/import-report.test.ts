import { describe, expect, it } from '@jest/globals'

import { createDocsLinks } from '../../src/github/docs-links.ts'
import {
  archiveWords,
  type ImportFailure,
  type ImportOutcome,
  importSummary,
  publishImport,
} from '../../src/github/import-report.ts'
import { fakeRunner } from '../support/fakes/fake-runner.ts'
import { RELEASED } from '../support/output/written-summary.ts'

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

const FAILURE = {
  problems: ['x'],
  nextStep: 'Do it.',
  guide: 'The upload failed',
} as const satisfies Omit<ImportFailure, 'kind'>
const LINKS = createDocsLinks((name) => RELEASED[name] ?? '')
const PLAIN = createDocsLinks(() => '')

function summaryOf(outcome: ImportOutcome): string {
  return importSummary(outcome, PLAIN)
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
      ['summary', summaryOf(STARTED)],
      ['info', 'Task 008a was started: it imports obs://my-bucket/jobs.zip.'],
    ])
  })

  it('says that SKIP changes no job that exists', async () => {
    const runner = fakeRunner()
    await publishImport({ ...STARTED, sameNamePolicy: 'SKIP' }, runner)
    expect(runner.calls).toContainEqual([
      'info',
      expect.stringContaining('existing jobs stay unchanged and the import still succeeds'),
    ])
  })

  it('fails if the task id cannot be handed over, and says how to wait for the task', async () => {
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
    await publishImport({ kind: 'not-started', ...FAILURE, problems }, runner)
    const [, message = ''] = runner.calls.at(-1) ?? []
    expect(message.split('\n')).toHaveLength(102)
    expect(message).toMatch(/\nThere are 30 more problems\.\nDo it\. See docs/)
  })

  it.each([
    ['not-started', 'DLF import not started'],
    ['unclear', 'DLF import may have started'],
  ] as const)('with %s sets an empty output and annotates, without any secret', async (kind, title) => {
    const runner = fakeRunner()
    runner.mask('s3cret-value')
    const failure = { ...FAILURE, problems: ['One s3cret-value.', 'Two.'], nextStep: 'Check s3cret-value.' }
    await publishImport({ kind, ...failure }, runner)
    expect(runner.calls).toEqual([
      ['output', 'task-id', ''],
      ['output', 'path', ''],
      ['summary', summaryOf({ kind, ...FAILURE, problems: ['One ***.', 'Two.'], nextStep: 'Check ***.' })],
      ['error', 'One ***.\nTwo.\nCheck ***. See docs/troubleshooting.md, "The upload failed"', title],
    ])
  })
})

describe('importSummary', () => {
  it('says what was imported and how', () => {
    expect(summaryOf({ ...STARTED, targetStatus: 'SAVED' })).toBe(
      [
        '## ✅ DLF import started',
        '',
        '| Task | <code>008a</code> |',
        '| :-- | :-- |',
        '| File | <code>obs:\u2060//my-bucket/jobs.zip</code> |',
        '| Same-name policy | OVERWRITE |',
        '| Target status | SAVED |',
      ].join('\n'),
    )
  })

  it('leaves out a target status that was not set, and warns of SKIP', () => {
    const summary = summaryOf({ ...STARTED, sameNamePolicy: 'SKIP' })
    expect(summary).toContain('| Same-name policy | SKIP |\n\n')
    expect(summary).toMatch(/\n\n⚠️ With same-name-policy SKIP, .* Set OVERWRITE to deploy changes\.$/)
  })

  it.each<ImportOutcome>([
    { ...STARTED, packed: PACKED },
    { kind: 'checked', packed: PACKED },
  ])('says which commit was packed, and how many files of each kind, if $kind', (outcome) => {
    const summary = summaryOf(outcome)
    expect(summary).toContain('| Source | <code>dlf</code> |')
    expect(summary).toContain(`| Commit | <code>${PACKED.commit}</code> |`)
    expect(summary).toContain('| Archive | 2 jobs, 1 script, 12,345 bytes |')
  })

  it('repeats a warning', () => {
    expect(summaryOf({ ...STARTED, warning: 'HTTP 429 <x>.' })).toContain('⚠️ HTTP 429 &lt;x&gt;.')
  })

  it('lists what went wrong as plain text, cut to a sensible length', () => {
    const summary = summaryOf({
      kind: 'not-started',
      ...FAILURE,
      problems: ['<img src=x> @octocat\n# x', 'y'.repeat(9000)],
    })
    expect(summary).toMatch(/^## ⛔ DLF import not started\n\n- &lt;img src=x&gt; @\u2060octocat \\# x\n- y/)
    expect(summary.replaceAll('\u200B', '').length).toBeLessThan(4200)
  })

  it('gives the cause first, then the next step with a link to the page that explains it', () => {
    expect(importSummary({ kind: 'unclear', ...FAILURE }, LINKS)).toBe(
      [
        '## ❓ DLF import may have started',
        '',
        '<b>x</b>',
        '',
        '<b>What to do next:</b> Do it. See [The upload failed](<https://github.com/octo-org/wait-for-dlf-task/blob/v1/docs/troubleshooting.md#the-upload-failed>).',
      ].join('\n'),
    )
  })

  it('makes links of the citations in a problem', () => {
    const problems = ['STS refused (docs/authentication.md, "Set up the trust agency").']
    expect(importSummary({ kind: 'not-started', ...FAILURE, problems }, LINKS)).toContain(
      '([Set up the trust agency](<https://github.com/octo-org/wait-for-dlf-task/blob/v1/docs/authentication.md#set-up-the-trust-agency>)).</b>',
    )
  })
})
