import { answerFaults } from './answer.mjs'
import { connectionFaults } from './connection.mjs'
import { finalFaults } from './final.mjs'

/** @import { Fault } from '../types.d.ts' */

/**
 * Every fault by its name: what the wire and the service can do other than answer.
 *
 * @satisfies {Record<string, Fault>}
 */
export const faults = { ...connectionFaults, ...answerFaults, ...finalFaults }
