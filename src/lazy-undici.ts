// Stands in for undici in the bundle (tsconfig.json, "paths"). The toolkit imports undici at its top, 900 kB that take as
// long to start as all the rest, and uses it for one thing alone: octokit's requests. So it is loaded with the first of them.
// docs/adr/0008-lazy-undici.md
import type { ProxyAgent as RealProxyAgent, RequestInfo, RequestInit, Response } from 'undici/index.js'

/** Remembers how to go through a proxy until a request does. */
export class ProxyAgent {
  readonly options: RealProxyAgent.Options

  constructor(options: RealProxyAgent.Options) {
    this.options = options
  }
}

type Options = Omit<RequestInit, 'dispatcher'> & { readonly dispatcher?: unknown }

/** Fetches with the real undici, through the proxy that the options name. */
export async function fetch(
  resource: RequestInfo,
  { dispatcher, ...options }: Options = {},
): Promise<Response> {
  const undici = await import('undici/index.js')
  const agent = dispatcher instanceof ProxyAgent ? new undici.ProxyAgent(dispatcher.options) : undefined
  return undici.fetch(resource, { ...options, ...(agent && { dispatcher: agent }) })
}
