import type { JsonWebKey } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { faults } from './faults/faults.mjs'

/** Name of a fault that a step can show. */
export type FaultName = keyof typeof faults

/** The answer to some consecutive polls of one task, or to requests of one kind. */
export type Step = {
  /** Number of polls that get this answer; 1 if neither this nor a time is given. */
  readonly polls?: number
  /** Milliseconds for which every poll gets this answer, counted from the end of the step before. */
  readonly ms?: number
  /** Epoch milliseconds until which every poll gets this answer, in place of `ms`. */
  readonly untilMs?: number
  /** HTTP status; 200 if not given. */
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
  /** Epoch milliseconds by the simulator's clock; a key without it does not expire. */
  readonly expiresAtMs?: number
  /** The user group or agency that a temporary key acts for. */
  readonly principal?: string
}

/** A conversion rule of an identity provider, in IAM's own form: which claims get which user and group. */
export type ConversionRule = {
  readonly local: readonly {
    readonly user?: { readonly name: string }
    readonly group?: { readonly name: string }
  }[]
  readonly remote: readonly {
    /** Name of a claim. */
    readonly type: string
    readonly any_one_of?: readonly string[]
    readonly not_any_of?: readonly string[]
  }[]
}

/** GitHub's ID token service, IAM and STS: the claims of the job, and which of them are trusted. */
export type Keyless = {
  /** Bearer token of the ID token service (`ACTIONS_ID_TOKEN_REQUEST_TOKEN`). */
  readonly requestToken: string
  /** The only client ID of the OIDC provider; the ID token service signs any audience. */
  readonly audience: string
  /** Claim `sub` of every ID token. */
  readonly subject: string
  /** The only subject that the agency trusts; `subject` if not given. */
  readonly trustedSubject?: string
  /** `owner/name`: the agency trusts every job of this repository, without a condition on the subject. */
  readonly trustedRepository?: string
  /** Keys that may sign ID tokens; the key of the simulator's own ID token service if not given. */
  readonly trustedKeys?: readonly IdTokenKey[]
  /** Name of the identity provider in IAM, which gives a federated user the group of its first rule that fits. */
  readonly provider: string
  readonly rules: readonly ConversionRule[]
  /** URN of the identity provider that the agency trusts. */
  readonly providerUrn: string
  readonly agencyUrn: string
  /** `owner/name`, a claim of every ID token. */
  readonly repository?: string
  /** Milliseconds for which issued keys are valid; as requested if not given. */
  readonly keyLifeMs?: number
  /** Milliseconds for which an ID token is valid; five minutes if not given. With 0 it is never valid. */
  readonly idTokenLifeMs?: number
  /** Answers to the first requests for an ID token; the others are normal. */
  readonly idTokenSteps?: readonly Step[]
  /** Answers to the first requests to STS; the others are normal. */
  readonly stsSteps?: readonly Step[]
  /** Milliseconds for which an unscoped token is valid; a day if not given. */
  readonly unscopedTokenLifeMs?: number
  /** Answers to the first requests to IAM for an unscoped token; the others are normal. */
  readonly unscopedTokenSteps?: readonly Step[]
  /** Answers to the first requests to IAM for a key; the others are normal. */
  readonly userKeySteps?: readonly Step[]
}

/** Public key of the ID token service. */
export type IdTokenKey = JsonWebKey & { readonly kid: string; readonly alg: 'RS256'; readonly use: 'sig' }

/** A secret that the ID token service, IAM or STS has issued. */
export type Issued =
  | {
      readonly kind: 'id-token'
      readonly value: string
      readonly audience: string
      readonly jti: string
      readonly atMs: number
    }
  | { readonly kind: 'unscoped-token'; readonly value: string; readonly atMs: number }
  | {
      readonly kind: 'access-key'
      readonly key: AccessKey
      /** Absent for a federated user. */
      readonly sessionName?: string
      readonly durationSeconds: number
      readonly atMs: number
    }

/** OBS: its bucket, who may write there, and the connections of the workspace. */
export type Obs = {
  /** The only bucket of this region. */
  readonly bucket: string
  /** A bucket that is in another region. */
  readonly bucketElsewhere?: string
  /** How the key of an object must begin to be written; all keys may be written if not given. */
  readonly writablePrefix?: string
  /** Connections that exist: an imported job that names another one fails. */
  readonly connections: readonly string[]
  /** Answers to the first uploads; the others are normal. */
  readonly uploadSteps?: readonly Step[]
}

