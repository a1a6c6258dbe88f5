import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { deflateRawSync } from 'node:zlib'

import { beforeEach, describe, expect, it } from '@jest/globals'

import { DEMO_ACCESS_KEY } from '../../../simulator/access/access-keys.mjs'
import { demos } from '../../../simulator/runner/demos.mjs'
import { DEMO_KEYLESS } from '../../../simulator/scenarios/demo-keyless.mjs'
import { DEMO_OBS } from '../../../simulator/services/obs/demo-obs.mjs'
import type { ActionResult, FaultName, Obs, Simulator, SimulatorOptions } from '../../../simulator/types.d.ts'
import { packFiles } from '../../../src/archive/zip.ts'
import {
  everythingWritten,
  PROJECT,
  TOKEN,
  useBundle,
  useImport,
  withSimulator,
} from '../../support/bundle.ts'
import { rawZip } from '../../support/data/zips.ts'
import { useFolder } from '../../support/folder.ts'
import { canHandleSignals as isUnix, knowsPeakMemory } from '../../support/platform.ts'

const bundle = useBundle()
const companion = useImport()
const checkout = useFolder('checkout')
const place = (path: string): string => join(checkout(), path)

const KEY = { token: '', 'access-key-id': DEMO_ACCESS_KEY.id, 'secret-access-key': DEMO_ACCESS_KEY.secret }
const TEMPORARY = {
  id: 'TEMPORARYKEY01234567',
  secret: 'secret-of-the-temporary-key',
  securityToken: 'canary-of-the-security-token',
}
const TARGET = `obs://${DEMO_OBS.bucket}/dlf/`
const UPLOADED = `${TARGET}octo-org-octo-repo-77-2.zip`
const SHA = '0123456789abcdef0123456789abcdef01234567'

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(place(path)), { recursive: true })
    writeFileSync(place(path), content)
  }
}

function runnerOf(): Readonly<Record<string, string>> {
  return {
    GITHUB_WORKSPACE: checkout(),
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_RUN_ID: '77',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_SHA: SHA,
  }
}

type Options = {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly obs?: Partial<Obs>
  readonly settings?: Partial<SimulatorOptions>
}
type Deployed = ActionResult & Pick<Simulator, 'objects' | 'imported' | 'requests'>

/** Imports `dlf` of the checkout, signed in with the access key of the demo. */
async function deployed({ inputs = {}, env = {}, obs = {}, settings = {} }: Options = {}): Promise<Deployed> {
  return withSimulator(
    'deploy',
    async (simulator) => {
      const given = { source: 'dlf', path: TARGET, 'obs-endpoint': simulator.url, ...KEY, ...inputs }
      const result = await companion.run(simulator, { inputs: given, env: { ...runnerOf(), ...env } })
      const { objects, imported, requests } = simulator
      return { ...result, objects, imported, requests }
    },
    { obs: { ...DEMO_OBS, ...obs }, ...settings },
  )
}

const failureOf = ({ stdout }: ActionResult): string =>
  stdout.split('\n').find((line) => line.startsWith('::error')) ?? ''
const sent = ({ requests }: Deployed): readonly string[] => requests.map(({ method }) => method)

beforeEach(() => {
  rmSync(checkout(), { recursive: true, force: true })
  cpSync(join(import.meta.dirname, '../../../examples/dlf'), place('dlf'), { recursive: true })
})

