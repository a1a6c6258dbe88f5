/** Returns a signal that fires when the runner asks this process to end (SIGINT first, SIGTERM 7.5 s later). */
export function cancellationSignal(process: NodeJS.EventEmitter): AbortSignal {
  const controller = new AbortController()
  const cancel = (): void => {
    controller.abort()
  }
  process.on('SIGINT', cancel)
  process.on('SIGTERM', cancel)
  return controller.signal
}
