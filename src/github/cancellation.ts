// On Windows the runner sends Ctrl-C, then Ctrl-Break, which Node calls SIGBREAK. Other systems have no SIGBREAK.
// Source: https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const

/** Returns a signal that aborts when the runner cancels the step: it sends SIGINT, and 7.5 s later SIGTERM. */
export function cancellationSignal(process: NodeJS.EventEmitter): AbortSignal {
  const controller = new AbortController()
  const cancel = (): void => {
    controller.abort()
  }
  for (const name of SIGNALS) process.on(name, cancel)
  return controller.signal
}
