import { DOCUMENTED_NOT_FOUND } from '../../scenarios/documented-answers.mjs'
import { DONE, importTask } from '../../scenarios/invented-tasks.mjs'
import { playStep } from '../../server/play-step.mjs'
import { stepBody } from '../../server/step-body.mjs'

/** @import { TaskProgress } from '../../server/progress.mjs' */
/** @import { Route, Scenario, Step, Visit } from '../../types.d.ts' */

const PATH = /^\/v1\/(?<project>[0-9A-Za-z_-]{1,64})\/system-tasks\/(?<id>[0-9A-Za-z_-]{1,64})$/

/** @type {Step} */
const NOT_FOUND = { status: 400, body: DOCUMENTED_NOT_FOUND }
const FAULTY_TASK = importTask({ status: 'SUCCESSFUL', startTime: -2_000, endTime: -500, subtasks: [DONE] })

/**
 * @param {Visit} visit
 * @param {Step} step
 * @param {number} beganAt
 */
function answerWith(visit, step, beganAt) {
  const withBody =
    step.fault && step.body === undefined ? { ...step, body: FAULTY_TASK, relativeTimes: true } : step
  const poll = { id: visit.parameters['id'] ?? '', requestId: visit.requestId, beganAt }
  playStep(visit, step, { status: step.status ?? 200, body: stepBody(withBody, poll) })
}

/**
 * Returns the route of "query system task", which plays the scenario's steps.
 * @param {Scenario} scenario
 * @param {{ admit: (visit: Visit) => boolean, progress: TaskProgress }} parts
 * @returns {Route}
 */
export function systemTaskRoute(scenario, { admit, progress }) {
  return [
    (method, path) => (method === 'GET' ? PATH.exec(path)?.groups : undefined),
    (visit) => {
      if (!admit(visit)) return
      const id = visit.parameters['id'] ?? ''
      const own = Object.hasOwn(scenario.tasks, id) ? scenario.tasks[id] : undefined
      const steps = own ?? scenario.tasks['*'] ?? [NOT_FOUND]
      // These steps do not count for a task that an import has begun.
      const poll = progress.advance(id, steps, visit.now())
      answerWith(visit, poll?.step ?? NOT_FOUND, poll?.beganAt ?? visit.now())
    },
  ]
}
