import type { Answer, PollTask } from '../core/task/answer.ts'
import { omitUndefined } from '../core/task/omit-undefined.ts'
import { parseSystemTask } from '../core/task/system-task.ts'
import { type ServiceAnswer, unexpectedBody } from './service/service-answer.ts'
import type { ServiceCall } from './service/service-call.ts'
import { type ServiceSettings, serviceRequest } from './service/service-request.ts'

const NOT_FOUND_CODES: readonly (string | undefined)[] = ['DLF.0810', 'DLF.20810']
// These refuse the caller: their body says nothing about the task.
const ABOUT_THE_CALLER: readonly (number | undefined)[] = [401, 407]

/** How tasks are asked for, and how many subtasks of each are kept; all if absent. */
type TaskSettings = ServiceSettings & { readonly maxSubtasks?: number }

/** Creates the way to poll a task: one request, and what its answer means. It never rejects. */
export function createSystemTaskClient(settings: TaskSettings, call: ServiceCall): PollTask {
  return async (id, ...limits) => {
    const request = serviceRequest(settings, { method: 'GET', path: `system-tasks/${id}` })
    const { answer, attempts } = await call(request, ...limits)
    const read = readTask(answer, settings.maxSubtasks)
    return attempts === 1 ? read : { ...read, attempts }
  }
}

function readTask(answer: ServiceAnswer, maxSubtasks: number | undefined): Answer {
  if (answer.kind === 'success') {
    const { body, error, requestId, serverTimeMs } = answer
    const task = parseSystemTask(body, maxSubtasks)
    if (task === undefined) return unexpectedBody(error)
    return { kind: 'task', task, ...omitUndefined({ requestId, serverTimeMs }) }
  }
  if (answer.kind === 'passing') return answer
  const { httpStatus = 0, error = {} } = answer.fault
  const isMissing =
    NOT_FOUND_CODES.includes(error.code) && httpStatus >= 400 && !ABOUT_THE_CALLER.includes(httpStatus)
  return isMissing ? { kind: 'not-found', error } : answer
}
