import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core'
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js'
import { describe, expect, it } from '@jest/globals'

import { DEMO_ACCESS_KEY } from '../../../simulator/access/access-keys.mjs'
import { startSimulator } from '../../../simulator/server/simulator.mjs'
import type { Settings, Simulator } from '../../../simulator/types.d.ts'
import { signedHeaders } from '../access/signed-headers.ts'

const PROJECT = 'b384b9e9ab9b4ee8994c8633aabc9505'
const HEADERS = { 'X-Project-Id': PROJECT, 'X-Auth-Token': 't', 'Content-Type': 'application/json' }
const PATH = 'obs://aaaaa/traffic.zip'
const WHOLE = {
  path: PATH,
  params: { a: 'b' },
  sameNamePolicy: 'OVERWRITE',
  jobsParam: [{ name: 'job_batch', params: { c: 'd' } }],
  executeUser: 'ci',
  targetStatus: 'SUBMITTED',
  approvers: [{ approverName: 'someone' }],
  resources: [{ name: 'r', type: 'MRS_CLUSTER', replace: 's' }],
}

type Clock = { atMs: number }

async function withImport(
  test: (simulator: Simulator, clock: Clock) => Promise<void>,
  settings: Settings = {},
): Promise<void> {
  const clock = { atMs: 1_000 }
  const simulator = await startSimulator({ scenario: 'import', now: () => clock.atMs, ...settings })
  try {
    await test(simulator, clock)
  } finally {
    await simulator.close()
  }
}

async function importJobs({ url }: Simulator, body: unknown, headers: Record<string, string> = HEADERS) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await fetch(`${url}/v1/${PROJECT}/jobs/import`, { method: 'POST', headers, body: text })
  const content = (await answer.json()) as { taskId?: string; error_code?: string; error_msg?: string }
  return { status: answer.status, ...content }
}

async function askTask({ url }: Simulator, id: string | undefined) {
  const answer = await fetch(`${url}/v1/${PROJECT}/system-tasks/${id ?? ''}`, { headers: HEADERS })
  return (await answer.json()) as Record<string, unknown>
}

