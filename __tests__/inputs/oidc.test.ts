import { describe, expect, it } from '@jest/globals'

import { readConnection } from '../../src/inputs/connection.ts'
import { createInputReader } from '../../src/inputs/reader.ts'

const OIDC = {
  'oidc-provider': 'iam::0123:oidcProvider:github',
  'oidc-agency': 'iam::0123:agency:deploy',
}
const GIVEN = { project: 'p', region: 'cn-north-4', ...OIDC }
const FEDERATED = { project: 'p', region: 'cn-north-4', 'oidc-provider': 'github' }
const TWO_WAYS =
  "Federated user: set 'oidc-provider' to the name of the identity provider, and leave 'oidc-agency' empty. Trust agency: set both to a URN (docs/authentication.md, \"Choose a way\")."
const NO_REGION =
  "Inputs 'region' and 'sts-endpoint' are both empty. Set region, or sts-endpoint to the base URL of STS."

type Texts = Readonly<Record<string, string>>

describe('the inputs of a trust agency', () => {
  it('take defaults for the audience and for STS', () => {
    expect(read(GIVEN).credential).toEqual({
      kind: 'trust-agency',
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
    expect(read(GIVEN, env)).toMatchObject({ credential: { kind: 'trust-agency' }, problems: [] })
  })

  it('need no region if both addresses are given', () => {
    const given = {
      ...OIDC,
      project: 'p',
      endpoint: 'https://dlf.example',
      'sts-endpoint': 'https://sts.example',
    }
    expect(read(given)).toMatchObject({
      credential: { kind: 'trust-agency', stsEndpoint: 'https://sts.example' },
    })
  })

  it.each([
    [
      'an agency without a provider',
      { 'oidc-provider': '' },
      "Input 'oidc-provider' is missing: 'oidc-agency' needs the URN of the identity provider.",
    ],
    [
      'a URN without an agency',
      { 'oidc-agency': '' },
      "Input 'oidc-agency' is missing: 'oidc-provider' is a URN, which needs an agency.",
    ],
    [
      'a name with an agency',
      { 'oidc-provider': 'github' },
      "Inputs 'oidc-provider' and 'oidc-agency' do not match: the name of a provider takes no agency.",
    ],
  ])('explain both ways for %s', (_what, given, problem) => {
    expect(read({ ...GIVEN, ...given })).toEqual({ problems: [`${problem} ${TWO_WAYS}`] })
  })

  it.each([
    ['token', { token: 'hunter22' }],
    ['access-key-id', { 'access-key-id': 'hunter22' }],
    ['secret-access-key', { 'secret-access-key': 'hunter22' }],
    ['security-token', { 'security-token': 'hunter22' }],
    ["access-key-id', 'secret-access-key", { 'access-key-id': 'hunter22', 'secret-access-key': 'hunter22' }],
  ])('do not go together with %s', (names, others) => {
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

  it.each([
    [
      'oidc-provider',
      'the name of an identity provider (1 to 64 letters, digits, _ or -) or its URN (at most',
    ],
    ['oidc-agency', 'a URN of at most'],
  ])('refuse a %s that is no URN', (name, expected) => {
    for (const text of ['a b', 'é', 'a\nb', 'x'.repeat(1501)]) {
      const { problems, credential } = read({ ...GIVEN, [name]: text })
      expect(credential).toBeUndefined()
      expect(problems).toEqual([
        expect.stringContaining(`Input '${name}' must be ${expected} 1500 printable ASCII characters`),
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
      token: 'T0ken-of-the-test',
    }
    expect(read(given).problems.map((problem) => problem.slice(0, 40))).toEqual([
      "Input 'oidc-agency' must be a URN of at ",
      "Input 'oidc-audience' must be printable ",
      "Input 'sts-endpoint' must be a base URL ",
      "Input 'oidc-provider' is missing: 'oidc-",
      "Inputs 'oidc-provider' and 'token' are t",
      "Inputs 'region' and 'endpoint' are both ",
    ])
  })
})

describe('the inputs of a federated user', () => {
  it('take audience and IAM from the defaults', () => {
    expect(read(FEDERATED).credential).toEqual({
      kind: 'federated-user',
      provider: 'github',
      audience: 'huaweicloud',
      iamEndpoint: 'https://iam.cn-north-4.myhuaweicloud.com',
      used: {
        kind: 'federated-user',
        from: "the workflow's ID token (audience huaweicloud), as federated user of identity provider github",
      },
    })
  })

  it('take every value that is given, and ignore the address of STS', () => {
    const given = {
      ...FEDERATED,
      region: '',
      endpoint: 'https://dlf.example',
      'oidc-provider': 'x'.repeat(64),
      'oidc-audience': 'sts.example/x',
      'iam-endpoint': 'https://iam.example/base/',
      'sts-endpoint': 'https://sts.example',
    }
    expect(read(given).credential).toMatchObject({
      provider: 'x'.repeat(64),
      audience: 'sts.example/x',
      iamEndpoint: 'https://iam.example/base',
    })
  })

  it('find the IAM of the European cloud', () => {
    const { credential } = read({ ...FEDERATED, region: 'eu-west-101' })
    expect(credential).toMatchObject({ iamEndpoint: 'https://iam.eu-west-101.myhuaweicloud.eu' })
  })

  it('need a region or IAM', () => {
    expect(read({ ...FEDERATED, region: '', endpoint: 'https://dlf.example' })).toEqual({
      problems: [
        "Inputs 'region' and 'iam-endpoint' are both empty. Set region, or iam-endpoint to the base URL of IAM.",
      ],
    })
  })

  it('do not call an invalid region or IAM an empty one', () => {
    const endpoint = 'https://dlf.example'
    expect(read({ ...FEDERATED, region: 'CN', endpoint }).problems).toEqual([
      "Input 'region' must be a region such as cn-north-4; got 'CN'.",
    ])
    const given = { ...FEDERATED, region: '', endpoint, 'iam-endpoint': 'http://iam.example' }
    expect(read(given).problems).toEqual([expect.stringMatching(/^Input 'iam-endpoint' must be a base URL/)])
  })

  it('do not go together with a token', () => {
    expect(read({ ...FEDERATED, token: 'hunter22' })).toEqual({
      problems: ["Inputs 'oidc-provider' and 'token' are two kinds of credential. Give one of them."],
    })
  })
})

describe('keyless inputs without provider and agency', () => {
  const token = { project: 'p', region: 'cn-north-4', token: 'T0ken-of-the-test' }

  it('ask for nothing', () => {
    const given = { ...token, 'oidc-audience': 'huaweicloud', 'sts-endpoint': 'https://sts.example' }
    expect(read(given)).toMatchObject({ credential: { kind: 'token' }, problems: [] })
  })

  it('are still checked', () => {
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
