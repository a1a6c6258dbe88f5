import { describe, expect, it } from '@jest/globals'

import type { Scenario, Step } from '../../simulator/types.d.ts'
import { TASK, useBundle, withSimulator } from '../support/bundle.ts'

const bundle = useBundle()

const parse = (json: string | undefined): unknown => JSON.parse(json ?? '')
const running: Step = { body: { id: TASK, name: '导入作业', status: 'RUNNING' } }
const story = (...steps: readonly Step[]): Scenario => ({ title: 'made by a test', tasks: { '*': steps } })

describe('the documented examples', () => {
  it.each([
    ['documented-1', TASK, 'SUCCESSFUL', 0, '✅', '导入作业\\[job\\_stream\\]。'],
    [
      'documented-2',
      '008aae2e675d3bcb01675d3e6b960004',
      'FAILED',
      1,
      '❌',
      '读取OBS文件\\[obs:\u2060//aaaaa/traffic2.zip\\]失败。',
    ],
    ['documented-3', '008aae2e675d3bcb01675d40ab3f0005', 'FAILED', 1, '❌', '启动作业\\[job\\_batch\\]'],
    [
      'documented-4',
      '008aae2e675d3bcb01675d40ab3f0005',
      'SUCCESSFUL',
      0,
      '✅',
      '导入作业\\[job\\_batch\\]。',
    ],
  ])('gives %s its verdict, outputs and summary', async (scenario, taskId, status, exitCode, icon, shown) => {
    await withSimulator(scenario, async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { 'task-id': taskId } })
      expect(result).toMatchObject({
        exitCode,
        stderr: '',
        outputs: { status, polls: '1', 'error-code': '', 'elapsed-seconds': '0' },
      })
      expect(parse(result.outputs.tasks)).toMatchObject([{ id: taskId, status, polls: 1 }])
      expect(result.summary).toMatch(new RegExp(`^## ${icon} `))
      expect(result.summary).toContain(taskId)
      expect(result.summary).toContain(shown)
    })
  })

  it('names the failed subtask of example 3 in output and annotation', async () => {
    await withSimulator('documented-3', async (simulator) => {
      const taskId = '008aae2e675d3bcb01675d40ab3f0005'
      const { outputs, stdout } = await bundle.run(simulator, { inputs: { 'task-id': taskId } })
      const subtask = {
        taskId,
        id: '008aae2e675d3bcb01675d40e8560006',
        name: '启动作业[job_batch]',
        status: 'FAILED',
      }
      expect(parse(outputs['failed-subtasks'])).toEqual([subtask])
      expect(stdout).toContain('::error title=Subtask failed::启动作业[job_batch]: ')
    })
  })
})

describe('a task that does not exist', () => {
  it.each([
    ['not-found', 'DLF.0810'],
    ['not-found-new', 'DLF.20810'],
  ])('is NOT_FOUND in the scenario %s, with the code %s and what to check', async (scenario, code) => {
    await withSimulator(scenario, async (simulator) => {
      const result = await bundle.run(simulator)
      expect(result).toMatchObject({
        exitCode: 1,
        outputs: { status: 'NOT_FOUND', 'error-code': code, polls: '1' },
      })
      expect(result.stdout).toMatch(
        new RegExp(
          `::error title=[^:]+::Task ${TASK} was not found in this workspace \\(${code}, request 0{31}1\\)\\. Check task-id: .*workspace, project and region`,
        ),
      )
      expect(result.summary).toContain('Check task-id')
    })
  })

  it('is waited for as long as the grace lasts', async () => {
    await withSimulator('created-late', async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { 'not-found-grace': '10s' } })
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '4' } })
    })
  })
})

