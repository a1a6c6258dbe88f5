/** @import { Server } from 'node:http' */
/** @import { Socket } from 'node:net' */

/**
 * Keeps hold of every TCP connection: the server itself loses sight of those that a fault wrote to directly,
 * and under TLS it hands out a socket that can't be reset.
 *
 * @param {Server} server
 */
export function trackConnections(server) {
  /** @type {Map<number, Socket>} */
  const byPort = new Map()
  // Before TLS too, this event brings the connection itself.
  server.on('connection', (/** @type {Socket} */ connection) => {
    const port = connection.remotePort ?? 0
    byPort.set(port, connection)
    connection.once('close', () => {
      if (byPort.get(port) === connection) byPort.delete(port)
    })
  })
  return {
    /**
     * Returns the TCP connection under a socket that a request came through.
     *
     * @param {Socket} socket
     */
    connectionOf: (socket) => byPort.get(socket.remotePort ?? 0) ?? socket,
    /** Ends the server and all of them. */
    end: () =>
      new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
        server.close(() => resolve())
        for (const connection of byPort.values()) connection.destroy()
      }),
  }
}
