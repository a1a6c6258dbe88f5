import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'

import { describe, expect, it } from '@jest/globals'
import { createProxy } from 'proxy'

import { DEMO_GITHUB } from '../../simulator/scenarios/demo-github.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'
import type { Settings, Simulator } from '../../simulator/types.d.ts'
import { everythingWritten, GITHUB_TOKEN, useBundle, withSimulator } from '../support/bundle.ts'
import { useCertificates } from '../support/certificates.ts'

// In no DNS: only the test's proxy resolves it, because loopback is never proxied.
const HOST = 'dayu-dlf.invented.test'
const bundle = useBundle()
const certificates = useCertificates(HOST)

describe('HTTPS with a private certificate authority', () => {
  it('is trusted through NODE_EXTRA_CA_CERTS', async () => {
    await withSecureSimulator(async (simulator) => {
      const env = { NODE_EXTRA_CA_CERTS: certificates.authorityFile() }
      const result = await bundle.run(simulator, { env })
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL', polls: '1' } })
    })
  })

  it('is a permanent fault if the authority is not trusted', async () => {
    await withSecureSimulator(async (simulator) => {
      const result = await bundle.run(simulator)
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '1' } })
      expect(result.stdout).toContain('certificate is not trusted')
      expect(result.stdout).toContain('NODE_EXTRA_CA_CERTS')
      expect(simulator.requests).toEqual([])
    })
  })

  it('is a permanent fault if the certificate is for another host', async () => {
    await withSecureSimulator(async (simulator) => {
      const env = { NODE_EXTRA_CA_CERTS: certificates.authorityFile() }
      const inputs = { endpoint: simulator.url.replace('127.0.0.1', 'localhost') }
      const result = await bundle.run(simulator, { env, inputs })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '1' } })
      expect(result.stdout).toContain('ERR_TLS_CERT_ALTNAME_INVALID')
    })
  })
})

describe('a variable that is no address of a proxy', () => {
  it.concurrent.each(['::::', 'not a url', 'http://user:pass word@:1'])(
    'is an error that names it, and nothing is sent: %s',
    async (HTTPS_PROXY) => {
      await withSimulator('successful', async (simulator) => {
        const result = await bundle.run(simulator, { env: { HTTPS_PROXY } })
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', tasks: '[]' } })
        expect(result.stdout).toContain("Environment variable 'HTTPS_PROXY' must be the address of a proxy")
        expect(everythingWritten(result)).not.toContain('pass word')
        expect(simulator.requests).toEqual([])
      })
    },
  )
})

describe('a forward proxy', () => {
  const through = (proxy: string): Record<string, string> => ({
    HTTPS_PROXY: proxy,
    NODE_EXTRA_CA_CERTS: certificates.authorityFile(),
  })

  it.concurrent('is used for the service, and closes with the step', async () => {
    await withSecureSimulator(async (simulator) => {
      await withProxy(simulator.port, {}, async (proxy, connects) => {
        const inputs = { endpoint: `https://${HOST}` }
        const result = await bundle.run(simulator, { env: through(proxy), inputs })
        expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
        expect(connects).toEqual([`${HOST}:443`])
        expect(simulator.requests[0]?.headers.host).toBe(HOST)
      })
    })
  })

  it.concurrent('is used for the commit status too, whose toolkit is loaded only then', async () => {
    const settings = { github: { ...DEMO_GITHUB, token: GITHUB_TOKEN } }
    await withSecureSimulator(async (simulator) => {
      await withProxy(simulator.port, {}, async (proxy, connects) => {
        const env = {
          ...through(proxy),
          GITHUB_API_URL: `https://${HOST}`,
          GITHUB_REPOSITORY: DEMO_GITHUB.repository,
          GITHUB_EVENT_NAME: 'push',
          GITHUB_SHA: 'a'.repeat(40),
        }
        const inputs = { endpoint: `https://${HOST}`, 'status-context': 'deployed' }
        const result = await bundle.run(simulator, { env, inputs })
        expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
        expect(simulator.statuses.map(({ state }) => state)).toEqual(['pending', 'success'])
        expect(new Set(connects)).toEqual(new Set([`${HOST}:443`]))
      })
    }, settings)
  })

  it.concurrent('is not used for the hosts of NO_PROXY', async () => {
    await withSecureSimulator(async (simulator) => {
      await withProxy(simulator.port, {}, async (proxy, connects) => {
        const env = { ...through(proxy), NO_PROXY: `other.test,${HOST}` }
        const result = await bundle.run(simulator, {
          env,
          inputs: { endpoint: `https://${HOST}`, timeout: '0' },
        })
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
        expect(connects).toEqual([])
      })
    })
  })

  it.concurrent('that wants a password is a permanent fault, and the password is shown nowhere', async () => {
    await withSecureSimulator(async (simulator) => {
      const authenticate = (request: IncomingMessage): boolean =>
        request.headers['proxy-authorization'] === 'none'
      await withProxy(simulator.port, { authenticate }, async (proxy) => {
        const secret = 'pass%2Fword-of-the-proxy'
        const env = through(proxy.replace('//', `//someone:${secret}@`))
        const result = await bundle.run(simulator, { env, inputs: { endpoint: `https://${HOST}` } })
        expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '1' } })
        expect(result.stdout).toContain('HTTP 407')
        const seen = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
        const all = [...seen, result.stderr, result.summary, ...Object.values(result.outputs)].join('\n')
        expect(all).not.toMatch(/pass(?:%2F|\/)word-of-the-proxy/)
        expect(result.stdout).toContain('::add-mask::pass/word-of-the-proxy')
      })
    })
  })

  it.concurrent('does not break a step with a password that is not ASCII', async () => {
    await withSimulator('successful', async (simulator) => {
      const env = { HTTPS_PROXY: 'http://someone:%E4%B8%AD%E6%96%87@proxy.invented.test:8080' }
      const result = await bundle.run(simulator, { env })
      expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      expect(everythingWritten(result)).not.toContain('\u4E2D\u6587')
    })
  })

  // 15 s: as long as the action gives an attempt.
  it.concurrent('that never answers CONNECT ends within the limit of an attempt', async () => {
    const silent = createTcpServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    try {
      const inputs = { endpoint: `https://${HOST}`, timeout: '0' }
      const env = { HTTPS_PROXY: `http://127.0.0.1:${String(port)}` }
      const result = await bundle.run({ url: '' }, { env, inputs })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '1' } })
      expect(result.ownMs).toBeLessThan(18_000)
    } finally {
      silent.close()
    }
  })
})

async function withSecureSimulator(
  test: (simulator: Simulator) => Promise<void>,
  settings: Settings = {},
): Promise<void> {
  const project = 'b384b9e9ab9b4ee8994c8633aabc9505'
  const simulator = await startSimulator({
    scenario: 'documented-1',
    tls: certificates.server(),
    project,
    ...settings,
  })
  try {
    await test(simulator)
  } finally {
    await simulator.close()
  }
}

async function withProxy(
  port: number,
  { authenticate }: { readonly authenticate?: (request: IncomingMessage) => boolean },
  test: (url: string, connects: readonly string[]) => Promise<void>,
): Promise<void> {
  const connects: string[] = []
  const server = createProxy(createServer())
  if (authenticate) server.authenticate = authenticate
  server.prependListener('connect', (request: IncomingMessage) => {
    connects.push(request.url ?? '')
    request.url = `127.0.0.1:${String(port)}`
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    await test(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, connects)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
