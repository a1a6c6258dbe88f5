import * as v from 'valibot'

import type { ServiceError } from '../../core/task/answer.ts'
import { lenientText } from '../../core/task/lenient.ts'
import { omitUndefined } from '../../core/task/omit-undefined.ts'

const flat = v.object({
  error_code: lenientText,
  error_msg: lenientText,
  code: lenientText,
  message: lenientText,
  title: lenientText,
  request_id: lenientText,
})

const shape = v.object({ ...flat.entries, error: v.fallback(v.optional(flat), undefined) })

// Any value of any type except null and the empty text.
const declaring = v.object({
  error_code: v.pipe(
    v.unknown(),
    v.check((code) => code !== null && code !== ''),
  ),
})

/**
 * Reads an error in any of the forms that the service and its gateways use: `error_code` and `error_msg`, `code` and
 * `message`, either of them inside `error`, or Keystone's. Missing parts stay absent. `declared` means that the body has an
 * `error_code`, so it is an error with any HTTP status.
 */
export function readErrorBody(body: unknown): { readonly declared: boolean; readonly error: ServiceError } {
  const seen = v.safeParse(shape, body)
  if (!seen.success) return { declared: false, error: {} }
  const { error: inner = {}, ...outer } = seen.output
  const code = outer.error_code ?? inner.error_code ?? outer.code ?? inner.code
  const message = outer.error_msg ?? inner.error_msg ?? outer.message ?? inner.message ?? inner.title
  const requestId = outer.request_id ?? inner.request_id
  const error = omitUndefined({ code, message, requestId })
  return { declared: v.is(declaring, body) || v.is(v.object({ error: declaring }), body), error }
}
