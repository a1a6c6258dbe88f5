import { omitUndefined } from '../../core/task/omit-undefined.ts'
import { formatDuration } from '../../core/text/duration.ts'
import type { Runtime } from '../../core/wait/runtime.ts'
import type { RunContext } from '../run-context.ts'
import type { CreateStatus, StatusEntry } from './status-api.ts'
import { explainFault, lateFault, type StatusFault } from './status-fault.ts'

/** The parts of the process that sending a status needs. */
export type DeliveryContext = Pick<Runtime, 'clock' | 'cancelled'> & {
  readonly createStatus: CreateStatus
  /** Removes every secret from a text of another system. */
  readonly redact: (text: string) => string
}

/** The run that publishes a status, and the token that it uses. */
export type Publication = { readonly run: Pick<RunContext, 'repository' | 'url'>; readonly token: string }

/** The limits on sending, in milliseconds: in total, and counted from the cancellation of the run. */
export type DeliveryTime = { readonly limitMs: number; readonly cancelledMs: number }

/**
 * Sends a status once; returns the fault if it was not published, and never rejects. The request races a timer, because the
 * transport's limit is longer.
 */
export async function deliver(
  { sha, context, state, description }: StatusEntry,
  { run, token }: Publication,
  { limitMs, cancelledMs }: DeliveryTime,
  { createStatus, clock, cancelled, redact }: DeliveryContext,
): Promise<StatusFault | undefined> {
  const ended = new AbortController()
  const startMs = clock.now()
  const { repository, url } = run
  const status = {
    repository,
    sha,
    context,
    state,
    description,
    ...omitUndefined({ targetUrl: url }),
  }

  const send = async (): Promise<StatusFault | undefined> => {
    try {
      await createStatus(status, token, ended.signal)
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
