import type { RunContext } from '../../../src/github/run-context.ts'
import type { CreateStatus, Publication, StatusEntry } from '../../../src/github/status/status-api.ts'
import type { StatusContext } from '../../../src/github/status/status-delivery.ts'
import { fakeClock } from './fake-clock.ts'

/** A commit. */
export const SHA = '0123456789abcdef0123456789abcdef01234567'
/** Another commit. */
export const OTHER_SHA = 'f'.repeat(40)

/** Redacts nothing. */
export const asItIs = (text: string): string => text

/** Creates a run that a push started. */
export function runContext(overrides: Partial<RunContext> = {}): RunContext {
  return {
    eventName: 'push',
    payload: {},
    sha: SHA,
    repository: 'octo-org/octo-repo',
    url: 'https://github.com/octo-org/octo-repo/actions/runs/7/attempts/2',
    ...overrides,
  }
}

/** Creates the error that the toolkit throws if GitHub answers with one. */
export function refusal(
  status: number,
  message = 'No',
  headers: Readonly<Record<string, string>> = {},
): Error {
  return Object.assign(new Error(message), { status, response: { status, headers } })
}

/** The result of a call of GitHub: success, an error, or no answer. */
export type Outcome = 'taken' | 'silence' | Error

/** Creates a runner that records its calls, and a GitHub that gives the outcomes in order, then accepts everything. */
export function statusStage(outcomes: readonly Outcome[] = [], state: Readonly<Record<string, string>> = {}) {
  const log: string[] = []
  const warnings: string[] = []
  const saved: Record<string, string> = { ...state }
  const sent: (StatusEntry & Pick<Publication, 'run'> & { readonly atMs: number })[] = []
  const tokens: string[] = []
  const signals: AbortSignal[] = []
  const clock = fakeClock()
  const cancellation = new AbortController()
  const left = [...outcomes]

  const createStatus: CreateStatus = (status, { run, token }, signal) => {
    sent.push({ ...status, run, atMs: clock.now() })
    tokens.push(token)
    signals.push(signal)
    const outcome = left.shift() ?? 'taken'
    if (outcome === 'silence') return new Promise(() => undefined)
    return outcome === 'taken' ? Promise.resolve() : Promise.reject(outcome)
  }
  const runner: StatusContext['runner'] = {
    readInput: (name) => (name === 'github-token' ? 'ghs_of_the_test' : ''),
    readState: (name) => saved[name] ?? '',
    saveState: (name, value) => {
      saved[name] = value
    },
    info: (text) => void log.push(text),
    warning: (message, title) => void warnings.push(`${title}: ${message}`),
  }
  return { log, warnings, saved, sent, tokens, signals, clock, cancellation, createStatus, runner }
}

/** Returns the saved status of the post step. */
export function pendingIn(saved: Readonly<Record<string, string>>): unknown {
  const text = saved['commit-status'] ?? ''
  return text === '' ? undefined : (JSON.parse(text) as unknown)
}
