import { setTimeout as delay } from 'node:timers/promises'

import { HttpClient } from '@actions/http-client'

import { MIN_SECRET_LENGTH } from './core/text/redact.ts'
import type { Clock, Runtime } from './core/wait/runtime.ts'
import { givenSecrets } from './inputs/credential.ts'
import { cancellationSignal } from './github/cancellation.ts'
import { REQUEST_TOKEN } from './github/id-token.ts'
import { readRunContext, type RunContext } from './github/run-context.ts'
import type { Runner } from './github/runner.ts'
import { type CreateStatus, createStatusApi } from './github/status/status-api.ts'
import { completeProxyAddresses, proxyPasswords } from './inputs/proxy.ts'
import { createTransport, type SendRequest, type Transport } from './http/transport.ts'
import {
  createCredential,
  type Credential,
  type CredentialChoice,
} from './huaweicloud/credential/credentials.ts'
import { createServiceClock, type ServiceClock } from './huaweicloud/service/service-clock.ts'
import { hideSignatures } from './huaweicloud/credential/signer.ts'

/** The calls that this process offers to the use cases; each of them takes the `Pick` that it needs. */
export type Process = Runtime &
  Transport & {
    /** Sends requests to one host more: the toolkit's client keeps one agent for one scheme and one proxy. */
    readonly connect: () => SendRequest
    /** The runner's surfaces. */
    readonly runner: Runner
    /** Returns the trimmed text of an environment variable, empty if it is not set. */
    readonly readVariable: (name: string) => string
    /** Returns the run that this step belongs to, with the event that started it. */
    readonly readRun: () => RunContext
    /** Publishes a commit status. */
    readonly createStatus: CreateStatus
    /** The service's clock, as far as it is known. */
    readonly serviceClock: ServiceClock
    /** Removes every secret from a text of another system. */
    readonly redact: (text: string) => string
    /**
     * Returns the credential that the user has chosen, or undefined if the run is cancelled first. Throws a SetupError if
     * signing in fails.
     *
     * @param neededMs how long the work with it may take
     */
    readonly signIn: (choice: CredentialChoice, neededMs: number) => Promise<Credential | undefined>
  }

/** Connects this process to its surroundings, and masks every secret that it was given before anything is written. */
export function createProcess(process: NodeJS.Process, runner: Runner): Process {
  const readVariable = (name: string): string => (process.env[name] ?? '').trim()
  completeProxyAddresses(process.env)
  const secrets = [...givenSecrets(runner.readInput, readVariable), readVariable(REQUEST_TOKEN)]
  const isLong = (secret: string): boolean => secret.length >= MIN_SECRET_LENGTH
  secrets.filter(isLong).forEach(runner.mask)
  // A short password of a proxy is valid: it is hidden in addresses, and not within other words.
  proxyPasswords(readVariable)
    .map((password) => (isLong(password) ? password : `:${password}@`))
    .forEach(runner.mask)
  const shared = {
    runner,
    connect: () => connect().send,
    readVariable,
    readRun: () => readRunContext(readVariable),
    createStatus: createStatusApi(() => import('@actions/github'), connect().send),
    clock: realClock,
    serviceClock: createServiceClock(Date.now),
    random: Math.random,
    cancelled: cancellationSignal(process),
    // Signatures last: a secret that holds 64 hexadecimal digits must be found whole.
    redact: (text: string) => hideSignatures(runner.redact(text)),
  }
  return {
    ...shared,
    ...connect(),
    async signIn(choice, neededMs) {
      if (choice.kind === 'token' || choice.kind === 'access-key') {
        return createCredential(choice, shared.serviceClock)
      }
      const { signIn } = await import('./sign-in.ts')
      return signIn(choice, neededMs, shared)
    },
  }
}

const realClock: Clock = {
  now: () => performance.now(),
  async sleep(ms, signal) {
    const wakeMs = performance.now() + ms
    // A timer may fire early, and the last poll must not start before the deadline.
    for (let left = ms; left > 0 && !signal.aborted; left = wakeMs - performance.now()) {
      await delay(Math.ceil(left), undefined, { signal }).catch(() => undefined)
    }
  },
}

function connect(): Transport {
  return createTransport(new HttpClient('wait-for-dlf-task', [], { allowRedirects: false, keepAlive: true }))
}
