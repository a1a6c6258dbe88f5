import type { SystemTask } from './system-task.ts'

/** An error as the service, or a gateway in front of it, describes it. */
export type ServiceError = {
  readonly code?: string
  readonly message?: string
  readonly requestId?: string
}

/** Why an attempt failed, if the next one may succeed. */
export type PassingReason =
  /** No connection, or one that was reset. */
  | 'connection'
  /** The time limit of one attempt. */
  | 'timeout'
  /** The body ended too early, or could not be decoded. */
  | 'cut'
  /** The body is not the expected JSON. */
  | 'unexpected-body'
  /** HTTP 408, any 5xx, or another 2xx than 200. */
  | 'http-status'
  /** HTTP 429. */
  | 'throttled'

/** Why an attempt failed, if a retry would fail in the same way. */
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
  /** The answer is larger than 8 MiB. */
  | 'too-large'
  /** The body has a `Content-Encoding` that cannot be read. */
  | 'unknown-encoding'
  | 'untrusted-certificate'
  /** The proxy rejects the given user or password (HTTP 407). */
  | 'proxy-refused'

/** A failed attempt to learn a task's state. */
export type Fault<Reason extends PassingReason | FinalReason = PassingReason | FinalReason> = {
  readonly reason: Reason
  /** Absent when no answer came. */
  readonly httpStatus?: number
  /** The system's error code, for example ECONNREFUSED, the encoding that cannot be read, or what a body lacks. */
  readonly detail?: string
  readonly error?: ServiceError
  /** The service that gave no new temporary keys, for example IAM; nothing was sent for lack of them. */
  readonly signIn?: string
  /** The pause that the service asks for, in milliseconds. */
  readonly retryAfterMs?: number
  /** The next step in English, given by the sign-in whose renewal failed; it replaces that of the reason. */
  readonly advice?: string
}

/** The result of one poll of one task. */
export type Answer = {
  /** How many requests were sent for it; one if absent. */
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
  | {
      readonly kind: 'final'
      readonly fault: Fault<FinalReason>
      /** Present after an HTTP 401 if the credential has changed since, so that one more request may succeed. */
      readonly worthRepeating?: true
    }
)

/**
 * Polls one task once. `signal` ends the attempt early.
 *
 * @param limitMs longest time that the attempt may take, in milliseconds; the client has a limit of its own too
 */
export type PollTask = (id: string, signal: AbortSignal, limitMs?: number) => Promise<Answer>

/** Resolves when the credential has a key, or when waiting for one is of no use. Returns undefined if it has one now. */
export type AwaitCredential = () => Promise<unknown> | undefined
