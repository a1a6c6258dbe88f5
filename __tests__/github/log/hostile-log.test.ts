import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'

import type { Answer } from '../../../src/core/task/answer.ts'
import { initialState } from '../../../src/core/wait/decide.ts'
import { messagesFor } from '../../../src/core/report/messages.ts'
import { createProgressLog } from '../../../src/github/log/progress-log.ts'
import { publish } from '../../../src/github/publish.ts'
import { createRunner } from '../../../src/github/runner.ts'
import { HOSTILE, hostileText } from '../../support/data/arbitraries.ts'
import {
  notFound,
  passing,
  report,
  subtask,
  task,
  taskAnswer,
  taskWait,
} from '../../support/data/builders.ts'
import { isCommand, readCommand } from '../../support/output/runner-commands.ts'
import { captureStdout } from '../../support/output/stdout.ts'

const LIMITS = { startMs: 0, deadlineMs: 60_000, notFoundGraceMs: 0 }

afterEach(() => {
  jest.restoreAllMocks()
})

/** All that a step prints whose service says nothing but this text; the commands are named, other lines are as they are. */
async function printed(
  text: string,
): Promise<{ readonly commands: readonly string[]; readonly lines: readonly string[] }> {
  const written = captureStdout()
  const runner = createRunner({})
  const log = createProgressLog(runner)
  const hostile = { id: text, name: text, message: text }
  const subtasks = ['FAILED', text].map((status) => subtask({ ...hostile, status }))
  const error = { code: text, message: text, requestId: text }
  const answers: readonly Answer[] = [
    taskAnswer({ ...hostile, status: text, subtasks: [] }),
    taskAnswer({ ...hostile, subtasks }),
    notFound(error),
    passing('http-status', { detail: text, error }),
  ]
  log.onStart({
    taskIds: ['a', 'b'],
    endpoint: 'https://dlf.example',
    timeoutMs: 60_000,
    bounds: { minMs: 1000, maxMs: 10_000 },
    notFoundGraceMs: 0,
    failOnWarning: false,
    failFast: false,
  })
  for (const [index, answer] of answers.entries()) {
    log.onAnswer({
      id: 'a',
      answer,
      decision: { state: initialState, pauseMs: 1 },
      nowMs: index,
      limits: LIMITS,
    })
  }
  const waits = [
    taskWait({ kind: 'answered', task: task({ ...hostile, status: 'FAILED', subtasks }) }),
    taskWait({ kind: 'refused', fault: { reason: 'rejected', detail: text, error } }),
  ]
  waits.forEach(log.onEnd)
  for (const language of ['en', 'zh'] as const) await publish(report(waits), messagesFor(language), runner)
  const all = written().flatMap((chunk) => chunk.split(/\r\n|[\n\r\u0085\u2028\u2029]/))
  return {
    commands: all.filter(isCommand).map((line) => readCommand(line)?.name ?? line),
    lines: all.filter((line) => !isCommand(line)),
  }
}

// The files of the runner are missing here, which is a warning for each output and summary.
const MEANT = ['debug', 'group', 'endgroup', 'warning', 'error']

describe('the standard output of a step', () => {
  it.each(HOSTILE.map((text) => [text.length > 60 ? `${text.slice(0, 60)}…` : text, text]))(
    'has no command but those that it means: %j',
    async (_name, text) => {
      const usual = (await printed('x')).commands
      jest.restoreAllMocks()
      const { commands, lines } = await printed(text)
      // A name that is the task's own, or blank, is not remarked upon.
      const kinds = (all: readonly string[]): readonly string[] => all.filter((name) => name !== 'debug')
      expect(kinds(commands)).toEqual(kinds(usual))
      expect(lines.join('')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(4000)
      // Problem matchers of other actions read each line, so it begins with a word of this action.
      expect(lines.filter((line) => !/^(?:Waiting for |Task |Subtask |$)/.test(line))).toEqual([])
    },
  )

  it('has no command but those that it means, for any text of the service', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        fc.pre(text !== 'FAILED')
        jest.restoreAllMocks()
        const { commands } = await printed(text)
        expect(commands.filter((name) => !MEANT.includes(name))).toEqual([])
        expect(commands.filter((name) => name === 'group')).toHaveLength(1)
        expect(commands.filter((name) => name === 'error')).toHaveLength(4)
      }),
      { numRuns: 200 },
    )
  })
})
