import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { SetupError } from '../../src/inputs/setup-error.ts'
import { type ImportInputs, readImportInputs } from '../../src/inputs/import.ts'

const GIVEN = {
  path: 'obs://my-bucket/jobs.zip',
  'same-name-policy': 'OVERWRITE',
  project: 'p1',
  region: 'cn-north-4',
  token: 'T0ken-of-the-test',
}

const VARIABLES: Readonly<Record<string, string>> = {
  GITHUB_REPOSITORY: 'octo-org/octo.repo',
  GITHUB_RUN_ID: '1234',
  GITHUB_RUN_ATTEMPT: '2',
}

function read(given: Readonly<Record<string, string>>, variables = VARIABLES): ImportInputs {
  return readImportInputs({
    readInput: (name) => given[name] ?? '',
    readVariable: (name) => variables[name] ?? '',
  })
}

function inputs(given: Readonly<Record<string, string>> = {}, variables = VARIABLES) {
  const seen = read({ ...GIVEN, ...given }, variables)
  if (seen.kind === 'check') throw new Error('An import was expected.')
  return seen
}

function problemsOf(given: Readonly<Record<string, string>>): readonly string[] {
  try {
    read({ ...GIVEN, ...given })
    return []
  } catch (cause) {
    if (cause instanceof SetupError) return cause.problems
    throw cause
  }
}

