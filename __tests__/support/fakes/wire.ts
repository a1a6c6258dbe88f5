import { Agent, type ClientRequest, createServer, type RequestListener } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { type Duplex, duplexPair } from 'node:stream'

import type { AgentSource } from '../../../src/http/transport.ts'

/** A server and an agent that are joined in memory. */
export type Wire = {
  readonly agents: AgentSource
  /** The client's ends of the connections, in the order in which they were opened. */
  readonly connections: readonly Duplex[]
  /** Every URL that an agent was asked for. */
  readonly asked: readonly string[]
  /** Resolves when the server has the head of the next request. */
  readonly nextRequest: () => Promise<void>
}

/** Joins a server that answers with `listener` to an agent, for http or https, without any network. */
export function wire(listener: RequestListener, { secure = false } = {}): Wire {
  const server = createServer()
  const connections: Duplex[] = []
  const asked: string[] = []
  const createConnection = (): Duplex => {
    const [clientSide, serverSide] = duplexPair()
    connections.push(clientSide)
    server.emit('connection', serverSide)
    return Object.assign(clientSide, SOCKET_OPTIONS)
  }
  const agent = Object.assign(secure ? new SecureAgent(KEPT) : new Agent(KEPT), { createConnection })
  server.on('request', listener)
  return {
    connections,
    asked,
    nextRequest: () =>
      new Promise((resolve) => {
        server.once('request', () => {
          resolve()
        })
      }),
    agents: {
      getAgent: (url) => {
        asked.push(url)
        return agent
      },
      dispose: () => {
        agent.destroy()
      },
    },
  }
}

/** Creates agents that hand each request to `take` in place of a connection. */
export function agentsThat(take: (request: ClientRequest) => void): AgentSource {
  const agent = Object.assign(new Agent(), { addRequest: take })
  return { getAgent: () => agent, dispose: () => undefined }
}

/** Creates agents that do the same and name no protocol of their own, as the toolkit's tunnels through a proxy. */
export function tunnelsThat(take: (request: ClientRequest) => void): AgentSource {
  const agent = Object.assign(new Agent(), { addRequest: take, protocol: undefined })
  return { getAgent: () => agent, dispose: () => undefined }
}

/** Creates agents that get no connection. */
export function agentsThatFail(error: Error): AgentSource {
  const createConnection = (_options: unknown, created: (error: Error) => void): void => {
    created(error)
  }
  const agent = Object.assign(new Agent(), { createConnection })
  return { getAgent: () => agent, dispose: () => undefined }
}

/** Creates an error with a code, as the system and the TLS library do. */
export function coded(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`failed with ${code}`), { code })
}

const KEPT = { keepAlive: true }

// The methods that an agent calls on a socket that it keeps; they do nothing on a pair of streams in memory.
const nothing = (): undefined => undefined
const SOCKET_OPTIONS = { setKeepAlive: nothing, setTimeout: nothing, ref: nothing, unref: nothing }
