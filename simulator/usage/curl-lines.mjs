import { DOCUMENTED_PROJECT } from '../scenarios/documented-answers.mjs'
import { chooseToken, listIds } from './choices.mjs'
import { shellWord } from './shell-word.mjs'

/** @import { Scenario, Simulator } from '../types.d.ts' */

const IMPORT_BODY = JSON.stringify({ path: 'obs://my-bucket/jobs.zip', sameNamePolicy: 'OVERWRITE' })
// Some faults never end an answer.
const LIMIT_SECONDS = 10

/**
 * Returns the commands that query the tasks and import a job, as far as a scenario lets curl do that.
 * @param {Simulator} simulator
 * @param {Scenario} scenario
 */
export function curlLines({ url }, scenario) {
  const { project = DOCUMENTED_PROJECT, workspace, obs } = scenario
  const token = chooseToken(scenario)
  if (token === null) return ['', 'curl cannot sign requests, so use the steps below.']
  if (obs) return ['', 'curl cannot sign the upload of the jobs, so use the steps below.']
  const headers = { 'X-Auth-Token': token, 'X-Project-Id': project, workspace }
  const words = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : ['-H', shellWord(`${name}: ${value}`)],
  )
  const curl = ['curl', '-sS', '-m', LIMIT_SECONDS, ...words].join(' ')
  const base = shellWord(`${url}/v1/${project}`)
  const order = `${curl} -H 'Content-Type: application/json' -d '${IMPORT_BODY}' ${base}/jobs/import`
  const queries = listIds(scenario).map((id) => `  ${curl} -i ${base}/system-tasks/${id}`)
  return [
    ...(queries.length > 0 ? ['', 'Query a task:', ...queries] : []),
    '',
    'Import a job, then query its task:',
    `  id=$(${order} | sed -n 's/.*"taskId":"\\([^"]*\\)".*/\\1/p')`,
    `  ${curl} -i ${base}/system-tasks/$id`,
  ]
}
