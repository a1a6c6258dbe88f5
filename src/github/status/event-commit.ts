import * as v from 'valibot'

import { COMMIT_SHA } from '../../core/text/commit-sha.ts'
import type { RunContext } from '../run-context.ts'

/** The commit for a status with the reason for the log, or why no status is published and how to change that. */
export type CommitChoice =
  { readonly sha: string; readonly reason: string } | { readonly skipReason: string; readonly remedy: string }

const lenient = <const TSchema extends v.GenericSchema>(schema: TSchema) =>
  v.fallback(v.optional(schema), undefined)

// Source: https://docs.github.com/webhooks/webhook-events-and-payloads
const shape = v.fallback(
  v.object({
    pull_request: lenient(v.object({ head: v.object({ sha: v.string() }) })),
    workflow_run: lenient(
      v.object({ head_sha: v.string(), head_repository: lenient(v.object({ full_name: v.string() })) }),
    ),
    deployment: lenient(v.object({ sha: v.string() })),
  }),
  {},
)

type Payload = v.InferOutput<typeof shape>

type EventRow = {
  readonly event: RegExp
  readonly what: string
  readonly shaOf: (payload: Payload) => string | undefined
}

// In the order of docs/reference.md, "Commit status". For these events GITHUB_SHA is the merge commit or the head of the default branch.
const WORKFLOW_RUN: EventRow = {
  event: /^workflow_run$/,
  what: 'head of the run that started this one',
  shaOf: ({ workflow_run }) => workflow_run?.head_sha,
}
const EVENT_ROWS: readonly EventRow[] = [
  {
    event: /^pull_request/,
    what: 'head of the pull request',
    shaOf: ({ pull_request }) => pull_request?.head.sha,
  },
  WORKFLOW_RUN,
  {
    event: /^deployment/,
    what: 'commit of the deployment',
    shaOf: ({ deployment }) => deployment?.sha,
  },
]

const NAME_IT = 'Set status-sha to the full SHA of the commit.'
const REVIEWED_FORK =
  'If you have reviewed that commit, publish the status with status-sha: ${{ github.event.workflow_run.head_sha }}'

/** Chooses the commit for a status: the given one, or the one that the event is about. */
export function chooseCommit(context: RunContext, given: string | undefined): CommitChoice {
  if (given !== undefined) return { sha: given, reason: 'given by status-sha' }
  const payload = v.parse(shape, context.payload)
  const row =
    EVENT_ROWS.find(({ event }) => event.test(context.eventName)) ??
    EVENT_ROWS.find(({ shaOf }) => shaOf(payload) !== undefined)
  if (row === undefined) {
    const { sha, eventName } = context
    return choiceOf(sha, `GITHUB_SHA of the event ${eventName}`, 'GITHUB_SHA is not a commit SHA')
  }
  if (row === WORKFLOW_RUN && isOfAnotherRepository(payload, context.repository)) {
    return {
      skipReason: 'the run that started this one belongs to another repository (a fork)',
      remedy: REVIEWED_FORK,
    }
  }
  return choiceOf(row.shaOf(payload) ?? '', row.what, `the event does not name the ${row.what}`)
}

function choiceOf(sha: string, reason: string, skipReason: string): CommitChoice {
  return COMMIT_SHA.test(sha) ? { sha, reason } : { skipReason, remedy: NAME_IT }
}

// A deleted fork has no repository in the payload, so only a repository that is named and equal counts as this one.
function isOfAnotherRepository({ workflow_run }: Payload, repository: string): boolean {
  return workflow_run?.head_repository?.full_name.toLowerCase() !== repository.toLowerCase()
}
