import type { JsonWebKey } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { faults } from './faults/faults.mjs'

/** Name of a fault that a step can show. */
export type FaultName = keyof typeof faults

/** What the service answers to some consecutive polls of one task, or requests of one kind. */
export type Step = {
  /** Number of polls that get this answer; 1 when neither this nor a time is given. */
  readonly polls?: number
  /** Milliseconds for which every poll gets this answer, counted from the end of the step before. */
  readonly ms?: number
  /** Epoch milliseconds until which every poll gets this answer, in place of `ms`. */
  readonly untilMs?: number
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

/** An access key that the gateway knows. */
export type AccessKey = {
  readonly id: string
  readonly secret: string
  /** A temporary key has one, and each request must carry it, signed or not. */
  readonly securityToken?: string
  /** Epoch milliseconds by the simulator's clock; a key without it lasts for ever. */
  readonly expiresAtMs?: number
}

/** GitHub's ID token service and STS: what the one says of the job, and whom the other trusts. */
export type Keyless = {
  /** Bearer that the ID token service wants (`ACTIONS_ID_TOKEN_REQUEST_TOKEN`). */
  readonly requestToken: string
  /** The only client id of the OIDC provider; the ID token service signs any audience that it is asked for. */
  readonly audience: string
  /** Claim `sub` of every ID token. */
  readonly subject: string
  /** The only subject that the agency trusts; `subject` when not given. */
  readonly trustedSubject?: string
  /** `owner/name`: the agency trusts every job of this repository, and looks at no subject. */
  readonly trustedRepository?: string
  /** What ID tokens may be signed with; the key of the simulator's own ID token service when not given. */
  readonly trustedKeys?: readonly IdTokenKey[]
  readonly providerUrn: string
  readonly agencyUrn: string
  /** `owner/name`, a claim of every ID token. */
  readonly repository?: string
  /** Milliseconds for which issued keys hold, whatever was asked for. */
  readonly keyLifeMs?: number
  /** Milliseconds for which an ID token holds; five minutes when not given, and none is good from the start with 0. */
  readonly idTokenLifeMs?: number
  /** What becomes of the first requests for an ID token; then all is normal. */
  readonly idTokenSteps?: readonly Step[]
  /** What becomes of the first requests to STS; then all is normal. */
  readonly stsSteps?: readonly Step[]
}

/** Public key of the ID token service. */
export type IdTokenKey = JsonWebKey & { readonly kid: string; readonly alg: 'RS256'; readonly use: 'sig' }

/** What the ID token service and STS have handed out: all of it secret. */
export type Issued =
  | {
      readonly kind: 'id-token'
      readonly value: string
      readonly audience: string
      readonly jti: string
      readonly atMs: number
    }
  | {
      readonly kind: 'access-key'
      readonly key: AccessKey
      readonly sessionName: string
      readonly durationSeconds: number
      readonly atMs: number
    }

/** An import that was obeyed, whether or not the client got the answer. */
export type Imported = {
  readonly taskId: string
  readonly body: Readonly<Record<string, unknown>>
  readonly atMs: number
}

/** A repository on GitHub, and who may write commit statuses in it. */
export type GitHub = {
  /** The token of a job with `statuses: write`. */
  readonly token: string
  /** Tokens of forks and the like: they may not write. */
  readonly readOnlyTokens?: readonly string[]
  /** `owner/name` of the only repository there is. */
  readonly repository: string
  /** The only commits there are, in lower case; any will do when not given. */
  readonly shas?: readonly string[]
  /** How many statuses one commit takes under one context; 1000 when not given, as GitHub documents it. */
  readonly statusesPerContext?: number
  /** What becomes of the first statuses; then all is normal. */
  readonly statusSteps?: readonly Step[]
}

/** A commit status that was created, whether or not the client got the answer. */
export type CommitStatus = {
  readonly repository: string
  readonly sha: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly context: string
  readonly description: string | undefined
  readonly targetUrl: string | undefined
  readonly atMs: number
}

/** Whom the service lets in, and how much of it; a scenario brings its own, and the caller may set others. */
export type Settings = {
  /** The only project that exists; any will do when not given. */
  readonly project?: string | undefined
  /** The only workspace that exists; any or none will do when not given. */
  readonly workspace?: string | undefined
  /** The only token that is accepted; any if not given, none if null. */
  readonly token?: string | null | undefined
  /** The keys that requests may be signed with; the key of the demo if not given. */
  readonly accessKeys?: readonly AccessKey[] | undefined
  /** Story of each task that an import starts; that of `successful` when not given. */
  readonly importedTask?: readonly Step[] | undefined
  /** `obs://bucket/key` of each file that can't be read. */
  readonly missingFiles?: readonly string[] | undefined
  /**
   * What becomes of the first imports that are let in; then all is normal. As in all such lists: a fault of the
   * connection loses the answer to a request that was obeyed, and a step with a status or a body of its own, or a fault
   * that is an answer, stands for a request that was not.
   */
  readonly importSteps?: readonly Step[] | undefined
  /** GitHub's ID token service and STS, whose keys are accepted besides `accessKeys`. */
  readonly keyless?: Keyless | undefined
  /** Where commit statuses are created; nowhere when not given. */
  readonly github?: GitHub | undefined
  /** Milliseconds by which the simulator's clock is ahead; negative where it is behind. */
  readonly clockOffsetMs?: number | undefined
  /** How many requests the user may send in any one second; as many as it likes when not given. */
  readonly requestsPerSecond?: number | undefined
  /** How many of them another client of the same user sends all the time. */
  readonly neighbourRequestsPerSecond?: number | undefined
}

/** How the service behaves: which project it has, whom it lets in, and what becomes of each task. */
export type Scenario = {
  readonly title: string
  /** Steps by task id; `*` stands for every id that is not listed. The last step lasts for ever. */
  readonly tasks: Readonly<Record<string, readonly Step[]>>
} & Settings

/** An error in the form that gateway and service share. */
export type ErrorAnswer = {
  readonly status: number
  readonly code: string
  readonly message: string
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
  /** The whole body as text; empty until it has arrived. */
  readonly body: string
  /** What it was answered with, in a few words; absent until the answer is chosen. */
  readonly answer?: string
  /** Epoch milliseconds by the simulator's clock. */
  readonly atMs: number
}

/** A request on its way to an answer. */
export type Visit = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Writes what the client reads. */
  readonly socket: Socket
  /** The TCP connection itself: under TLS not the same as `socket`, which can't be reset. */
  readonly connection: Socket
  /** The request's body as it came. */
  readonly body: Buffer
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

/** A visit together with what it is to be answered. */
export type Exchange = {
  readonly status: number
  /** The answer's body, or a SUCCESSFUL task: half of it must never look like a whole. */
  readonly body: string
} & Omit<Visit, 'body'>

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
  /** Private key and certificate in PEM: the service then speaks https alone. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Epoch milliseconds before `clockOffsetMs` is added; the default is the system's clock. */
  readonly now?: () => number
  /** Called when the answer to a request is chosen, with a few words on it. */
  readonly onAnswer?: (request: ReceivedRequest, answer: string) => void
} & Settings

