import type { WaitEnd } from './decide.ts'

/** Ends all waits of a step together; the first reason counts. */
export type Stop = {
  /** Fires when all waits end. */
  readonly signal: AbortSignal
  /** Returns how the waits end that had not ended when the signal fired. */
  readonly end: () => WaitEnd
  readonly all: (end: WaitEnd) => void
}

/** Creates the stop of a step, which `cancelled` triggers too. */
export function createStop(cancelled: AbortSignal): Stop {
  const stop = new AbortController()
  let first: WaitEnd = { kind: 'cancelled', by: 'signal' }
  const onCancelled = (): void => {
    stop.abort()
  }
  cancelled.addEventListener('abort', onCancelled)
  if (cancelled.aborted) onCancelled()
  return {
    signal: stop.signal,
    end: () => first,
    all(end) {
      if (stop.signal.aborted) return
      first = end
      stop.abort()
    },
  }
}
