import { formatDuration } from '../../core/text/duration.ts'
import type { Runtime } from '../../core/wait/runtime.ts'
import type { RunContext } from '../run-context.ts'
import type { Runner } from '../runner.ts'
import type { CreateStatus, Publication, StatusEntry } from './status-api.ts'
import { explainFault, lateFault, type StatusFault } from './status-fault.ts'

/** The parts of the process that a commit status needs. */
export type StatusContext = Pick<Runtime, 'clock' | 'cancelled'> & {
  readonly runner: Pick<Runner, 'readInput' | 'readState' | 'saveState' | 'info' | 'warning'>
  readonly readRun: () => RunContext
  readonly createStatus: CreateStatus
  /** Removes every secret from a text of another system. */
  readonly redact: (text: string) => string
}

/** The limits on sending, in milliseconds: in total, and counted from the cancellation of the run. */
export type DeliveryTime = { readonly limitMs: number; readonly cancelledMs: number }

/**
 * Sends a status once; returns the fault if it was not published, and never rejects. The request races a timer, because the
 * transport's limit is longer.
 */
export async function deliver(
  status: StatusEntry,
  publication: Publication,
  { limitMs, cancelledMs }: DeliveryTime,
  { createStatus, clock, cancelled, redact }: StatusContext,
): Promise<StatusFault | undefined> {
  const ended = new AbortController()
  const startMs = clock.now()

  const send = async (): Promise<StatusFault | undefined> => {
    try {
      await createStatus(status, publication, ended.signal)
      return undefined
    } catch (cause) {
      return explainFault(cause, redact)
    }
  }
  const watch = async (): Promise<StatusFault> => {
    await clock.sleep(limitMs, AbortSignal.any([ended.signal, cancelled]))
    const leftMs = startMs + limitMs - clock.now()
    if (cancelled.aborted) await clock.sleep(Math.min(cancelledMs, leftMs), ended.signal)
    return lateFault(formatDuration(clock.now() - startMs))
  }

  try {
    return await Promise.race([send(), watch()])
  } finally {
    ended.abort()
  }
}
