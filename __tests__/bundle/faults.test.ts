import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, describe, expect, it } from '@jest/globals'

import { faultTable, runFaultMatrix } from '../../scripts/docs/fault-matrix.mjs'
import { READABLE_ENCODINGS } from '../../simulator/faults/encoding.mjs'
import { nodeOfTheRunner } from '../support/bundle.ts'

type Rows = Awaited<ReturnType<typeof runFaultMatrix>>

const ATTEMPT_MS = 15_000
const PROCESS_MS = 2_000
const SHORT_MS = 2_000
const GREEN_FAULTS = ['close-after', ...READABLE_ENCODINGS]

describe('every fault at every place', () => {
  // A minute: three attempts that hang take 15 s each, and all rows run side by side.
  let rows: Rows = []
  beforeAll(async () => {
    rows = await runFaultMatrix(nodeOfTheRunner())
  }, 300_000)

  it('has the verdict that docs/faults.md names', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/faults.md'), 'utf8')
    const tableOf = (text: string): readonly string[] =>
      text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.replace(/ +/g, ' ').replace(/-+/g, '-'))
    expect(tableOf(faultTable(rows))).toEqual(tableOf(page))
  })

  it('is green only after a complete answer', () => {
    const neverWhole = rows.filter(
      ({ fault, polls }) => polls.startsWith('every one') && !GREEN_FAULTS.includes(fault),
    )
    expect(neverWhole.length).toBeGreaterThan(60)
    for (const row of neverWhole)
      expect(row).toMatchObject({ exitCode: 1, verdict: expect.not.stringMatching('SUCC') })
    for (const { exitCode, verdict } of rows) expect(exitCode === 0).toBe(verdict === 'SUCCESSFUL')
  })

  it('takes no longer than its timeout, one attempt and two seconds', () => {
    for (const { polls, ownMs, timeoutMs } of rows) {
      // A permanent fault ends the wait long before its timeout.
      const mostMs = polls.startsWith('every one') ? SHORT_MS : timeoutMs
      expect(ownMs).toBeLessThan(mostMs + ATTEMPT_MS + PROCESS_MS)
    }
  })
})
