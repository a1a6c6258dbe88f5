import { describe, expect, it } from '@jest/globals'

import type { WaitEnd } from '../../../src/core/wait/decide.ts'
import { LANGUAGES, messages, messagesFor } from '../../../src/core/report/messages.ts'
import { reportOfProblems } from '../../../src/core/report/report.ts'
import { solutionNotStarted, solutionUnreadable } from '../../fixtures/documented-answers.ts'
import { report, subtask, task, taskWait } from '../../support/data/builders.ts'

const zh = messagesFor('zh')
const missing: WaitEnd = {
  kind: 'not-found',
  error: { code: 'DLF.0810', message: 'Task does not exist', requestId: 'r1' },
}

function failureOf(end: WaitEnd): string | undefined {
  return report([taskWait(end)]).tasks.map((seen) => zh.failure(seen, { timeoutMs: 1_800_000 }))[0]
}

describe('messagesFor', () => {
  it('knows English, the default, and Chinese', () => {
    expect(LANGUAGES).toEqual(['en', 'zh'])
    expect(messagesFor('en').words).toBe(messages.words)
  })

  it.each<[string, WaitEnd, string]>([
    [
      'a task that could not read its file',
      { kind: 'answered', task: solutionUnreadable },
      '系统任务 a 执行失败：读取OBS文件[obs://aaaaa/traffic2.zip]失败。请确认该 OBS 路径下有此文件、桶与任务在同一区域，且用户有读取权限，再重新部署。',
    ],
    [
      'a failed subtask',
      { kind: 'answered', task: solutionNotStarted },
      '系统任务 a 执行失败；1 个子任务中有 1 个失败：启动作业[job_batch]。请先处理失败子任务指出的问题，再重新部署。',
    ],
    [
      '"does not exist"',
      missing,
      '系统任务 a 不存在（DLF.0810 Task does not exist、请求 ID r1）。请检查 task-id（立即执行作业返回的 instanceId 不是任务 ID）、workspace、project 和 region：工作空间不对时，正确的 ID 也会显示不存在。',
    ],
    [
      'a time-out',
      { kind: 'timed-out', task: task() },
      '系统任务 a 在 30 分钟的等待时限内未结束，当时状态为 RUNNING。请在 DataArts Factory 中查看该任务；如果只是较慢，请调大 timeout 后再次等待，不要重新导入。',
    ],
    [
      'an unknown status',
      { kind: 'unknown-status', task: task({ status: 'PAUSED' }) },
      '系统任务 a 处于未知状态“PAUSED”。请在 DataArts Factory 中查看该任务，并将此状态反馈给本 Action 的维护者。',
    ],
    [
      'a refusal',
      { kind: 'refused', fault: { reason: 'forbidden', httpStatus: 403 } },
      '系统任务 a 状态查询失败：当前凭据没有此操作的权限（HTTP 403）。请检查 project，以及该用户或委托的身份策略和在工作空间中的角色。',
    ],
    [
      'a cancelled run',
      { kind: 'cancelled', by: 'signal' },
      '系统任务 a 不再等待：本次运行已被取消。任务仍会在 DataArts Factory 中继续执行；如需得知结果，请用其任务 ID 再次等待，不要重新导入。',
    ],
    [
      'fail-fast',
      { kind: 'cancelled', by: 'fail-fast' },
      '系统任务 a 不再等待：另一个任务已失败（fail-fast）。任务仍会在 DataArts Factory 中继续执行；如需得知结果，请用其任务 ID 再次等待，不要重新导入。',
    ],
  ])('explains %s in Chinese', (_what, end, sentence) => {
    expect(failureOf(end)).toBe(sentence)
  })

  it('speaks of no time-out where nothing was waited for', () => {
    const [seen] = report([taskWait({ kind: 'timed-out', task: task() })]).tasks
    expect(seen && zh.outcome(seen, { timeoutMs: 0 })).toBe('尚未结束，当前状态为 RUNNING。')
  })

  it('tells of success and warning', () => {
    const [good] = report([taskWait('SUCCESSFUL')]).tasks
    const [warned] = report([taskWait('WARNING')]).tasks
    expect(good && zh.outcome(good, { timeoutMs: 0 })).toBe('执行成功。')
    expect(warned && zh.outcome(warned, { timeoutMs: 0 })).toBe('已结束，但有告警。')
  })

  it('tells of a fault without naming the task', () => {
    const [lost] = report([taskWait({ kind: 'unreachable', fault: { reason: 'connection' } })]).tasks
    expect(lost && zh.outcome(lost, { timeoutMs: 0 })).toBe('状态查询失败：无法建立连接。')
  })

  it('names three failed subtasks and counts the rest', () => {
    const subtasks = [1, 2, 3, 4, 5].map((number) =>
      subtask({ name: `作业${String(number)}`, status: 'FAILED' }),
    )
    expect(failureOf({ kind: 'answered', task: task({ status: 'FAILED', subtasks }) })).toContain(
      '5 个子任务中有 5 个失败：作业1、作业2、作业3，另有 2 个。',
    )
  })

  it('gives the worst task and what else there is', () => {
    const lost = taskWait({ kind: 'cancelled', by: 'signal' })
    const sentence = zh.stepFailure(report([taskWait(missing), lost]), 4)
    expect(sentence).toMatch(
      /^系统任务 a 不存在（.*）。请检查 .*。查询地址：https:\/\/dlf.example，项目 p，默认工作空间。另有 1 个任务、4 个失败的子任务，详见摘要。$/,
    )
  })

  it.each([
    [{ message: '连接不存在' }, 'job_batch：连接不存在（系统任务 t 的子任务 s1）'],
    [{}, 'job_batch：服务未给出原因。（系统任务 t 的子任务 s1）'],
  ])('of a failed subtask with %j says %j', (overrides, sentence) => {
    expect(zh.subtaskFailure({ ...subtask(overrides), taskId: 't' })).toBe(sentence)
  })

  it('has headings', () => {
    expect(zh.heading(report([taskWait('FAILED')]))).toBe('DLF 系统任务：失败')
    expect(zh.heading(report([taskWait('FAILED'), taskWait('SUCCESSFUL')]))).toBe(
      'DLF 系统任务：共 2 个，其中 1 个失败',
    )
    expect(zh.heading(reportOfProblems(['x']))).toBe('未能开始等待 DLF 系统任务')
  })
})
