import type { SystemTask } from './system-task.ts'

/** What the service, or a gateway before it, says of an error. */
export type ServiceError = {
  readonly code?: string
  readonly message?: string
  readonly requestId?: string
}

/** Why an attempt failed in a way that the next one may not. */
export type PassingReason =
  /** No connection, or one that was reset. */
  | 'connection'
  /** The attempt's own time-out. */
  | 'timeout'
  /** The body ended before it was whole. */
  | 'cut'
  /** The body is not the expected JSON. */
  | 'unexpected-body'
  /** HTTP 408, any 5xx, or another 2xx than 200. */
  | 'http-status'
  /** HTTP 429. */
  | 'throttled'

/** Why asking again would not help. */
export type FinalReason =
  /** HTTP 401. */
  | 'unauthorized'
  /** HTTP 403. */
  | 'forbidden'
  /** HTTP 404: no such API at this host. */
  | 'no-such-api'
  /** Any other 4xx. */
  | 'rejected'
  /** Any 3xx. */
  | 'redirected'
  /** HTTP 200 with an `error_code`. */
  | 'error-in-success'
  /** The answer is larger than an answer can be. */
  | 'too-large'
  | 'untrusted-certificate'
  /** The proxy wants another user or password than it was given (HTTP 407). */
  | 'proxy-refused'

/** A failed attempt to learn a task's state. */
export type Fault<Reason extends PassingReason | FinalReason = PassingReason | FinalReason> = {
  readonly reason: Reason
  /** Absent when no answer came. */
  readonly httpStatus?: number
  /** The system's own word, for example ECONNREFUSED. */
  readonly detail?: string
  readonly error?: ServiceError
  /** How long the service asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number
  /** The next step in English, given by the sign-in whose renewal failed; it replaces that of the reason. */
  readonly advice?: string
}

/** What one poll of one task brought. */
export type Answer = {
  /** How many requests were sent for it; one where absent. */
  readonly attempts?: number
} & (
  | {
      readonly kind: 'task'
      readonly task: SystemTask
      readonly requestId?: string
      /** The service's clock, epoch milliseconds, from the `Date` header. */
      readonly serverTimeMs?: number
    }
  | { readonly kind: 'not-found'; readonly error: ServiceError }
  | { readonly kind: 'passing'; readonly fault: Fault<PassingReason> }
  | { readonly kind: 'final'; readonly fault: Fault<FinalReason> }
)

/** Polls one task once; `signal` ends the attempt early. */
export type PollTask = (id: string, signal: AbortSignal) => Promise<Answer>
