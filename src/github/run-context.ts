import { readFileSync } from 'node:fs'

import { omitUndefined } from '../core/task/omit-undefined.ts'

/** The run that this step belongs to. */
export type RunContext = {
  readonly eventName: string
  /** The event's payload; undefined if it can't be read. */
  readonly payload: unknown
  /** `GITHUB_SHA`: the merge commit of a pull request; for many events the head of the default branch. */
  readonly sha: string
  /** `owner/name` */
  readonly repository: string
  /** The page of this attempt of the run; absent without `GITHUB_RUN_ID`. */
  readonly url?: string
}

/**
 * Reads the run from the runner's environment variables.
 *
 * @param readVariable returns an environment variable, trimmed; empty if it is not set
 */
export function readRunContext(readVariable: (name: string) => string): RunContext {
  const repository = readVariable('GITHUB_REPOSITORY')
  const runId = readVariable('GITHUB_RUN_ID')
  const server = readVariable('GITHUB_SERVER_URL') || 'https://github.com'
  const attempt = readVariable('GITHUB_RUN_ATTEMPT') || '1'
  const page = `${server}/${repository}/actions/runs/${runId}/attempts/${attempt}`
  return {
    eventName: readVariable('GITHUB_EVENT_NAME'),
    payload: readPayload(readVariable('GITHUB_EVENT_PATH')),
    sha: readVariable('GITHUB_SHA'),
    repository,
    ...omitUndefined({ url: runId === '' ? undefined : page }),
  }
}

function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    return undefined
  }
}