describe('readImportInputs', () => {
  it('sends only what is given', () => {
    expect(inputs()).toStrictEqual({
      kind: 'import',
      project: 'p1',
      region: 'cn-north-4',
      endpoint: 'https://dayu-dlf.cn-north-4.myhuaweicloud.com',
      credential: {
        kind: 'token',
        token: 'T0ken-of-the-test',
        used: { kind: 'token', from: 'the `token` input' },
      },
      body: { path: 'obs://my-bucket/jobs.zip', sameNamePolicy: 'OVERWRITE' },
    })
  })

  it('takes every value that is given', () => {
    const { body } = inputs({
      'same-name-policy': 'SKIP',
      'target-status': 'SAVED',
      params: '{"a": ""}',
      'jobs-param': '[{"name": "j"}, {"name": "k", "params": {"a": "b"}}]',
      approvers: '[{"approverName": "u"}]',
      resources: '[{"name": "r", "type": "MRS_CLUSTER"}, {"name": "s", "type": "x", "replace": "t"}]',
      'execute-user': 'the user',
    })
    expect(body).toStrictEqual({
      path: 'obs://my-bucket/jobs.zip',
      sameNamePolicy: 'SKIP',
      targetStatus: 'SAVED',
      params: { a: '' },
      jobsParam: [{ name: 'j' }, { name: 'k', params: { a: 'b' } }],
      approvers: [{ approverName: 'u' }],
      resources: [
        { name: 'r', type: 'MRS_CLUSTER' },
        { name: 's', type: 'x', replace: 't' },
      ],
      executeUser: 'the user',
    })
  })

  it('reports all problems together, including those of the connection', () => {
    const faulty = {
      path: '',
      'same-name-policy': '',
      'target-status': 'x',
      params: '[]',
      'jobs-param': '{}',
      approvers: '1',
      resources: 'x',
      'execute-user': 'a\tb',
      project: '!',
      region: '',
      token: '',
    }
    const problems = problemsOf(faulty)
    expect(problems).toHaveLength(11)
    for (const name of Object.keys(faulty).filter((each) => each !== 'token')) {
      expect(problems.some((problem) => problem.includes(`'${name}'`))).toBe(true)
    }
  })

  it('says why there is no default policy', () => {
    expect(problemsOf({ 'same-name-policy': '' })).toEqual([
      expect.stringMatching(/^Input 'same-name-policy' is empty\. Set it to OVERWRITE, or to SKIP .* SKIP/),
    ])
  })

  it.each([
    'obs://abc/k',
    'obs://a.b-c/folder/jobs.zip',
    `obs://${'a'.repeat(63)}/k.zip`,
    'obs://my-bucket/发布 1/jobs.zip',
    `obs://my-bucket/${'k'.repeat(1024)}`,
  ])('takes the path %s', (path) => {
    expect(inputs({ path }).body.path).toBe(path)
  })

  it.each([
    'jobs.zip',
    'obs:/my-bucket/jobs.zip',
    's3://my-bucket/jobs.zip',
    'https://my-bucket.obs.cn-north-4.myhuaweicloud.com/jobs.zip',
    'OBS://my-bucket/jobs.zip',
    'obs://my-bucket',
    'obs://my-bucket/',
    'obs://my-bucket/folder/',
    'obs://ab/k',
    `obs://${'a'.repeat(64)}/k.zip`,
    'obs://My-Bucket/k',
    'obs://-my-bucket/k',
    'obs://my-bucket-/k',
    'obs://my_bucket/k',
    'obs://my-bucket/a\nb',
    'obs://my-bucket/a\u0000',
    ' obs://my-bucket/k',
    `obs://my-bucket/${'k'.repeat(1025)}`,
  ])('refuses the path %j', (path) => {
    expect(problemsOf({ path })).toEqual([
      expect.stringMatching(
        /^Input 'path' must be a file in OBS such as obs:\/\/my-bucket\/jobs\.zip \(a bucket name has 3 to 63 lowercase letters, digits, dots and hyphens\); got '/,
      ),
    ])
  })

  it.each([
    ['same-name-policy', 'overwrite', "must be SKIP or OVERWRITE; got 'overwrite'."],
    ['same-name-policy', 'SKIP,', 'must be SKIP or OVERWRITE'],
    ['target-status', 'saved', 'must be SAVED or SUBMITTED or PRODUCTION'],
    ['execute-user', 'a\u0007', 'must be one line of at most 255 characters'],
    ['execute-user', 'a'.repeat(256), 'must be one line of at most 255 characters'],
    ['source', '\u0007dlf', 'must be the path of a folder or .zip file'],
    ['source', 'dlf\nx', 'must be the path of a folder or .zip file'],
    ['source', 'a'.repeat(1001), 'must be the path of a folder or .zip file'],
  ])('refuses %s %j', (name, text, words) => {
    expect(problemsOf({ [name]: text })).toEqual([expect.stringContaining(`Input '${name}' ${words}`)])
  })

  it.each([
    ['params', '"a"', ': it must be an object such as {"name": "value"}'],
    ['params', 'null', ': it must be an object such as {"name": "value"}'],
    ['params', '["a"]', ': it must be an object such as {"name": "value"}'],
    ['params', '{"a": 1}', ' at a: it must be a text in double quotes'],
    ['params', '{"a": null}', ' at a: it must be a text in double quotes'],
    ['jobs-param', '{"name": "a"}', ': it must be a list such as [{"name": "job_a"}]'],
    ['jobs-param', '["a"]', ' at [0]: it must be an object in braces'],
    ['jobs-param', '[[]]', ' at [0]: it must be an object in braces'],
    ['jobs-param', '[{"name": "a"}, {"name": 1}]', ' at [1].name: it must be a text in double quotes'],
    ['jobs-param', '[{"name": ""}]', ' at [0].name: it must not be empty'],
    ['jobs-param', '[{}]', ' at [0].name: it is missing'],
    ['jobs-param', '[{"name": "a", "params": []}]', ' at [0].params: it must be an object such as'],
    ['jobs-param', '[{"name": "a", "params": {"b": true}}]', ' at [0].params.b: it must be a text'],
    [
      'jobs-param',
      '[{"name": "a", "Params": {}}]',
      ' at [0].Params: there is no such field; known are name, params',
    ],
    ['approvers', '[{"approverName": "a", "name": "b"}]', ' at [0].name: there is no such field'],
    ['approvers', '[{"approver": "a"}]', ' at [0].approverName: it is missing'],
    ['approvers', '"a"', ': it must be a list such as [{"approverName": "user_a"}]'],
    [
      'resources',
      '{}',
      ': it must be a list such as [{"name": "cluster_a", "type": "MRS_CLUSTER", "replace": "cluster_b"}]',
    ],
    ['resources', '[{"name": "a"}]', ' at [0].type: it is missing'],
    ['resources', '[{"name": "a", "type": "b", "replace": true}]', ' at [0].replace: it must be a text'],
    ['params', "{'a': 1}", ': it is not valid JSON.'],
    ['params', '{\n  "a": "b",\n}', ': it is not valid JSON.'],
    ['params', '{"a": 😀}', ': it is not valid JSON.'],
    ['params', '{"a": "b"', ': it is not valid JSON.'],
  ])('refuses %s %s', (name, text, words) => {
    expect(problemsOf({ [name]: text })[0]).toContain(`Input '${name}' is not valid${words}`)
  })

  it('shows no value: a parameter may be a secret', () => {
    const given = { params: '{"a": ["s3cret"], "b": 1234567}', 'jobs-param': '["s3cret", x]' }
    const problems = problemsOf(given)
    expect(problems).toHaveLength(3)
    expect(problems.join()).not.toMatch(/s3cret|1234567/)
  })

  it('names ten places of one input at most', () => {
    const faulty = (places: number) =>
      problemsOf({ 'jobs-param': JSON.stringify(Array.from({ length: places }, () => ({}))) })
    expect(faulty(10).at(-1)).toBe("Input 'jobs-param' is not valid at [9].name: it is missing.")
    expect(faulty(25)).toHaveLength(11)
    expect(faulty(25).at(-1)).toBe("Input 'jobs-param' is not valid in 15 more places.")
  })

  it('keeps parameters of any name', () => {
    const params = '{"__proto__": "a", "constructor": "b", "prototype": "c", "": "d"}'
    expect(JSON.stringify(inputs({ params }).body.params)).toBe(JSON.stringify(JSON.parse(params) as unknown))
  })

  it('reports any JSON and any text as a problem of its input', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        for (const name of ['params', 'jobs-param', 'approvers', 'resources']) {
          for (const problem of problemsOf({ [name]: text })) expect(problem).toContain(`Input '${name}'`)
        }
      }),
    )
  })
})

