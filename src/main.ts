import { setTimeout as delay } from 'node:timers/promises'

import { HttpClient } from '@actions/http-client'

import type { Clock } from './core/clock.ts'
import { messages } from './core/messages.ts'
import { cancellationSignal } from './github/cancellation.ts'
import { createProgressLog } from './github/progress-log.ts'
import { publish } from './github/reporter.ts'
import { createRunner } from './github/runner.ts'
import { createCredential, secretsOf } from './huaweicloud/credentials.ts'
import { createTransport } from './huaweicloud/http.ts'
import { proxyPasswords } from './huaweicloud/proxy.ts'
import { createServiceClock } from './huaweicloud/service-clock.ts'
import { createSystemTaskClient } from './huaweicloud/system-task-client.ts'
import { readInputs } from './inputs.ts'
import { run } from './run.ts'

// Whatever ends this process early, it ends red: only a proven success reaches the last line.
process.exitCode = 1

const clock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    const wakeMs = performance.now() + ms
    // A timer may fire a moment early; the last poll must not start before the deadline.
    for (let left = ms; left > 0 && !signal.aborted; left = wakeMs - performance.now()) {
      await delay(Math.ceil(left), undefined, { signal }).catch(() => undefined)
    }
  },
}

const readVariable = (name: string): string => (process.env[name] ?? '').trim()
const runner = createRunner(process.env)
const transport = createTransport(
  new HttpClient('wait-for-dlf-task', [], { allowRedirects: false, keepAlive: true }),
)
const progress = createProgressLog(messages, runner)
proxyPasswords(readVariable).forEach(runner.mask)

process.on('uncaughtException', (cause: unknown) => {
  runner.error(`This action has a fault of its own: ${String(cause)}`, 'Internal error')
  process.exit(1)
})

const succeeded = await run({
  readInputs: () => readInputs({ readInput: runner.readInput, readVariable }),
  connect(inputs) {
    secretsOf(inputs.credential).forEach(runner.mask)
    const serviceClock = createServiceClock(Date.now)
    const credential = createCredential(inputs.credential, serviceClock)
    const ports = { send: transport.send, credential, clock: serviceClock }
    return createSystemTaskClient({ ...inputs, language: 'en_us' }, ports)
  },
  clock,
  random: Math.random,
  cancelled: cancellationSignal(process),
  ...progress,
  publish: (report) => publish(report, messages, runner),
})

transport.dispose()
// A socket that a server or a proxy keeps open must not keep the step running; the log must be out before the end.
process.stdout.write('', () => {
  process.exit(succeeded ? 0 : 1)
})
