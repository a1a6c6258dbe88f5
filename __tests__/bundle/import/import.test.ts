import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { DEMO_ACCESS_KEY } from '../../../simulator/access/access-keys.mjs'
import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import { demos } from '../../../simulator/runner/demos.mjs'
import { startSimulator } from '../../../simulator/server/simulator.mjs'
import type { ActionResult, FaultName, Simulator, Step } from '../../../simulator/types.d.ts'
import {
  everythingWritten,
  failureOf,
  importMetadata,
  metadata,
  PROJECT,
  TOKEN,
  useBundle,
  useImport,
  withSimulator,
} from '../../support/bundle.ts'
import { canHandleSignals } from '../../support/platform.ts'
import { isCommand } from '../../support/output/runner-commands.ts'

const bundle = useBundle()
const companion = useImport()

const PATH = 'obs://my-bucket/jobs.zip'
const WORKSPACE = '0123456789abcdef0123456789abcdef'
const importedTask: readonly Step[] = [
  { body: { id: '<id>', status: 'RUNNING' } },
  { body: { id: '<id>', status: 'SUCCESSFUL' } },
]
const refusal = (status: number, code: string, message: string): Step => ({
  status,
  body: { error_code: code, error_msg: message, request_id: 'r-1' },
})

/** Runs the companion against a service that treats the first imports in its own way. */
async function importWith(
  importSteps: readonly Step[],
  inputs: Readonly<Record<string, string>> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<ActionResult & Pick<Simulator, 'imported' | 'requests'>> {
  return withSimulator(
    'import',
    async (simulator) => {
      const result = await companion.run(simulator, { inputs, env })
      return { ...result, imported: simulator.imported, requests: simulator.requests }
    },
    { importSteps, importedTask },
  )
}

describe('import, then wait', () => {
  it.each([
    ['a token', 'import'],
    ['an access key', 'signed'],
    ['a federated user', 'keyless'],
    ['a trust agency', 'agency'],
  ])('works with %s, and no secret is seen', async (_, name) => {
    const signIn = demos[name]?.signIn
    const test = async (simulator: Simulator): Promise<void> => {
      const { inputs, env = {} } = signIn?.(simulator) ?? { inputs: {} }
      const shared = { token: '', workspace: WORKSPACE, ...inputs }
      const imported = await companion.run(simulator, { inputs: shared, env })
      expect(imported).toMatchObject({ exitCode: 0, outputs: { 'task-id': simulator.imported[0]?.taskId } })
      const post = simulator.requests.find(({ path }) => path.endsWith('/jobs/import'))
      expect(post).toMatchObject({
        method: 'POST',
        path: `/v1/${PROJECT}/jobs/import`,
        headers: { 'content-type': 'application/json', 'x-project-id': PROJECT, workspace: WORKSPACE },
        body: JSON.stringify({ path: PATH, sameNamePolicy: 'OVERWRITE' }),
      })

      const taskId = imported.outputs['task-id'] ?? ''
      const waited = await bundle.run(simulator, { inputs: { ...shared, 'task-id': taskId }, env })
      expect(waited).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      expect(JSON.parse(waited.outputs.tasks ?? '')).toMatchObject([{ id: taskId }])
      expect(simulator.imported).toHaveLength(1)

      const issued = simulator.issued.flatMap((each) =>
        each.kind === 'access-key' ? [each.key.secret, each.key.securityToken ?? ''] : [each.value],
      )
      const written = everythingWritten(imported)
      for (const secret of [inputs.token, DEMO_ACCESS_KEY.secret, DEMO_KEYLESS.requestToken, ...issued]) {
        if (secret) expect(written).not.toContain(secret)
      }
    }
    await withSimulator(demos[name]?.scenario ?? name, test, { workspace: WORKSPACE, importedTask })
  })

  it('says what was imported, and needs no post step', async () => {
    const result = await importWith([], { 'target-status': 'SUBMITTED' })
    expect(result.outputs).toEqual({ 'task-id': result.imported[0]?.taskId, path: PATH })
    expect(result.state).toEqual({})
    for (const words of ['my-bucket/jobs.zip', 'OVERWRITE', 'SUBMITTED', result.outputs['task-id'] ?? '?']) {
      expect(result.summary.replaceAll('\u2060', '')).toContain(words)
    }
    expect(result.summary).not.toContain('stay unchanged')
  })

  it('says that SKIP changes no job that exists', async () => {
    const result = await importWith([], { 'same-name-policy': 'SKIP' })
    expect(result.exitCode).toBe(0)
    expect(result.summary).toContain('existing jobs stay unchanged')
  })
})

describe('the body', () => {
  it('has every field that is given, as the service documents them', async () => {
    const { exitCode, requests } = await importWith([], {
      path: ' obs://my-bucket/发布/jobs 1.zip\n',
      'same-name-policy': 'SKIP',
      'target-status': 'PRODUCTION',
      params: '{"day": "1", "constructor": "x"}',
      'jobs-param': '[{"name": "作业"}, {"name": "b", "params": {"c": ""}}]',
      approvers: '[{"approverName": "a"}, {"approverName": "b"}]',
      resources: '[{"name": "r", "type": "MRS_CLUSTER", "replace": "s"}]',
      'execute-user': 'ci',
    })
    expect(exitCode).toBe(0)
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      path: 'obs://my-bucket/发布/jobs 1.zip',
      sameNamePolicy: 'SKIP',
      targetStatus: 'PRODUCTION',
      params: { day: '1', constructor: 'x' },
      jobsParam: [{ name: '作业' }, { name: 'b', params: { c: '' } }],
      approvers: [{ approverName: 'a' }, { approverName: 'b' }],
      resources: [{ name: 'r', type: 'MRS_CLUSTER', replace: 's' }],
      executeUser: 'ci',
    })
  })

  it('is covered by the signature, with any letters', async () => {
    const inputs = { token: '', 'access-key-id': DEMO_ACCESS_KEY.id, params: '{"名": "值 ∕ 😀"}' }
    const test = async (simulator: Simulator): Promise<void> => {
      const secret = { 'secret-access-key': DEMO_ACCESS_KEY.secret }
      const result = await companion.run(simulator, { inputs: { ...inputs, ...secret } })
      // Refused for its date, then sent again by the clock of the service.
      expect(result).toMatchObject({ exitCode: 0 })
      expect(simulator.requests).toHaveLength(2)
      expect(simulator.imported).toMatchObject([{ body: { params: { 名: '值 ∕ 😀' } } }])
    }
    await withSimulator('signed', test, { importedTask, clockOffsetMs: 3_600_000 })
  })
})