describe('from a folder to a verdict', () => {
  const ways: readonly (readonly [string, (simulator: Simulator) => Pick<Options, 'inputs' | 'env'>])[] = [
    ['no secret at all', (simulator) => demos.keyless?.signIn(simulator) ?? {}],
    ['an access key', () => ({ inputs: KEY })],
    [
      'a temporary key',
      () => ({
        inputs: {
          'access-key-id': TEMPORARY.id,
          'secret-access-key': TEMPORARY.secret,
          'security-token': TEMPORARY.securityToken,
        },
      }),
    ],
  ]
  it.each(ways)('takes two steps with %s, and shows no secret', async (_, signIn) => {
    const test = async (simulator: Simulator): Promise<void> => {
      const { inputs, env: own } = signIn(simulator)
      const env = { ...own, ...runnerOf() }
      const shared = { token: '', ...inputs }
      const source = { source: 'dlf', path: TARGET, 'obs-endpoint': simulator.url }
      const imported = await companion.run(simulator, { inputs: { ...shared, ...source }, env })
      expect(imported).toMatchObject({ exitCode: 0, outputs: { path: UPLOADED } })
      expect(simulator.imported).toMatchObject([{ body: { path: UPLOADED, sameNamePolicy: 'OVERWRITE' } }])

      const taskId = imported.outputs['task-id'] ?? ''
      const waited = await bundle.run(simulator, { inputs: { ...shared, 'task-id': taskId }, env })
      expect(waited).toMatchObject({ exitCode: 0, outputs: { status: 'SUCCESSFUL' } })
      const [task] = JSON.parse(waited.outputs.tasks ?? '') as { subtasks: { name: string }[] }[]
      expect(task?.subtasks.map(({ name }) => name)).toEqual([
        '导入作业[sales_backfill]。',
        '导入作业[sales_daily]。',
      ])

      const issued = simulator.issued.flatMap((each) =>
        each.kind === 'access-key' ? [each.key.secret, each.key.securityToken ?? ''] : [each.value],
      )
      const signatures = simulator.requests.flatMap(
        ({ headers }) => /^OBS [^:]+:(.+)$/.exec(headers.authorization ?? '')?.[1] ?? [],
      )
      expect(signatures).toHaveLength(1)
      const secrets = [
        DEMO_ACCESS_KEY.secret,
        TEMPORARY.secret,
        TEMPORARY.securityToken,
        DEMO_KEYLESS.requestToken,
      ]
      const written = everythingWritten(imported) + everythingWritten(waited)
      for (const secret of [...secrets, ...issued, ...signatures]) expect(written).not.toContain(secret)
    }
    const accessKeys = [DEMO_ACCESS_KEY, TEMPORARY]
    await withSimulator('deploy', test, { accessKeys })
  })

  it('says what was packed, where it went, and from which commit', async () => {
    const result = await deployed({ inputs: { 'same-name-policy': 'SKIP', 'target-status': 'SAVED' } })
    expect(result.exitCode).toBe(0)
    expect(result.stdout).toMatch(/Packed dlf: 2 jobs, 2 scripts, [\d,]+ bytes\./)
    expect(result.stdout).toContain(`Uploading to ${UPLOADED} at http://127.0.0.1:`)
    expect(result.stdout).toMatch(/Uploaded in [\d.]+m?s\./)
    const summary = result.summary.replace(/[\u2060\u200B]/g, '')
    for (const words of [
      SHA,
      'demo-bucket/dlf/octo-org-octo-repo-77-2.zip',
      'SKIP',
      'SAVED',
      '| Archive | 2 jobs, 2 scripts, ',
    ]) {
      expect(summary).toContain(words)
    }
    expect(summary).toContain('existing jobs stay unchanged')
  })

  it('ends red if a job names a connection that does not exist', async () => {
    await withSimulator(
      'deploy',
      async (simulator) => {
        const env = runnerOf()
        const source = { source: 'dlf', path: TARGET, 'obs-endpoint': simulator.url }
        const imported = await companion.run(simulator, { inputs: { ...KEY, ...source }, env })
        const inputs = { ...KEY, 'task-id': imported.outputs['task-id'] ?? '' }
        const waited = await bundle.run(simulator, { inputs })
        expect(waited).toMatchObject({ exitCode: 1, outputs: { status: 'FAILED' } })
        expect(waited.outputs['failed-subtasks']).toContain('引用的连接[dws_reports]不存在')
      },
      { obs: { ...DEMO_OBS, connections: ['dli_sales'] } },
    )
  })
})

