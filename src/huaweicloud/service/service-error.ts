import * as v from 'valibot'

import type { ServiceError } from '../../core/task/answer.ts'

const optionalText = v.fallback(
  v.optional(v.union([v.pipe(v.string(), v.nonEmpty()), v.pipe(v.number(), v.transform(String))])),
  undefined,
)

const flat = v.object({
  error_code: optionalText,
  error_msg: optionalText,
  code: optionalText,
  message: optionalText,
  title: optionalText,
  request_id: optionalText,
})

const shape = v.object({ ...flat.entries, error: v.fallback(v.optional(flat), undefined) })

// Any value but null and the empty text, whatever its type.
const declaring = v.object({
  error_code: v.pipe(
    v.unknown(),
    v.check((code) => code !== null && code !== ''),
  ),
})

/** What a body says of an error; `declared` when it holds an `error_code`, which makes it an error whatever the HTTP status. */
export type ErrorBody = { readonly declared: boolean; readonly error: ServiceError }

/**
 * Reads an error in any of the forms that the service and its gateways use: `error_code` and `error_msg`, `code` and
 * `message`, either of them inside `error`, or Keystone's. Whatever is not there stays absent.
 */
export function readErrorBody(body: unknown): ErrorBody {
  const seen = v.safeParse(shape, body)
  if (!seen.success) return { declared: false, error: {} }
  const { error: inner = {}, ...outer } = seen.output
  const code = firstPresent([outer.error_code, inner.error_code, outer.code, inner.code])
  const message = firstPresent([outer.error_msg, inner.error_msg, outer.message, inner.message, inner.title])
  const requestId = firstPresent([outer.request_id, inner.request_id])
  const error = {
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
    ...(requestId !== undefined && { requestId }),
  }
  return { declared: v.is(declaring, body) || v.is(v.object({ error: declaring }), body), error }
}

function firstPresent(texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined)
}
