import type { Answer, PollTask } from '../core/task/answer.ts'
import { parseSystemTask } from '../core/task/system-task.ts'
import type { UnsignedRequest } from './credential/credentials.ts'
import { type ServiceAnswer, unexpectedBody } from './service/service-answer.ts'
import { type CallPorts, createServiceCall } from './service/service-call.ts'
import { type ServiceSettings, serviceRequest } from './service/service-request.ts'

const NOT_FOUND_CODES: readonly (string | undefined)[] = ['DLF.0810', 'DLF.20810']
// 401 and 407 are about who asks: whatever their body says, they tell nothing of the task.
const NOT_ABOUT_THE_TASK: readonly (number | undefined)[] = [401, 407]

/** Creates the one call that the wait needs: ask for a task once and say what the answer means. It never rejects. */
export function createSystemTaskClient(settings: ServiceSettings, ports: CallPorts): PollTask {
  const call = createServiceCall(ports)
  return async (id, signal) => {
    const { answer, attempts } = await call(taskRequest(settings, id), signal)
    const read = readTask(answer)
    return attempts === 1 ? read : { ...read, attempts }
  }
}

function taskRequest(settings: ServiceSettings, id: string): UnsignedRequest {
  return serviceRequest(settings, { method: 'GET', path: `system-tasks/${id}` })
}

function readTask(answer: ServiceAnswer): Answer {
  if (answer.kind === 'success') return readSuccess(answer)
  if (answer.kind === 'passing') return answer
  const { httpStatus = 0, error = {} } = answer.fault
  const missing =
    NOT_FOUND_CODES.includes(error.code) && httpStatus >= 400 && !NOT_ABOUT_THE_TASK.includes(httpStatus)
  return missing ? { kind: 'not-found', error } : answer
}

function readSuccess({
  body,
  error,
  requestId,
  serverTimeMs,
}: Extract<ServiceAnswer, { kind: 'success' }>): Answer {
  const task = parseSystemTask(body)
  if (task === undefined) return unexpectedBody(error)
  return {
    kind: 'task',
    task,
    ...(requestId !== undefined && { requestId }),
    ...(serverTimeMs !== undefined && { serverTimeMs }),
  }
}
