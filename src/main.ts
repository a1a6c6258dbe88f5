import { setTimeout as delay } from 'node:timers/promises'

import { HttpClient } from '@actions/http-client'

import type { Clock } from './core/clock.ts'
import { messages } from './core/messages.ts'
import { cancellationSignal } from './github/cancellation.ts'
import { readEvent } from './github/event.ts'
import { createProgressLog } from './github/progress-log.ts'
import { publish } from './github/reporter.ts'
import { createRunner } from './github/runner.ts'
import { createCredential, type Credential, secretsOf } from './huaweicloud/credentials.ts'
import { createTransport, type Transport } from './huaweicloud/http.ts'
import { proxyPasswords } from './huaweicloud/proxy.ts'
import { createServiceClock } from './huaweicloud/service-clock.ts'
import { createSystemTaskClient } from './huaweicloud/system-task-client.ts'
import { type Inputs, readInputs } from './inputs.ts'
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
const connectTransport = (): Transport =>
  createTransport(new HttpClient('wait-for-dlf-task', [], { allowRedirects: false, keepAlive: true }))
const transport = connectTransport()
const serviceClock = createServiceClock(Date.now)
const cancelled = cancellationSignal(process)
const progress = createProgressLog(messages, runner)
proxyPasswords(readVariable).forEach(runner.mask)

process.on('uncaughtException', (cause: unknown) => {
  runner.error(`This action has a fault of its own: ${String(cause)}`, 'Internal error')
  process.exit(1)
})

async function createCredentialOf({ credential, timeoutMs }: Inputs): Promise<Credential | undefined> {
  if (credential.kind !== 'oidc') {
    secretsOf(credential).forEach(runner.mask)
    return createCredential(credential, serviceClock)
  }
  const { connectKeyless } = await import('./keyless.ts')
  return connectKeyless(credential, timeoutMs, {
    sendToGitHub: connectTransport().send,
    sendToSts: connectTransport().send,
    readVariable,
    readEvent: () => readEvent(readVariable('GITHUB_EVENT_PATH')),
    mask: runner.mask,
    clock,
    serviceClock,
    random: Math.random,
    cancelled,
  })
}

const succeeded = await run({
  readInputs: () => readInputs({ readInput: runner.readInput, readVariable }),
  async connect(inputs) {
    const credential = await createCredentialOf(inputs)
    if (credential === undefined) return undefined
    const ports = { send: transport.send, credential, clock: serviceClock }
    return createSystemTaskClient({ ...inputs, language: 'en_us' }, ports)
  },
  clock,
  random: Math.random,
  cancelled,
  ...progress,
  publish: (report) => publish(report, messages, runner),
})

transport.dispose()
// A socket that a server or a proxy keeps open must not keep the step running; the log must be out before the end.
process.stdout.write('', () => {
  process.exit(succeeded ? 0 : 1)
})
