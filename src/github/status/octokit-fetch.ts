import { english } from '../../core/report/words-en.ts'
import type { HttpRequest, SendRequest } from '../../http/transport.ts'

/** The arguments that octokit gives to `fetch`; names of headers in lower case. */
type FetchOptions = {
  readonly method: HttpRequest['method']
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly signal: AbortSignal
}

/** The part of a `Response` that octokit reads. */
type FetchResponse = {
  readonly status: number
  readonly url: string
  readonly headers: ReadonlyMap<string, string>
  readonly text: () => Promise<string>
  readonly arrayBuffer: () => Promise<ArrayBufferLike>
}

/** Sends a request of octokit's. */
export type OctokitFetch = (url: string, options: FetchOptions) => Promise<FetchResponse>

/**
 * Creates a `fetch` for octokit that sends requests through our own transport, which follows no redirect and bounds the
 * time and the size of an answer. It rejects with an Error that names the cause if no whole answer came.
 * Source: docs/adr/0008-one-transport.md
 */
export function createOctokitFetch(send: SendRequest): OctokitFetch {
  return async (url, { method, headers, body, signal }) => {
    const request = { method, url: new URL(url), headers, ...(body !== undefined && { body }) }
    const result = await send(request, signal)
    if (result.kind === 'failure') {
      const detail = result.detail === undefined ? '' : ` (${result.detail})`
      throw new Error(english.faults[result.reason] + detail)
    }
    return {
      status: result.status,
      url,
      headers: new Map(
        Object.entries(result.headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, [value].flat().join(', ')] as const],
        ),
      ),
      text: () => Promise.resolve(result.body),
      arrayBuffer: () => Promise.resolve(new TextEncoder().encode(result.body).buffer),
    }
  }
}
