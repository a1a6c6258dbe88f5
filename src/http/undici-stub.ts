// Takes undici's place in the bundle (tsconfig.json, "paths"): the toolkit imports undici, but every request goes through
// transport.ts. Source: docs/adr/0008-one-transport.md

/** Does nothing; the toolkit creates one for its own `fetch` if a proxy is set. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- nothing but its constructor is called
export class ProxyAgent {}

/** Throws an Error, because nothing may send a request past our transport. */
export function fetch(): never {
  throw new Error('undici is not part of this bundle: send requests with src/http/transport.ts.')
}