describe('readImportInputs with a source', () => {
  const KEY = { token: '', 'access-key-id': 'AK', 'secret-access-key': 'SK-of-the-test', source: 'dlf' }
  const withSource = (given: Readonly<Record<string, string>> = {}) => inputs({ ...KEY, ...given })

  it('uploads to the path and imports from it', () => {
    const { kind, body, upload } = withSource({ path: 'obs://my-bucket/a/发布.ZIP' })
    expect(kind).toBe('import')
    expect(body).toEqual({ path: 'obs://my-bucket/a/发布.ZIP', sameNamePolicy: 'OVERWRITE' })
    expect(upload).toEqual({
      source: 'dlf',
      object: {
        endpoint: 'https://obs.cn-north-4.myhuaweicloud.com',
        bucket: 'my-bucket',
        key: 'a/发布.ZIP',
      },
    })
  })

  it.each([
    ['obs://my-bucket/', 'octo-org-octo.repo-1234-2.zip'],
    ['obs://my-bucket/dlf/x/', 'dlf/x/octo-org-octo.repo-1234-2.zip'],
  ])('gives a file in %s the name of the run and its attempt', (path, key) => {
    const { body, upload } = withSource({ path })
    expect(upload?.object.key).toBe(key)
    expect(body.path).toBe(`obs://my-bucket/${key}`)
  })

  it('names the file by run and repository on a server that counts no attempts', () => {
    const path = 'obs://my-bucket/'
    const { body } = inputs({ ...KEY, path }, { ...VARIABLES, GITHUB_RUN_ATTEMPT: '' })
    expect(body.path).toBe('obs://my-bucket/octo-org-octo.repo-1234.zip')
  })

  it.each([
    [{ region: 'eu-west-101' }, 'https://obs.eu-west-101.myhuaweicloud.eu'],
    [{ 'obs-endpoint': 'https://obs.cloud.example/' }, 'https://obs.cloud.example'],
    [
      { region: '', endpoint: 'https://dlf.example', 'obs-endpoint': 'https://obs.cloud.example' },
      'https://obs.cloud.example',
    ],
  ])('finds OBS with %j', (given, endpoint) => {
    expect(withSource(given).upload?.object.endpoint).toBe(endpoint)
  })

  it.each([
    ['my-bucket/jobs.zip', 'a place in OBS'],
    ['obs://my-bucket', 'a place in OBS'],
    ['obs://my-bucket/jobs', 'a place in OBS'],
    ['obs://my-bucket/jobs.zip.txt', 'a place in OBS'],
    ['obs://my-bucket/a/../jobs.zip', 'a place in OBS'],
    ['obs://my-bucket/a/../', 'a place in OBS'],
    ['obs://my-bucket/./', 'a place in OBS'],
    ['obs://my-bucket/a//jobs.zip', 'a place in OBS'],
    ['obs://my-bucket//', 'a place in OBS'],
    ['obs://my-bucket/\uD800.zip', 'a place in OBS'],
    ['obs://my.bucket/jobs.zip', "a path in a bucket without dots: the certificate of OBS doesn't cover"],
  ])('refuses the target %j', (path, words) => {
    expect(problemsOf({ ...KEY, path })).toEqual([expect.stringContaining(`Input 'path' must be ${words}`)])
  })

  it.each(['http://obs.example', 'https://obs.example/bucket', 'obs.example', 'https://u:p@obs.example'])(
    'refuses the obs-endpoint %s',
    (endpoint) => {
      expect(problemsOf({ ...KEY, 'obs-endpoint': endpoint })).toEqual([
        expect.stringContaining("Input 'obs-endpoint' must be a base URL"),
      ])
    },
  )

  it('asks for region or obs-endpoint if both are empty', () => {
    expect(problemsOf({ ...KEY, region: '', endpoint: 'https://dlf.example' })).toEqual([
      expect.stringContaining("Inputs 'region' and 'obs-endpoint' are both empty"),
    ])
  })

  it('refuses a token and says why', () => {
    expect(problemsOf({ source: 'dlf' })).toEqual([
      expect.stringMatching(/^Input 'source' needs an access key, but .*OBS accepts no IAM token/),
    ])
  })

  it('asks for the target of the upload if path is empty', () => {
    expect(problemsOf({ ...KEY, path: '' })).toEqual([
      expect.stringContaining("that 'source' is uploaded to"),
    ])
  })
})

describe('readImportInputs with check-only', () => {
  it('needs nothing but the source', () => {
    expect(read({ source: 'dlf', 'check-only': 'true' })).toEqual({ kind: 'check', source: 'dlf' })
  })

  it('looks at the other inputs of the import as far as they are given', () => {
    const given = { source: 'dlf', 'check-only': 'true', path: 'x', params: '[', 'same-name-policy': 'x' }
    expect(problemsOf(given)).toHaveLength(3)
  })

  it.each([
    [{ 'check-only': 'true' }, "Input 'source' is empty"],
    [{ 'check-only': 'yes', source: 'dlf' }, "Input 'check-only' must be true or false"],
  ])('reports %j', (given, words) => {
    expect(problemsOf(given).join()).toContain(words)
  })
})
