import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { trackConnections } from './connections.mjs'
import { findScenario } from '../scenarios/find-scenario.mjs'
import { createGateway } from './gateway.mjs'
import { ID_TOKEN_PATH } from '../services/github/id-token-route.mjs'
import { startServices } from './services.mjs'
import { startTimers } from './timers.mjs'

/** @import { RequestListener, Server } from 'node:http' */
/** @import { ReceivedRequest, Scenario, Settings, Simulator, SimulatorOptions } from '../types.d.ts' */

// As long as a gateway's, so that a client that leaves its sockets open does not end because the server closed them.
const KEEP_ALIVE_MS = 75_000

/** @satisfies {readonly (keyof Settings)[]} */
const SETTINGS = /** @type {const} */ ([
  'project',
  'workspace',
  'token',
  'accessKeys',
  'importedTask',
  'missingFiles',
  'importSteps',
  'keyless',
  'members',
  'obs',
  'github',
  'clockOffsetMs',
  'requestsPerSecond',
  'neighbourRequestsPerSecond',
])

/**
 * @param {SimulatorOptions} options
 * @returns {Scenario}
 */
function chooseScenario(options) {
  const { scenario } = options
  const chosen = typeof scenario === 'string' ? findScenario(scenario) : scenario
  const given = SETTINGS.filter((name) => options[name] !== undefined).map((name) => [name, options[name]])
  return { ...chosen, ...Object.fromEntries(given) }
}

/**
 * Binds the server to loopback only, because it accepts invented credentials.
 * @param {Server} server
 * @param {number} port
 * @returns {Promise<number>} the port that was taken
 */
function bind(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

/**
 * @param {SimulatorOptions['tls']} tls
 * @param {RequestListener} listener
 */
function createListener(tls, listener) {
  const options = { keepAliveTimeout: KEEP_ALIVE_MS }
  return tls ? createSecureServer({ ...options, ...tls }, listener) : createServer(options, listener)
}

/**
 * Starts the simulator of the service on loopback; rejects if the scenario is unknown or the port is taken.
 * @param {SimulatorOptions} options
 * @returns {Promise<Simulator>}
 */
export async function startSimulator(options) {
  const { port: wanted = 0, now: clock = Date.now, onAnswer } = options
  const scenario = chooseScenario(options)
  const now = () => clock() + (scenario.clockOffsetMs ?? 0)
  /** @type {ReceivedRequest[]} */
  const requests = []
  const timers = startTimers()
  const { routes, records } = await startServices(scenario)
  const server = createListener(options.tls, (request, response) => void gateway(request, response))
  const connections = trackConnections(server)
  const { connectionOf } = connections
  const gateway = createGateway({ routes, requests, connectionOf, timers, now, onAnswer })
  const port = await bind(server, wanted)
  const url = `${options.tls ? 'https' : 'http'}://127.0.0.1:${port}`
  const close = async () => {
    timers.clear()
    await connections.end()
  }
  return { url, port, requests, idTokenUrl: url + ID_TOKEN_PATH, ...records, close }
}