describe('POST jobs/import', () => {
  it('starts a task that runs from then on, and has no other task', async () => {
    await withImport(async (simulator, clock) => {
      const { status, taskId } = await importJobs(simulator, WHOLE)
      expect(status).toBe(200)
      clock.atMs += 1_000
      expect(await askTask(simulator, taskId)).toMatchObject({
        id: taskId,
        status: 'RUNNING',
        startTime: 1_000,
      })
      clock.atMs += 3_500
      expect(await askTask(simulator, taskId)).toMatchObject({ status: 'SUCCESSFUL', endTime: 5_500 })
      expect(await askTask(simulator, 'other')).toMatchObject({ error_code: 'DLF.0810' })
    })
  })

  it('records every body, and starts a task for each import', async () => {
    await withImport(async (simulator) => {
      const ids = [await importJobs(simulator, WHOLE), await importJobs(simulator, { path: PATH })]
      expect(new Set(ids.map(({ taskId }) => taskId)).size).toBe(2)
      expect(simulator.imported[0]).toEqual({ taskId: ids[0]?.taskId, body: WHOLE, atMs: 1_000 })
      expect(simulator.requests.map(({ body }) => body)).toEqual([
        JSON.stringify(WHOLE),
        JSON.stringify({ path: PATH }),
      ])
    })
  })

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['a list', []],
    ['no path', {}],
    ['a path without a key', { path: 'obs://bucket' }],
    ['a path of another service', { path: 's3://bucket/key' }],
    ['an unknown policy', { path: PATH, sameNamePolicy: 'REPLACE' }],
    ['an unknown target status', { path: PATH, targetStatus: 'DONE' }],
    ['a list for params', { path: PATH, params: [] }],
    ['a job without a name', { path: PATH, jobsParam: [{ params: {} }] }],
    ['an approver with another field', { path: PATH, approvers: [{ approverName: 'a', name: 'b' }] }],
    ['a resource without a name', { path: PATH, resources: [{ type: 'jar' }] }],
    ['a misspelt field', { path: PATH, samenamepolicy: 'SKIP' }],
  ])('refuses %s', async (_, body) => {
    await withImport(async (simulator) => {
      expect(await importJobs(simulator, body)).toMatchObject({ status: 400, error_code: 'DLF.3051' })
      expect(simulator.imported).toHaveLength(0)
    })
  })

  it('requires a content type of JSON, and a credential', async () => {
    await withImport(async (simulator) => {
      const { 'Content-Type': _, ...undeclared } = HEADERS
      expect(await importJobs(simulator, WHOLE, undeclared)).toMatchObject({ error_code: 'DLF.3051' })
      const { 'X-Auth-Token': __, ...nobody } = HEADERS
      expect(await importJobs(simulator, WHOLE, nobody)).toMatchObject({ status: 401 })
    })
  })

  it('refuses a file that cannot be read', async () => {
    const test = async (simulator: Simulator) => {
      expect(await importJobs(simulator, WHOLE)).toMatchObject({
        status: 400,
        error_code: 'DLF.0815',
        error_msg: 'Fail to read OBS file.',
      })
    }
    await withImport(test, { missingFiles: [PATH] })
  })

  it('verifies the body of a signed request', async () => {
    const test = async (simulator: Simulator, { atMs }: Clock) => {
      const url = `${simulator.url}/v1/${PROJECT}/jobs/import`
      const body = JSON.stringify({ path: PATH })
      const { 'X-Auth-Token': _, ...headers } = HEADERS
      const signed = signedHeaders(url, DEMO_ACCESS_KEY, { method: 'POST', headers, body, atMs })
      expect(await importJobs(simulator, body, signed)).toMatchObject({ status: 200 })
      expect(await importJobs(simulator, body.replace('traffic', 'other'), signed)).toMatchObject({
        status: 401,
      })
    }
    await withImport(test, { accessKeys: [DEMO_ACCESS_KEY] })
  })

  it('accepts a request signed by the official SDK', async () => {
    const test = async (simulator: Simulator) => {
      const { 'X-Auth-Token': _, ...headers } = HEADERS
      const endpoint = `${simulator.url}/v1/${PROJECT}/jobs/import`
      const request = { endpoint, method: 'POST', headers, data: WHOLE }
      const { id, secret } = DEMO_ACCESS_KEY
      const credential = new BasicCredentials().withAk(id).withSk(secret)
      const signed = AKSKSigner.sign(request, credential)
      expect(await importJobs(simulator, WHOLE, signed)).toMatchObject({ status: 200 })
    }
    const scenario: Settings = { accessKeys: [DEMO_ACCESS_KEY], clockOffsetMs: Date.now() }
    await withImport(test, scenario)
  })

  it('can lose the answer to an import, or refuse an import, as a step says', async () => {
    const test = async (simulator: Simulator) => {
      await expect(importJobs(simulator, WHOLE)).rejects.toThrow()
      expect(simulator.imported).toHaveLength(1)
      expect(simulator.requests[0]?.body).toBe(JSON.stringify(WHOLE))
      expect(await importJobs(simulator, WHOLE)).toMatchObject({ status: 400, error_code: 'DLF.0803' })
      expect(simulator.imported).toHaveLength(1)
      expect(await importJobs(simulator, WHOLE)).toMatchObject({ status: 200 })
    }
    const refusal = { error_code: 'DLF.0803', error_msg: 'The job is running' }
    await withImport(test, { importSteps: [{ fault: 'reset-before' }, { status: 400, body: refusal }] })
  })

  it('plays the given steps', async () => {
    const test = async (simulator: Simulator) => {
      const { taskId } = await importJobs(simulator, WHOLE)
      expect(await askTask(simulator, taskId)).toEqual({ id: taskId, status: 'FAILED' })
    }
    await withImport(test, { importedTask: [{ body: { id: '<id>', status: 'FAILED' } }] })
  })
})