export type Simulator = {
  /** Base URL without a slash at its end. */
  readonly url: string
  readonly port: number
  /** Grows with each request. */
  readonly requests: readonly ReceivedRequest[]
  /**
   * Epoch milliseconds by the simulator's clock at which the task reached its last step, or will reach it by time
   * alone; undefined while that depends on polls to come, and for a task that nobody asked for.
   */
  readonly endOf: (id: string) => number | undefined
  /** Value for `ACTIONS_ID_TOKEN_REQUEST_URL`; it answers where the scenario is keyless. */
  readonly idTokenUrl: string
  /** Present where the scenario is keyless. */
  readonly idTokenKey?: IdTokenKey
  /** Grows with each ID token and each access key that is handed out. */
  readonly issued: readonly Issued[]
  /** Grows with each import that is obeyed. */
  readonly imported: readonly Imported[]
  /** Grows with each commit status that is created. */
  readonly statuses: readonly CommitStatus[]
  /** Ends every connection and timer, stalled ones too. */
  readonly close: () => Promise<void>
}

/** What a workflow gives to a step so that it can sign in. */
export type SignIn = {
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/** A run of the demo, and how its step must end. */
export type Play = {
  readonly shows: string
  /** Name of a scenario. */
  readonly scenario: string
  readonly colour: 'green' | 'red'
  /** Value of the output `status`. */
  readonly status: string
  readonly signIn: (simulator: Simulator) => SignIn
  /** Inputs of the wait, in place of the usual ones. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Inputs of an import that runs first; the wait is then for its task. */
  readonly importInputs?: (simulator: Simulator) => Readonly<Record<string, string>>
  /** Milliseconds from the answer to the first poll to the cancellation of the wait. */
  readonly cancelAfterMs?: number
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

export type StartedAction = {
  readonly done: Promise<ActionResult>
  /** Sends the program a signal, each of them once, as a runner does that cancels a run. */
  readonly kill: (signal: NodeJS.Signals) => void
}

export type ActionResult = {
  /** null when a signal ended the process. */
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** Each line ends with `\n`, on Windows too. */
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown of the job summary; empty when none was written. */
  readonly summary: string
  readonly state: Readonly<Record<string, string>>
  readonly durationMs: number
  /** The same without the time for which program or observer waited for a processor: what a bound is compared with. */
  readonly ownMs: number
  /** Counted like `ownMs`, from the first signal that was sent; absent where none was. */
  readonly ownMsSinceSignal?: number
  /** Peak of resident memory, sampled, in KiB; on Linux only. */
  readonly maxRssKb?: number
}
