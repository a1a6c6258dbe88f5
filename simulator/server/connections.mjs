/** @import { Server } from 'node:http' */
/** @import { Socket } from 'node:net' */

/**
 * Tracks every TCP connection: the server forgets those that a fault wrote to directly, and with TLS its sockets cannot
 * be reset.
 * @param {Server} server
 */
export function trackConnections(server) {
  /** @type {Map<number, Socket>} */
  const byPort = new Map()
  // With TLS, too, this event has the TCP connection.
  server.on('connection', (/** @type {Socket} */ connection) => {
    const port = connection.remotePort ?? 0
    byPort.set(port, connection)
    connection.once('close', () => {
      if (byPort.get(port) === connection) byPort.delete(port)
    })
  })
  return {
    /**
     * Returns the TCP connection of a request's socket.
     * @param {Socket} socket
     */
    connectionOf: (socket) => byPort.get(socket.remotePort ?? 0) ?? socket,
    /** Ends the server and all connections. */
    end: () =>
      new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
        server.close(() => resolve())
        for (const connection of byPort.values()) connection.destroy()
      }),
  }
}
