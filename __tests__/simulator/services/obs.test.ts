import { createHash } from 'node:crypto'

import { describe, expect, it } from '@jest/globals'

import { DEMO_ACCESS_KEY } from '../../../simulator/access/access-keys.mjs'
import { startSimulator } from '../../../simulator/server/simulator.mjs'
import { DEMO_OBS } from '../../../simulator/services/obs/demo-obs.mjs'
import type { AccessKey, Settings, Simulator } from '../../../simulator/types.d.ts'
import { rawZip } from '../../support/data/zips.ts'
import { officialRequest } from '../../support/official/official-obs.ts'

const NOW_MS = Date.UTC(2026, 0, 15, 3, 4, 5)
const BODY = 'PK'
const TEMPORARY: AccessKey = {
  id: 'TEMPORARY',
  secret: 'secret',
  securityToken: 'token',
  expiresAtMs: NOW_MS + 1000,
}
const PROJECT = 'b384b9e9ab9b4ee8994c8633aabc9505'

type Changes = {
  readonly method?: string
  readonly bucket?: string
  readonly key?: string
  readonly by?: AccessKey
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

async function withObs(
  test: (simulator: Simulator, clock: { atMs: number }) => Promise<void>,
  settings: Settings = {},
): Promise<void> {
  const clock = { atMs: NOW_MS }
  const accessKeys = [DEMO_ACCESS_KEY, TEMPORARY]
  const simulator = await startSimulator({
    scenario: 'deploy',
    now: () => clock.atMs,
    accessKeys,
    ...settings,
  })
  try {
    await test(simulator, clock)
  } finally {
    await simulator.close()
  }
}

/** Sends a request for an object, signed by the SDK of OBS. */
async function send({ url }: Simulator, changes: Changes = {}) {
  const { method = 'PUT', bucket = DEMO_OBS.bucket, key = "dlf/a b(1)!'.zip" } = changes
  const by: AccessKey = changes.by ?? DEMO_ACCESS_KEY
  const body = changes.body ?? BODY
  const signed = {
    date: new Date(NOW_MS).toUTCString(),
    ...(method === 'PUT' && {
      'content-type': 'application/zip',
      'content-md5': createHash('md5').update(body).digest('base64'),
    }),
    ...(by.securityToken !== undefined && { 'x-obs-security-token': by.securityToken }),
    ...changes.headers,
  }
  const { authorization, uri } = officialRequest({ bucket, key, method }, signed, by)
  const answer = await fetch(url + uri, {
    method,
    headers: { authorization, ...signed, ...changes.headers },
    redirect: 'manual',
    ...(method === 'PUT' && { body: Buffer.from(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, code: /<Code>(.*)<\/Code>/.exec(text)?.[1] }
}

describe('PUT and GET of an object', () => {
  it.each([DEMO_ACCESS_KEY, TEMPORARY])(
    'stores and returns a body that the SDK of OBS has signed',
    async (by) => {
      await withObs(async (simulator) => {
        const { status, headers } = await send(simulator, { by })
        expect([status, headers.get('etag')]).toEqual([200, '"d71bdd22c8bb93b8d287dce6f46aed25"'])
        expect([...simulator.objects.keys()]).toEqual([`obs://${DEMO_OBS.bucket}/dlf/a b(1)!'.zip`])
        expect(await send(simulator, { by, method: 'GET' })).toMatchObject({ status: 200, text: BODY })
      })
    },
  )

  it.each<[string, Changes, number, string]>([
    ['another secret', { by: { ...DEMO_ACCESS_KEY, secret: 'x' } }, 403, 'SignatureDoesNotMatch'],
    ['an unknown key', { by: { id: 'X', secret: 'x' } }, 403, 'InvalidAccessKeyId'],
    ['no token of its own', { by: { id: TEMPORARY.id, secret: 'secret' } }, 403, 'InvalidAccessKeyId'],
    [
      'a clock that is 16 minutes off',
      { headers: { date: new Date(NOW_MS + 960_000).toUTCString() } },
      403,
      'RequestTimeTooSkewed',
    ],
    ['an invalid date', { headers: { date: 'today' } }, 403, 'RequestTimeTooSkewed'],
    ['another bucket', { bucket: 'another-bucket' }, 404, 'NoSuchBucket'],
    ['a bucket of another region', { bucket: 'far-bucket' }, 307, 'TemporaryRedirect'],
    ['a key that may not be written', { key: 'other/a.zip' }, 403, 'AccessDenied'],
    ['another MD5', { headers: { 'content-md5': '1B2M2Y8AsgTpgAmY7PhCfg==' } }, 400, 'BadDigest'],
    ['no such object', { method: 'GET', key: 'dlf/none.zip' }, 404, 'NoSuchKey'],
  ])('is refused with %s', async (_, changes, status, code) => {
    const obs = { ...DEMO_OBS, bucketElsewhere: 'far-bucket', writablePrefix: 'dlf/' }
    await withObs(
      async (simulator) => {
        const seen = await send(simulator, changes)
        expect(seen).toMatchObject({ status, code })
        expect(seen.headers.get('x-obs-request-id')).toMatch(/^0+1$/)
        expect(simulator.objects.size).toBe(0)
      },
      { obs },
    )
  })

  it('is refused for a key that has expired, and without a signature', async () => {
    await withObs(async (simulator, clock) => {
      clock.atMs += 1000
      expect(await send(simulator, { by: TEMPORARY })).toMatchObject({
        status: 403,
        code: 'InvalidAccessKeyId',
      })
      const answer = await fetch(`${simulator.url}/${DEMO_OBS.bucket}/a.zip`, { method: 'PUT', body: BODY })
      expect(answer.status).toBe(403)
      expect(await fetch(`${simulator.url}/${DEMO_OBS.bucket}/%E0%A4`)).toMatchObject({ status: 404 })
    })
  })

  it('quotes the text that was signed, as OBS does', async () => {
    await withObs(async (simulator) => {
      const { text } = await send(simulator, { by: { ...TEMPORARY, secret: 'x' } })
      expect(text).toContain('<StringToSign>PUT\n')
      expect(text).toContain('x-obs-security-token:token')
    })
  })
})

describe('an import from OBS', () => {
  const headers = { 'X-Project-Id': PROJECT, 'X-Auth-Token': 't', 'Content-Type': 'application/json' }
  const path = `obs://${DEMO_OBS.bucket}/a.zip`

  async function importFile({ url }: Simulator) {
    const body = JSON.stringify({ path })
    const answer = await fetch(`${url}/v1/${PROJECT}/jobs/import`, { method: 'POST', headers, body })
    return (await answer.json()) as { taskId?: string; error_code?: string }
  }

  async function askTask({ url }: Simulator, id = '') {
    const answer = await fetch(`${url}/v1/${PROJECT}/system-tasks/${id}`, { headers })
    return (await answer.json()) as {
      status: string
      subtasks: { name: string; status: string; message?: string }[]
    }
  }

  it('needs an existing file', async () => {
    await withObs(async (simulator) => {
      expect(await importFile(simulator)).toMatchObject({ error_code: 'DLF.0815' })
    })
  })

  it('makes a subtask of each job, FAILED for one that names a missing connection or is not JSON', async () => {
    const node = (name: string) => ({ name: 'n', properties: [{ name: 'connectionName', value: name }] })
    const zip = rawZip([
      { name: 'jobs/good.job', content: JSON.stringify({ name: 'good', nodes: [node('dli_sales')] }) },
      { name: 'jobs/bad.job', content: JSON.stringify({ name: 'bad', nodes: [node('gone')] }) },
      { name: 'jobs/broken.job', content: '{' },
      { name: 'scripts/s.script', content: '{"name":"s","connectionName":"gone"}' },
    ])
    await withObs(async (simulator, clock) => {
      await send(simulator, { key: 'a.zip', body: zip })
      const { taskId } = await importFile(simulator)
      expect(await askTask(simulator, taskId)).toMatchObject({
        status: 'RUNNING',
        subtasks: [{ status: 'RUNNING' }, { status: 'RUNNING' }, { status: 'RUNNING' }],
      })
      clock.atMs += 5000
      expect(await askTask(simulator, taskId)).toMatchObject({
        status: 'FAILED',
        subtasks: [
          { name: '导入作业[good]。', status: 'SUCCESSFUL' },
          { name: '导入作业[bad]。', status: 'FAILED', message: '作业[bad]引用的连接[gone]不存在。' },
          {
            name: '导入作业[broken]。',
            status: 'FAILED',
            message: expect.stringContaining('JSON') as unknown,
          },
        ],
      })
    })
  })
})
