/** Says whether a process can handle a signal that another one sends it: on Windows any signal ends it at once, as SIGKILL does. */
export const canHandleSignals = process.platform !== 'win32'
