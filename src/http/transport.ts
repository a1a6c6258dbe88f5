import { request as requestHttp, type ClientRequest, type IncomingHttpHeaders } from 'node:http'
import { request as requestHttps } from 'node:https'

import type { HttpClient } from '@actions/http-client'

import { ATTEMPT_TIMEOUT_MS } from '../core/wait/runtime.ts'
import { createLargeBodies, type LargeBodies, readBody } from './body.ts'

/** A request; names of headers in lower case. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Text is sent as UTF-8. */
  readonly body?: string | Uint8Array
}

/** The result of one attempt: a complete answer, or why there is none. */
export type HttpResult =
  | {
      readonly kind: 'response'
      readonly status: number
      readonly headers: IncomingHttpHeaders
      readonly body: string
    }
  | {
      readonly kind: 'failure'
      readonly reason:
        | 'connection'
        | 'timeout'
        | 'cut'
        | 'too-large'
        | 'unknown-encoding'
        | 'untrusted-certificate'
        | 'proxy-refused'
      /** Present, as the headers, if the head of an answer has arrived. */
      readonly status?: number
      readonly headers?: IncomingHttpHeaders
      /** The system's error code, for example ECONNREFUSED, or the encoding that is not known. */
      readonly detail?: string
    }

type Cause = Pick<Extract<HttpResult, { kind: 'failure' }>, 'reason' | 'detail'>

/**
 * Sends one request and reads the complete answer. It never rejects and never follows a redirect.
 *
 * @param limitMs how long it may take, in milliseconds; 15 s if absent
 */
export type SendRequest = (request: HttpRequest, signal: AbortSignal, limitMs?: number) => Promise<HttpResult>

/** Sends requests, and closes its connections when it is disposed of. */
export type Transport = { readonly send: SendRequest; readonly dispose: () => void }

// A token of IAM comes in a header and is many kilobytes long (docs/service.md, "Token"); Node's own limit is 16 KiB.
const MAX_HEADER_BYTES = 65_536

const CERTIFICATE_FAULTS =
  /^(?:ERR_TLS_CERT_|CERT_|SELF_SIGNED_CERT_|DEPTH_ZERO_|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)_|CRL_|ERROR_IN_C(?:ERT|RL)_|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED)/

/** Detail of a failure in which the proxy opened no tunnel: nothing of the request was sent. */
export const NO_TUNNEL = 'the proxy opened no tunnel'
// The toolkit's tunnel has only sentences for this; its code is that of a connection that was lost.
const TUNNEL_FAULT =
  /^tunneling socket could not be established, (?:statusCode=(\d+)|cause=)|^got illegal response body from proxy/

/** The part of the toolkit's client that chooses agent and proxy. */
export type AgentSource = Pick<HttpClient, 'getAgent' | 'dispose'>

/**
 * Creates a transport over the agents of the toolkit's client, which knows `HTTPS_PROXY` and `NO_PROXY`. The client's
 * own reader would never settle if a body is cut or stalled (docs/adr/0002-own-body-reader.md).
 */
export function createTransport(agents: AgentSource): Transport {
  const largeBodies = createLargeBodies()
  return {
    send: (request, signal, limitMs = ATTEMPT_TIMEOUT_MS) =>
      send({ agents, largeBodies }, request, signal, limitMs),
    dispose: () => {
      agents.dispose()
    },
  }
}

function send(
  { agents, largeBodies }: { readonly agents: AgentSource; readonly largeBodies: LargeBodies },
  request: HttpRequest,
  signal: AbortSignal,
  limitMs: number,
): Promise<HttpResult> {
  return new Promise((resolve) => {
    let outgoing: ClientRequest | undefined
    let head: { readonly status: number; readonly headers: IncomingHttpHeaders } | undefined
    let settled = false

    const settle = (result: HttpResult): void => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      resolve(result)
      // After a complete answer the next request reuses the connection. Destroyed without an error, which a connection that
      // goes back to the agent would throw.
      if (result.kind === 'failure') outgoing?.destroy()
    }
    const fail = (cause: Cause): void => {
      settle({ kind: 'failure', ...cause, ...head })
    }
    const onAbort = (): void => {
      fail({ reason: 'connection', detail: 'cancelled' })
    }
    const onError = (error: NodeJS.ErrnoException): void => {
      fail(causeOf(error, head !== undefined))
    }
    // The timer settles without the request, because a tunnel that hangs in CONNECT ignores its signal.
    const timer = setTimeout(() => {
      fail({ reason: 'timeout' })
    }, limitMs)
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) {
      onAbort()
      return
    }

    try {
      outgoing = openRequest(request, agents)
      outgoing.on('response', (response) => {
        const seen = { status: response.statusCode ?? 0, headers: response.headers }
        head = seen
        readBody(response, largeBodies, (body) => {
          if (body.kind === 'complete') settle({ kind: 'response', ...seen, body: body.text })
          else fail(body.cause)
        })
      })
      outgoing.on('error', onError)
      outgoing.end(request.body)
    } catch (cause) {
      // Thrown before anything is sent, for example if HTTPS_PROXY is not a URL.
      onError(cause instanceof Error ? cause : new Error(String(cause)))
    }
  })
}

function openRequest({ method, url, headers }: HttpRequest, agents: AgentSource): ClientRequest {
  const open = url.protocol === 'https:' ? requestHttps : requestHttp
  return open(url, {
    agent: agents.getAgent(url.href),
    method,
    maxHeaderSize: MAX_HEADER_BYTES,
    headers: { 'accept-encoding': 'identity', ...headers },
  })
}

function causeOf(error: NodeJS.ErrnoException, headCame: boolean): Cause {
  const tunnel = TUNNEL_FAULT.exec(error.message)
  if (tunnel?.[1] === '407') return { reason: 'proxy-refused', detail: 'HTTP 407' }
  if (tunnel !== null) {
    const status = tunnel[1] === undefined ? '' : `, HTTP ${tunnel[1]}`
    return { reason: 'connection', detail: NO_TUNNEL + status }
  }
  const detail = error.code ?? error.message
  if (CERTIFICATE_FAULTS.test(detail)) return { reason: 'untrusted-certificate', detail }
  return { reason: headCame ? 'cut' : 'connection', detail }
}
