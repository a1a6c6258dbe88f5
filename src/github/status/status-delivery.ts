import type { Clock } from '../../core/wait/clock.ts'
import { formatDuration } from '../../core/text/duration.ts'
import type { RunContext } from '../run-context.ts'
import type { CreateStatus, StatusEntry } from './status-api.ts'
import { explainFault, lateFault, type StatusFault } from './status-fault.ts'

/** What sending a status needs from outside. */
export type DeliveryPorts = {
  readonly createStatus: CreateStatus
  readonly clock: Clock
  /** Fires when this run is cancelled. */
  readonly cancelled: AbortSignal
  /** Takes every secret out of a text that another side has worded. */
  readonly redact: (text: string) => string
}

/** Where a status is published, and by whom. */
export type Publication = { readonly run: Pick<RunContext, 'repository' | 'url'>; readonly token: string }

/** How long sending may take, in milliseconds: at most, and from the moment on at which the run is cancelled. */
export type DeliveryTime = { readonly limitMs: number; readonly cancelledMs: number }

/**
 * Sends a status once and returns why it was not taken, undefined where it was; never rejects. It races a timer, because
 * the transport's own limit is longer.
 */
export async function deliver(
  { sha, context, state, description }: StatusEntry,
  { run, token }: Publication,
  { limitMs, cancelledMs }: DeliveryTime,
  { createStatus, clock, cancelled, redact }: DeliveryPorts,
): Promise<StatusFault | undefined> {
  const over = new AbortController()
  const startMs = clock.now()
  const { repository, url } = run
  const status = {
    repository,
    sha,
    context,
    state,
    description,
    ...(url !== undefined && { targetUrl: url }),
  }

  const send = async (): Promise<StatusFault | undefined> => {
    try {
      await createStatus(status, token, over.signal)
      return undefined
    } catch (cause) {
      return explainFault(cause, redact)
    }
  }
  const watch = async (): Promise<StatusFault> => {
    await clock.sleep(limitMs, AbortSignal.any([over.signal, cancelled]))
    const leftMs = startMs + limitMs - clock.now()
    if (cancelled.aborted) await clock.sleep(Math.min(cancelledMs, leftMs), over.signal)
    return lateFault(formatDuration(clock.now() - startMs))
  }

  try {
    return await Promise.race([send(), watch()])
  } finally {
    over.abort()
  }
}
