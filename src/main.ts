import { setTimeout as delay } from 'node:timers/promises'

import { HttpClient } from '@actions/http-client'

import type { Clock } from './core/clock.ts'
import { messages } from './core/messages.ts'
import { cancellationSignal } from './github/cancellation.ts'
import { createProgressLog } from './github/progress-log.ts'
import { publish } from './github/reporter.ts'
import { createRunner } from './github/runner.ts'
import { tokenCredential } from './huaweicloud/credentials.ts'
import { createTransport } from './huaweicloud/http.ts'
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

const runner = createRunner(process.env)
const transport = createTransport(
  new HttpClient('wait-for-dlf-task', [], { allowRedirects: false, keepAlive: true }),
)
const progress = createProgressLog(messages, runner)

process.on('uncaughtException', (cause: unknown) => {
  runner.error(`This action has a fault of its own: ${String(cause)}`, 'Internal error')
  process.exit(1)
})

const succeeded = await run({
  readInputs: () => readInputs(runner.readInput),
  connect(inputs) {
    runner.mask(inputs.token)
    const credential = tokenCredential(inputs.token)
    return createSystemTaskClient(
      { ...inputs, language: 'en_us' },
      { send: transport.send, credential, wallClock: Date.now },
    )
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
