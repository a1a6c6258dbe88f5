import { english } from '../../core/report/words-en.ts'
import { omitUndefined } from '../../core/task/omit-undefined.ts'
import type { SendRequest } from '../../http/transport.ts'
import { createOctokitFetch, type OctokitFetch } from './octokit-fetch.ts'

/** A commit status for GitHub's API. */
export type StatusPayload = {
  /** `owner/name` */
  readonly repository: string
  readonly sha: string
  readonly context: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  /** At most 140 characters. */
  readonly description: string
  readonly targetUrl?: string
}

/** The part of a commit status that the step decides. */
export type StatusEntry = Pick<StatusPayload, 'sha' | 'context' | 'state' | 'description'>

/** Sends a commit status once; rejects with an error of the toolkit if GitHub does not accept it. */
export type CreateStatus = (status: StatusPayload, token: string, signal: AbortSignal) => Promise<void>

/** The part of `@actions/github` that this action uses; it reads `GITHUB_API_URL`. */
export type GitHubToolkit = {
  readonly getOctokit: (
    token: string,
    options: { readonly userAgent: string },
  ) => {
    readonly rest: {
      readonly repos: {
        readonly createCommitStatus: (parameters: StatusParameters) => Promise<{ readonly status: number }>
      }
    }
  }
}

type StatusParameters = {
  owner: string
  repo: string
  sha: string
  state: StatusPayload['state']
  context: string
  description: string
  target_url?: string
  request: { signal: AbortSignal; log: typeof SILENT; fetch: OctokitFetch }
}

const CREATED = 201
const nothing = (): void => undefined
// The default logger would write a header of the answer into the log.
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing }

/**
 * Creates the call that publishes a commit status.
 *
 * @param load imports the toolkit, which is slow to start and needed only for a commit status
 * @param send sends the toolkit's requests
 */
export function createStatusApi(load: () => Promise<GitHubToolkit>, send: SendRequest): CreateStatus {
  const fetch = createOctokitFetch(send)
  return async ({ repository, sha, context, state, description, targetUrl }, token, signal) => {
    const { getOctokit } = await load()
    const slash = repository.indexOf('/')
    const { status } = await getOctokit(token, {
      userAgent: 'wait-for-dlf-task',
    }).rest.repos.createCommitStatus({
      owner: repository.slice(0, slash),
      repo: repository.slice(slash + 1),
      sha,
      state,
      context,
      description,
      ...omitUndefined({ target_url: targetUrl }),
      request: { signal, log: SILENT, fetch },
    })
    if (status !== CREATED) throw unexpected(status)
  }
}

function unexpected(status: number): Error {
  // The toolkit expects `fetch` to follow redirects, and returns one as a success.
  if (status >= 300 && status < 400) {
    return Object.assign(new Error(english.faults.redirected), { status, response: { headers: {} } })
  }
  // A proxy may have answered.
  return new Error(`HTTP ${String(status)} instead of ${String(CREATED)}`)
}
