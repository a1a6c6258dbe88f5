import { findBrokenRule, readStatus } from './commit-status-rules.mjs'
import { githubError, validationFailed } from './github-errors.mjs'
import { readJsonBody } from '../../server/json-body.mjs'
import { jsonReply, scripted } from '../../server/scripted.mjs'

/** @import { CommitStatus, GitHub, Reply, Route, Visit } from '../../types.d.ts' */

// A GitHub Enterprise Server has the prefix, github.com does not.
const PATH =
  /^(?:\/api\/v3)?\/repos\/(?<owner>[\w.-]+)\/(?<name>[\w.-]+)\/statuses\/(?<sha>[0-9a-fA-F]{1,64})$/
const STATUSES_PER_CONTEXT = 1_000

/**
 * @param {Visit} visit
 * @param {GitHub} github
 * @param {{ repository: string, sha: string }} commit
 * @returns {Reply | undefined}
 */
function refuse({ request: { headers } }, { token, readOnlyTokens = [], ...github }, { repository, sha }) {
  if (!headers['user-agent']) return githubError(403, 'Request forbidden by administrative rules.')
  if (!headers.authorization) return githubError(401, 'Requires authentication')
  const [, given = ''] = /^(?:token|bearer) (.+)$/i.exec(headers.authorization) ?? []
  if (given !== token && !readOnlyTokens.includes(given)) return githubError(401, 'Bad credentials')
  if (repository.toLowerCase() !== github.repository.toLowerCase()) return githubError(404, 'Not Found')
  if (given !== token) return githubError(403, 'Resource not accessible by integration')
  return github.shas && !github.shas.includes(sha) ? githubError(404, 'Not Found') : undefined
}

/**
 * @param {CommitStatus} status
 * @param {number} id
 */
function statusBody({ repository, sha, state, context, description, targetUrl, atMs }, id) {
  const at = new Date(atMs).toISOString()
  return {
    url: `https://api.github.com/repos/${repository}/statuses/${sha}`,
    id,
    state,
    description: description ?? null,
    target_url: targetUrl ?? null,
    context,
    created_at: at,
    updated_at: at,
  }
}

/**
 * Returns the route of GitHub's API that creates commit statuses.
 * Source: https://docs.github.com/rest/commits/statuses#create-a-commit-status
 * @param {GitHub} github
 * @param {CommitStatus[]} statuses grows with each status that is created
 * @returns {Route}
 */
export function commitStatusRoute(github, statuses) {
  const { statusSteps, statusesPerContext = STATUSES_PER_CONTEXT } = github

  /**
   * @param {Visit} visit
   * @returns {Reply}
   */
  function create(visit) {
    const { owner, name, sha = '' } = visit.parameters
    const commit = { repository: `${owner}/${name}`, sha: sha.toLowerCase() }
    const refusal = refuse(visit, github, commit)
    if (refusal) return refusal
    const body = readJsonBody(visit)
    if (!body) return githubError(400, 'Problems parsing JSON')
    const broken = findBrokenRule(body)
    if (broken) return broken
    const status = { ...commit, ...readStatus(body), atMs: visit.now() }
    const same = statuses.filter((each) => each.sha === status.sha && each.context === status.context)
    if (same.length >= statusesPerContext) {
      return validationFailed('This SHA and context has reached the maximum number of statuses.')
    }
    const id = statuses.push(status)
    return jsonReply(201, statusBody(status, id), { words: `201 ${status.state}` })
  }

  return [
    (method, path) => (method === 'POST' ? PATH.exec(path)?.groups : undefined),
    scripted(statusSteps, create),
  ]
}
