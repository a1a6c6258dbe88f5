import { DEMO_GITHUB } from '../../../simulator/scenarios/demo-github.mjs'
import type {
  ActionResult,
  FaultName,
  GitHub,
  Scenario,
  Simulator,
  Step,
} from '../../../simulator/types.d.ts'
import { type Bundle, type StartOptions, useBundle, withSimulator } from '../../support/bundle.ts'

/** The commit that the run belongs to. */
export const SHA = '0123456789abcdef0123456789abcdef01234567'
/** The head of a pull request. */
export const HEAD_SHA = 'f'.repeat(40)
/** The page of the run. */
export const RUN_URL = `https://github.com/${DEMO_GITHUB.repository}/actions/runs/42/attempts/3`
/** A token without the permission to write commit statuses. */
export const READ_ONLY = DEMO_GITHUB.readOnlyTokens[0] ?? ''

/** Creates a scenario that answers every task with these steps. */
export const story = (...steps: readonly Step[]): Scenario => ({
  title: 'made by a test',
  tasks: { '*': steps },
})
const running: Step = { body: { status: 'RUNNING' } }
/** A task that runs, then succeeds. */
export const successful = story(running, { body: { status: 'SUCCESSFUL' } })
/** An answer that stalls for a minute. */
export const silent = (fault: FaultName): Step => ({ fault, ms: 60_000 })

/** Returns the environment that a runner gives, with the simulator as GitHub's API. */
export function withStatus(
  { url }: Pick<Simulator, 'url'>,
  { inputs = {}, env = {}, ...rest }: StartOptions = {},
): StartOptions {
  return {
    inputs: { 'status-context': 'dlf / deployed', ...inputs },
    env: {
      GITHUB_API_URL: url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: DEMO_GITHUB.repository,
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '3',
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_SHA: SHA,
      ...env,
    },
    ...rest,
  }
}

/** Runs a test against a simulator that takes commit statuses as GitHub does. */
export function withGitHub(
  scenario: string | Scenario,
  test: (simulator: Simulator) => Promise<void>,
  github: Partial<GitHub> = {},
): Promise<void> {
  return withSimulator(scenario, test, { github: { ...DEMO_GITHUB, ...github } })
}

type State = Pick<ActionResult, 'state'>

/** The bundle with both steps of a job that publishes a commit status. */
export type StatusBundle = Bundle & {
  /** Starts the post step as the runner does after the job: with the inputs, and the state that the main step has saved. */
  readonly startPost: (
    simulator: Simulator,
    saved: State,
    options?: StartOptions,
  ) => ReturnType<Bundle['start']>
  readonly runPost: (simulator: Simulator, saved: State, options?: StartOptions) => Promise<ActionResult>
  /** Runs the main step and sends it a signal as soon as its first poll is in the log. */
  readonly runKilled: (
    simulator: Simulator,
    signal: NodeJS.Signals,
    options?: StartOptions,
  ) => Promise<ActionResult>
}

/** Puts the bundle where the tests of a file can start both of its steps. */
export function useStatusBundle(change?: (dist: string) => void): StatusBundle {
  const bundle = useBundle(change)
  const startPost: StatusBundle['startPost'] = (simulator, { state }, options = {}) => {
    const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
    const main = withStatus(simulator, options)
    return bundle.start(simulator, { ...main, entry: 'post', env: { ...saved, ...main.env } })
  }
  return {
    ...bundle,
    startPost,
    runPost: (...given) => startPost(...given).done,
    runKilled(simulator, signal, options) {
      const { kill, done } = bundle.start(
        simulator,
        withStatus(simulator, {
          ...options,
          onLine: (line) => {
            if (line.includes('RUNNING')) kill(signal)
          },
        }),
      )
      return done
    },
  }
}

/** Returns the annotations of a step that are warnings. */
export const warningsOf = ({ stdout }: ActionResult): readonly string[] =>
  stdout.split('\n').filter((line) => line.startsWith('::warning'))
/** Returns the states that were published, in order. */
export const statesOf = ({ statuses }: Simulator): readonly string[] => statuses.map(({ state }) => state)
/** Returns for each request whether it was about a commit status or a task, in order. */
export const requestKinds = ({ requests }: Simulator): readonly string[] =>
  requests.map(({ path }) => (path.includes('/statuses/') ? 'status' : 'task'))
