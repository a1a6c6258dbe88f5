/** Says whether a process can handle a signal that another one sends it: on Windows any signal ends it at once, as SIGKILL does. */
export const canHandleSignals = process.platform !== 'win32'

/** Says whether the peak of a process's memory is known (simulator/runner/peak-memory.mjs): only Linux shows it to others. */
export const knowsPeakMemory = process.platform === 'linux'
