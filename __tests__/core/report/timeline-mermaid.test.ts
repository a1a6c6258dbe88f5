import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import mermaid from 'mermaid'

import { escapeMermaid, timeline } from '../../../src/core/report/timeline.ts'
import { hostileText } from '../../support/data/arbitraries.ts'
import { answeredWait, importTask, stepReport } from '../../support/data/reports.ts'

const NOON = Date.UTC(2026, 0, 31, 12, 0, 0)

/** The entries that Mermaid's own parser reads: the name of each, and whether it is a milestone. */
async function entriesOf(source: string): Promise<readonly (readonly [string, boolean])[]> {
  // The title is ours, and is the one part that Mermaid can't read without a browser.
  const untitled = source.replace(/\n {2}title .*/, '')
  // The first call makes the kinds of diagrams known.
  await mermaid.parse(untitled)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- only this shows the entries that the parser has read
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(untitled)
  const { getTasks } = db as unknown as { getTasks: () => { task: string; milestone?: boolean }[] }
  return getTasks().map(({ task, milestone = false }) => [task.trim(), milestone])
}

describe('Mermaid', () => {
  it('reads every name as text', async () => {
    const syntax = fc
      .array(
        fc.constantFrom(
          '%%{init:{}}%%',
          'section x',
          'click a call b()',
          ':',
          ';',
          '#35;',
          'gantt',
          'title ',
          '---',
          '`',
          '{',
          '2026-01-01',
          '\n',
          '%%',
          '<script>',
          '$$x$$',
          'a',
        ),
        { maxLength: 12 },
      )
      .map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostileText, syntax), fc.oneof(hostileText, syntax), async (name, id) => {
        const subtasks = Array.from({ length: 5 }, () => ({
          id,
          name: id,
          status: 'FAILED',
          lastUpdate: NOON + 2000,
        }))
        const report = stepReport([answeredWait(importTask({ name, status: 'FAILED', subtasks }))])
        const source = timeline(report, 'Timeline') ?? ''
        expect(await entriesOf(source)).toEqual([
          [`✗ ${escapeMermaid(name)}`.trim(), false],
          ...subtasks.map(() => [`✗ ${escapeMermaid(id)}`.trim(), true]),
        ])
        expect(source.split('\n')).toHaveLength(12)
      }),
      { numRuns: 100 },
    )
  })
})
