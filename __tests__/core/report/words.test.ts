import { describe, expect, it } from '@jest/globals'

import type { NextStep } from '../../../src/core/report/next-step.ts'
import { english, type Words } from '../../../src/core/report/words-en.ts'
import { chinese } from '../../../src/core/report/words-zh.ts'
import { SUBTASK_GROUPS } from '../../../src/core/task/subtask-counts.ts'
import { VERDICTS } from '../../../src/core/wait/verdict.ts'

const NONE = { FAILED: 0, WARNING: 0, RUNNING: 0, OTHER: 0, SUCCESSFUL: 0 }
const ALL = { FAILED: 1, WARNING: 2, RUNNING: 3, OTHER: 4, SUCCESSFUL: 5000 }

function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, entry]) => keysOf(entry, `${path}.${key}`))
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

describe('the catalogues', () => {
  it('hold the same messages', () => {
    expect(keysOf(chinese)).toEqual(keysOf(english))
  })

  it.each([
    ['English', english],
    ['Chinese', chinese],
  ])('leave no message empty: %s', (_language, words) => {
    const statuses = [...VERDICTS, ...SUBTASK_GROUPS].map(words.status)
    expect([...textsOf(words), ...statuses].filter((text) => text.trim() === '')).toEqual([])
  })

  it('end each next step with a full stop', () => {
    expect(Object.values(english.nextSteps).filter((step) => !/^[A-Z].*\.$/.test(step))).toEqual([])
    expect(Object.values(chinese.nextSteps).filter((step) => !step.endsWith('。'))).toEqual([])
  })

  it('name the same placeholders in each next step', () => {
    const placeholders = (step: string): readonly string[] => step.match(/\{\w+\}/g) ?? []
    for (const [step, sentence] of Object.entries(english.nextSteps)) {
      const [own, other] = [placeholders(sentence), placeholders(chinese.nextSteps[step as NextStep])]
      expect([step, ...other]).toEqual([step, ...own])
      for (const placeholder of own) expect(['{job}', '{credential}']).toContain(placeholder)
    }
  })

  it('use the terms of the service in Chinese', () => {
    const all = textsOf(chinese).join('\n')
    for (const term of ['子任务', '工作空间', '系统任务', '作业', '区域', '项目']) expect(all).toContain(term)
    // Latin letters occur only in names of inputs and products, never in a sentence.
    expect(all).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/)
  })
})

describe('english', () => {
  it.each<[string, string]>([
    [
      english.headings.failed(1002, 3000, [
        [2, 'failed'],
        [1000, 'not found'],
      ]),
      '1,002 of 3,000 tasks did not succeed: 2 failed, 1,000 not found',
    ],
    [english.badSubtasks('FAILED', 1, 1), '1 of 1 subtask failed'],
    [english.badSubtasks('WARNING', 2, 3), '2 of 3 subtasks ended with a warning'],
    [english.subtaskCounts({ ...NONE, SUCCESSFUL: 1 }), '1 subtask: successful'],
    [
      english.subtaskCounts(ALL),
      '5,010 subtasks: 1 failed, 2 with a warning, 3 running, 4 with another status, 5,000 successful',
    ],
    [english.moreSubtasks({ ...NONE, RUNNING: 1 }), '1 more subtask: running'],
    [english.moreSubtasks({ ...NONE, FAILED: 2 }), '2 more subtasks: all failed'],
    [
      english.subtasksNotShown({ ...NONE, SUCCESSFUL: 1000 }),
      '1,000 subtasks not shown here (all successful): a job summary has no room for them.',
    ],
    [english.moreTasks(1), '1 more task'],
    [english.moreTasks(2), '2 more tasks'],
    [english.tasksNotShown(1), '1 task is in the overview only: a job summary holds 1 MiB at most.'],
    [english.tasksNotShown(2), '2 tasks are in the overview only: a job summary holds 1 MiB at most.'],
    [
      english.statistics({ elapsedMs: 10, timeoutMs: 0, polls: 1, faults: 0, throttles: 0 }),
      'Checked once, 1 poll',
    ],
    [english.rest(0, 0), ''],
    [english.rest(1, 0), 'And 1 more task: see the job summary.'],
    [english.rest(2, 1), 'And 2 more tasks, 1 more failed subtask: see the job summary.'],
  ])('says %j', (said, expected) => {
    expect(said).toBe(expected)
  })
})

describe('chinese', () => {
  const waiting = { elapsedMs: 65_000, timeoutMs: 5_400_000, polls: 9, faults: 2, throttles: 1 }

  it.each<[string, string]>([
    [
      chinese.headings.failed(1002, 3000, [
        [2, '失败'],
        [1000, '不存在'],
      ]),
      '3,000 个任务中有 1,002 个未成功：2 个失败、1,000 个不存在',
    ],
    [chinese.badSubtasks('FAILED', 1, 3), '3 个子任务中有 1 个失败'],
    [chinese.badSubtasks('WARNING', 1, 3), '3 个子任务中有 1 个告警'],
    [
      chinese.subtaskCounts(ALL),
      '5,010 个子任务：1 个失败、2 个告警、3 个运行中、4 个其他状态、5,000 个成功',
    ],
    [chinese.subtaskCounts({ ...NONE, FAILED: 1 }), '1 个子任务：失败'],
    [chinese.moreSubtasks({ ...NONE, FAILED: 2 }), '其余 2 个子任务：全部失败'],
    [
      chinese.subtasksNotShown({ ...NONE, SUCCESSFUL: 1000 }),
      '另有 1,000 个子任务未显示（全部成功）：超出摘要容量。',
    ],
    [chinese.moreTasks(2), '其余 2 个任务'],
    [chinese.tasksNotShown(2), '另有 2 个任务仅列在总览中：摘要最多 1 MiB。'],
    [chinese.rest(0, 0), ''],
    [chinese.rest(1, 0), '另有 1 个任务，见作业摘要。'],
    [chinese.rest(2, 1), '另有 2 个任务、1 个失败的子任务，见作业摘要。'],
    [
      chinese.statistics(waiting),
      '等待 1 分钟 5 秒（上限 1 小时 30 分钟），轮询 9 次，请求失败 2 次，触发流控 1 次',
    ],
    [
      chinese.statistics({ ...waiting, polls: 0, faults: 0, throttles: 0 }),
      '等待 1 分钟 5 秒（上限 1 小时 30 分钟），未轮询',
    ],
    [
      chinese.statistics({ ...waiting, timeoutMs: 0, polls: 1 }),
      '单次查询，轮询 1 次，请求失败 2 次，触发流控 1 次',
    ],
    [
      chinese.askedAt({ endpoint: 'https://dayu.example', project: 'p' }),
      '查询范围：项目 p，默认工作空间，终端节点 https://dayu.example 。',
    ],
    [
      chinese.askedAt({ endpoint: 'https://dayu.example', project: 'p', workspace: 'w' }),
      '查询范围：项目 p，工作空间 w，终端节点 https://dayu.example 。',
    ],
    [chinese.duration(350), '350 毫秒'],
    [chinese.duration(97_200_000), '1 天 3 小时'],
  ])('says %j', (said, expected) => {
    expect(said).toBe(expected)
  })
})

// A language that lacks a message must not compile; this file would not, either, if it did.
const { noReason: _noReason, ...incomplete } = english
// @ts-expect-error -- noReason is missing
export const rejected: Words = incomplete
