import { describe, expect, it } from '@jest/globals'

import type { Answer } from '../../../src/core/task/answer.ts'
import { redactedPoll, redactTexts } from '../../../src/core/task/redact-answer.ts'
import { answers, final, notFound, subtask, taskAnswer } from '../../support/data/builders.ts'

const SECRET = 'a_secret|1'

async function polled(answer: Answer): Promise<Answer> {
  const poll = redactedPoll(answers(answer), (text) => text.replaceAll(SECRET, '***'))
  return poll('a', new AbortController().signal)
}

describe('redactedPoll', () => {
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
    'leaves %s alone: a secret must not turn a state into something else',
    async (status) => {
      const answer = taskAnswer({ status, subtasks: [subtask({ status })] })
      const poll = redactedPoll(
        () => Promise.resolve(answer),
        (text) => text.replaceAll(status.slice(1), '***'),
      )
      expect(await poll('a', new AbortController().signal)).toEqual(answer)
    },
  )

  it('hides a secret in a state that is not known', async () => {
    const answer = taskAnswer({ status: SECRET, subtasks: [subtask({ status: SECRET })] })
    const poll = redactedPoll(
      () => Promise.resolve(answer),
      (text) => text.replaceAll(SECRET, '***'),
    )
    const redacted = await poll('a', new AbortController().signal)
    expect(redacted).toMatchObject({ task: { status: '***', subtasks: [{ status: '***' }] } })
  })
})

describe('redactTexts', () => {
  it('does not change values that are not text', () => {
    const odd = { id: 7, name: null, code: undefined, message: true, detail: [1, null], status: 0 }
    expect(redactTexts(odd, (text) => text.replaceAll(SECRET, '***'))).toStrictEqual(odd)
    expect(redactTexts(null, () => '***')).toBeNull()
  })

  it('redacts a status that is not documented', () => {
    const texts = { id: 'FAILED', name: 'FAILED', status: 'FAILED' }
    const hidden = { id: '***', name: '***', status: 'FAILED' }
    expect(redactTexts(texts, (text) => text.replaceAll('FAILED', '***'))).toEqual(hidden)
  })
})