describe('a refused import', () => {
  it.each([
    [refusal(400, 'DLF.0815', 'Fail to read OBS file.'), 'the file must exist'],
    [refusal(400, 'DLF.0803', 'The OBS path is invalid.'), 'at most 10 MB'],
    [refusal(400, 'DLF.1242', 'The OBS bucket does not exist.'), 'Check path'],
    [refusal(400, 'DLF.0819', 'Workspace does not exists'), 'Check workspace'],
    [refusal(400, 'DLF.20819', 'Workspace does not exists'), 'Check workspace'],
    [refusal(400, 'DLF.6888', 'invalid account permissions'), 'its role in the workspace'],
    [refusal(400, 'DLF.3051', 'The request parameter is invalid.'), 'the other inputs of the import'],
    [refusal(400, 'DLF.9999', 'something else'), 'Check path, workspace and project'],
    [refusal(200, 'DLF.9999', 'something else'), 'Check path, workspace, project and region'],
    [refusal(401, 'APIG.0301', 'Incorrect IAM authentication information'), 'Check the `token` input'],
    [refusal(401, 'APIG.0307', 'The token must be updated.'), 'may have expired (after 24 hours at most)'],
    [refusal(403, 'APIG.0302', 'The IAM user is not authorized'), 'its role in the workspace'],
    [refusal(404, 'APIG.0101', 'The API does not exist'), 'region or endpoint'],
    [{ fault: 'redirect-307' }, 'Check region or endpoint'],
  ] satisfies [Step, string][])('of %j says what to check, and is not repeated', async (step, words) => {
    const result = await importWith([step])
    expect(result).toMatchObject({ exitCode: 1, outputs: { 'task-id': '' } })
    expect(result.requests).toHaveLength(1)
    expect(result.imported).toHaveLength(0)
    expect(failureOf(result)).toMatch(/^::error title=DLF import not started::Nothing was imported: /)
    expect(failureOf(result)).toContain(words)
    expect(failureOf(result)).not.toContain('task-id')
    expect(result.summary).toContain('DLF import not started')
  })

  it('links to its section from annotation and summary', async () => {
    const env = { GITHUB_ACTION_REPOSITORY: 'octo-org/wait', GITHUB_ACTION_REF: 'v1' }
    const result = await importWith([refusal(400, 'DLF.0815', 'Fail to read OBS file.')], {}, env)
    const url = 'https://github.com/octo-org/wait/blob/v1/docs/troubleshooting.md#nothing-was-imported'
    expect(failureOf(result)).toMatch(new RegExp(` See ${url}$`))
    expect(result.summary).toContain(` See [Nothing was imported](<${url}>).`)
  })

  it('of a keyless sign-in names the setting', async () => {
    const test = async (simulator: Simulator): Promise<void> => {
      const { inputs, env = {} } = demos.agency?.signIn(simulator) ?? { inputs: {} }
      const other = { ...inputs, token: '', 'oidc-agency': 'iam::x:agency:y' }
      const result = await companion.run(simulator, { inputs: other, env })
      expect(result).toMatchObject({ exitCode: 1, outputs: { 'task-id': '' } })
      expect(failureOf(result)).toContain("'oidc-agency'")
      expect(simulator.requests.some(({ path }) => path.endsWith('/jobs/import'))).toBe(false)
    }
    await withSimulator('keyless', test)
  })

  it('starts no command, renders nothing, and quotes no token, with any text', async () => {
    const hostile = `<img src=x> ::stop-commands::x\n::add-mask::x ##[error]y @octocat ${TOKEN}`
    const result = await importWith([refusal(400, '::error::', hostile)])
    const commands = result.stdout.split('\n').filter(isCommand)
    expect(commands.map((line) => line.split(/[ :]+/)[1])).toEqual(['add-mask', 'error'])
    expect(result.summary).not.toMatch(/<img|@octocat|^::/m)
    expect(everythingWritten(result)).not.toContain(TOKEN)
  })
})

