import { describe, expect, it } from '@jest/globals'

import type { Simulator, Step } from '../../simulator/types.d.ts'
import { type StartOptions, useBundle, withSimulator } from '../support/bundle.ts'
import { canHandleSignals } from '../support/platform.ts'

const bundle = useBundle()
const running: Step = { body: { status: 'RUNNING' } }

// Runs a line of code in the bundle's own process before the bundle itself.
const injected = (code: string): Record<string, string> => ({
  NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}`,
})

describe('files of the runner', () => {
  it.each([
    ['GITHUB_OUTPUT', undefined],
    ['GITHUB_OUTPUT', 'no/such/folder'],
    ['GITHUB_STEP_SUMMARY', undefined],
    ['GITHUB_STEP_SUMMARY', 'no/such/folder'],
  ])('that cannot be written (%s is %s) are a warning, and the verdict stands', async (name, value) => {
    await withSimulator('documented-1', async (simulator) => {
      const result = await bundle.run(simulator, { env: { [name]: value } })
      expect(result.exitCode).toBe(0)
      expect(result.stdout).toContain('could not be written')
      expect(result.stdout).toMatch(/::warning title=/)
    })
    await withSimulator('documented-3', async (simulator) => {
      const inputs = { 'task-id': '008aae2e675d3bcb01675d40ab3f0005' }
      expect(await bundle.run(simulator, { env: { [name]: value }, inputs })).toMatchObject({ exitCode: 1 })
    })
  })
})

describe('the end of the process', () => {
  it('comes within two seconds of the verdict although the service keeps its sockets open', async () => {
    await withSimulator('documented-1', async (simulator) => {
      expect((await bundle.run(simulator)).ownMs).toBeLessThan(2000)
    })
  })

  it.each([
    [
      'an exception that nobody catches',
      'setTimeout(() => { throw new Error("boom\\n::add-mask::x") }, 300)',
    ],
    ['a rejection that nobody handles', 'setTimeout(() => void Promise.reject(new Error("boom")), 300)'],
    ['an exit that somebody else asks for', 'setTimeout(() => { process.exit() }, 300)'],
  ])('is red after %s', async (_, code) => {
    await withSimulator('running', async (simulator) => {
      const result = await bundle.run(simulator, { env: injected(code) })
      expect(result.exitCode).toBe(1)
      // The wait would take 20 s.
      expect(result.ownMs).toBeLessThan(10_000)
      expect(result.stdout).not.toMatch(/^::add-mask::x/m)
    })
  })

  it('is red if nothing is left to do before there is a verdict', async () => {
    await withSimulator('running', async (simulator) => {
      // A pause that never ends and keeps nothing alive: the event loop runs empty in the middle of the wait.
      const code = `const timers = process.getBuiltinModule("node:timers/promises"); timers.setTimeout = () => new Promise(() => {}); process.getBuiltinModule("node:module").syncBuiltinESMExports()`
      const result = await bundle.run(simulator, { env: injected(code), inputs: { timeout: '30s' } })
      expect(result.exitCode).not.toBe(0)
      expect(result.ownMs).toBeLessThan(10_000)
    })
  })
})

describe('the deadline', () => {
  it.each([86_400_000, -86_400_000])('is not moved by a clock that jumps by %i ms', async (jumpMs) => {
    const code = `const real = Date.now, start = real(); Date.now = () => real() + (real() - start > 500 ? ${String(jumpMs)} : 0)`
    await withSimulator('running', async (simulator) => {
      const result = await bundle.run(simulator, { env: injected(code), inputs: { timeout: '1500ms' } })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'TIMED_OUT' } })
      expect(result.durationMs).toBeGreaterThan(1500)
      // A deadline that the jump had moved would be over at once, or in a day.
      expect(result.durationMs).toBeLessThan(40_000)
    })
  })
})

if (canHandleSignals) {
  describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
    it.each<readonly [string, readonly Step[], StartOptions['inputs']]>([
      ['while connecting', [{ fault: 'stalled-headers' }], {}],
      ['while reading', [{ fault: 'stalled-body' }], {}],
      ['while pausing', [running], { 'min-poll-interval': '20s', 'max-poll-interval': '20s' }],
      [
        'while pausing after a fault',
        [{ fault: 'http-429', polls: 9, headers: { 'retry-after': '60' } }],
        {},
      ],
    ])('%s is reported and ends the process within two seconds', async (...[, steps, inputs = {}]) => {
      let cancel = (): void => undefined
      const test = async (simulator: Simulator): Promise<void> => {
        const { kill, done } = bundle.start(simulator, { inputs })
        cancel = () => {
          kill(signal)
        }
        const result = await done
        expect(result.ownMsSinceSignal).toBeLessThan(2000)
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'CANCELLED' } })
        expect(result.summary).not.toBe('')
        expect(simulator.requests).toHaveLength(1)
      }
      // After the answer has been read, as far as there is one.
      const onAnswer = (): void =>
        void setTimeout(() => {
          cancel()
        }, 300)
      await withSimulator({ title: 'signals', tasks: { '*': steps } }, test, { onAnswer })
    })

    it('while reporting changes nothing any more', async () => {
      await withSimulator('documented-1', async (simulator) => {
        const { kill, done } = bundle.start(simulator, {
          onLine: (line) => {
            if (line.includes('SUCCESSFUL')) kill(signal)
          },
        })
        expect(await done).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      })
    })
  })
}
