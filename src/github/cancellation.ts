// On Windows the runner sends Ctrl-C, then Ctrl-Break, which Node calls SIGBREAK; elsewhere nothing ever sends that.
// Source: https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const

/** Returns a signal that fires when the runner asks this process to end (SIGINT first, the next one 7.5 s later). */
export function cancellationSignal(process: NodeJS.EventEmitter): AbortSignal {
  const controller = new AbortController()
  const cancel = (): void => {
    controller.abort()
  }
  for (const name of SIGNALS) process.on(name, cancel)
  return controller.signal
}
