import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Subtask } from '../../../src/core/task/system-task.ts'
import { bytes, LIMIT, many, outputsFor } from '../../support/output/written-outputs.ts'
import { character } from '../../support/data/arbitraries.ts'

describe('outputsOf', () => {
  it('is always valid JSON of at most 120 KiB that keeps failed subtasks longest', () => {
    const text = fc.oneof(
      fc.constantFrom('', '"\\\n', '\uD83D', '作业'.repeat(30), '错误😀'.repeat(55), 'x'.repeat(201)),
      fc.string({ unit: character }),
    )
    const subtasks = fc
      .tuple(fc.integer({ min: 0, max: 1200 }), text, text, fc.integer({ min: 1, max: 9 }))
      .map(([count, name, message, nth]) =>
        many(count, { name, message }).map((one, index) =>
          index % nth ? one : { ...one, status: 'FAILED' },
        ),
      )
    const seen = fc.record({ name: text, message: text, subtasks })
    fc.assert(
      fc.property(fc.array(seen, { minLength: 1, maxLength: 3 }), (all) => {
        const { outputs, tasks, failed } = outputsFor(...all)
        expect(bytes(outputs.tasks)).toBeLessThanOrEqual(LIMIT)
        expect(bytes(outputs['failed-subtasks'])).toBeLessThanOrEqual(LIMIT)
        expect(tasks).toHaveLength(all.length)
        const isFailed = ({ status }: Subtask): boolean => status === 'FAILED'
        const kept = tasks.flatMap((entry) => entry.subtasks)
        const given = all.flatMap((one) => one.subtasks)
        if (kept.some((one) => !isFailed(one))) {
          expect(kept.filter(isFailed)).toHaveLength(given.filter(isFailed).length)
        }
        tasks.forEach((entry, index) => {
          expect(entry.truncated ?? entry.subtasks.length === all[index]?.subtasks.length).toBe(true)
        })
        const isCut = failed.some((entry) => 'truncated' in entry)
        expect(isCut || failed.length === given.filter(isFailed).length).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})
