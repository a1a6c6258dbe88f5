import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { type Duplex, pipeline } from 'node:stream'

import { describe, expect, it } from '@jest/globals'

import { startSimulator } from '../../../simulator/server/simulator.mjs'
import { useImport } from '../../support/bundle.ts'
import { useCertificates } from '../../support/certificates.ts'

// No DNS knows it: only the test's proxy does, since loopback is never proxied.
const HOST = 'dayu-dlf.invented.test'
const companion = useImport()
const certificates = useCertificates(HOST)

/** Runs a test with a proxy that refuses the first CONNECT and tunnels the others to a port. */
async function withUnreadyProxy(
  port: number,
  test: (url: string, connects: () => number) => Promise<void>,
): Promise<void> {
  let connects = 0
  const sockets: Duplex[] = []
  const server = createServer().on('connect', (_request, socket: Duplex) => {
    connects += 1
    sockets.push(socket)
    if (connects === 1) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')
      return
    }
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    })
    // Either end may leave first: that is no failure of the tunnel.
    pipeline(upstream, socket, upstream, () => undefined)
    sockets.push(upstream)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    await test(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, () => connects)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

describe('a proxy that refuses the first CONNECT', () => {
  it('gets no request; the import says so, and is sent once through the next tunnel', async () => {
    const simulator = await startSimulator({ scenario: 'import', tls: certificates.server() })
    try {
      await withUnreadyProxy(simulator.port, async (proxy, connects) => {
        const env = { HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: certificates.authorityFile() }
        const result = await companion.run({ url: `https://${HOST}` }, { env })
        expect(result).toMatchObject({ exitCode: 0, outputs: { 'task-id': simulator.imported[0]?.taskId } })
        expect(result.stdout).toContain('Nothing was sent or accepted: ')
        expect(result.stdout).toContain('the proxy opened no tunnel, HTTP 502')
        expect(connects()).toBe(2)
        expect(simulator.requests).toHaveLength(1)
      })
    } finally {
      await simulator.close()
    }
  })
})
