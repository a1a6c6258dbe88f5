import { answerFaults } from './answer.mjs'
import { connectionFaults } from './connection.mjs'
import { encodingFaults } from './encoding.mjs'
import { finalFaults } from './final.mjs'

/** @import { Fault } from '../types.d.ts' */

/**
 * Every fault of the network and the service, by its name.
 * @satisfies {Record<string, Fault>}
 */
export const faults = { ...connectionFaults, ...answerFaults, ...encodingFaults, ...finalFaults }
