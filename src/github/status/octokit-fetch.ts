import { english } from '../../core/report/words-en.ts'
import { omitUndefined } from '../../core/task/omit-undefined.ts'
import type { HttpRequest, SendRequest } from '../../http/transport.ts'

/** The arguments that octokit passes to `fetch`; header names are in lower case. */
type FetchOptions = Pick<HttpRequest, 'method' | 'headers'> & {
  readonly body?: string | undefined
  readonly signal: AbortSignal
}

/** The part of a `Response` that octokit reads. */
type FetchResponse = Pick<Response, 'status' | 'url' | 'text' | 'arrayBuffer'> & {
  readonly headers: ReadonlyMap<string, string>
}

/** The `fetch` that octokit is given. */
export type OctokitFetch = (url: string, options: FetchOptions) => Promise<FetchResponse>

/**
 * Creates a `fetch` for octokit on the transport of this action, which follows no redirect and limits the time and size of
 * an answer. Rejects with an Error that names the cause if no complete answer arrives.
 * Source: docs/adr/0008-one-transport.md
 */
export function createOctokitFetch(send: SendRequest): OctokitFetch {
  return async (url, { method, headers, body, signal }) => {
    const request = { method, url: new URL(url), headers, ...omitUndefined({ body }) }
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
