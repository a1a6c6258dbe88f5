import { describe, expect, it } from '@jest/globals'

import { readConnection } from '../../src/inputs/connection.ts'
import { createInputReader } from '../../src/inputs/reader.ts'

const OIDC = {
  'oidc-provider': 'iam::0123:oidcProvider:github',
  'oidc-agency': 'iam::0123:agency:deploy',
}
const GIVEN = { project: 'p', region: 'cn-north-4', ...OIDC }
const NO_REGION =
  "Inputs 'region' and 'sts-endpoint' are both empty. Set region, or sts-endpoint to the base URL of STS."

type Texts = Readonly<Record<string, string>>

describe('keyless inputs', () => {
  it('take audience and STS from what is not given', () => {
    expect(read(GIVEN).credential).toEqual({
      kind: 'oidc',
      provider: 'iam::0123:oidcProvider:github',
      agency: 'iam::0123:agency:deploy',
      audience: 'huaweicloud',
      stsEndpoint: 'https://sts.cn-north-4.myhuaweicloud.com',
      used: {
        kind: 'trust-agency',
        from: "the workflow's ID token (audience huaweicloud), as trust agency iam::0123:agency:deploy",
      },
    })
  })

  it('take every value that is given', () => {
    const given = { ...GIVEN, 'oidc-audience': 'sts.example/x', 'sts-endpoint': 'https://sts.example/base/' }
    expect(read(given).credential).toMatchObject({
      audience: 'sts.example/x',
      stsEndpoint: 'https://sts.example/base',
      used: {
        from: "the workflow's ID token (audience sts.example/x), as trust agency iam::0123:agency:deploy",
      },
    })
  })

  it('take STS from a region of the environment', () => {
    const { credential } = read({ ...GIVEN, region: '' }, { HW_REGION_NAME: 'ap-southeast-3' })
    expect(credential).toMatchObject({ stsEndpoint: 'https://sts.ap-southeast-3.myhuaweicloud.com' })
  })

  it('beat a credential of the environment', () => {
    const env = { HW_ACCESS_KEY: 'ak', HW_SECRET_KEY: 'sk', HUAWEI_CLOUD_ACCESS_KEY_ID: 'half of a family' }
    expect(read(GIVEN, env)).toMatchObject({ credential: { kind: 'oidc' }, problems: [] })
  })

  it('need no region where both addresses are given', () => {
    const given = {
      ...OIDC,
      project: 'p',
      endpoint: 'https://dlf.example',
      'sts-endpoint': 'https://sts.example',
    }
    expect(read(given)).toMatchObject({ credential: { kind: 'oidc', stsEndpoint: 'https://sts.example' } })
  })

  it.each([
    ['oidc-provider', 'oidc-agency'],
    ['oidc-agency', 'oidc-provider'],
  ])('name the missing half %s', (missing, other) => {
    expect(read({ ...GIVEN, [missing]: '' })).toEqual({
      problems: [`Input '${missing}' is missing: it belongs to '${other}'. Set it too.`],
    })
  })

  it.each([
    ['token', { token: 'hunter2' }],
    ['access-key-id', { 'access-key-id': 'hunter2' }],
    ['secret-access-key', { 'secret-access-key': 'hunter2' }],
    ['security-token', { 'security-token': 'hunter2' }],
    ["access-key-id', 'secret-access-key", { 'access-key-id': 'hunter2', 'secret-access-key': 'hunter2' }],
  ])('are not to be had together with %s', (names, others) => {
    expect(read({ ...GIVEN, ...others })).toEqual({
      problems: [`Inputs 'oidc-provider' and '${names}' are two kinds of credential. Give one of them.`],
    })
  })

  it('need a region or STS', () => {
    expect(read({ ...GIVEN, region: '', endpoint: 'https://dlf.example' })).toEqual({ problems: [NO_REGION] })
  })

  it('do not call a faulty region or STS an empty one', () => {
    expect(read({ ...GIVEN, region: 'CN', endpoint: 'https://dlf.example' }).problems).toEqual([
      "Input 'region' must be a region such as cn-north-4; got 'CN'.",
    ])
    const given = {
      ...GIVEN,
      region: '',
      endpoint: 'https://dlf.example',
      'sts-endpoint': 'http://sts.example',
    }
    expect(read(given).problems).toEqual([expect.stringMatching(/^Input 'sts-endpoint' must be a base URL/)])
  })

  it.each(['oidc-provider', 'oidc-agency'])('refuse a %s that is no URN', (name) => {
    for (const text of ['a b', 'é', 'a\nb', 'x'.repeat(1501)]) {
      const { problems, credential } = read({ ...GIVEN, [name]: text })
      expect(credential).toBeUndefined()
      expect(problems).toEqual([
        expect.stringContaining(
          `Input '${name}' must be a URN of at most 1500 printable ASCII characters without blanks; got '`,
        ),
      ])
    }
    expect(read({ ...GIVEN, [name]: 'x'.repeat(1500) }).problems).toEqual([])
  })

  it('refuse an audience with a blank, or one that is longer than a client id can be', () => {
    for (const text of ['a b', 'é', 'x'.repeat(256)]) {
      expect(read({ ...GIVEN, 'oidc-audience': text }).problems).toEqual([
        expect.stringContaining("Input 'oidc-audience' must be printable ASCII without blanks; got '"),
      ])
    }
    expect(read({ ...GIVEN, 'oidc-audience': 'x'.repeat(255) }).problems).toEqual([])
  })

  it('report all faults together', () => {
    const given = {
      project: 'p',
      'oidc-agency': 'a b',
      'oidc-audience': 'c d',
      'sts-endpoint': 'e',
      token: 'T',
    }
    expect(read(given).problems.map((problem) => problem.slice(0, 40))).toEqual([
      "Input 'oidc-agency' must be a URN of at ",
      "Input 'oidc-audience' must be printable ",
      "Input 'sts-endpoint' must be a base URL ",
      "Input 'oidc-provider' is missing: it bel",
      "Inputs 'oidc-provider' and 'token' are t",
      "Inputs 'region' and 'endpoint' are both ",
    ])
  })
})

describe('keyless inputs without provider and agency', () => {
  const token = { project: 'p', region: 'cn-north-4', token: 'T' }

  it('ask for nothing', () => {
    const given = { ...token, 'oidc-audience': 'huaweicloud', 'sts-endpoint': 'https://sts.example' }
    expect(read(given)).toMatchObject({ credential: { kind: 'token' }, problems: [] })
  })

  it('are checked all the same', () => {
    const { problems, credential } = read({
      ...token,
      'oidc-audience': 'a b',
      'sts-endpoint': 'http://sts.example',
    })
    expect(credential).toBeUndefined()
    expect(problems).toEqual([
      expect.stringContaining("Input 'oidc-audience' must be"),
      expect.stringContaining("Input 'sts-endpoint' must be"),
    ])
  })
})

function read(inputs: Texts, variables: Texts = {}) {
  const reader = createInputReader({
    readInput: (name) => inputs[name] ?? '',
    readVariable: (name) => variables[name] ?? '',
  })
  const connection = readConnection(reader)
  return { problems: reader.problems, ...(connection && { credential: connection.credential }) }
}
