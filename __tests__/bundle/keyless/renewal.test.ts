import { describe, expect, it } from '@jest/globals'

import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import type { Step } from '../../../simulator/types.d.ts'
import { useBundle } from '../../support/bundle.ts'
import { ended, isPoll, keysOf, runKeyless, running, scenarioOf } from './step.ts'

const bundle = useBundle()
const refused: Step = { status: 401, body: { error_code: 'APIG.0301', error_msg: 'the token has expired' } }

describe('a keyless step', () => {
  // 7 s: more than the life of a key, half of which a busy machine may need to renew it.
  it.concurrent('renews its keys in the middle of a wait, and never uses one that was replaced', async () => {
    const steps = [{ ...running, ms: 7000 }, ended]
    const result = await runKeyless(bundle, scenarioOf({ keyLifeMs: 6000 }, steps))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    const keys = keysOf(result.issued)
    expect(keys.length).toBeGreaterThanOrEqual(3)
    const tokens = result.issued.flatMap((each) => (each.kind === 'id-token' ? [each.jti] : []))
    expect(new Set(tokens).size).toBe(keys.length)
    const polls = result.requests.filter(isPoll)
    expect(result.outputs.polls).toBe(String(polls.length))
    expect(polls.filter(({ answer }) => answer?.includes('401'))).toEqual([])
    const used = polls.map(({ headers }) =>
      keys.indexOf(/Access=(\w+)/.exec(headers.authorization ?? '')?.[1] ?? ''),
    )
    expect(used).toEqual(used.toSorted((a, b) => a - b))
    expect(new Set(used).size).toBeGreaterThanOrEqual(3)
  })

  // 7 s: half the life of a key, the pause after the failed renewal, and the old key's end.
  it.concurrent('goes on with the old keys while a renewal fails', async () => {
    const keyless = { keyLifeMs: 6000, stsSteps: [{}, { fault: 'http-503' }] } as const
    const result = await runKeyless(bundle, scenarioOf(keyless, [{ ...running, ms: 7000 }, ended]))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
    expect(result.requests.filter(({ answer }) => answer === 'http-503')).toHaveLength(1)
    expect(result.requests.filter(({ answer }) => answer?.includes('401'))).toEqual([])
    expect(keysOf(result.issued).length).toBeGreaterThanOrEqual(2)
  })

  // 5 s and 20 s: the wait, and the 15 s of an attempt that hangs.
  it.concurrent.each<readonly [string, readonly Step[], string]>([
    ['refuses for a while', Array.from({ length: 40 }, () => ({ fault: 'http-503' })), 'HTTP 503'],
    [
      'hangs',
      Array.from({ length: 9 }, () => ({ fault: 'stalled-headers' })),
      'not complete within 15 seconds',
    ],
  ])(
    'says so if its keys end because STS %s, and sends none that have ended',
    async (_what, faults, said) => {
      const keyless = { keyLifeMs: 3000, stsSteps: [{}, ...faults] }
      const result = await runKeyless(bundle, scenarioOf(keyless, [running]), { inputs: { timeout: '5s' } })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'TIMED_OUT' } })
      const why = 'the temporary keys ended and STS gave no new ones'
      for (const text of [result.stdout, result.outputs.message, result.summary]) {
        expect(text).toContain(why)
        expect(text).toContain(said)
        expect(text).toContain('Renewing the temporary keys failed')
      }
      expect(result.outputs.message).not.toContain('a longer timeout')
      expect(result.requests.filter(({ answer }) => answer?.includes('401'))).toEqual([])
    },
  )

  it.concurrent('renews refused keys once, and is green if the service accepts the new ones', async () => {
    const result = await runKeyless(bundle, scenarioOf({}, [running, refused, running, ended]))
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '4' } })
    expect(keysOf(result.issued)).toHaveLength(2)
  })

  it.concurrent('renews refused keys once for several tasks that were under way with them', async () => {
    const inputs = { 'task-id': 'a b c d e' }
    // Slow enough for each of the five to be sent before the first of them is answered.
    const steps = [running, { ...refused, delayMs: 2500 }, ended]
    const result = await runKeyless(bundle, scenarioOf({}, steps), { inputs })
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '15' } })
    expect(keysOf(result.issued)).toHaveLength(2)
  })

  it.concurrent('does not wait for keys that are being renewed when another task ends it all', async () => {
    const inputs = { 'task-id': 'refused bad', 'fail-fast': 'true' }
    const keyless = { ...DEMO_KEYLESS, idTokenSteps: [{}, { fault: 'stalled-headers' }] } as const
    // Both are asked for before the one is refused, and the other fails after that.
    const tasks = {
      refused: [running, { ...refused, delayMs: 1000 }, ended],
      bad: [running, { body: { status: 'FAILED' }, delayMs: 2500 }],
    }
    const result = await runKeyless(bundle, { title: 'keyless', tasks, keyless }, { inputs })
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'FAILED' } })
    expect(result.ownMs).toBeLessThan(8000)
  })

  it.concurrent('is red if the service also refuses the new keys, and does not ask again', async () => {
    const result = await runKeyless(bundle, scenarioOf({}, [running, refused, refused, ended]))
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { status: 'ERROR', 'error-code': 'APIG.0301', polls: '3' },
    })
    expect(keysOf(result.issued)).toHaveLength(2)
  })
})