/** An import that was carried out, even if the client did not get the answer. */
export type Imported = {
  readonly taskId: string
  readonly body: Readonly<Record<string, unknown>>
  readonly atMs: number
}

/** A repository on GitHub, and the tokens that may write commit statuses in it. */
export type GitHub = {
  /** The token of a job with `statuses: write`. */
  readonly token: string
  /** Tokens, such as those of forks, that may not write. */
  readonly readOnlyTokens?: readonly string[]
  /** `owner/name` of the only repository. */
  readonly repository: string
  /** The only commits, in lower case; any if not given. */
  readonly shas?: readonly string[]
  /** Statuses that one commit may have under one context; 1000 if not given, as documented by GitHub. */
  readonly statusesPerContext?: number
  /** Answers to the first statuses; the others are normal. */
  readonly statusSteps?: readonly Step[]
}

/** A commit status that was created, even if the client did not get the answer. */
export type CommitStatus = {
  readonly repository: string
  readonly sha: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly context: string
  readonly description: string | undefined
  readonly targetUrl: string | undefined
  readonly atMs: number
}

/** Accounts, credentials and limits of the service: those of the scenario, or set by the caller. */
export type Settings = {
  /** The only project that exists; any if not given. */
  readonly project?: string | undefined
  /** The only workspace that exists; any or none if not given. */
  readonly workspace?: string | undefined
  /** The only token that is accepted; any if not given, none if null. */
  readonly token?: string | null | undefined
  /** The keys that requests may be signed with; the key of the demo if not given. */
  readonly accessKeys?: readonly AccessKey[] | undefined
  /** Steps of each task that an import starts; those of `successful` if not given. */
  readonly importedTask?: readonly Step[] | undefined
  /** `obs://bucket/key` of each file that cannot be read. */
  readonly missingFiles?: readonly string[] | undefined
  /**
   * Answers to the first imports that are admitted; the others are normal. A fault of the connection loses the answer to
   * an import that was carried out; a step with a status or a body, or a fault that is an answer, stands for one that was not.
   */
  readonly importSteps?: readonly Step[] | undefined
  /** GitHub's ID token service and STS, whose keys are accepted besides `accessKeys`. */
  readonly keyless?: Keyless | undefined
  /** User groups that are members of the workspace: the key of another group, or of an agency, is refused. Any if not given. */
  readonly members?: readonly string[] | undefined
  /** Where imports read their files; there is no OBS if not given, and every file exists except `missingFiles`. */
  readonly obs?: Obs | undefined
  /** The repository for commit statuses; there is no such service if not given. */
  readonly github?: GitHub | undefined
  /** Milliseconds by which the simulator's clock is ahead; negative if it is behind. */
  readonly clockOffsetMs?: number | undefined
  /** Requests that the user may send in any one second; no limit if not given. */
  readonly requestsPerSecond?: number | undefined
  /** Requests a second that another client of the same user sends. */
  readonly neighbourRequestsPerSecond?: number | undefined
}

/** How the service behaves: its account, its credentials, and the steps of each task. */
export type Scenario = {
  readonly title: string
  /** Steps by task ID; `*` stands for every ID that is not listed. The last step has no end. */
  readonly tasks: Readonly<Record<string, readonly Step[]>>
} & Settings

/** An error in the form that gateway and service share. */
export type ErrorAnswer = {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** Timers that end with the simulator. */
export type Timers = {
  readonly later: (ms: number, run: () => void) => void
  /** Returns the function that ends the repetition. */
  readonly every: (ms: number, run: () => void) => () => void
  readonly clear: () => void
}

/** A request as it was received. */
export type ReceivedRequest = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly rawHeaders: readonly string[]
  /** The whole body as text; empty until it has arrived. */
  readonly body: string
  /** The answer in a few words; absent until it is chosen. */
  readonly answer?: string
  /** Epoch milliseconds by the simulator's clock. */
  readonly atMs: number
}

/** A request on its way to an answer. */
export type Visit = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Writes to the client. */
  readonly socket: Socket
  /** The TCP connection; with TLS it is not `socket`, which cannot be reset. */
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
  /** Reports the answer in a few words. */
  readonly tell: (answer: string) => void
}

