import { createServer } from 'node:http'
import { findScenario } from './find-scenario.mjs'
import { createGateway } from './gateway.mjs'
import { systemTaskRoute } from './system-task-route.mjs'
import { startTimers } from './timers.mjs'

/** @import { Server } from 'node:http' */
/** @import { Socket } from 'node:net' */
/** @import { ReceivedRequest, Scenario, Simulator, SimulatorOptions } from './types.d.ts' */

// As long as a gateway's: a client that leaves its sockets open must still end by itself.
const KEEP_ALIVE_MS = 75_000

/**
 * @param {SimulatorOptions} options
 * @returns {Scenario}
 */
function chooseScenario({ scenario, project, workspace, token }) {
  const chosen = typeof scenario === 'string' ? findScenario(scenario) : scenario
  return {
    ...chosen,
    project: project ?? chosen.project,
    workspace: workspace ?? chosen.workspace,
    token: token ?? chosen.token,
  }
}

/**
 * Binds the server to loopback alone: what it accepts is invented, and nobody else should reach it.
 *
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
 * Keeps hold of every connection: the server itself loses sight of those that a fault wrote to directly.
 *
 * @param {Server} server
 * @returns {() => Promise<void>} ends the server and all of them
 */
function trackConnections(server) {
  /** @type {Set<Socket>} */
  const sockets = new Set()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
}

/**
 * Starts a stand-in for the service on loopback; rejects when the scenario is unknown or the port is taken.
 *
 * @param {SimulatorOptions} options
 * @returns {Promise<Simulator>}
 */
export async function startSimulator(options) {
  const { port: wanted = 0, now = Date.now, onAnswer } = options
  /** @type {ReceivedRequest[]} */
  const requests = []
  const timers = startTimers()
  const routes = [systemTaskRoute(chooseScenario(options))]
  const gateway = createGateway({ routes, requests, timers, now, onAnswer })
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, gateway)
  const endConnections = trackConnections(server)
  const port = await bind(server, wanted)
  const close = async () => {
    timers.clear()
    await endConnections()
  }
  return { url: `http://127.0.0.1:${port}`, port, requests, close }
}
