import {
  DOCUMENTED_ANSWERS,
  DOCUMENTED_IDS,
  DOCUMENTED_IMPORT_AS_PRINTED,
  DOCUMENTED_PROJECT,
} from './documented-answers.mjs'

/** @import { Scenario } from '../types.d.ts' */

/**
 * @param {string} title
 * @param {string} id
 * @param {unknown} body
 * @returns {Scenario}
 */
function example(title, id, body) {
  return { title: `API page, ${title}`, project: DOCUMENTED_PROJECT, tasks: { [id]: [{ body }] } }
}

/**
 * The examples of the API page.
 * @satisfies {Record<string, Scenario>}
 */
export const documentedScenarios = {
  'documented-1': example(
    'example 1: a solution was imported, SUCCESSFUL',
    DOCUMENTED_IDS[0],
    DOCUMENTED_ANSWERS[0],
  ),
  'documented-1-as-printed': example(
    'example 1 with its stray brace: no JSON',
    DOCUMENTED_IDS[0],
    DOCUMENTED_IMPORT_AS_PRINTED,
  ),
  'documented-2': example(
    'example 2: a solution could not be read, FAILED without subtasks',
    DOCUMENTED_IDS[1],
    DOCUMENTED_ANSWERS[1],
  ),
  'documented-3': example(
    'example 3: a solution did not start, FAILED with a subtask and no message',
    DOCUMENTED_IDS[2],
    DOCUMENTED_ANSWERS[2],
  ),
  'documented-4': example(
    'example 4: a job was imported, SUCCESSFUL, and the answer has another ID than the request',
    DOCUMENTED_IDS[3],
    DOCUMENTED_ANSWERS[3],
  ),
}
