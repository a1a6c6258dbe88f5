import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { faults } from './faults.mjs'

/** Name of a fault that a step can show. */
export type FaultName = keyof typeof faults

/** What the service answers to some consecutive polls of one task. */
export type Step = {
  /** Number of polls that get this answer; 1 when neither this nor `ms` is given. */
  readonly polls?: number
  /** Milliseconds for which every poll gets this answer, counted from the end of the step before. */
  readonly ms?: number
  /** HTTP status; 200 when not given. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON with `<id>` and `<request-id>` filled in; a string is sent as it is. */
  readonly body?: unknown
  /** Milliseconds that pass before the answer begins. */
  readonly delayMs?: number
  readonly fault?: FaultName
  /** Times in the body are milliseconds from the first request for the task, not from 1970. */
  readonly relativeTimes?: boolean
}

/** How the service behaves: which project it has, whom it lets in, and what becomes of each task. */
export type Scenario = {
  readonly title: string
  /** Steps by task id; `*` stands for every id that is not listed. The last step lasts for ever. */
  readonly tasks: Readonly<Record<string, readonly Step[]>>
  /** The only project that exists; any will do when not given. */
  readonly project?: string | undefined
  /** The only workspace that exists; any or none will do when not given. */
  readonly workspace?: string | undefined
  /** The only token that is accepted; any will do when not given. */
  readonly token?: string | undefined
}

/** Timers that all end with the simulator. */
export type Timers = {
  readonly later: (ms: number, run: () => void) => void
  /** Returns the function that ends the repetition. */
  readonly every: (ms: number, run: () => void) => () => void
  readonly clear: () => void
}

/** One request as it was received. */
export type ReceivedRequest = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
  /** Epoch milliseconds by the simulator's clock. */
  readonly atMs: number
}

/** A request on its way to an answer. */
export type Visit = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly socket: Socket
  /** Named parts of the path, as the route found them. */
  readonly parameters: Readonly<Record<string, string>>
  /** Headers of every answer, names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly requestId: string
  readonly timers: Timers
  readonly now: () => number
  /** Reports what the request was answered with. */
  readonly tell: (answer: string) => void
}

/** A visit together with what the step says. */
export type Exchange = {
  readonly status: number
  /** The step's body, or a SUCCESSFUL task: half of it must never look like a whole. */
  readonly body: string
} & Visit

/** Shows one way in which network or service misbehave. */
export type Fault = (exchange: Exchange) => void | Promise<void>

/** The first route that matches answers; it gets the parameters that `matches` returned. */
export type Route = readonly [
  matches: (method: string, path: string) => Readonly<Record<string, string>> | undefined,
  answer: (visit: Visit) => void,
]

export type SimulatorOptions = {
  /** Name of a scenario, or one made by the caller. */
  readonly scenario: string | Scenario
  /** 0, the default, takes a free one. */
  readonly port?: number
  readonly project?: string | undefined
  readonly workspace?: string | undefined
  readonly token?: string | undefined
  /** Epoch milliseconds; the default is the system's clock. */
  readonly now?: () => number
  /** Called when the answer to a request is chosen, with a few words on it. */
  readonly onAnswer?: (request: ReceivedRequest, answer: string) => void
}

export type Simulator = {
  /** Base URL without a slash at its end. */
  readonly url: string
  readonly port: number
  /** Grows with each request. */
  readonly requests: readonly ReceivedRequest[]
  /** Ends every connection and timer, stalled ones too. */
  readonly close: () => Promise<void>
}

export type ActionOptions = {
  /** Inputs by the names of action.yml. */
  readonly inputs: Readonly<Record<string, string>>
  /** Added to the environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Node program that runs the bundle. */
  readonly node?: string
  /** Path of the bundle's entry file. */
  readonly bundle: string
  /** Called with each line of stdout and stderr, without its end. */
  readonly onLine?: (line: string) => void
  /** Kills the action (SIGKILL) when aborted: a guard against one that hangs. */
  readonly signal?: AbortSignal
}

export type ActionResult = {
  /** null when a signal ended the process. */
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown of the job summary; empty when none was written. */
  readonly summary: string
  readonly state: Readonly<Record<string, string>>
  readonly durationMs: number
  /** Peak of resident memory, sampled, in KiB; on Linux only. */
  readonly maxRssKb?: number
}
