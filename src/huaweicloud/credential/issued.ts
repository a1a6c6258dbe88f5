import type { IncomingHttpHeaders } from 'node:http'

import * as v from 'valibot'

import { SECRET } from '../../core/text/redact.ts'
import type { FailedAnswer } from '../service/service-answer.ts'
import type { UnsignedRequest } from './credentials.ts'
import type { AccessKey } from './signer.ts'

/** A temporary key, and when it ends by the clock of the service that issued it, in epoch milliseconds. */
export type IssuedKey = { readonly key: AccessKey; readonly expiresMs: number }

/** The result of a request or of a whole exchange. */
export type Outcome<Value> = { readonly kind: 'success'; readonly value: Value } | FailedAnswer

/** One request of an exchange, and how to read its answer. */
export type ExchangeStep<Value> = {
  readonly request: UnsignedRequest
  /** The HTTP statuses of a success. */
  readonly successes: readonly number[]
  /** Returns every secret that an answer holds, even if the answer is an error: its message may quote them. */
  readonly secretsIn: (body: unknown, headers: IncomingHttpHeaders) => readonly string[]
  /** Reads a success; returns undefined if it lacks what the API documents. */
  readonly read: (body: unknown, headers: IncomingHttpHeaders) => Value | undefined
}

/** The names of an issued key's parts in an answer. */
export type KeyNames = {
  readonly envelope: string
  readonly id: string
  readonly secret: string
  readonly securityToken: string
  /** The end of the key, as an ISO timestamp. */
  readonly end: string
}

// Shorter than any real one. As a mask it would make the log unreadable (docs/reference.md, "Secrets").
const secret = v.pipe(v.string(), v.regex(SECRET))
const keyShape = v.object({
  id: secret,
  secret,
  securityToken: secret,
  // `v.number()` rejects the NaN of a bad date.
  end: v.pipe(v.string(), v.isoTimestamp(), v.transform(Date.parse), v.number()),
})

// The least that STS and IAM issue, and an hour, which may be the most that an agency allows (docs/service.md, "Trust agency (STS)").
const MIN_SECONDS = 900
const MAX_SECONDS = 3600
const MARGIN_SECONDS = 600

/** Returns how long the keys for a wait of this length must hold, in seconds: ten minutes longer, within 900 to 3 600. */
export function durationSecondsFor(timeoutMs: number): number {
  return Math.max(MIN_SECONDS, Math.min(MAX_SECONDS, Math.ceil(timeoutMs / 1000) + MARGIN_SECONDS))
}

/** Returns the text if it can be used as a secret: printable ASCII without blanks, at least 8 characters. */
export function asSecret(text: unknown): string | undefined {
  return v.is(secret, text) ? text : undefined
}

/** Returns how to read an answer that holds a temporary key. */
export function keyReader(names: KeyNames): Pick<ExchangeStep<IssuedKey>, 'secretsIn' | 'read'> {
  const partsOf = (body: unknown) => {
    const parts = fieldsOf(fieldsOf(body)[names.envelope])
    return {
      id: parts[names.id],
      secret: parts[names.secret],
      securityToken: parts[names.securityToken],
      end: parts[names.end],
    }
  }
  return {
    secretsIn(body) {
      const { id, secret, securityToken } = partsOf(body)
      return [id, secret, securityToken].map(asSecret).filter((part) => part !== undefined)
    },
    read(body) {
      const parsed = v.safeParse(keyShape, partsOf(body))
      if (!parsed.success) return undefined
      const { end, ...key } = parsed.output
      return { key, expiresMs: end }
    },
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
