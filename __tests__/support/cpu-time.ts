/** Returns how long a call kept the processor busy, in milliseconds, however long it had to wait for one. */
export function cpuMsOf(call: () => unknown): number {
  const before = process.cpuUsage()
  call()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
