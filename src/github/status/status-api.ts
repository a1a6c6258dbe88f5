import { english } from '../../core/report/words-en.ts'
import { omitUndefined } from '../../core/task/omit-undefined.ts'
import type { SendRequest } from '../../http/transport.ts'
import type { RunContext } from '../run-context.ts'
import { createOctokitFetch, type OctokitFetch } from './octokit-fetch.ts'

/** A commit status as the step decides it. */
export type StatusEntry = {
  readonly sha: string
  readonly context: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  /** At most 140 characters. */
  readonly description: string
}

/** The run that publishes a status, and the token that it uses. */
export type Publication = { readonly run: Pick<RunContext, 'repository' | 'url'>; readonly token: string }

/** Sends a commit status once; rejects with an error of the toolkit if GitHub does not accept it. */
export type CreateStatus = (status: StatusEntry, by: Publication, signal: AbortSignal) => Promise<void>

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

type StatusParameters = StatusEntry & {
  readonly owner: string
  readonly repo: string
  readonly target_url?: string
  readonly request: {
    readonly signal: AbortSignal
    readonly log: typeof SILENT
    readonly fetch: OctokitFetch
  }
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
  return async ({ sha, state, context, description }, { run, token }, signal) => {
    const { getOctokit } = await load()
    const { rest } = getOctokit(token, { userAgent: 'wait-for-dlf-task' })
    const [owner = '', repo = ''] = run.repository.split('/')
    const { status } = await rest.repos.createCommitStatus({
      ...{ owner, repo, sha, state, context, description },
      ...omitUndefined({ target_url: run.url }),
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
