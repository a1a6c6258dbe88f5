/** @import { ActionResult, Play } from '../types.d.ts' */

/**
 * Says whether a step ended with the colour and the status that its play must have.
 * @param {Pick<ActionResult, 'exitCode' | 'signal' | 'outputs'>} result
 * @param {Pick<Play, 'colour' | 'status'>} due
 */
export function judge({ exitCode, signal, outputs }, due) {
  const colour = exitCode === 0 ? 'green' : 'red'
  const status = outputs['status'] ?? 'none'
  const isAsDue = colour === due.colour && status === due.status && signal === null
  const end = signal ? `ended by ${signal}` : `exit code ${exitCode}`
  const verdict = isAsDue ? ', as it must be' : `; it must be ${due.colour}, with status ${due.status}`
  return { isAsDue, sentence: `The step is ${colour} (${end}, status ${status})${verdict}.` }
}
