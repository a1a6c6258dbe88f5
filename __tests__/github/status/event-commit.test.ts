import { describe, expect, it } from '@jest/globals'

import { chooseCommit } from '../../../src/github/status/event-commit.ts'
import { OTHER_SHA, runContext, SHA } from '../../support/fakes/commit-statuses.ts'

const HERE = { full_name: 'Octo-Org/octo-repo' }
const pullRequest = { pull_request: { head: { sha: OTHER_SHA }, merge_commit_sha: SHA } }
const startedBy = (head_repository: unknown) => ({ workflow_run: { head_sha: OTHER_SHA, head_repository } })
const deployment = { deployment: { sha: OTHER_SHA } }

describe('chooseCommit', () => {
  it.each([
    ['pull_request', pullRequest, 'head of the pull request'],
    ['pull_request_target', pullRequest, 'head of the pull request'],
    ['pull_request_review', pullRequest, 'head of the pull request'],
    ['an_event_of_the_future', pullRequest, 'head of the pull request'],
    ['workflow_run', startedBy(HERE), 'head of the run that started this one'],
    ['deployment', deployment, 'commit of the deployment'],
    ['deployment_status', { ...deployment, deployment_status: {} }, 'commit of the deployment'],
    ['deployment_status', { ...deployment, workflow_run: { head_sha: SHA } }, 'commit of the deployment'],
  ])('chooses the commit of the payload for %s', (eventName, payload, reason) => {
    expect(chooseCommit(runContext({ eventName, payload }), undefined)).toEqual({ sha: OTHER_SHA, reason })
  })

  it.each(['push', 'merge_group', 'workflow_dispatch', 'schedule', 'release'])(
    'takes for %s the commit of the run',
    (eventName) => {
      const payload = { merge_group: { head_sha: OTHER_SHA }, inputs: {} }
      const choice = chooseCommit(runContext({ eventName, payload }), undefined)
      expect(choice).toEqual({ sha: SHA, reason: `GITHUB_SHA of the event ${eventName}` })
    },
  )

  it.each(['push', 'pull_request', 'workflow_run'])('prefers the given commit to that of %s', (eventName) => {
    const given = 'a'.repeat(64)
    const payload = { ...pullRequest, ...startedBy({ full_name: 'fork/octo-repo' }) }
    const choice = chooseCommit(runContext({ eventName, payload }), given)
    expect(choice).toEqual({ sha: given, reason: 'given by status-sha' })
  })

  it.each([
    ['of a fork', { full_name: 'fork/octo-repo' }],
    ['of a fork that was deleted since', null],
    ['that is not named', undefined],
  ])('chooses none if a run of a repository %s started this one', (_, head) => {
    const context = runContext({ eventName: 'workflow_run', payload: startedBy(head) })
    expect(chooseCommit(context, undefined)).toEqual({
      skipReason: 'the run that started this one belongs to another repository (a fork)',
      remedy: expect.stringMatching(
        /^If you have reviewed .* status-sha: \$\{\{ github\.event\.workflow_run\.head_sha \}\}$/,
      ),
    })
  })

  it.each([
    ['pull_request', undefined, 'head of the pull request'],
    ['pull_request', 'no object', 'head of the pull request'],
    ['pull_request', { pull_request: { head: { sha: 'main' } } }, 'head of the pull request'],
    ['pull_request_target', { pull_request: null }, 'head of the pull request'],
    ['deployment', { deployment: { sha: 7 } }, 'commit of the deployment'],
    [
      'workflow_run',
      { workflow_run: { head_sha: `${SHA}0`, head_repository: HERE } },
      'head of the run that started this one',
    ],
  ])('never uses the commit of the run if the event %s does not name its own', (eventName, payload, said) => {
    const choice = chooseCommit(runContext({ eventName, payload }), undefined)
    expect(choice).toEqual({
      skipReason: `the event does not name the ${said}`,
      remedy: 'Set status-sha to the full SHA of the commit.',
    })
  })

  it('chooses none if the run has none', () => {
    expect(chooseCommit(runContext({ sha: '' }), undefined)).toEqual({
      skipReason: 'GITHUB_SHA is not a commit SHA',
      remedy: 'Set status-sha to the full SHA of the commit.',
    })
  })
})
