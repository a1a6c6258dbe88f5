import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import type { Answer } from '../../../src/core/task/answer.ts'
import { passing, taskAnswer, waitFor } from '../../support/data/builders.ts'
import { fakeClock } from '../../support/fakes/fake-clock.ts'

const ATTEMPT_MS = 15_000
const never = new AbortController().signal

const ANSWERS: readonly Answer[] = [
  taskAnswer('RUNNING'),
  passing('http-status', { httpStatus: 503 }),
  passing('throttled', { httpStatus: 429 }),
  passing('throttled', { httpStatus: 429, retryAfterMs: 20_000 }),
]
const wait = fc.record({
  tasks: fc.integer({ min: 1, max: 40 }),
  timeoutMs: fc.nat({ max: 40_000 }),
  // How many of the first requests hang; with three no request could follow for 15 s.
  hanging: fc.nat({ max: 2 }),
  replies: fc.array(fc.record({ which: fc.nat({ max: 3 }), takesMs: fc.nat({ max: 3000 }) }), {
    minLength: 1,
    maxLength: 20,
  }),
})

describe('waitForTasks with any sequence of answers', () => {
  it('gives every task its first and its last poll, and ends on time', async () => {
    await fc.assert(
      fc.asyncProperty(wait, async ({ tasks, timeoutMs, hanging, replies }) => {
        const ids = Array.from({ length: tasks }, (_, index) => `t${String(index)}`)
        const clock = fakeClock()
        const sent: { readonly id: string; readonly startMs: number; endMs: number }[] = []
        let mostUnproven = 0
        let unproven = 0
        let isProven = false
        const service = async (id: string, _: AbortSignal, limitMs = ATTEMPT_MS): Promise<Answer> => {
          const request = { id, startMs: clock.now(), endMs: Number.POSITIVE_INFINITY }
          const reply = replies[sent.length % replies.length] ?? { which: 0, takesMs: 0 }
          const wantedMs = sent.length < hanging ? ATTEMPT_MS : reply.takesMs
          const takesMs = Math.min(wantedMs, limitMs, ATTEMPT_MS)
          const isHanging = sent.length < hanging || wantedMs > takesMs
          sent.push(request)
          unproven += 1
          if (!isProven) mostUnproven = Math.max(mostUnproven, unproven)
          await clock.sleep(takesMs, never)
          unproven -= 1
          isProven ||= !isHanging
          request.endMs = clock.now()
          return isHanging ? passing('timeout') : (ANSWERS[reply.which] ?? passing('timeout'))
        }
        await waitFor(service, { ids, timeoutMs, clock })
        expect(clock.now()).toBeLessThanOrEqual(timeoutMs + ATTEMPT_MS + tasks * 125 + 1e-6)
        expect(mostUnproven).toBeLessThanOrEqual(3)
        for (const id of ids) {
          const last = sent.findLast((request) => request.id === id)
          // The last poll starts at the deadline, or is in flight then.
          expect(last?.endMs).toBeGreaterThanOrEqual(timeoutMs)
        }
        const starts = sent.map(({ startMs }) => startMs)
        starts.slice(1).forEach((startMs, index) => {
          expect(startMs - (starts[index] ?? 0)).toBeGreaterThanOrEqual(125 - 1e-6)
        })
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