describe('an import that may have been started', () => {
  const sent: readonly FaultName[] = ['reset-before', 'reset-in-body', 'cut-content-length', 'cut-chunked']
  const answered: readonly FaultName[] = ['array-200', 'too-large']
  const unknown: readonly FaultName[] = ['http-408', 'http-500', 'http-502', 'http-503', 'html-200']
  // 15 s: as long as the action gives an attempt.
  it.concurrent('is red, too, if the answer takes too long', async () => {
    const result = await importWith([{ fault: 'stalled-body' }])
    expect(result).toMatchObject({ exitCode: 1, outputs: { 'task-id': '' } })
    expect(result.requests).toHaveLength(1)
    expect(failureOf(result)).toContain('within 15 seconds')
  })

  it.concurrent.each([
    ...[...sent, ...answered].map((fault) => [fault, 1] as const),
    ...unknown.map((fault) => [fault, 0] as const),
  ])('is red at once and is not repeated: %s', async (fault, imported) => {
    const result = await importWith([{ fault }])
    expect(result).toMatchObject({ exitCode: 1, outputs: { 'task-id': '' } })
    expect(result.requests).toHaveLength(1)
    expect(result.imported).toHaveLength(imported)
    expect(failureOf(result)).toContain('It is not known whether the import was started')
    expect(failureOf(result)).toContain('is not repeated')
    expect(failureOf(result)).toContain('system tasks under monitoring')
    expect(result.summary).toContain('DLF import may have started')
  })

  it.concurrent.each([
    { taskId: 'a/b' },
    { taskId: '::add-mask::x' },
    { taskId: 1 },
    { taskId: '' },
    {},
    [],
    null,
  ])('is red, too, if the answer is %j', async (body) => {
    const result = await importWith([{ status: 200, body: JSON.stringify(body) }])
    expect(result).toMatchObject({ exitCode: 1, outputs: { 'task-id': '' } })
    expect(result.requests).toHaveLength(1)
    expect(failureOf(result)).toContain('not the JSON that the service documents')
  })

  if (canHandleSignals) {
    it.each(['SIGINT', 'SIGTERM'] as const)(
      'is red on %s, too, and the step ends at once',
      async (signal) => {
        const test = async (simulator: Simulator): Promise<void> => {
          const { kill, done } = companion.start(simulator)
          while (simulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
          kill(signal)
          const result = await done
          expect(result.ownMsSinceSignal).toBeLessThan(2000)
          expect(result).toMatchObject({ exitCode: 1, outputs: { 'task-id': '' } })
          expect(failureOf(result)).toContain('It is not known whether the import was started')
        }
        await withSimulator('import', test, { importSteps: [{ fault: 'stalled-headers' }] })
      },
    )
  }
})

describe('an answer that names a task', () => {
  const id = '008aae2e675d3bcb01675d3c66f20009'
  const named = (status: number, headers = {}): Step => ({ status, headers, body: { taskId: id } })
  it.each([
    [named(429, { 'Retry-After': '1' })],
    [named(202)],
    [named(500)],
    [named(400)],
    [{ status: 200, body: { taskId: id, error_code: 'DLF.1' } }],
  ])('has started it, is not repeated, and gives the id with a warning: %j', async (step) => {
    const result = await importWith([step])
    expect(result).toMatchObject({ exitCode: 0, outputs: { 'task-id': id } })
    expect(result.requests).toHaveLength(1)
    expect(result.stdout).toMatch(
      new RegExp(`::warning title=DLF import started::The import was started as task ${id}`),
    )
    expect(result.summary).toContain('The request is not repeated')
  })
})

describe('an output that cannot be written', () => {
  it('makes the step red, and the message says how to wait for the task', async () => {
    const result = await withSimulator(
      'import',
      (simulator) => companion.run(simulator, { env: { GITHUB_OUTPUT: '/nowhere/output' } }),
      { importedTask },
    )
    expect(result.exitCode).toBe(1)
    const id = /Task (\w+) was started/.exec(result.stdout)?.[1] ?? '?'
    expect(failureOf(result)).toContain(`The import was started as task ${id}`)
    expect(failureOf(result)).toContain(`Do not import again: wait for the task with task-id: ${id}.`)
  })
})

describe('an import that was not accepted', () => {
  it.concurrent('is requested again after HTTP 429, no sooner than the service asks', async () => {
    const throttled = refusal(429, 'APIG.0308', 'The throttling threshold has been reached')
    const result = await importWith([{ ...throttled, headers: { 'Retry-After': '2' } }])
    expect(result).toMatchObject({ exitCode: 0, outputs: { 'task-id': result.imported[0]?.taskId } })
    const [first, second, ...more] = result.requests.map(({ atMs }) => atMs)
    expect(more).toEqual([])
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(1990)
  })

  it.concurrent('is requested again if the connection is not accepted', async () => {
    const { port, url, close } = await startSimulator({ scenario: 'import' })
    await close()
    const started: Promise<Simulator>[] = []
    const result = await companion.run(
      { url },
      {
        onLine: (line) => {
          if (!line.includes('ECONNREFUSED') || started.length > 0) return
          started.push(startSimulator({ scenario: 'import', port }))
        },
      },
    )
    const [simulator] = await Promise.all(started)
    expect(result).toMatchObject({ exitCode: 0, outputs: { 'task-id': simulator?.imported[0]?.taskId } })
    await simulator?.close()
  })

  if (canHandleSignals) {
    it('is not requested again if the run is cancelled', async () => {
      const { url, close } = await startSimulator({ scenario: 'import' })
      await close()
      const { kill, done } = companion.start(
        { url },
        {
          onLine: (line) => {
            if (line.includes('ECONNREFUSED')) kill('SIGTERM')
          },
        },
      )
      const result = await done
      expect(result).toMatchObject({ exitCode: 1, outputs: { 'task-id': '' } })
      expect(failureOf(result)).toContain('Nothing was imported: the run was cancelled')
    })
  }
})

describe('faulty inputs', () => {
  it('are all named together, with their place in JSON, and nothing is sent', async () => {
    const result = await importWith([], {
      path: 's3://bucket/jobs.zip',
      'same-name-policy': 'overwrite',
      'target-status': 'DONE',
      params: "{'a': 1}",
      'jobs-param': '[{"name": "a"}, {"name": 1}, {"params": {"k": true}}, {"name": "b", "parms": {}}]',
      approvers: '{"approverName": "a"}',
      resources: '[{"name": "r",\n  "type": "t",}]',
      'execute-user': 'a\nb',
      project: 'p p',
      token: 'not a token',
    })
    expect(result).toMatchObject({ exitCode: 1, requests: [], outputs: { 'task-id': '' } })
    const failure = failureOf(result)
    for (const words of [
      "Input 'path' must be a file in OBS",
      "Input 'same-name-policy' must be SKIP or OVERWRITE; got 'overwrite'",
      "Input 'target-status' must be SAVED or SUBMITTED or PRODUCTION; got 'DONE'",
      "Input 'params' is not valid: it is not valid JSON.",
      "Input 'jobs-param' is not valid at [1].name: ",
      "Input 'jobs-param' is not valid at [2].name: it is missing",
      "Input 'jobs-param' is not valid at [2].params.k: ",
      "Input 'jobs-param' is not valid at [3].parms: there is no such field; known are name, params",
      "Input 'approvers' is not valid: it must be a list",
      "Input 'resources' is not valid: it is not valid JSON.",
      "Input 'execute-user' must be one line",
      "Input 'project' must be",
      "Input 'token' must be",
    ]) {
      expect(failure).toContain(words)
    }
    expect(failure).not.toContain('not a token')
  })

  it('say why same-name-policy has no default', async () => {
    const result = await importWith([], { path: '', 'same-name-policy': ' ' })
    expect(result).toMatchObject({ exitCode: 1, requests: [], outputs: { 'task-id': '' } })
    expect(failureOf(result)).toContain("Input 'path' is empty")
    expect(failureOf(result)).toContain('an import can succeed without changing anything')
  })
})

describe('import/', () => {
  it('adds a launcher of two statements', () => {
    const launcher = readFileSync(join(import.meta.dirname, '../../../import/index.mjs'), 'utf8')
    const statements = launcher.split('\n').filter((line) => line !== '' && !line.startsWith('//'))
    expect(statements).toEqual(["process.argv[2] = 'import'", "await import('../dist/index.js')"])
  })

  it('asks for the connection in the words of the main action', () => {
    const shared = Object.keys(importMetadata.inputs).filter((name) => name in metadata.inputs)
    expect(shared).toHaveLength(13)
    for (const name of shared) expect(importMetadata.inputs[name]).toEqual(metadata.inputs[name])
  })
})
