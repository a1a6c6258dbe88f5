import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { beforeAll, describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

import { DEMO_ACCESS_KEY } from '../../simulator/access/access-keys.mjs'
import { runAction } from '../../simulator/runner/run-action.mjs'
import { RUN_VARIABLES } from '../../simulator/runner/run-variables.mjs'
import { DEMO_KEYLESS } from '../../simulator/scenarios/demo-keyless.mjs'
import { scenarios } from '../../simulator/scenarios/scenarios.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'
import type { CommitStatus, Scenario, Simulator } from '../../simulator/types.d.ts'
import { usageLines } from '../../simulator/usage/usage-lines.mjs'
import { importMetadata, metadata } from '../support/bundle.ts'

type Step = {
  readonly uses: './' | './import'
  readonly with: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}
type Pasted = { readonly answers: readonly string[]; readonly curl: string; readonly ends: readonly string[] }

const root = join(import.meta.dirname, '../..')
const PROGRAMS = {
  './': join(root, metadata.runs.main),
  './import': join(root, 'import', importMetadata.runs.main),
}
const IMPORT = ['POST 200', 'GET 200']

/** Of each scenario, the answers to the curl commands and the ends of the steps, one for each way to sign in. */
const EXPECTED: Readonly<
  Record<string, { readonly answers: readonly string[]; readonly ends: readonly string[] }>
> = {
  successful: { answers: ['GET 200', ...IMPORT], ends: ['SUCCESSFUL'] },
  running: { answers: ['GET 200', ...IMPORT], ends: ['TIMED_OUT'] },
  'unknown-status': { answers: ['GET 200', ...IMPORT], ends: ['ERROR'] },
  'not-found': { answers: ['GET 400', ...IMPORT], ends: ['NOT_FOUND'] },
  'not-found-new': { answers: ['GET 400', ...IMPORT], ends: ['NOT_FOUND'] },
  'created-late': { answers: ['GET 400', ...IMPORT], ends: ['NOT_FOUND'] },
  throttled: { answers: ['GET 429', ...IMPORT], ends: ['SUCCESSFUL'] },
  signed: { answers: [], ends: ['SUCCESSFUL'] },
  keyless: { answers: ['GET 200', ...IMPORT], ends: ['SUCCESSFUL', 'SUCCESSFUL'] },
  members: { answers: ['GET 200', ...IMPORT], ends: ['SUCCESSFUL', 'ERROR'] },
  import: { answers: IMPORT, ends: ['SUCCESSFUL'] },
  deploy: { answers: [], ends: ['SUCCESSFUL', 'SUCCESSFUL'] },
  'commit-status': { answers: ['GET 200', ...IMPORT], ends: ['SUCCESSFUL'] },
  failed: { answers: ['GET 200', ...IMPORT], ends: ['FAILED'] },
  warning: { answers: ['GET 200', ...IMPORT], ends: ['WARNING'] },
  'warning-unconfirmed': { answers: ['GET 200', ...IMPORT], ends: ['WARNING'] },
  'successful-with-failed-subtask': { answers: ['GET 200', ...IMPORT], ends: ['FAILED'] },
  'successful-with-warning-subtask': { answers: ['GET 200', ...IMPORT], ends: ['WARNING'] },
  'three-tasks': { answers: [...Array<string>(3).fill('GET 200'), ...IMPORT], ends: ['FAILED'] },
  many: { answers: [...Array<string>(12).fill('GET 200'), ...IMPORT], ends: ['FAILED'] },
  'documented-1': { answers: ['GET 200', ...IMPORT], ends: ['SUCCESSFUL'] },
  'documented-1-as-printed': { answers: ['GET 200', ...IMPORT], ends: ['ERROR'] },
  'documented-2': { answers: ['GET 200', ...IMPORT], ends: ['FAILED'] },
  'documented-3': { answers: ['GET 200', ...IMPORT], ends: ['FAILED'] },
  'documented-4': { answers: ['GET 200', ...IMPORT], ends: ['SUCCESSFUL'] },
}
// Their steps would wait for the whole minute that is printed.
const ENDLESS = ['running', 'documented-1-as-printed']
const SIDE_BY_SIDE = 16
// Their answer never ends: they wait for the limit of curl.
const isHanging = (name: string): boolean => /-(?:stalled|drip)/.test(name)
const names = Object.keys(scenarios)
const faults = names.filter((name) => name.startsWith('fault-'))

async function withUsage<T>(
  scenario: Scenario,
  use: (text: string, simulator: Simulator) => Promise<T> | T,
): Promise<T> {
  const simulator = await startSimulator({ scenario })
  try {
    return await use(usageLines(simulator, scenario).join('\n'), simulator)
  } finally {
    await simulator.close()
  }
}

/** Returns what is printed for a scenario, without what is different at each start. */
function textOf(name: string, settings: Partial<Scenario> = {}): Promise<string> {
  const scenario: Scenario = { ...(scenarios[name] ?? { title: '', tasks: {} }), ...settings }
  return withUsage(scenario, (text, { url }) => text.replaceAll(url, '<url>'))
}

/** Pastes the indented lines that begin with one of these words into a shell. */
function paste(text: string, words: RegExp): Promise<string> {
  const lines = text.split('\n').filter((line) => line.startsWith('  ') && words.test(line.trim()))
  const shell = spawn('bash', ['-uc', lines.join('\n')], { cwd: root, env: { PATH: process.env.PATH } })
  let output = ''
  for (const stream of [shell.stdout, shell.stderr]) stream.on('data', (part) => (output += String(part)))
  return new Promise((resolve) =>
    shell.once('close', () => {
      resolve(output)
    }),
  )
}

/** Runs steps one after the other, as a job does, and returns the status of the last. */
async function runSteps(steps: readonly Step[], timeout: string | undefined): Promise<string> {
  let taskId = ''
  let status = 'no step'
  for (const { uses, with: given, env } of steps) {
    const inputs = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        value.replace('${{ steps.import.outputs.task-id }}', taskId),
      ]),
    )
    const result = await runAction({
      bundle: PROGRAMS[uses],
      inputs: uses === './' && timeout !== undefined ? { ...inputs, timeout } : inputs,
      env: { ...RUN_VARIABLES, ...env },
    })
    taskId = result.outputs['task-id'] ?? ''
    status = result.outputs.status ?? `exit code ${String(result.exitCode)}`
  }
  return status
}

