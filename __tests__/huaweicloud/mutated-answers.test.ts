import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { decide, initialState } from '../../src/core/wait/decide.ts'
import { reportOf } from '../../src/core/report/report.ts'
import { createCredential } from '../../src/huaweicloud/credential/credentials.ts'
import { createServiceCall } from '../../src/huaweicloud/service/service-call.ts'
import { createServiceClock } from '../../src/huaweicloud/service/service-clock.ts'
import { fakeClock } from '../support/fakes/fake-clock.ts'
import { createSystemTaskClient } from '../../src/huaweicloud/system-task-client.ts'
import { documentedAnswers } from '../fixtures/documented-answers.ts'

type Json = Record<string, unknown>

const RUNS = 10_000
const serviceClock = createServiceClock(() => 0)
const settings = { endpoint: 'https://dlf.example', project: 'p', language: 'en_us' } as const
const never = new AbortController().signal

// Statuses that an answer may have: documented words, and those that a broken or another service might send.
const word = fc.constantFrom(
  'SUCCESSFUL',
  'SUCCESSFUL',
  'FAILED',
  'RUNNING',
  'WARNING',
  'SUCCESS',
  'successful',
  '',
  'SUCCESSFUL ',
)
const value = fc.oneof(word, fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, 0, -1, '', [], {}, true))
const field = fc.constantFrom(
  'status',
  'subtasks',
  'subTasks',
  'endTime',
  'lastUpdate',
  'name',
  'id',
  'error_code',
  'error_msg',
  'message',
)

const fieldMutation = fc.oneof(
  fc.tuple(field, value).map(([name, next]) => (answer: Json): Json => ({ ...answer, [name]: next })),
  word.map((status) => (answer: Json): Json => ({ ...answer, status })),
  field.map(
    (name) =>
      (answer: Json): Json =>
        Object.fromEntries(Object.entries(answer).filter(([key]) => key !== name)),
  ),
  fc.tuple(fc.nat({ max: 2 }), word).map(([index, status]) => (answer: Json): Json => {
    const subtasks = Array.isArray(answer.subtasks) ? (answer.subtasks as Json[]) : []
    return { ...answer, subtasks: subtasks.map((each, at) => (at === index ? { ...each, status } : each)) }
  }),
)

const byteMutation = fc
  .record({
    kind: fc.constantFrom('cut', 'drop', 'flip', 'repeat'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.integer({ min: 1, max: 20 }),
    byte: fc.nat({ max: 255 }),
  })
  .map(({ kind, at, size, byte }) => (text: string): string => {
    const bytes = Buffer.from(text)
    const start = Math.floor(at * bytes.length)
    const [before, middle, after] = [
      bytes.subarray(0, start),
      bytes.subarray(start, start + size),
      bytes.subarray(start + size),
    ]
    const parts = {
      cut: [before],
      drop: [before, after],
      flip: [before, Buffer.from([byte]), middle.subarray(1), after],
      repeat: [before, middle, middle, after],
    }
    return Buffer.concat(parts[kind]).toString()
  })

const mutatedAnswer = fc
  .record({
    answer: fc.constantFrom(...documentedAnswers),
    fields: fc.array(fieldMutation, { maxLength: 2 }),
    bytes: fc.array(byteMutation, { maxLength: 1 }),
    status: fc.constantFrom(200, 200, 200, 200, 200, 200, 200, 400, 500),
  })
  .map(({ answer, fields, bytes, status }) => {
    const json = fields.reduce<Json>((seen, mutate) => mutate(seen), { ...answer })
    return { status, body: bytes.reduce((text, mutate) => mutate(text), JSON.stringify(json)) }
  })

describe('a mutated answer', () => {
  it('is never green unless it is complete and says so, and never ends in an exception', async () => {
    const seen = { green: 0, red: 0, retry: 0 }
    await fc.assert(
      fc.asyncProperty(mutatedAnswer, async ({ status, body }) => {
        const outcome = await outcomeOf(status, body)
        seen[outcome] += 1
        if (outcome === 'green') expect(saysSuccess(status, body)).toBe(true)
      }),
      { numRuns: RUNS },
    )
    // Otherwise the run would prove little.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(RUNS / 10)
  })
})

async function outcomeOf(status: number, body: string): Promise<'green' | 'red' | 'retry'> {
  const call = createServiceCall({
    send: () => Promise.resolve({ kind: 'response', status, headers: {}, body }),
    credential: createCredential({ kind: 'token', token: 'of-the-test' }, serviceClock),
    clock: fakeClock(),
    serviceClock,
  })
  const poll = createSystemTaskClient(settings, call)
  const answer = await poll('t', never)
  const limits = { startMs: 0, deadlineMs: 60_000, notFoundGraceMs: 0 }
  const pacing = { bounds: { minMs: 1000, maxMs: 10_000 }, activeTasks: 1, stretch: 1, random: 0.5 }
  const decision = decide(initialState, answer, { nowMs: 0, limits, pacing, reachedService: true })
  if (!('end' in decision)) return 'retry'
  const wait = { id: 't', end: decision.end, polls: 1, faults: 0, throttles: 0, endedMs: 0 }
  const place = { project: 'p', endpoint: 'https://dlf.example' }
  const report = reportOf(
    { startMs: 0, waits: [wait] },
    { failOnWarning: false, place, timeoutMs: 60_000, wallStartMs: 0 },
  )
  return report.failsStep ? 'red' : 'green'
}

// Judged from the text, without any of the code under test.
function saysSuccess(status: number, body: string): boolean {
  const answer = JSON.parse(body) as Json
  const lists = [answer.subtasks, answer.subTasks].filter((list) => list !== undefined && list !== null)
  const words = lists.flatMap((list) => (list as Json[]).map((subtask) => subtask.status))
  const error = answer.error_code ?? ''
  const ended = answer.status === 'SUCCESSFUL' || answer.status === 'WARNING'
  return (
    status === 200 &&
    error === '' &&
    ended &&
    words.every((each) => typeof each === 'string' && each !== 'FAILED')
  )
}
