import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'

import { describe, expect, it } from '@jest/globals'

import { HANGING_FAULTS } from '../../simulator/faults/connection.mjs'
import type { Step } from '../../simulator/types.d.ts'
import { metadata, nodeOfTheRunner, TASK, useBundle, withSimulator } from '../support/bundle.ts'
import { canHandleSignals } from '../support/platform.ts'

const bundle = useBundle()
const QUICK = { timeout: '1s' }
// An attempt that hangs takes 15 s.
const HANGS_MS = 10_000

describe('the Node of these tests', () => {
  it('is the one that action.yml asks for', () => {
    const version = execFileSync(nodeOfTheRunner(), ['--version'], { encoding: 'utf8' })
    if (process.arch === 'x64' && process.platform !== 'darwin') expect(version).toMatch(/^v24\./)
    expect(metadata.runs).toHaveProperty('using', 'node24')
  })
})

describe('an answer that never becomes whole', () => {
  it.concurrent.each(['cut-content-length', 'cut-chunked', 'reset-before', 'reset-in-body'])(
    'is never green and never hangs: %s',
    async (fault) => {
      await withSimulator(`fault-${fault}-forever`, async (simulator) => {
        const result = await bundle.run(simulator, { inputs: QUICK })
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
        expect(result.ownMs).toBeLessThan(HANGS_MS)
      })
    },
  )

  // 15 s: as long as the action gives an attempt.
  it.concurrent('is given up after 15 seconds, at any point where it stalls', async () => {
    const stall = async (fault: string): Promise<void> => {
      await withSimulator(`fault-${fault}-forever`, async (simulator) => {
        const result = await bundle.run(simulator, { inputs: { timeout: '0' } })
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '1' } })
        expect(result.stdout).toContain('within 15 seconds')
        expect(result.durationMs).toBeGreaterThan(14_900)
        expect(result.ownMs).toBeLessThan(18_000)
      })
    }
    // Side by side: each of them only waits.
    await Promise.all(HANGING_FAULTS.map(stall))
  })

  it.concurrent('does not kill a wait when the next one is whole', async () => {
    await withSimulator('fault-cut-content-length-once', async (simulator) => {
      const result = await bundle.run(simulator)
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '2' } })
    })
  })
})

describe('a refused connection', () => {
  it('is red and names the cause', async () => {
    const result = await bundle.run(
      { url: `http://127.0.0.1:${String(await freePort())}` },
      { inputs: QUICK },
    )
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
    expect(result.stdout).toContain('ECONNREFUSED')
    expect(result.ownMs).toBeLessThan(HANGS_MS)
  })
})

if (canHandleSignals) {
  describe('a cancelled run', () => {
    it.each(['SIGINT', 'SIGTERM'] as const)(
      'reports on %s and is gone within two seconds',
      async (signal) => {
        await withSimulator('running', async (simulator) => {
          const { kill, done } = bundle.start(simulator, {
            onLine: (line) => {
              if (line.includes('RUNNING')) kill(signal)
            },
          })
          const result = await done
          expect(result.ownMsSinceSignal).toBeLessThan(2000)
          expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'CANCELLED' } })
          expect(result.summary).toContain(TASK)
        })
      },
    )
  })
}

describe('a log that nobody reads any more', () => {
  it('costs neither outputs nor summary nor the verdict', async () => {
    await withSimulator('successful', async (simulator) => {
      const { closeLog, done } = bundle.start(simulator, {
        onLine: () => {
          closeLog()
        },
      })
      const result = await done
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      expect(result.summary).toContain(TASK)
    })
  })
})

describe('hostile text from the service', () => {
  it('is no finding for a problem matcher', async () => {
    const finding = 'a.c:1:2: error: pwn'
    const subtask = { id: 's', name: finding, status: 'FAILED', message: finding }
    const failed: Step = { body: { name: finding, status: 'FAILED', message: finding, subtasks: [subtask] } }
    const unavailable: Step = { status: 503, body: { error_code: 'X.1', error_msg: finding } }
    await withSimulator({ title: 'hostile', tasks: { '*': [unavailable, failed] } }, async (simulator) => {
      const { stdout, outputs } = await bundle.run(simulator)
      const lines = stdout.split('\n').filter((line) => line.includes('a.c:1:2:') && !line.startsWith('::'))
      expect(lines.length).toBeGreaterThan(1)
      for (const line of lines)
        expect(line).not.toMatch(/^(.*):(\d+):(\d+):\s+(?:fatal\s+)?(warning|error):\s+(.*)$/)
      expect(outputs.message).toContain(finding)
    })
  })

  it('starts no workflow command', async () => {
    const hostile = 'a\n::add-mask::x\r\n::error::y\u2028##[error]z ::set-output name=status::SUCCESSFUL'
    const subtask = { id: hostile, name: hostile, status: 'FAILED', message: hostile }
    const step: Step = {
      body: { id: hostile, name: hostile, status: 'FAILED', message: hostile, subtasks: [subtask] },
    }
    await withSimulator({ title: 'hostile', tasks: { '*': [step] } }, async (simulator) => {
      const { stdout, exitCode } = await bundle.run(simulator)
      const lines = stdout.split('\n').filter((line) => line.trimStart().startsWith('::'))
      // Folds of the log are meant too.
      const commands = lines.filter((line) => !/^::(?:end)?group::/.test(line))
      expect(exitCode).toBe(1)
      expect(commands.map((line) => line.split('::')[1]?.split(' ')[0])).toEqual([
        'add-mask',
        'add-mask',
        'debug',
        'error',
        'error',
      ])
      expect(stdout).not.toContain('##[')
    })
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
