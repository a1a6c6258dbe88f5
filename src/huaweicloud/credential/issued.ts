import type { IncomingHttpHeaders } from 'node:http'

import * as v from 'valibot'

import { omitUndefined } from '../../core/task/omit-undefined.ts'
import { SECRET, secretFlaw } from '../../core/text/redact.ts'
import type { HttpRequest } from '../../http/transport.ts'
import { dateHeader, type FailedAnswer } from '../service/service-answer.ts'
import type { AccessKey } from './signer.ts'

/** A temporary key; times are by the clock of the service that issued it, in epoch milliseconds. */
export type IssuedKey = {
  readonly key: AccessKey
  readonly expiresMs: number
  /** The time of the answer, before the end of the key; absent if the answer has no usable `Date`. */
  readonly issuedMs?: number
}

/** The result of a request or of a whole exchange. */
export type Outcome<Value> = { readonly kind: 'success'; readonly value: Value } | FailedAnswer

/** What a success holds, or in English what is wrong with it. */
export type Reading<Value> = { readonly value: Value } | { readonly flaw: string }

/** One request of an exchange, and how to read its answer. */
export type ExchangeStep<Value> = {
  readonly request: HttpRequest
  /** The HTTP statuses of a success. */
  readonly successes: readonly number[]
  /** Returns every secret that an answer holds, even if the answer is an error: its message may quote them. */
  readonly secretsIn: (body: unknown, headers: IncomingHttpHeaders) => readonly string[]
  readonly read: (body: unknown, headers: IncomingHttpHeaders) => Reading<Value>
}

/** The names of an issued key's parts in an answer. */
type KeyNames = {
  readonly envelope: string
  readonly id: string
  readonly secret: string
  readonly securityToken: string
  /** The end of the key, as an ISO timestamp. */
  readonly end: string
}

// Shorter than any real one. As a mask it would make the log unreadable (docs/reference.md, "Secrets").
const secretShape = (part: string) => v.pipe(v.string(secretFlaw(part)), v.regex(SECRET, secretFlaw(part)))

// The least that STS and IAM issue, and an hour, which may be the most that an agency allows (docs/service.md, "Trust agency (STS)").
const MIN_SECONDS = 900
const MAX_SECONDS = 3600
const MARGIN_SECONDS = 600

/** Returns how long the keys for a wait of this length must hold, in seconds: ten minutes longer, within 900 to 3 600. */
export function durationSecondsFor(timeoutMs: number): number {
  return Math.max(MIN_SECONDS, Math.min(MAX_SECONDS, Math.ceil(timeoutMs / 1000) + MARGIN_SECONDS))
}

/** Returns a request that posts JSON; it needs no signature. */
export function postJson(
  address: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpRequest {
  const common = {
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'wait-for-dlf-task',
  }
  return {
    method: 'POST',
    url: new URL(address),
    headers: { ...common, ...headers },
    body: JSON.stringify(body),
  }
}

/** Reads a secret; `part` names it in English. */
export function readSecret(text: unknown, part: string): Reading<string> {
  const { success, output, issues } = v.safeParse(secretShape(part), text)
  return success ? { value: output } : { flaw: issues[0].message }
}

/** Returns those of the texts that can be used as a secret: 8 to 65 536 characters of printable ASCII without blanks. */
export function secretsAmong(texts: readonly unknown[]): readonly string[] {
  return texts.filter((text) => v.is(secretShape(''), text))
}

/** Returns how to read an answer that holds a temporary key. */
export function keyReader(names: KeyNames): Pick<ExchangeStep<IssuedKey>, 'secretsIn' | 'read'> {
  const secretPart = (name: string) => secretShape(`the field '${name}'`)
  const noDate = `the field '${names.end}' is not a date`
  const shape = v.object({
    id: secretPart(names.id),
    secret: secretPart(names.secret),
    securityToken: secretPart(names.securityToken),
    // `v.number()` rejects the NaN of a bad date.
    end: v.pipe(v.string(noDate), v.isoTimestamp(noDate), v.transform(Date.parse), v.number(noDate)),
  })
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
      return secretsAmong([id, secret, securityToken])
    },
    read(body, headers) {
      const parsed = v.safeParse(shape, partsOf(body))
      if (!parsed.success) return { flaw: parsed.issues[0].message }
      const { end, ...key } = parsed.output
      const issuedMs = dateHeader(headers)
      // Keys whose end has come are never sent (docs/reference.md, "Requests and credentials").
      return end <= (issuedMs ?? Number.NEGATIVE_INFINITY)
        ? { flaw: `the key ended at ${new Date(end).toISOString()}, before it was issued` }
        : { value: { key, expiresMs: end, ...omitUndefined({ issuedMs }) } }
    },
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