describe('the archive', () => {
  it('is the same for the same files, read back by unzip and by Python', async () => {
    write({ 'dlf/scripts/脚本 1.script': '{"name":"脚本 1"}\r\n' })
    const first = await deployed()
    const second = await deployed()
    const zip = first.objects.get(UPLOADED)
    expect(zip).toBeDefined()
    expect(second.objects.get(UPLOADED)).toEqual(zip)
    const names = [
      'jobs/sales_backfill.job',
      'jobs/sales_daily.job',
      'scripts/build_report.script',
      'scripts/load_sales.script',
      'scripts/脚本 1.script',
    ]
    write({ 'a.zip': zip ?? '' })
    if (!isUnix) return
    execFileSync('unzip', ['-q', place('a.zip'), '-d', place('unzip')], {
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    execFileSync('diff', ['-r', place('dlf'), place('unzip')])
    const script =
      'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nz.extractall(sys.argv[2])\nprint("\\n".join(z.namelist()))'
    const listed = execFileSync('python3', ['-c', script, place('a.zip'), place('python')], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf8' },
    })
    expect(listed.trim().split('\n')).toEqual(names)
    execFileSync('diff', ['-r', place('dlf'), place('python')])
  })

  it('is packed by the bundle as by the sources', async () => {
    rmSync(place('dlf'), { recursive: true })
    write({ 'dlf/jobs/a.job': '{"name":"a"}' })
    const { objects } = await deployed()
    const content = new TextEncoder().encode('{"name":"a"}')
    expect(objects.get(UPLOADED)).toEqual(Buffer.from(packFiles([{ name: 'jobs/a.job', content }])))
  })

  it('is uploaded unchanged, to the given key, if it is a zip file', async () => {
    const zip = rawZip([{ name: 'jobs/a.job', content: '{"name":"a"}' }])
    write({ 'out/jobs.zip': zip })
    const path = `obs://${DEMO_OBS.bucket}/发布/a b.zip`
    const { exitCode, outputs, objects } = await deployed({ inputs: { source: 'out/jobs.zip', path } })
    expect({ exitCode, path: outputs.path }).toEqual({ exitCode: 0, path })
    expect(objects.get(path)).toEqual(Buffer.from(zip))
  })

  it('may have 10 MB exactly, and not one byte more', async () => {
    const entries = (bytes: number) => [
      { name: 'jobs/a.job', content: '{"name":"a"}' },
      { name: 'resources/r.resource', content: new Uint8Array(bytes) },
    ]
    const padding = 10 * 1024 * 1024 - rawZip(entries(0)).length
    write({ 'a.zip': rawZip(entries(padding)), 'b.zip': rawZip(entries(padding + 1)) })
    const whole = await deployed({ inputs: { source: 'a.zip' } })
    expect(whole).toMatchObject({ exitCode: 0, objects: expect.objectContaining({ size: 1 }) })
    const over = await deployed({ inputs: { source: 'b.zip' } })
    expect(over).toMatchObject({ exitCode: 1, requests: [] })
    expect(failureOf(over)).toContain('The archive has 10485761 bytes')
  })

  it('of 2,000 files takes less than 2 seconds and 200 MiB', async () => {
    const job = (name: string): string =>
      JSON.stringify({
        name,
        nodes: Array.from({ length: 20 }, (_, node) => ({ name: `node_${String(node)}`, type: 'DLISQL' })),
      })
    write(
      Object.fromEntries(
        Array.from({ length: 2000 }, (_, index) => [
          `dlf/jobs/job_${String(index)}.job`,
          job(`job_${String(index)}`),
        ]),
      ),
    )
    const runs: Deployed[] = []
    for (let run = 0; run < 3; run += 1) runs.push(await deployed({ inputs: { 'check-only': 'true' } }))
    for (const { exitCode, stdout } of runs) {
      expect(exitCode).toBe(0)
      expect(stdout).toContain('2,002 jobs')
    }
    // The least of three: on a busy machine the collector of garbage comes too late.
    expect(Math.min(...runs.map(({ ownMs }) => ownMs))).toBeLessThan(2000)
    if (knowsPeakMemory) {
      expect(Math.min(...runs.map(({ maxRssKb = Infinity }) => maxRssKb))).toBeLessThan(200 * 1024)
    }
  })
})

describe('the checks', () => {
  it('name every faulty file of a folder together, and nothing is sent', async () => {
    write({
      'dlf/README.md': 'x',
      'dlf/jobs/deep/a.job': '{}',
      'dlf/jobs/broken.job': '{"name":"broken",}',
      'dlf/jobs/renamed.job': '{"name":"before"}',
      'dlf/jobs/Sales_Daily.job': '{"name":"Sales_Daily"}',
      'dlf/scripts/nameless.script': '{}',
      'secret.job': '{}',
    })
    if (isUnix) symlinkSync('../../secret.job', place('dlf/jobs/link.job'))
    const result = await deployed()
    expect(result).toMatchObject({ exitCode: 1, requests: [], outputs: { 'task-id': '', path: '' } })
    const failure = failureOf(result)
    for (const words of [
      'README.md: this does not belong here',
      'jobs/deep: this does not belong here',
      'jobs/broken.job: this is not valid JSON',
      `jobs/renamed.job: its "name" is 'before'`,
      'scripts/nameless.script: its "name" is missing',
      ...(isUnix ? ['differs only in case', 'jobs/link.job: this is a link out of the folder'] : []),
    ]) {
      expect(failure).toContain(words)
      expect(result.summary.replace(/[\\\u2060\u200B]|&quot;/g, '').replaceAll('"', '')).toContain(
        words.replaceAll('"', ''),
      )
    }
  })

  it.each([
    ['empty', 'There is no job to import'],
    ['nowhere', 'does not exist'],
    ['..', 'is outside of the checkout'],
    ['encrypted.zip', 'jobs/a.job: the file is encrypted'],
    ['damaged.zip', 'is not a zip file, or it is damaged'],
    ['changed.zip', 'jobs/a.job: the file is damaged'],
    ['bomb.zip', 'before packing; at most'],
    ['backslash.zip', 'jobs\\a.job: the name has a backslash'],
    ['above.zip', '../a.job: the path leads out of the archive'],
    ['link.zip', 'jobs/a.job: the file is a link'],
    ['twice.zip', 'jobs/a.job: the archive has this file twice'],
    ['case.zip', 'jobs/A.job: the name differs only in case from jobs/a.job'],
    ['lzma.zip', 'jobs/a.job: the compression is unknown'],
    ['layout.zip', 'export/jobs/a.job: this does not belong here'],
    ['json.zip', 'jobs/a.job: this is not valid JSON in UTF-8: it begins with a byte order mark'],
    ['renamed.zip', `jobs/a.job: its "name" is 'b'`],
    ['dlf/jobs/sales_daily.job', 'must be a folder or a .zip file'],
    ['huge', 'before packing; at most 104857600'],
    ['dense', /The archive has 1048\d{4} bytes; an import takes at most 10485760/],
  ])('refuse the source %s, and nothing is sent', async (source, words) => {
    mkdirSync(place('empty'))
    write({ 'huge/resources/r.resource': '', 'dense/resources/r.resource': randomBytes(10 * 1024 * 1024) })
    truncateSync(place('huge/resources/r.resource'), 100 * 1024 * 1024 + 1)
    const job = { name: 'jobs/a.job', content: '{"name":"a"}' }
    write({
      'encrypted.zip': rawZip([{ ...job, flags: 1 }]),
      'damaged.zip': rawZip([job]).subarray(10),
      'changed.zip': rawZip([{ ...job, crc: 1 }]),
      'bomb.zip': rawZip([{ ...job, method: 8, size: 2_000_000_000 }]),
      'backslash.zip': rawZip([{ ...job, name: 'jobs\\a.job' }]),
      'above.zip': rawZip([{ ...job, name: '../a.job' }]),
      'link.zip': rawZip([{ ...job, mode: 0o120_777 }]),
      'twice.zip': rawZip([job, job]),
      'case.zip': rawZip([job, { name: 'jobs/A.job', content: '{"name":"A"}' }]),
      'lzma.zip': rawZip([{ ...job, method: 14 }]),
      'layout.zip': rawZip([{ ...job, name: 'export/jobs/a.job' }]),
      'json.zip': rawZip([{ ...job, content: '\uFEFF{"name":"a"}' }]),
      'renamed.zip': rawZip([{ ...job, content: '{"name":"b"}' }]),
      'dense/jobs/a.job': '{"name":"a"}',
    })
    const result = await deployed({ inputs: { source } })
    expect(result).toMatchObject({ exitCode: 1, requests: [], outputs: { 'task-id': '' } })
    expect(failureOf(result)).toEqual(
      typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words),
    )
  })

  it('stop unpacking a zip bomb at the size that it claims', async () => {
    const bomb = deflateRawSync(new Uint8Array(500_000_000), { level: 1 })
    write({ 'bomb.zip': rawZip([{ name: 'jobs/a.job', content: bomb, method: 8, size: 12 }]) })
    const result = await deployed({ inputs: { source: 'bomb.zip' } })
    expect(result).toMatchObject({ exitCode: 1, requests: [] })
    expect(failureOf(result)).toContain('jobs/a.job: the file is damaged')
    if (knowsPeakMemory) expect(result.maxRssKb).toBeLessThan(200 * 1024)
  })

  it('refuse a token, and say why', async () => {
    const result = await deployed({ inputs: { 'access-key-id': '', 'secret-access-key': '', token: TOKEN } })
    expect(result).toMatchObject({ exitCode: 1, requests: [] })
    expect(failureOf(result)).toContain('OBS accepts no IAM token')
  })

  it('are all that happens with check-only, without any credential', async () => {
    const none = {
      'access-key-id': '',
      'secret-access-key': '',
      project: '',
      endpoint: '',
      path: '',
      'same-name-policy': '',
    }
    const result = await deployed({ inputs: { ...none, 'check-only': 'true' } })
    expect(result).toMatchObject({ exitCode: 0, requests: [], outputs: { 'task-id': '', path: '' } })
    expect(result.summary).toContain('All checks passed')
    write({ 'dlf/jobs/broken.job': '[' })
    const broken = await deployed({ inputs: { ...none, 'check-only': 'true' } })
    expect(broken).toMatchObject({ exitCode: 1, requests: [] })
    expect(failureOf(broken)).toContain('jobs/broken.job')
  })
})

