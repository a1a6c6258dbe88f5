import { describe, expect, it } from '@jest/globals'

import type { Answer } from '../../../src/core/task/answer.ts'
import { keptSubtasks, preparedPoll } from '../../../src/core/task/prepare-answer.ts'
import type { Subtask } from '../../../src/core/task/system-task.ts'
import { answers, final, notFound, subtask, taskAnswer } from '../../support/data/builders.ts'

const SECRET = 'a_secret|1'

async function polled(answer: Answer, secret = SECRET, taskCount = 1): Promise<Answer> {
  const poll = preparedPoll(answers(answer), (text) => text.replaceAll(secret, '***'), taskCount)
  return poll('a', new AbortController().signal)
}

function subtasksOf(answer: Answer): readonly Subtask[] {
  return answer.kind === 'task' ? answer.task.subtasks : []
}

describe('preparedPoll', () => {
  it('takes secrets out of all texts of a task and its subtasks', async () => {
    const texts = { id: `i ${SECRET}`, name: `n ${SECRET}`, message: `m ${SECRET}` }
    const answer = taskAnswer(
      { ...texts, subtasks: [subtask({ ...texts, lastUpdate: 7 })] },
      { requestId: SECRET },
    )
    expect(await polled(answer)).toEqual(
      taskAnswer(
        {
          id: 'i ***',
          name: 'n ***',
          message: 'm ***',
          subtasks: [subtask({ id: 'i ***', name: 'n ***', message: 'm ***', lastUpdate: 7 })],
        },
        { requestId: '***' },
      ),
    )
  })

  it('takes secrets out of errors', async () => {
    const error = { code: SECRET, message: SECRET, requestId: SECRET }
    const hidden = { code: '***', message: '***', requestId: '***' }
    expect(await polled(notFound(error))).toEqual(notFound(hidden))
    expect(await polled(final('rejected', { httpStatus: 400, detail: SECRET, error }))).toEqual(
      final('rejected', { httpStatus: 400, detail: '***', error: hidden }),
    )
  })

  it.each(['RUNNING', 'SUCCESSFUL', 'FAILED', 'WARNING'])(
    'keeps the status %s, because a secret must not change a verdict',
    async (status) => {
      const answer = taskAnswer({ status, subtasks: [subtask({ status })] })
      expect(await polled(answer, status.slice(1))).toEqual(answer)
    },
  )

  it('hides a secret in a state that is not known', async () => {
    const answer = taskAnswer({ status: SECRET, subtasks: [subtask({ status: SECRET })] })
    expect(await polled(answer)).toMatchObject({ task: { status: '***', subtasks: [{ status: '***' }] } })
  })

  it('cuts no text as long as an output may have room for all of them', async () => {
    const answer = taskAnswer({ id: 'a', message: 'm'.repeat(120 * 1024 - 1), subtasks: [] })
    expect(await polled(answer, SECRET, 500)).toEqual(answer)
  })

  it.each([
    // A share of 32 MiB for each text of each task.
    [1, 1, 3_000_000],
    [30, 1, 1_118_481],
    [30, 99, 11_297],
    [500, 99, 677],
    // No text is cut to less.
    [500, 200, 500],
  ])(
    'of %i tasks with %i long messages cuts each to a share of the memory',
    async (taskCount, count, length) => {
      const message = 'm'.repeat(3_000_000)
      const subtasks = Array.from({ length: count }, () => subtask({ message }))
      const answer = await polled(taskAnswer({ subtasks }), SECRET, taskCount)
      const lengths = subtasksOf(answer).map((each) => each.message?.length)
      expect(new Set(lengths)).toEqual(new Set([length]))
    },
  )

  it.each([
    [30, 1_118_481],
    [100_000, 500],
  ])('of %i tasks neither counts nor cuts a text of 500 characters', async (taskCount, length) => {
    const messages = ['m'.repeat(3_000_000), 'x'.repeat(500)]
    const answer = await polled(
      taskAnswer({ subtasks: messages.map((message) => subtask({ message })) }),
      SECRET,
      taskCount,
    )
    expect(subtasksOf(answer).map((each) => each.message)).toEqual([
      `${'m'.repeat(length - 1)}…`,
      messages[1],
    ])
  })

  it('marks a text that was cut, and cuts it between characters', async () => {
    const error = { message: `${'x'.repeat(498)}😀${'y'.repeat(200_000)}` }
    const answer = await polled(notFound(error), SECRET, 100_000)
    expect(answer).toEqual(notFound({ message: `${'x'.repeat(498)}…` }))
  })

  it('finds a secret before it cuts', async () => {
    const message = `${'x'.repeat(495)}${SECRET}${'y'.repeat(200_000)}`
    expect(await polled(notFound({ message }), SECRET, 100_000)).toEqual(
      notFound({ message: `${'x'.repeat(495)}***y…` }),
    )
  })
})

describe('keptSubtasks', () => {
  it.each([
    [1, 30_000],
    [7, 4285],
    [30, 1000],
    [31, 1000],
    [500, 1000],
  ])('of %i tasks are %i each', (taskCount, kept) => {
    expect(keptSubtasks(taskCount)).toBe(kept)
  })
})
