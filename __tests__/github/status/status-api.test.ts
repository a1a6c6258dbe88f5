import { describe, expect, it } from '@jest/globals'

import {
  createStatusApi,
  type GitHubToolkit,
  type Publication,
  type StatusEntry,
} from '../../../src/github/status/status-api.ts'
import type { SendRequest } from '../../../src/http/transport.ts'
import { SHA } from '../../support/fakes/commit-statuses.ts'

const BY: Publication = { run: { repository: 'octo-org/octo-repo' }, token: 'T' }
const STATUS: StatusEntry = {
  sha: SHA,
  context: 'dlf',
  state: 'pending',
  description: 'Waiting',
}
const { signal } = new AbortController()
const send: SendRequest = () =>
  Promise.resolve({ kind: 'response', status: 201, headers: {}, body: 'sent by the transport' })

type StatusParameters = Parameters<
  ReturnType<GitHubToolkit['getOctokit']>['rest']['repos']['createCommitStatus']
>[0]
type Call = { readonly token: string; readonly options: unknown; readonly parameters: StatusParameters }

// A toolkit that records its calls and answers with this status.
function toolkit(status: number) {
  const calls: Call[] = []
  const loaded: GitHubToolkit = {
    getOctokit: (token, options) => ({
      rest: {
        repos: {
          createCommitStatus: (parameters) => {
            calls.push({ token, options, parameters })
            const { log } = parameters.request
            for (const say of Object.values(log)) say()
            return Promise.resolve({ status })
          },
        },
      },
    }),
  }
  return { calls, load: () => Promise.resolve(loaded) }
}

describe('createStatusApi', () => {
  it('loads nothing before a status is sent', () => {
    const load = (): Promise<GitHubToolkit> => Promise.reject(new Error('loaded'))
    expect(() => createStatusApi(load, send)).not.toThrow()
  })

  it('sends a status in the form of the API', async () => {
    const { calls, load } = toolkit(201)
    await createStatusApi(load, send)(
      STATUS,
      { ...BY, run: { ...BY.run, url: 'https://run.example' } },
      signal,
    )
    expect(calls).toEqual([
      {
        token: 'T',
        options: { userAgent: 'wait-for-dlf-task' },
        parameters: {
          owner: 'octo-org',
          repo: 'octo-repo',
          sha: SHA,
          context: 'dlf',
          state: 'pending',
          description: 'Waiting',
          target_url: 'https://run.example',
          request: expect.objectContaining({ signal }),
        },
      },
    ])
  })

  it('sends no target URL if there is none', async () => {
    const { calls, load } = toolkit(201)
    await createStatusApi(load, send)(STATUS, BY, signal)
    expect(calls[0]?.parameters).not.toHaveProperty('target_url')
  })

  it('accepts only 201 Created as a success', async () => {
    const { load } = toolkit(200)
    await expect(createStatusApi(load, send)(STATUS, BY, signal)).rejects.toThrow('HTTP 200 instead of 201')
  })

  it.each([300, 301, 302, 303, 307, 308, 399])('rejects a redirect, HTTP %i', async (status) => {
    const { load } = toolkit(status)
    await expect(createStatusApi(load, send)(STATUS, BY, signal)).rejects.toMatchObject({
      status,
      message: 'the address answered with a redirect, and redirects are never followed',
      response: { headers: {} },
    })
  })

  it('sends over the given transport', async () => {
    const { calls, load } = toolkit(201)
    await createStatusApi(load, send)(STATUS, BY, signal)
    const [{ parameters }] = calls as [Call]
    const options = { method: 'POST', headers: {}, signal } as const
    const response = await parameters.request.fetch('https://api.github.com/', options)
    expect(await response.text()).toBe('sent by the transport')
  })

  it('rejects if the toolkit cannot be loaded', async () => {
    const load = (): Promise<GitHubToolkit> => Promise.reject(new Error('no such chunk'))
    await expect(createStatusApi(load, send)(STATUS, BY, signal)).rejects.toThrow('no such chunk')
  })
})
