/** A request before any credential is added to it. */
export type UnsignedRequest = {
  readonly method: 'GET'
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** Whatever proves to the service who is asking; called anew for each attempt. */
export type Credential = {
  readonly headersFor: (request: UnsignedRequest) => Promise<Readonly<Record<string, string>>>
  /** Takes every secret of this credential out of a text: a gateway may quote the request in its refusal. */
  readonly redact: (text: string) => string
}

/** Creates a credential of a ready IAM token. */
export function tokenCredential(token: string): Credential {
  return {
    headersFor: () => Promise.resolve({ 'x-auth-token': token }),
    redact: (text) => text.replaceAll(token, '***'),
  }
}
