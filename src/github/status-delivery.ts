import type { Clock } from '../core/clock.ts'
import { formatDuration } from '../core/duration.ts'
import type { CommitStatus, CreateStatus } from './status-api.ts'
import { explainFault, lateFault, type StatusFault } from './status-fault.ts'

/** What sending a status needs from outside. */
export type DeliveryPorts = {
  readonly createStatus: CreateStatus
  readonly clock: Clock
  /** Fires when this run is cancelled. */
  readonly cancelled: AbortSignal
}

/** How long sending may take, in milliseconds: at most, and from the moment on at which the run is cancelled. */
export type DeliveryTime = { readonly limitMs: number; readonly cancelledMs: number }

/**
 * Sends a status once and returns why it was not taken, undefined where it was; never rejects, never takes longer than
 * it may: the toolkit's reader waits for ever on a body that stalls, so a timer settles by itself.
 */
export async function deliver(
  status: CommitStatus,
  token: string,
  { limitMs, cancelledMs }: DeliveryTime,
  { createStatus, clock, cancelled }: DeliveryPorts,
): Promise<StatusFault | undefined> {
  const over = new AbortController()
  const startMs = clock.now()

  const send = async (): Promise<StatusFault | undefined> => {
    try {
      await createStatus(status, token, over.signal)
      return undefined
    } catch (cause) {
      return explainFault(cause)
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