function pasteScenario(name: string): Promise<Pasted> {
  const scenario = scenarios[name] ?? { title: '', tasks: {} }
  return withUsage(scenario, async (text, { requests }) => {
    // A busy machine may keep any other answer back for more than the printed 10 s.
    const patient = isHanging(name) ? text : text.replaceAll(' -m 10 ', ' -m 60 ')
    const curl = await paste(patient, /^(?:curl|id=)/)
    const answers = requests.map(
      ({ method, answer }) => `${method} ${answer?.replace(/^(\d{3}) .*/, '$1') ?? ''}`,
    )
    const ends: string[] = []
    if (!name.startsWith('fault-')) {
      const [, ...blocks] = text.split(/^ {2}# .*$/m)
      for (const block of blocks) {
        const [yaml = ''] = block.split('\n\n')
        ends.push(await runSteps(parse(yaml) as Step[], ENDLESS.includes(name) ? '2s' : undefined))
      }
    }
    return { answers, curl, ends }
  })
}

describe('usageLines', () => {
  const pasted = new Map<string, Pasted>()

  // Side by side, because each of them mostly waits; those that wait longest first.
  beforeAll(async () => {
    const left = names.toSorted((a, b) => Number(isHanging(b)) - Number(isHanging(a)))
    const work = async (): Promise<void> => {
      for (let name = left.shift(); name !== undefined; name = left.shift())
        pasted.set(name, await pasteScenario(name))
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
  })

  it('is tested for every scenario', () => {
    expect([...Object.keys(EXPECTED), ...faults].toSorted()).toEqual(names.toSorted())
  })

  it.each(Object.entries(EXPECTED))('prints for %s commands and steps that work', (name, expected) => {
    const { answers, curl, ends } = pasted.get(name) ?? { answers: [], curl: '', ends: [] }
    expect({ answers, ends }).toEqual(expected)
    expect(curl).not.toContain('curl:')
    if (answers.includes('POST 200')) expect(curl).toMatch(/"id":"\w+".*"status":"(?:RUNNING|SUCCESSFUL)"/)
  })

  it.each(faults)(
    'prints for %s commands that show the fault, and the steps of a running task',
    async (name) => {
      expect(await textOf(name)).toBe(await textOf('running'))
      const [, fault] = /^fault-(.*)-(?:once|forever)$/.exec(name) ?? []
      expect(pasted.get(name)?.answers).toEqual([`GET ${fault ?? ''}`, ...IMPORT])
    },
  )

  it('prints a command that publishes a commit status', async () => {
    const scenario = scenarios['commit-status'] ?? { title: '', tasks: {} }
    const statuses = await withUsage(scenario, async (text, simulator): Promise<readonly CommitStatus[]> => {
      await paste(text, /^env /)
      return simulator.statuses
    })
    expect(statuses.map(({ state, context }) => [state, context])).toEqual([
      ['pending', 'dlf'],
      ['success', 'dlf'],
    ])
  })

  it('prints a step that waits for each of many tasks, and one that overwrites what was imported before', async () => {
    const text = await textOf('many')
    const ids = [...new Set(Array.from(text.matchAll(/system-tasks\/(\w+)/g), ([, id]) => id))]
    expect(ids).toHaveLength(12)
    for (const id of ids) expect(text.slice(text.indexOf('task-id:'))).toContain(id)
    expect(await textOf('import')).toMatch(
      /path: obs:\/\/my-bucket\/jobs\.zip\n +same-name-policy: OVERWRITE/,
    )
  })

  it('quotes words for the shell', async () => {
    expect(await textOf('running', { project: 'p', token: 't', workspace: "w'" })).toContain(
      "curl -sS -m 10 -H 'X-Auth-Token: t' -H 'X-Project-Id: p' -H 'workspace: w'\\''' -i " +
        '<url>/v1/p/system-tasks/008aae2e675d3bcb01675d3c66f20000',
    )
  })

  it('says that no task exists, or none before an import', async () => {
    expect(await textOf('not-found')).toMatch(/^Task IDs: +none exists; for example, query 008aae/m)
    expect(await textOf('import')).toMatch(/^Task IDs: +none until a job is imported$/m)
  })

  it('names the access key, the bucket, the connections and the request for an ID token', async () => {
    const text = await textOf('deploy')
    expect(text).toContain(DEMO_ACCESS_KEY.secret)
    expect(text).toMatch(/^OBS: +bucket demo-bucket; .*: dli_sales, dws_reports$/m)
    expect(text).toMatch(/^ACTIONS_ID_TOKEN_REQUEST_URL='<url>\/_apis.*\n.*_TOKEN=an-invented.*$/m)
  })

  it("requests no ID token of the simulator if GitHub's own are trusted", async () => {
    const text = await textOf('keyless', { keyless: { ...DEMO_KEYLESS, trustedKeys: [] } })
    expect(text).toContain('oidc-provider: github')
    expect(text).not.toContain('ACTIONS_ID_TOKEN_REQUEST')
  })
})
