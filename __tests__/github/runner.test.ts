import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'

import type { Runner } from '../../src/github/runner.ts'
import { logLine } from '../../src/github/workflow-text.ts'
import { hostileText } from '../support/data/arbitraries.ts'
import { isCommand, readCommand } from '../support/output/runner-commands.ts'
import { captureStdout } from '../support/output/stdout.ts'

// Errors of the system are of another realm here, and show their class.
const EISDIR = /^(?:Error: )?EISDIR: /
const TOUCHED = [
  'GITHUB_ACTION_REPOSITORY',
  'GITHUB_ACTION_REF',
  'GITHUB_OUTPUT',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_STATE',
  'INPUT_TASK-ID',
  'STATE_phase',
]

describe('createRunner', () => {
  let folder: string
  let runner: Runner
  let written: () => readonly string[]
  const before = TOUCHED.map((name) => [name, process.env[name]] as const)

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'runner-'))
    for (const name of TOUCHED) setVariable(name, undefined)
    // The toolkit always keeps the path of its first summary.
    jest.resetModules()
    const { createRunner } = await import('../../src/github/runner.ts')
    runner = createRunner(process.env)
    written = captureStdout()
  })

  afterEach(() => {
    jest.restoreAllMocks()
    for (const [name, value] of before) setVariable(name, value)
    rmSync(folder, { recursive: true })
  })

  const file = (name: string): string => {
    const path = join(folder, name)
    writeFileSync(path, '')
    return path
  }

  describe('readInput', () => {
    it('reads what the runner passes on, trimmed', () => {
      process.env['INPUT_TASK-ID'] = ' a,\n b\n'
      expect(runner.readInput('task-id')).toBe('a,\n b')
    })

    it('reads an absent input as empty', () => {
      expect(runner.readInput('task-id')).toBe('')
    })
  })

  describe('mask', () => {
    it('asks the runner to hide a value', () => {
      runner.mask('to%ken')
      expect(written()).toEqual(['::add-mask::to%25ken'])
    })
  })

  describe('info', () => {
    it('prints one line', () => {
      runner.info('Task a: RUNNING')
      expect(written()).toEqual(['Task a: RUNNING'])
    })

    it('prints one line that is no command, for any text', () => {
      fc.assert(
        fc.property(hostileText, (text) => {
          const lines = captureStdout()
          runner.info(text)
          expect(lines()).toEqual(logLine(text) === '' ? [''] : [logLine(text)])
          expect(lines().some(isCommand)).toBe(false)
        }),
      )
    })
  })

  describe('links', () => {
    it('lead to the documents of the action, in log and annotations too', async () => {
      process.env.GITHUB_ACTION_REPOSITORY = 'octo-org/wait'
      process.env.GITHUB_ACTION_REF = 'v1'
      const { createRunner } = await import('../../src/github/runner.ts')
      const linked = createRunner(process.env)
      const url = 'https://github.com/octo-org/wait/blob/v1/docs/reference.md#permanent-faults'
      expect(linked.links.inText('docs/reference.md, "Permanent faults"')).toBe(url)
      linked.info('See docs/reference.md, "Permanent faults".')
      linked.error('See docs/reference.md, "Permanent faults".', 'title')
      expect(written()).toEqual([`See ${url}.`, `::error title=title::See ${url}.`])
    })
  })

  describe('debug', () => {
    it('prints a line for those who debug', () => {
      runner.debug('a\n##[error]b')
      expect(written()).toEqual(['::debug::a # #[error]b'])
    })
  })

  describe.each(['warning', 'error'] as const)('%s', (kind) => {
    it('annotates the run', () => {
      runner[kind]('100 % failed: why', 'Subtask, failed: now')
      expect(written()).toEqual([`::${kind} title=Subtask%2C failed%3A now::100 %25 failed: why`])
    })

    it('cuts a message that the runner would cut, though each of its lines is short', () => {
      runner[kind](Array.from({ length: 300 }, () => 'a fault of an input').join('\n'), 'title')
      const { message = '' } = readCommand(written()[0] ?? '') ?? {}
      expect(message).toHaveLength(4096)
      expect(message).toMatch(/\(cut here: the job summary has more\)$/)
    })

    it('keeps the lines of a message apart', () => {
      runner[kind]('one\n::add-mask::two\n##[x]', 'title\n::x::')
      expect(written()).toEqual([`::${kind} title=title %3A%3Ax%3A%3A::one%0A: :add-mask::two%0A# #[x]`])
    })

    it('gives one command of its own kind for any text', () => {
      fc.assert(
        fc.property(hostileText, hostileText, (message, title) => {
          const lines = captureStdout()
          runner[kind](message, title)
          const [line = '', ...others] = lines()
          expect(others).toEqual([])
          expect(readCommand(line)).toEqual({
            name: kind,
            properties: logLine(title) === '' ? {} : { title: logLine(title) },
            message: message.split('\n').map(logLine).join('\n'),
          })
        }),
      )
    })
  })

  describe('setOutput', () => {
    it('appends each output to the file of the runner', () => {
      const path = file('output')
      process.env.GITHUB_OUTPUT = path
      runner.setOutput('status', 'FAILED')
      runner.setOutput('tasks', '[]\nghadelimiter_x\nother=1')
      expect(readOutputs(readFileSync(path, 'utf8'))).toEqual({
        status: 'FAILED',
        tasks: '[]\nghadelimiter_x\nother=1',
      })
      expect(written()).toEqual([])
    })

    it.each([
      ['there is no file', () => undefined, /^GITHUB_OUTPUT is not set$/],
      ['the name of the file is empty', () => '', /^GITHUB_OUTPUT is not set$/],
      ['the file is missing', () => join(folder, 'gone'), /^Missing file at path: .+gone$/],
      ['the file is a folder', () => folder, EISDIR],
    ])('warns and goes on if %s', (_what, path, reason) => {
      setVariable('GITHUB_OUTPUT', path())
      runner.setOutput('status', 'SUCCESSFUL')
      expect(reasonFor("Output 'status'", written())).toMatch(reason)
    })
  })

  describe('writeSummary', () => {
    it('appends to the file of the runner', async () => {
      const path = file('summary')
      writeFileSync(path, 'before\n')
      process.env.GITHUB_STEP_SUMMARY = path
      await runner.writeSummary('## ❌ DLF')
      expect(readFileSync(path, 'utf8')).toBe('before\n## ❌ DLF\n')
      expect(written()).toEqual([])
    })

    it.each([
      [
        'there is no file',
        () => undefined,
        /^Unable to find environment variable for \$GITHUB_STEP_SUMMARY\./,
      ],
      ['the file is missing', () => join(folder, 'gone'), /^Unable to access summary file: '.+gone'\./],
      ['the file is a folder', () => folder, EISDIR],
    ])('warns and goes on if %s', async (_what, path, reason) => {
      setVariable('GITHUB_STEP_SUMMARY', path())
      await runner.writeSummary('## DLF')
      expect(reasonFor('The job summary', written())).toMatch(reason)
    })
  })

  describe('saveState', () => {
    it('writes the value to the file of the runner as it is, though it looks like a secret', () => {
      const path = file('state')
      process.env.GITHUB_STATE = path
      runner.mask('17')
      runner.saveState('phase', '{"at":1700}')
      expect(readOutputs(readFileSync(path, 'utf8'))).toEqual({ phase: '{"at":1700}' })
    })

    it('says nothing if there is no file, and so no post step', () => {
      setVariable('GITHUB_STATE', undefined)
      runner.saveState('phase', 'post')
      expect(written()).toEqual([])
    })

    it('warns and goes on if the file is missing', () => {
      setVariable('GITHUB_STATE', join(folder, 'gone'))
      runner.saveState('phase', 'post')
      expect(reasonFor("State 'phase' for the post step", written())).toMatch(
        /^Missing file at path: .+gone$/,
      )
    })
  })

  describe('readState', () => {
    it('reads what the runner hands over, and nothing as empty', () => {
      expect(runner.readState('phase')).toBe('')
      process.env.STATE_phase = 'post'
      expect(runner.readState('phase')).toBe('post')
    })
  })
})

// Why the one warning that was written says that something could not be written.
function reasonFor(what: string, written: readonly string[]): string | undefined {
  const [warning, ...others] = written.map(readCommand)
  expect(others).toEqual([])
  expect(warning).toMatchObject({ name: 'warning', properties: { title: 'Report incomplete' } })
  const start = `${what} could not be written: `
  return warning?.message.startsWith(start) ? warning.message.slice(start.length) : undefined
}

function setVariable(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name)
  else process.env[name] = value
}

// The form that the runner reads: name<<delimiter, the lines of the value, delimiter.
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  while (lines.length > 1) {
    const [name = '', delimiter = ''] = (lines.shift() ?? '').split('<<')
    const end = lines.indexOf(delimiter)
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n')
  }
  return outputs
}
