import { admit } from './admission.mjs'
import { DOCUMENTED_NOT_FOUND } from './documented-answers.mjs'
import { faults } from './faults.mjs'
import { DONE, importTask } from './invented-tasks.mjs'
import { startProgress } from './progress.mjs'
import { send } from './send.mjs'
import { stepBody } from './step-body.mjs'

/** @import { Exchange, Route, Scenario, Step, Visit } from './types.d.ts' */

const PATH = /^\/v1\/(?<project>[0-9A-Za-z_-]{1,64})\/system-tasks\/(?<id>[0-9A-Za-z_-]{1,64})$/

/** @type {Step} */
const NOT_FOUND = { status: 400, body: DOCUMENTED_NOT_FOUND }
const FAULTY_TASK = importTask({ status: 'SUCCESSFUL', startTime: -2_000, endTime: -500, subtasks: [DONE] })

/**
 * @param {Readonly<Record<string, string>>} headers
 */
function lowerNames(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

/**
 * @param {Exchange} exchange
 * @param {Step} step
 */
function perform(exchange, { fault }) {
  exchange.tell(fault ?? String(exchange.status))
  if (fault) void faults[fault](exchange)
  else send(exchange, exchange)
}

/**
 * @param {Visit} visit
 * @param {Step} step
 * @param {number} firstRequestAt
 */
function answerWith(visit, step, firstRequestAt) {
  const withBody =
    step.fault && step.body === undefined ? { ...step, body: FAULTY_TASK, relativeTimes: true } : step
  const poll = { id: visit.parameters['id'] ?? '', requestId: visit.requestId, firstRequestAt }
  const exchange = {
    ...visit,
    headers: { ...visit.headers, ...lowerNames(step.headers ?? {}) },
    status: step.status ?? 200,
    body: stepBody(withBody, poll),
  }
  if (step.delayMs) visit.timers.later(step.delayMs, () => perform(exchange, step))
  else perform(exchange, step)
}

/**
 * Returns the route of "query system task", which plays the scenario.
 *
 * @param {Scenario} scenario
 * @returns {Route}
 */
export function systemTaskRoute(scenario) {
  const advance = startProgress()
  return [
    (method, path) => (method === 'GET' ? PATH.exec(path)?.groups : undefined),
    (visit) => {
      if (!admit(visit, scenario)) return
      const id = visit.parameters['id'] ?? ''
      const own = Object.hasOwn(scenario.tasks, id) ? scenario.tasks[id] : undefined
      const steps = own ?? scenario.tasks['*'] ?? [NOT_FOUND]
      const poll = advance(id, steps, visit.now())
      answerWith(visit, poll?.step ?? NOT_FOUND, poll?.firstRequestAt ?? visit.now())
    },
  ]
}
