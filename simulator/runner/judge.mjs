/** @import { ActionResult, Demo } from '../types.d.ts' */

/**
 * Returns whether a step ended with the colour and the status of its demo, and a sentence that says so.
 * @param {Pick<ActionResult, 'exitCode' | 'signal' | 'outputs'>} result
 * @param {Pick<Demo, 'colour' | 'status'>} expected
 */
export function judge({ exitCode, signal, outputs }, expected) {
  const colour = exitCode === 0 ? 'green' : 'red'
  const status = outputs['status'] ?? 'none'
  const isExpected = colour === expected.colour && status === expected.status && signal === null
  const end = signal ? `ended by ${signal}` : `exit code ${exitCode}`
  const verdict = isExpected
    ? ', as expected'
    : `; expected: ${expected.colour}, with status ${expected.status}`
  return { isExpected, sentence: `The step is ${colour} (${end}, status ${status})${verdict}.` }
}
