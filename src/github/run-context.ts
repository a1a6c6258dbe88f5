/** The run that this step belongs to, as the runner tells it. */
export type RunContext = {
  readonly eventName: string
  /** The event's payload; undefined where it can't be read. */
  readonly payload: unknown
  /** `GITHUB_SHA`: for a pull request its merge commit, for many events the head of the default branch. */
  readonly sha: string
  /** `owner/name` */
  readonly repository: string
  /** This run's page, at this attempt; absent where the runner does not say which run it is. */
  readonly url?: string
}

/**
 * Reads what the runner tells of the run.
 *
 * @param readVariable returns a variable of the environment, trimmed, empty where it is not set
 * @param readEvent returns the event's payload, undefined where it can't be read
 */
export function readRunContext(readVariable: (name: string) => string, readEvent: () => unknown): RunContext {
  const repository = readVariable('GITHUB_REPOSITORY')
  const runId = readVariable('GITHUB_RUN_ID')
  const server = readVariable('GITHUB_SERVER_URL') || 'https://github.com'
  const attempt = readVariable('GITHUB_RUN_ATTEMPT') || '1'
  return {
    eventName: readVariable('GITHUB_EVENT_NAME'),
    payload: readEvent(),
    sha: readVariable('GITHUB_SHA'),
    repository,
    ...(runId !== '' && { url: `${server}/${repository}/actions/runs/${runId}/attempts/${attempt}` }),
  }
}
