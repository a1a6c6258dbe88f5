import type { Answer, PollTask } from './answer.ts'
import { mapTexts } from './remote-texts.ts'
import { cutBefore } from '../text/plain.ts'

// A summary of 1 MiB has room for fewer rows.
const MAX_SUBTASKS_OF_STEP = 30_000
const MIN_SUBTASKS_OF_TASK = 1000
// In UTF-16 units. The outputs have no room for more text of one task (docs/reference.md, "Outputs").
const MAX_WHOLE_TEXTS = 120 * 1024
const MAX_TEXTS_OF_STEP = 32 * 1024 * 1024
const MIN_TEXT = 500

/**
 * Returns how many subtasks of each task are kept: as many as a report has room for (docs/reference.md, "Polling").
 *
 * @param taskCount how many tasks the step has, 1 or more
 */
export function keptSubtasks(taskCount: number): number {
  return Math.max(MIN_SUBTASKS_OF_TASK, Math.floor(MAX_SUBTASKS_OF_STEP / taskCount))
}

/**
 * Wraps a poll so that its answers contain no secrets, and no longer texts than a report has room for. The surfaces that
 * write texts could no longer find a secret that was cut or escaped on the way.
 *
 * @param taskCount how many tasks the step has, 1 or more
 */
export function preparedPoll(poll: PollTask, redact: (text: string) => string, taskCount: number): PollTask {
  return async (...request) => cutTexts(mapTexts<Answer>(await poll(...request), redact), taskCount)
}

function cutTexts(answer: Answer, taskCount: number): Answer {
  let units = 0
  let longTexts = 0
  mapTexts(answer, (text) => {
    units += text.length
    if (text.length > MIN_TEXT) longTexts += 1
    return text
  })
  if (units <= MAX_WHOLE_TEXTS) return answer
  const limit = Math.max(MIN_TEXT, Math.floor(MAX_TEXTS_OF_STEP / taskCount / longTexts))
  return mapTexts(answer, (text) => (text.length > limit ? copyOf(`${cutBefore(text, limit - 1)}…`) : text))
}

// A part of a text keeps the whole text in memory, a copy does not.
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}
