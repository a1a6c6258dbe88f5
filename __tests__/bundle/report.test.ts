import { describe, expect, it } from '@jest/globals'

import type { Scenario, Step } from '../../simulator/types.d.ts'
import { everythingWritten, TASK, useBundle, withSimulator } from '../support/bundle.ts'

const bundle = useBundle()
const story = (...steps: readonly Step[]): Scenario => ({ title: 'made by a test', tasks: { '*': steps } })

describe('the language of the report', () => {
  it('is English where nothing else is wanted', async () => {
    await withSimulator('failed', async (simulator) => {
      const { summary, stdout } = await bundle.run(simulator)
      expect(simulator.requests.map(({ headers }) => headers['x-language'])).toContain('en_us')
      expect(summary).toMatch(/^## ❌ DLF system task: failed\n/)
      expect(stdout).toContain('::error title=Subtask failed::')
    })
  })

  it('is Chinese for summary, annotations and service, not for the log', async () => {
    await withSimulator('failed', async (simulator) => {
      const { summary, stdout } = await bundle.run(simulator, { inputs: { language: 'zh' } })
      expect(new Set(simulator.requests.map(({ headers }) => headers['x-language']))).toEqual(
        new Set(['zh_cn']),
      )
      expect(summary).toMatch(/^## ❌ DLF 系统任务：失败\n/)
      expect(stdout).toContain('::error title=子任务失败::')
      expect(stdout).toContain(`\nWaiting for task ${TASK} at `)
    })
  })

  it('is Chinese in the heading over faulty inputs too', async () => {
    await withSimulator('failed', async (simulator) => {
      const { summary, outputs } = await bundle.run(simulator, { inputs: { language: 'zh', timeout: 'x' } })
      expect(summary).toMatch(/^## ⛔ 未能开始等待 DLF 系统任务\n/)
      expect(outputs.status).toBe('ERROR')
    })
  })
})

describe('the log', () => {
  it('has a line when something changed, a closing line, and the subtasks in a group', async () => {
    await withSimulator('failed', async (simulator) => {
      const { stdout } = await bundle.run(simulator)
      const lines = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
      const start = lines.findIndex((line) => line.startsWith('Waiting for'))
      expect(lines.slice(start + 1, start + 9).map((line) => line.replace(/\(.*left,.*\)/, '(...)'))).toEqual(
        [
          `Task ${TASK}: RUNNING, 0 of 3 subtasks done (...)`,
          expect.stringMatching(
            new RegExp(`^Task ${TASK}: FAILED after .+ and 3 polls: 3 of 3 subtasks done, 1 failed\\.$`),
          ),
          `::group::Subtasks of task ${TASK} (3)`,
          expect.stringMatching(/^FAILED {6}\S+ \(\w{32}\): \S+$/),
          expect.stringMatching(/^SUCCESSFUL {2}\S+ \(\w{32}\)$/),
          expect.stringMatching(/^SUCCESSFUL {2}\S+ \(\w{32}\)$/),
          '::endgroup::',
          expect.stringMatching(/^::error title=Subtask failed::/),
        ],
      )
    })
  })
})

describe('a secret that the service echoes', () => {
  it('is nowhere, though Markdown would escape it and a long text is cut in the middle of it', async () => {
    const token = `secret_*with*_[signs]_${'x1'.repeat(40)}`
    const message = `${'a'.repeat(470)}${token}`
    const subtask = { id: token, name: token, status: 'FAILED', message: `${token} ${message}` }
    const failed: Step = { body: { id: TASK, name: token, status: 'FAILED', message, subtasks: [subtask] } }
    await withSimulator(story(failed), async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { token } })
      expect(result.outputs.status).toBe('FAILED')
      expect(everythingWritten(result).replaceAll('\\', '')).not.toMatch(/secret_|with\*|x1x1/)
      expect(result.summary).toContain('\\*\\*\\*')
    })
  })

  it.each(['UCCESSFU', 'SUCCESSF', 'SUCCESSFUL', 'subtasks'])(
    'changes no verdict, though it is a part of a word: %s',
    async (token) => {
      const subtasks = [{ id: 's1', name: 'one', status: 'FAILED' }]
      const ended: Step = { body: { id: TASK, name: 'all', status: 'SUCCESSFUL', subtasks } }
      await withSimulator(story(ended), async (simulator) => {
        const result = await bundle.run(simulator, { inputs: { token } })
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'FAILED', polls: '1' } })
      })
    },
  )

  it.each(['15434577', 'UCCESSFU', '"status":', 'taskId":"'])(
    'leaves outputs JSON, though it stands in them: %s',
    async (token) => {
      const subtasks = [{ id: 's1', name: 'one', status: 'FAILED' }]
      const times = { startTime: 1_543_457_778_000, endTime: 1_543_457_794_000 }
      const failed: Step = { body: { id: TASK, name: 'all', status: 'FAILED', ...times, subtasks } }
      await withSimulator(story(failed), async (simulator) => {
        const { outputs } = await bundle.run(simulator, { inputs: { token } })
        expect(outputs).toMatchObject({ status: 'FAILED', polls: '1' })
        const [task] = JSON.parse(outputs.tasks ?? '') as readonly Record<string, unknown>[]
        expect(task).toMatchObject({ id: TASK, status: 'FAILED', ...times })
        expect(JSON.parse(outputs['failed-subtasks'] ?? '')).toMatchObject([
          { taskId: TASK, status: 'FAILED' },
        ])
      })
    },
  )

  it('keeps an error of the service what it is, though it stands in its code', async () => {
    await withSimulator('not-found', async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { token: 'DLF.0810' } })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'NOT_FOUND' } })
    })
  })
})
