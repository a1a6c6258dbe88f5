/**
 * Returns the inputs of a step that waits for tasks of a service on this machine, with the defaults of the action.
 *
 * @param {string} endpoint
 * @param {readonly string[]} ids
 */
export function stepInputs(endpoint, ids) {
  return {
    'task-id': ids.join(' '),
    project: 'b384b9e9ab9b4ee8994c8633aabc9505',
    endpoint,
    token: 'token-of-the-benchmark',
    timeout: '30m',
  }
}

/**
 * @param {number} count
 */
export function taskIds(count) {
  return Array.from({ length: count }, (_, place) => `task-${place}`)
}
