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
      '系统任务 a 执行失败：读取OBS文件[obs://aaaaa/traffic2.zip]失败。请确认该 OBS 路径下有此文件，桶与任务在同一区域，且用户有权读取该桶，再重新部署。',
    ],
    [
      'a failed subtask',
      { kind: 'answered', task: solutionNotStarted },
      '系统任务 a 执行失败；1 个子任务中有 1 个失败：启动作业[job_batch]。服务未给出原因。请在 DataArts Factory 中打开作业 job_batch，查看其日志，再重新部署。',
    ],
    [
      '"does not exist"',
      missing,
      '系统任务 a 在该工作空间中不存在（DLF.0810，请求 ID r1）。请检查 task-id：“立即执行作业”返回的 instanceId 不是任务 ID。再检查 workspace、project 和 region：任务 ID 即使有效，在其他工作空间中也查不到。',
    ],
    [
      'a time-out',
      { kind: 'timed-out', task: task() },
      '系统任务 a：等待 30 分钟后仍未结束，当时的状态为“运行中”。请在 DataArts Factory 中查看该任务。如果只是执行较慢，请调大 timeout，再次等待该任务，不要重新导入。',
    ],
    [
      'an unknown status',
      { kind: 'unknown-status', task: task({ status: 'PAUSED' }) },
      '系统任务 a 处于未知状态“PAUSED”。请在 DataArts Factory 中查看该任务，并将此状态反馈给本 Action 的维护者。',
    ],
    [
      'a refusal',
      { kind: 'refused', fault: { reason: 'forbidden', httpStatus: 403 } },
      '系统任务 a：状态查询失败。当前凭据没有此操作的权限（HTTP 403）。当前使用认证凭据登录。请检查 project、该用户的 IAM 权限，以及其在工作空间中的角色。',
    ],
    [
      'a cancelled run',
      { kind: 'cancelled', by: 'signal' },
      '系统任务 a：未等到结束，本次运行已被取消。任务仍会在 DataArts Factory 中继续执行。如需得知结果，请用任务 ID 再次等待，不要重新导入。',
    ],
    [
      'fail-fast',
      { kind: 'cancelled', by: 'fail-fast' },
      '系统任务 a：未等到结束，另一个任务已失败（fail-fast）。任务仍会在 DataArts Factory 中继续执行。如需得知结果，请用任务 ID 再次等待，不要重新导入。',
    ],
  ])('explains %s in Chinese', (_what, end, sentence) => {
    expect(failureOf(end)).toBe(sentence)
  })

  it('speaks of no timeout after a single check', () => {
    const [seen] = report([taskWait({ kind: 'timed-out', task: task() })]).tasks
    expect(seen && zh.outcome(seen, { timeoutMs: 0 })).toBe('任务尚未结束，查询时的状态为“运行中”。')
  })

  it('names the sign-in service if the keys ended in the wait', () => {
    const fault = { reason: 'http-status', httpStatus: 503, signIn: 'IAM' } as const
    expect(failureOf({ kind: 'timed-out', task: task(), fault })).toContain(
      '临时密钥已失效，IAM 未签发新的密钥（HTTP 503）',
    )
  })

  it('tells of success and warning', () => {
    const [good] = report([taskWait('SUCCESSFUL')]).tasks
    const [warned] = report([taskWait('WARNING')]).tasks
    expect(good && zh.outcome(good, { timeoutMs: 0 })).toBe('任务执行成功。')
    expect(warned && zh.outcome(warned, { timeoutMs: 0 })).toBe('任务已完成，但有告警。')
  })

  it('tells of a fault without naming the task', () => {
    const [lost] = report([taskWait({ kind: 'unreachable', fault: { reason: 'connection' } })]).tasks
    expect(lost && zh.outcome(lost, { timeoutMs: 0 })).toBe('状态查询失败。无法建立连接。')
  })

  it('names three failed subtasks and counts the rest', () => {
    const subtasks = [1, 2, 3, 4, 5].map((number) =>
      subtask({ name: `作业${String(number)}`, status: 'FAILED' }),
    )
    expect(failureOf({ kind: 'answered', task: task({ status: 'FAILED', subtasks }) })).toContain(
      '5 个子任务中有 5 个失败：作业1、作业2、作业3，另有 2 个。',
    )
  })

  it('gives the worst task and counts the others', () => {
    const lost = taskWait({ kind: 'cancelled', by: 'signal' })
    const sentence = zh.stepFailure(report([taskWait(missing), lost]), 4)
    expect(sentence).toMatch(
      /^系统任务 a 在该工作空间中不存在（.*）。请检查 .*。查询范围：项目 p，默认工作空间，终端节点 https:\/\/dlf.example 。另有 1 个任务、4 个失败的子任务，见作业摘要。详见 docs\/troubleshooting.md, "The task was not found"$/,
    )
  })

  it.each([
    [{ message: '连接不存在' }, 'job_batch：连接不存在（系统任务 t 的子任务 s1）'],
    [
      {},
      'job_batch：服务未给出原因。请在 DataArts Factory 中打开作业 job_batch，查看其日志，再重新部署。（系统任务 t 的子任务 s1）',
    ],
  ])('of a failed subtask with %j says %j', (overrides, sentence) => {
    expect(zh.subtaskFailure({ ...subtask(overrides), taskId: 't' })).toBe(sentence)
  })

  it('translates the headings', () => {
    expect(zh.heading(report([taskWait('FAILED')]))).toBe('DLF 系统任务：失败')
    expect(zh.heading(report([taskWait('FAILED'), taskWait('SUCCESSFUL')]))).toBe('2 个任务中有 1 个失败')
    expect(zh.heading(reportOfProblems({ problems: ['x'], nextStep: 'fix-inputs' }))).toBe(
      '未开始等待 DLF 系统任务',
    )
  })

  it('tells the result of the step', () => {
    const times = { startTime: 1000, endTime: 16_000 }
    const subtasks = [subtask()]
    const done = task({ status: 'SUCCESSFUL', name: '导入', subtasks, ...times })
    const good = taskWait({ kind: 'answered', task: done })
    expect(zh.result(report([good]))).toBe('系统任务 a（导入）执行成功，用时 15 秒，共 1 个子任务。')
    expect(zh.result(report([taskWait('SUCCESSFUL')]))).toBe('系统任务 a 执行成功。')
    expect(zh.result(report([good, good]))).toBe('2 个系统任务全部成功，用时 1 秒。')
    expect(zh.heading(report([good, good]))).toBe('DLF 系统任务：2 个全部成功')
    expect(zh.heading(report([good, taskWait('WARNING')]))).toBe('2 个任务中有 1 个已完成（有告警）')
  })

  it.each<[string, WaitEnd, string]>([
    [
      'of an error',
      { kind: 'refused', fault: { reason: 'forbidden', httpStatus: 403, error: { message: 'No right.' } } },
      '没有此操作的权限（HTTP 403，No right）。',
    ],
    [
      'of a subtask and of its message',
      {
        kind: 'answered',
        task: task({
          status: 'FAILED',
          message: 'Failed to import.',
          subtasks: [subtask({ name: '导入作业[a]。', status: 'FAILED', message: '连接不存在。' })],
        }),
      },
      '系统任务 a 执行失败：Failed to import；1 个子任务中有 1 个失败：导入作业[a]（连接不存在）。',
    ],
  ])('drops the full stop %s within a sentence', (_what, end, words) => {
    expect(failureOf(end)).toContain(words)
  })

  it('keeps an English sentence apart from a Chinese one', () => {
    const fault = { reason: 'unauthorized', advice: 'Renew it.' } as const
    expect(failureOf({ kind: 'refused', fault })).toBe(
      '系统任务 a：状态查询失败。认证失败：服务拒绝了当前凭据。Renew it.',
    )
    expect(zh.result(reportOfProblems({ problems: ['STS refused.'], nextStep: 'fix-sign-in' }))).toBe(
      '未开始等待 DLF 系统任务。STS refused. 请修正登录设置，再重新运行作业。尚未查询任务状态。详见 docs/troubleshooting.md, "The sign-in failed"',
    )
  })
})
