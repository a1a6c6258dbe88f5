import { describe, expect, it } from '@jest/globals'

import type { Scenario, Step } from '../../simulator/types.d.ts'
import { readCommand } from '../support/output/runner-commands.ts'
import { everythingWritten, TASK, useBundle, useImport, withSimulator } from '../support/bundle.ts'

const bundle = useBundle()
const companion = useImport()
const story = (...steps: readonly Step[]): Scenario => ({ title: 'made by a test', tasks: { '*': steps } })

describe('the language of the report', () => {
  it('is English by default', async () => {
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
      expect(summary).toMatch(/^## ⛔ 未开始等待 DLF 系统任务\n/)
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
          expect.stringMatching(/^Subtask FAILED: \S+ \(\w{32}\): \S+$/),
          expect.stringMatching(/^Subtask SUCCESSFUL: \S+ \(\w{32}\)$/),
          expect.stringMatching(/^Subtask SUCCESSFUL: \S+ \(\w{32}\)$/),
          '::endgroup::',
          expect.stringMatching(/^::error title=Subtask failed::/),
        ],
      )
    })
  })
})

describe('the output message', () => {
  it('tells of a success in one line', async () => {
    await withSimulator('documented-1', async (simulator) => {
      const { outputs } = await bundle.run(simulator)
      expect(outputs.message).toMatch(
        new RegExp(`^Task ${TASK} \\(.+\\) succeeded after 15s, 2 subtasks\\.$`),
      )
    })
  })

  it('tells of a failure, its cause and the next step, with a link that opens from anywhere', async () => {
    await withSimulator('documented-3', async (simulator) => {
      const env = { GITHUB_ACTION_REPOSITORY: 'octo-org/wait', GITHUB_ACTION_REF: 'v1' }
      const inputs = { 'task-id': '008aae2e675d3bcb01675d40ab3f0005' }
      const { outputs, stdout } = await bundle.run(simulator, { inputs, env })
      const said =
        'The service gave no reason. Open job_batch in DataArts Factory, read its log, then deploy again.'
      const url =
        'https://github.com/octo-org/wait/blob/v1/docs/troubleshooting.md#a-subtask-failed-and-gives-no-reason'
      expect(outputs.message).toMatch(
        /: 启动作业\[job_batch\] \(request \w+\)\. The service gave no reason\. /,
      )
      expect(outputs.message).toMatch(new RegExp(` See ${url}$`))
      expect(stdout).toMatch(new RegExp(`^::error title=.*${said} See ${url}$`, 'm'))
    })
  })

  it('is one line of at most 2000 characters for any text of the service', async () => {
    const message = `\u001B[31m\u202Eone\ntwo ${'错'.repeat(9000)}`
    const subtasks = [1, 2, 3, 4].map((id) => ({ id: String(id), name: message, status: 'FAILED', message }))
    const failed: Step = { body: { id: TASK, name: message, status: 'FAILED', message, subtasks } }
    await withSimulator(story(failed), async (simulator) => {
      const { outputs } = await bundle.run(simulator, { inputs: { language: 'zh' } })
      expect(outputs.message?.length).toBeLessThanOrEqual(2000)
      expect(outputs.message).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
      expect(outputs.message).toMatch(/^系统任务 .*详见 docs\/troubleshooting\.md, "A subtask failed"$/)
    })
  })

  it('tells of bad inputs and of a cancelled run', async () => {
    await withSimulator('running', async (simulator) => {
      const bad = await bundle.run(simulator, { inputs: { timeout: 'x' } })
      expect(bad.outputs.message).toMatch(
        /^Could not start waiting for the DLF system task\. Input 'timeout' /,
      )
    })
  })
})

describe('a single check', () => {
  it('is called "checked once" on every surface, and no pauses are mentioned', async () => {
    await withSimulator('running', async (simulator) => {
      const { stdout, summary, outputs } = await bundle.run(simulator, { inputs: { timeout: '0' } })
      const said = 'was still RUNNING when checked once'
      expect(stdout).toMatch(new RegExp(`^Checking task ${TASK} once at http`, 'm'))
      expect(stdout).not.toMatch(/pauses|at most|timed out/)
      expect(stdout).toMatch(
        new RegExp(`^::error title=DLF system task%3A still running::Task ${TASK} ${said} \\(request `, 'm'),
      )
      expect(outputs).toMatchObject({ status: 'TIMED_OUT', message: expect.stringContaining(said) })
      expect(outputs.message).toContain('To wait for this task, set timeout')
      expect(summary).toContain('checked once')
      expect(summary).not.toContain('longer timeout')
    })
  })
})

describe('thirteen tasks of which the last failed', () => {
  it('count all in the heading, and tell of the failure first', async () => {
    const failed: Step = {
      body: { id: 'bad', status: 'FAILED', subtasks: [{ id: 's1', name: 'one', status: 'FAILED' }] },
    }
    const lost: Step = { status: 400, body: { error_code: 'DLF.0810', error_msg: 'Task does not exist' } }
    const scenario: Scenario = { title: 'made by a test', tasks: { bad: [failed], '*': [lost] } }
    await withSimulator(scenario, async (simulator) => {
      const ids = [...Array.from({ length: 12 }, (_, index) => `lost-${String(index)}`), 'bad']
      const { stdout, summary, outputs } = await bundle.run(simulator, {
        inputs: { 'task-id': ids.join(' ') },
      })
      const heading = '13 of 13 tasks did not succeed: 1 failed, 12 not found'
      expect(summary).toMatch(new RegExp(`^## ❌ ${heading}\n`))
      expect(outputs.message).toMatch(new RegExp(`^${heading}\\. Task bad failed; `))
      const annotations = stdout.split('\n').filter((line) => line.startsWith('::error'))
      expect(annotations).toEqual([
        expect.stringMatching(/^::error title=Subtask failed::one: The service gave no reason\. /),
        expect.stringMatching(/::Task bad failed; .* And 12 more tasks: see the job summary\. See docs/),
      ])
    })
  })
})

describe('bad inputs', () => {
  it('make an annotation that the runner shows whole, with a note on the part that is missing', async () => {
    await withSimulator('running', async (simulator) => {
      const wrong = JSON.stringify(Array.from({ length: 20 }, () => ({ ['wrong field '.repeat(9)]: 1 })))
      const long = '中文'.repeat(200)
      const names = ['path', 'same-name-policy', 'target-status', 'execute-user', 'project', 'workspace']
      const inputs = {
        ...Object.fromEntries(names.map((name) => [name, long])),
        ...{ 'jobs-param': wrong, approvers: wrong, resources: wrong, params: wrong },
      }
      const { stdout } = await companion.run(simulator, { inputs })
      const [annotation = ''] = stdout.split('\n').filter((line) => line.startsWith('::error'))
      const { message = '' } = readCommand(annotation) ?? {}
      expect(message).toHaveLength(4096)
      expect(message).toMatch(/… \(cut here: the job summary has more\)$/)
    })
  })
})

describe('a secret that the service echoes', () => {
  it('is shown nowhere, even if Markdown would escape it or a long text is cut in the middle of it', async () => {
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
    'changes no verdict, even if it is a part of a word: %s',
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
    'leaves the outputs valid JSON, even if they contain it: %s',
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

  it('does not change the kind of an error, even if the error code contains it', async () => {
    await withSimulator('not-found', async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { token: 'DLF.0810' } })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'NOT_FOUND' } })
    })
  })
})