/** A visit together with its answer. */
export type Exchange = {
  readonly status: number
  /** The body of the answer, or a SUCCESSFUL task: a part of it must not pass as complete. */
  readonly body: string
} & Omit<Visit, 'body'>

/** An answer that is ready to be sent. */
export type Reply = {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  /** A few words on the answer, for the log; the status if not given. */
  readonly words?: string
}

/** The access keys that are accepted, including issued ones. */
export type KeyRing = {
  readonly find: (id: string) => AccessKey | undefined
  readonly add: (key: AccessKey) => void
}

/** Returns the refusal of a request, or undefined if it may go on. */
export type Check = (visit: Visit) => ErrorAnswer | undefined

/** One subtask of an invented task. */
export type InventedSubtask = {
  readonly status: string
  /** Milliseconds from the first request for the task. */
  readonly lastUpdate?: number
  readonly message?: string
}

/** An invented task; times are milliseconds from the first request for it. */
export type InventedTask = {
  readonly status: string
  /** 0 if not given. */
  readonly startTime?: number
  /** The end, or the start, if not given. */
  readonly lastUpdate?: number
  /** Absent for a task that has not ended. */
  readonly endTime?: number
  readonly message?: string
  readonly subtasks?: readonly InventedSubtask[]
}

/** Shows one fault of the network or the service. */
export type Fault = (exchange: Exchange) => void | Promise<void>

/** The first route that matches answers; it gets the parameters that `matches` returned. */
export type Route = readonly [
  matches: (method: string, path: string) => Readonly<Record<string, string>> | undefined,
  answer: (visit: Visit) => void,
]

export type SimulatorOptions = {
  /** Name of a scenario, or a scenario. */
  readonly scenario: string | Scenario
  /** 0, the default, selects a free port. */
  readonly port?: number
  /** Private key and certificate in PEM: the service then has https only. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Epoch milliseconds before `clockOffsetMs` is added; the default is the system's clock. */
  readonly now?: () => number
  /** Called with the answer in a few words when it is chosen. */
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
   * only; undefined while that depends on later polls, and for a task that was never queried.
   */
  readonly endOf: (id: string) => number | undefined
  /** Value for `ACTIONS_ID_TOKEN_REQUEST_URL`; it answers if the scenario is keyless. */
  readonly idTokenUrl: string
  /** Present if the scenario is keyless. */
  readonly idTokenKey?: IdTokenKey
  /** Grows with each ID token and access key that is issued. */
  readonly issued: readonly Issued[]
  /** Grows with each import that is carried out. */
  readonly imported: readonly Imported[]
  /** Every object in OBS by `obs://bucket/key`. */
  readonly objects: ReadonlyMap<string, Buffer>
  /** Grows with each commit status that is created. */
  readonly statuses: readonly CommitStatus[]
  /** Ends every connection and timer. */
  readonly close: () => Promise<void>
}

/** Inputs and environment with which a step signs in. */
export type SignIn = {
  readonly inputs: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/** A run of the action that the demo shows, and how its step is expected to end. */
export type Demo = {
  readonly shows: string
  /** Name of the simulator's scenario. */
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
  /** Kills the action (SIGKILL) when aborted, as a guard against a hang. */
  readonly signal?: AbortSignal
}

export type StartedAction = {
  readonly done: Promise<ActionResult>
  /** Sends the program a signal, each of them once, as a runner does that cancels a run. */
  readonly kill: (signal: NodeJS.Signals) => void
  /** Stops reading the log, so that the program writes into a closed pipe. */
  readonly closeLog: () => void
}

export type ActionResult = {
  /** null when a signal ended the process. */
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** Each line ends with `\n`, on Windows too. */
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown of the job summary; empty if none was written. */
  readonly summary: string
  readonly state: Readonly<Record<string, string>>
  readonly durationMs: number
  /** The same, without the time that either process waited for a processor. Compare limits with this. */
  readonly ownMs: number
  /** Counted like `ownMs`, from the first signal that was sent; absent if none was sent. */
  readonly ownMsSinceSignal?: number
  /** Peak of resident memory, sampled, in KiB; on Linux only. */
  readonly maxRssKb?: number
}
