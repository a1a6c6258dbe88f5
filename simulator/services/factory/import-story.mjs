import { readArchive } from './read-archive.mjs'
import { DOCUMENTED_PROJECT } from '../../scenarios/documented-answers.mjs'
import { isObject } from '../../server/json-body.mjs'

/** @import { Step } from '../../types.d.ts' */

const JOB = /^jobs\/(?<name>.+)\.job$/
const PART_MS = 1_000

/** @param {unknown} value */
const isName = (value) => typeof value === 'string' && value !== ''

/**
 * Returns the connections that a value of a job's JSON names, in a node's properties or as a field.
 *
 * @param {unknown} value
 * @returns {readonly string[]}
 */
function connectionsIn(value) {
  if (Array.isArray(value)) return value.flatMap(connectionsIn)
  if (!isObject(value)) return []
  const named = value['name'] === 'connectionName' ? value['value'] : value['connectionName']
  return [...[named].filter(isName).map(String), ...Object.values(value).flatMap(connectionsIn)]
}

/**
 * @param {string} text
 * @param {readonly string[]} connections those that exist
 */
function failureOf(text, connections) {
  try {
    const missing = connectionsIn(JSON.parse(text)).find((name) => !connections.includes(name))
    return missing && `引用的连接[${missing}]不存在。`
  } catch {
    return '的内容不是合法的JSON。'
  }
}

/**
 * @param {Buffer} zip
 * @param {readonly string[]} connections
 */
function jobsIn(zip, connections) {
  return [...readArchive(zip)].flatMap(([path, text]) => {
    const name = JOB.exec(path)?.groups?.['name']
    if (name === undefined) return []
    const failure = failureOf(text, connections)
    return [{ name, ...(failure && { message: `作业[${name}]${failure}` }) }]
  })
}

/**
 * Returns the steps of a task that imports an archive. It has one subtask for each job, FAILED if the job is not JSON or
 * names a connection that does not exist.
 *
 * @param {string} path
 * @param {Buffer} zip
 * @param {readonly string[]} connections
 * @returns {readonly Step[]}
 */
export function importStory(path, zip, connections) {
  const jobs = jobsIn(zip, connections)
  const task = {
    id: '<id>',
    name: `从OBS路径[${path}]导入作业。`,
    projectId: DOCUMENTED_PROJECT,
    startTime: 0,
  }
  /** @param {number} done how many jobs have ended */
  const subtasks = (done) =>
    jobs.map(({ name, message }, place) => ({
      id: `008aae2e675d3bcb01675d3c${(0x9f5f0000 + place).toString(16)}`,
      name: `导入作业[${name}]。`,
      taskId: '<id>',
      lastUpdate: Math.min(done, place + 1) * PART_MS,
      ...(place >= done
        ? { status: 'RUNNING' }
        : message
          ? { status: 'FAILED', message }
          : { status: 'SUCCESSFUL' }),
    }))
  const failed = jobs.length === 0 || jobs.some(({ message }) => message)
  const running = [0, jobs.length - 1].filter((done, index) => index === 0 || done > 0)
  return [
    ...running.map((done) => ({
      relativeTimes: true,
      ms: PART_MS,
      body: { ...task, status: 'RUNNING', lastUpdate: done * PART_MS, subtasks: subtasks(done) },
    })),
    {
      relativeTimes: true,
      body: {
        ...task,
        status: failed ? 'FAILED' : 'SUCCESSFUL',
        endTime: jobs.length * PART_MS,
        lastUpdate: jobs.length * PART_MS,
        subtasks: subtasks(jobs.length),
      },
    },
  ]
}