describe('an upload that OBS refuses', () => {
  it.each<[string, Options, string]>([
    [
      'no right',
      { obs: { writablePrefix: 'other/' } },
      `Grant the permission obs:object:PutObject in bucket demo-bucket for the key dlf/octo-org-octo-repo-77-2.zip`,
    ],
    [
      'no such bucket',
      { inputs: { path: 'obs://another-bucket/a.zip' } },
      'there is no bucket another-bucket in this region',
    ],
    [
      'a bucket of another region',
      { obs: { bucketElsewhere: 'far-bucket' }, inputs: { path: 'obs://far-bucket/a.zip' } },
      'in another region',
    ],
    [
      'an unknown key',
      { inputs: { 'access-key-id': 'UNKNOWN' } },
      'The request was signed with the `access-key-id` and `secret-access-key` inputs',
    ],
    [
      'a wrong secret',
      { inputs: { 'secret-access-key': 'canary-of-a-wrong-secret' } },
      'The request was signed with the `access-key-id` and `secret-access-key` inputs',
    ],
    [
      'a changed body',
      { obs: { uploadSteps: [{ status: 400, body: '<Error><Code>BadDigest</Code></Error>' }] } },
      'changed in transit',
    ],
    [
      'hostile XML',
      {
        obs: {
          uploadSteps: [
            {
              status: 400,
              body: '<Error><Code>::add-mask::x</Code><Message>##[error] &lt;img src=x&gt; @octocat</Message>',
            },
          ],
        },
      },
      'Check path',
    ],
  ])('for %s is named with the change to make, and nothing is imported', async (_, options, words) => {
    const result = await deployed(options)
    expect(result).toMatchObject({ exitCode: 1, imported: [], outputs: { 'task-id': '' } })
    expect(sent(result)).toEqual(['PUT'])
    expect(failureOf(result)).toMatch(
      /^::error title=DLF import not started::Nothing was imported, because the upload/,
    )
    expect(failureOf(result)).toContain(words)
    expect(everythingWritten(result)).not.toMatch(/StringToSign|canary/)
    expect(result.summary).not.toContain('<img')
    expect(result.stdout).not.toMatch(/^(?:::add-mask::x|##\[)/m)
  })

  it('for its clock is signed once more, by the clock of OBS', async () => {
    const result = await deployed({ settings: { clockOffsetMs: 3_600_000 } })
    expect(result.exitCode).toBe(0)
    expect(sent(result)).toEqual(['PUT', 'PUT', 'POST'])
    const [first, second] = result.requests.map(({ headers }) => Date.parse(headers.date ?? ''))
    expect(Math.round(((second ?? 0) - (first ?? 0)) / 60_000)).toBe(60)
  })

  it('for its clock twice is named, and nothing is imported', async () => {
    const skewed = { status: 403, body: '<Error><Code>RequestTimeTooSkewed</Code></Error>' }
    const result = await deployed({ obs: { uploadSteps: [skewed, skewed] } })
    expect(result).toMatchObject({ exitCode: 1, imported: [], outputs: { 'task-id': '' } })
    expect(sent(result)).toEqual(['PUT', 'PUT'])
    expect(failureOf(result)).toContain('Check the clock of this runner')
  })
})

/** Runs a test with an address of OBS that cuts the first upload in the middle, and passes on the others. */
async function withCut<T>({ port }: Simulator, test: (url: string) => Promise<T>): Promise<T> {
  const sockets: Socket[] = []
  const server = createServer((client) => {
    sockets.push(client)
    if (sockets.length === 1) {
      let received = 0
      client.on('data', (part) => (received += part.length) > 1_000_000 && client.resetAndDestroy())
    } else client.pipe(connect(port, '127.0.0.1')).pipe(client)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  try {
    return await test(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

describe('a connection that breaks', () => {
  const faults: readonly FaultName[] = ['reset-before', 'http-408', 'http-500', 'http-503']
  it.each(faults)('in the PUT leads to another PUT of the same bytes: %s', async (fault) => {
    const result = await deployed({ obs: { uploadSteps: [{ fault }] } })
    expect(result.exitCode).toBe(0)
    expect(sent(result)).toEqual(['PUT', 'PUT', 'POST'])
    const [first, second] = result.requests.map(({ headers }) => headers['content-md5'])
    expect(second).toBe(first)
    expect(result.stdout).toMatch(/Not uploaded: .*Next attempt in/)
  })

  it('in the middle of the PUT leads to a whole PUT', async () => {
    write({ 'dlf/resources/r.resource': randomBytes(8_000_000) })
    await withSimulator('deploy', async (simulator) => {
      const result = await withCut(simulator, (url) =>
        companion.run(simulator, {
          inputs: { source: 'dlf', path: TARGET, 'obs-endpoint': url, ...KEY },
          env: runnerOf(),
        }),
      )
      expect(result).toMatchObject({ exitCode: 0, outputs: { path: UPLOADED } })
      expect(result.stdout.match(/Not uploaded: there was no connection .*Next attempt in/g)).toHaveLength(1)
      expect(simulator.requests.map(({ method }) => method)).toEqual(['PUT', 'POST'])
      expect(simulator.objects.get(UPLOADED)?.length).toBeGreaterThan(8_000_000)
    })
  })

  it('in the POST leads to no second POST', async () => {
    const result = await deployed({ settings: { importSteps: [{ fault: 'reset-before' }] } })
    expect(result).toMatchObject({ exitCode: 1, outputs: { 'task-id': '', path: UPLOADED } })
    expect(sent(result)).toEqual(['PUT', 'POST'])
    expect(failureOf(result)).toContain('It is not known whether the import was started')
  })

  it('at a web page in place of OBS leads to another PUT', async () => {
    const page = { status: 200, body: '<html>sign in to this network</html>' }
    const result = await deployed({ obs: { uploadSteps: [page] } })
    expect(result.exitCode).toBe(0)
    expect(result.stdout).toContain('Not uploaded: OBS did not confirm the MD5 of the file.')
    expect(sent(result)).toEqual(['PUT', 'PUT', 'POST'])
  })

  if (isUnix) {
    it('because the run is cancelled imports nothing', async () => {
      const test = async (simulator: Simulator): Promise<void> => {
        const inputs = { source: 'dlf', path: TARGET, 'obs-endpoint': simulator.url, ...KEY }
        const { kill, done } = companion.start(simulator, { inputs, env: runnerOf() })
        while (simulator.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
        kill('SIGTERM')
        const result = await done
        expect(result).toMatchObject({ exitCode: 1, outputs: { 'task-id': '' } })
        expect(result.ownMsSinceSignal).toBeLessThan(2000)
        expect(failureOf(result)).toContain('Nothing was imported: the run was cancelled')
        expect(simulator.imported).toEqual([])
      }
      const obs = { ...DEMO_OBS, uploadSteps: [{ fault: 'stalled-headers' as const }] }
      await withSimulator('deploy', test, { obs, project: PROJECT })
    })
  }
})
