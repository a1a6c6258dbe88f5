import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, describe, expect, it } from '@jest/globals'

import { demos } from '../../simulator/runner/demos.mjs'
import { useFolder } from '../support/folder.ts'
import { canHandleSignals } from '../support/platform.ts'

const DEMO = join(import.meta.dirname, '../../simulator/demo.mjs')
const names = Object.keys(demos).filter((name) => canHandleSignals || name !== 'cancelled')

type Ended = { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string }

function runDemo(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [DEMO, ...args])
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (part: string) => (text[name] += part))
  return new Promise((resolve) => {
    child.once('close', (exitCode) => {
      resolve({ exitCode, ...text })
    })
  })
}

describe('npm run demo', () => {
  const folder = useFolder('demo')
  const summaryOf = (name: string): string => join(folder(), `${name}.md`)
  const ended = new Map<string, Ended>()

  // All at once: each of them mostly waits.
  beforeAll(async () => {
    const run = async (name: string) => {
      ended.set(name, await runDemo(name, '--language', 'zh', '--summary', summaryOf(name)))
    }
    await Promise.all(names.map(run))
  })

  it.each(names)('shows that %s ends as expected, in Chinese', (name) => {
    const { exitCode, stdout } = ended.get(name) ?? { exitCode: null, stdout: '' }
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      new RegExp(
        `^The step is ${demos[name]?.colour ?? '?'} \\(exit code \\d, status \\w+\\), as expected\\.$`,
      ),
    )
    expect(exitCode).toBe(0)
    // Node's own warnings are no part of the log.
    expect(stdout).not.toContain('(node:')
    const summary = readFileSync(summaryOf(name), 'utf8')
    expect(summary).toMatch(/\p{Script=Han}/u)
    expect(stdout).toContain(summary)
  })

  it('lists the scenarios with their colours', async () => {
    const { exitCode, stdout } = await runDemo('--list')
    expect(exitCode).toBe(0)
    const rows = stdout.trimEnd().split('\n')
    expect(rows.map((row) => row.split(/ +/).slice(0, 2))).toEqual(
      Object.entries(demos).map(([name, { colour }]) => [name, colour]),
    )
  })

  it.each([
    [['nothing'], /^There is no scenario 'nothing'\. Use successful, failed, /],
    [['--language', 'fr'], /^--language is en or zh; got 'fr'\./],
  ])('refuses %j', async (args, words) => {
    const { exitCode, stderr } = await runDemo(...args)
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(words)
  })
})