describe('a task that was RUNNING', () => {
  it.concurrent.each([
    ['SUCCESSFUL', story(running, { body: { status: 'SUCCESSFUL' } }), {}, 'SUCCESSFUL', 0],
    ['FAILED', story(running, { body: { status: 'FAILED', message: '失败' } }), {}, 'FAILED', 1],
    ['WARNING with an end time', 'warning', {}, 'WARNING', 0],
    ['WARNING where that fails the step', 'warning', { 'fail-on-warning': 'true' }, 'WARNING', 1],
    ['WARNING, confirmed by a second poll', 'warning-unconfirmed', {}, 'WARNING', 0],
    ['SUCCESSFUL with a failed subtask', 'successful-with-failed-subtask', {}, 'FAILED', 1],
    ['SUCCESSFUL with a warned subtask', 'successful-with-warning-subtask', {}, 'WARNING', 0],
  ] as const)('and then is %s', async (_, scenario, inputs, status, exitCode) => {
    await withSimulator(scenario, async (simulator) => {
      expect(await bundle.run(simulator, { inputs })).toMatchObject({ exitCode, outputs: { status } })
    })
  })

  it.concurrent('and never ends is TIMED_OUT', async () => {
    await withSimulator('running', async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { timeout: '1s' } })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'TIMED_OUT' } })
      const elapsed = Number(result.outputs['elapsed-seconds'])
      expect(elapsed).toBeGreaterThanOrEqual(1)
      expect(elapsed).toBeLessThanOrEqual(Math.ceil(result.durationMs / 1000))
      expect(result.ownMs).toBeLessThan(10_000)
    })
  })

  it.concurrent('and ends just before the deadline is seen by the last poll', async () => {
    const scenario = story({ ...running, polls: 2 }, { body: { status: 'SUCCESSFUL' } })
    await withSimulator(scenario, async (simulator) => {
      // The second poll comes 2.2 to 2.6 s after the first, and the third would come after the deadline.
      const inputs = { timeout: '4s', 'min-poll-interval': '2400ms', 'max-poll-interval': '10s' }
      const result = await bundle.run(simulator, { inputs })
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '3' } })
    })
  })
})

describe('a single check', () => {
  it.each([
    ['running', 'TIMED_OUT', 1],
    ['documented-1', 'SUCCESSFUL', 0],
    ['unknown-status', 'ERROR', 1],
    ['not-found', 'NOT_FOUND', 1],
    ['warning-unconfirmed', 'TIMED_OUT', 1],
  ])('of %s gives %s', async (scenario, status, exitCode) => {
    await withSimulator(scenario, async (simulator) => {
      const result = await bundle.run(simulator, { inputs: { timeout: '0', 'not-found-grace': '1m' } })
      expect(result).toMatchObject({ exitCode, outputs: { status, polls: '1' } })
    })
  })
})

describe('an unknown status', () => {
  it('is polled once more, and then ends as ERROR, which names it', async () => {
    await withSimulator('unknown-status', async (simulator) => {
      const result = await bundle.run(simulator)
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '2' } })
      expect(result.stdout).toContain("'SUSPENDED'")
      expect(result.summary).toContain('SUSPENDED')
    })
  })
})

describe('three tasks', () => {
  it('have a verdict each, in input order, and the worst is the status', async () => {
    await withSimulator('three-tasks', async (simulator) => {
      const ids = [TASK, '008aae2e675d3bcb01675d3e6b960004', '008aae2e675d3bcb01675d40ab3f0005', 'unheard-of']
      const result = await bundle.run(simulator, { inputs: { 'task-id': `${ids.join(', ')}\n${TASK}` } })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'FAILED', 'error-code': 'DLF.0810' } })
      expect(parse(result.outputs.tasks)).toMatchObject([
        { id: ids[0], status: 'SUCCESSFUL' },
        { id: ids[1], status: 'FAILED' },
        { id: ids[2], status: 'WARNING' },
        { id: ids[3], status: 'NOT_FOUND', errorCode: 'DLF.0810' },
      ])
      for (const id of ids) expect(result.summary).toContain(id)
    })
  })
})
