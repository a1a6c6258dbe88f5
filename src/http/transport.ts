import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'

import type { HttpClient } from '@actions/http-client'

/** A request; names of headers in lower case. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** Text is sent as UTF-8. */
  readonly body?: string | Uint8Array
}

/** What came of one attempt: a whole answer, or why there is none. */
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
        'connection' | 'timeout' | 'cut' | 'too-large' | 'untrusted-certificate' | 'proxy-refused'
      /** Present when the head of an answer came. */
      readonly status?: number
      /** The system's own word, for example ECONNREFUSED. */
      readonly detail?: string
    }

type Failure = Extract<HttpResult, { kind: 'failure' }>

/**
 * Sends one request and reads the whole answer; never rejects, never follows a redirect.
 *
 * @param limitMs how long it may take, 15 s where nothing is said
 */
export type SendRequest = (request: HttpRequest, signal: AbortSignal, limitMs?: number) => Promise<HttpResult>

/** A way to send requests, and to let go of its connections. */
export type Transport = { readonly send: SendRequest; readonly dispose: () => void }

/** How long one attempt may take, from connecting to the last byte of the body (docs/reference.md, "Polling"). */
export const ATTEMPT_TIMEOUT_MS = 15_000
const MAX_BODY_BYTES = 8 * 1024 * 1024

const CERTIFICATE_FAULTS =
  /^(?:ERR_TLS_CERT_|CERT_|SELF_SIGNED_CERT_|DEPTH_ZERO_|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)_|CRL_|ERROR_IN_C(?:ERT|RL)_|HOSTNAME_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED)/

/** Detail of a failure in which the proxy opened no tunnel: nothing of the request was sent. */
export const NO_TUNNEL = 'the proxy opened no tunnel'
// The toolkit's tunnel has only sentences for this; its code is that of a connection that was lost.
const TUNNEL_FAULT =
  /^tunneling socket could not be established, (?:statusCode=(\d+)|cause=)|^got illegal response body from proxy/

/** The part of the toolkit's client that is used: it chooses agent and proxy. */
export type AgentSource = Pick<HttpClient, 'getAgent' | 'dispose'>

/**
 * Creates a transport over the agents of the toolkit's client, which knows `HTTPS_PROXY` and `NO_PROXY`.
 * Connecting and reading are ours, because the client's reader waits for ever on a body that is cut or stalled
 * (docs/adr/0002-own-body-reader.md).
 */
export function createTransport(agents: AgentSource): Transport {
  return {
    send: (request, signal, limitMs = ATTEMPT_TIMEOUT_MS) => send(agents, request, signal, limitMs),
    dispose: () => {
      agents.dispose()
    },
  }
}

function send(
  agents: AgentSource,
  { method, url, headers, body }: HttpRequest,
  signal: AbortSignal,
  limitMs: number,
): Promise<HttpResult> {
  return new Promise((resolve) => {
    const attempt = new AbortController()
    let status: number | undefined
    let settled = false

    const settle = (result: HttpResult): void => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      resolve(result)
      // A whole answer leaves its connection to the next request; anything else is torn down.
      if (result.kind === 'failure') attempt.abort()
    }
    const fail = (reason: Failure['reason'], detail?: string): void => {
      settle({
        kind: 'failure',
        reason,
        ...(status !== undefined && { status }),
        ...(detail !== undefined && { detail }),
      })
    }
    const onAbort = (): void => {
      fail('connection', 'cancelled')
    }
    const onError = (error: NodeJS.ErrnoException): void => {
      const { reason, detail } = causeOf(error, status !== undefined)
      fail(reason, detail)
    }
    // A tunnel that hangs in CONNECT does not hear the request's signal: the timer settles by itself.
    const timer = setTimeout(() => {
      fail('timeout')
    }, limitMs)
    signal.addEventListener('abort', onAbort)
    if (signal.aborted) {
      onAbort()
      return
    }

    try {
      const request = url.protocol === 'https:' ? requestHttps : requestHttp
      const options = { agent: agents.getAgent(url.href), method, headers, signal: attempt.signal }
      const outgoing = request(url, options, (response) => {
        status = response.statusCode ?? 0
        readBody(response, settle, fail)
      })
      outgoing.on('error', onError)
      outgoing.end(body)
    } catch (cause) {
      // Thrown before anything is sent, for example where HTTPS_PROXY is no URL.
      onError(cause instanceof Error ? cause : new Error(String(cause)))
    }
  })
}

function causeOf(error: NodeJS.ErrnoException, headCame: boolean): Pick<Failure, 'reason' | 'detail'> {
  const tunnel = TUNNEL_FAULT.exec(error.message)
  if (tunnel?.[1] === '407') return { reason: 'proxy-refused', detail: 'HTTP 407' }
  if (tunnel !== null) return { reason: 'connection', detail: noTunnel(tunnel[1]) }
  const detail = error.code ?? error.message
  if (CERTIFICATE_FAULTS.test(detail)) return { reason: 'untrusted-certificate', detail }
  return { reason: headCame ? 'cut' : 'connection', detail }
}

function noTunnel(status: string | undefined): string {
  return status === undefined ? NO_TUNNEL : `${NO_TUNNEL}, HTTP ${status}`
}

function readBody(
  response: IncomingMessage,
  settle: (result: HttpResult) => void,
  fail: (reason: 'cut' | 'too-large', detail?: string) => void,
): void {
  // Read as it comes: a body in millions of pieces would take gigabytes if they were kept.
  const decoder = new TextDecoder()
  let body = ''
  let bytes = 0
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > MAX_BODY_BYTES) fail('too-large')
    else body += decoder.decode(chunk, { stream: true })
  })
  response.on('end', () => {
    if (!response.complete) {
      fail('cut')
      return
    }
    body += decoder.decode()
    settle({ kind: 'response', status: response.statusCode ?? 0, headers: response.headers, body })
  })
  response.on('error', (error: NodeJS.ErrnoException) => {
    fail('cut', error.code ?? error.message)
  })
  // The last word where neither end nor error came.
  response.on('close', () => {
    fail('cut')
  })
}
