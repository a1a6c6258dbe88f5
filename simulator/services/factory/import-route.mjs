import { importStory } from './import-story.mjs'
import { findWrongField } from './import-body.mjs'
import { readJsonBody } from '../../server/json-body.mjs'
import { jsonReply, scripted } from '../../server/scripted.mjs'
import { unsettledScenarios } from '../../scenarios/unsettled.mjs'

/** @import { TaskProgress } from '../../server/progress.mjs' */
/** @import { Imported, Reply, Route, Scenario, Visit } from '../../types.d.ts' */

const PATH = /^\/v1\/(?<project>[0-9A-Za-z_-]{1,64})\/jobs\/import$/
const SUCCESSFUL_STORY = unsettledScenarios.successful.tasks['*']

/**
 * @param {string} code
 * @param {string} message
 * @param {string} requestId
 * @returns {Reply}
 */
function refusal(code, message, requestId) {
  const body = { error_code: code, error_msg: message, request_id: requestId }
  return jsonReply(400, body, { words: `400 ${code}` })
}

/**
 * Returns a task ID in the form of the service, a new one for each count.
 *
 * @param {number} count
 */
function makeTaskId(count) {
  return `008aae2e675d3bcb01675d3c${(0x66f30000 + count).toString(16)}`
}

/**
 * Returns the route of "import job", which starts a task at once and answers with its ID.
 *
 * @param {Scenario} scenario
 * @param {{ admit: (visit: Visit) => boolean, progress: TaskProgress, imported: Imported[], objects: ReadonlyMap<string, Buffer> }} parts
 * @returns {Route}
 */
export function importRoute(scenario, { admit, progress, imported, objects }) {
  const { importedTask, missingFiles = [], importSteps, obs } = scenario
  const answer = scripted(importSteps, (visit) => {
    const { requestId, now } = visit
    const body = readJsonBody(visit)
    const wrong = body ? findWrongField(body) : 'body'
    if (!body || wrong) {
      return refusal('DLF.3051', `The request parameter is invalid: ${wrong}.`, requestId)
    }
    const path = String(body['path'])
    const file = objects.get(path)
    if (missingFiles.includes(path) || (obs && !file)) {
      return refusal('DLF.0815', 'Fail to read OBS file.', requestId)
    }
    const taskId = makeTaskId(imported.length)
    const uploaded = obs && file && importStory(path, file, obs.connections)
    progress.begin(taskId, importedTask ?? uploaded ?? SUCCESSFUL_STORY, now())
    imported.push({ taskId, body, atMs: now() })
    return jsonReply(200, { taskId }, { words: `200 ${taskId}` })
  })
  return [
    (method, path) => (method === 'POST' ? PATH.exec(path)?.groups : undefined),
    (visit) => {
      if (admit(visit)) answer(visit)
    },
  ]
}
