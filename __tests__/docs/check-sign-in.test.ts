import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { useFolder } from '../support/folder.ts'
import { canHandleSignals } from '../support/platform.ts'

const SCRIPT = join(import.meta.dirname, '../../docs/check-sign-in.sh')
const SUBJECT = 'repo:octo-org/octo-repo:environment:production'
const ISSUER = 'https://token.actions.githubusercontent.com'
const IAM = 'https://iam.example'
const STS = 'https://sts.example'
const TOKEN = 'an-invented-token-of-the-test'

const RULE = {
  local: [{ user: { name: 'github-actions' } }, { group: { name: 'dataarts-deploy' } }],
  remote: [{ type: 'sub', any_one_of: [SUBJECT] }],
}
const keySet = (...ids: readonly string[]) => ({ keys: ids.map((kid) => ({ kty: 'RSA', kid })) })
const config = (changes: object = {}) => ({
  openid_connect_config: {
    access_mode: 'program',
    idp_url: ISSUER,
    client_id: 'huaweicloud',
    signing_key: JSON.stringify(keySet('key-1', 'key-2', 'old-key')),
    ...changes,
  },
})
const PROVIDER = '/v3/OS-FEDERATION/identity_providers/github'
const CONFIG = '/v3.0/OS-FEDERATION/identity-providers/github/openid-connect-config'
// Answers in the form of IAM's API pages iam_13_0203, iam_13_0209 and those beside them.
const GOOD: Readonly<Record<string, unknown>> = {
  [IAM + PROVIDER]: { identity_provider: { id: 'github', enabled: true, sso_type: 'virtual_user_sso' } },
  [`${IAM}${PROVIDER}/protocols/oidc`]: { protocol: { id: 'oidc', mapping_id: 'github-rules' } },
  [IAM + CONFIG]: config(),
  [`${IAM}/v3/OS-FEDERATION/mappings/github-rules`]: { mapping: { id: 'github-rules', rules: [RULE] } },
  [`${ISSUER}/.well-known/jwks`]: keySet('key-1', 'key-2'),
  [`${STS}/v5/agencies/assume-with-oidc`]: { error_code: 'STS5.0002', error_msg: 'invalid parameter' },
}
const NOT_FOUND = { error_code: 'IAM.0004', error_msg: 'Could not find it.' }
const statement = (condition: object = {}) => ({
  Effect: 'Allow',
  Action: ['sts:agencies:assumeWithOIDC'],
  Condition: {
    StringEquals: { 'oidc:iss': [ISSUER], 'oidc:aud': ['huaweicloud'], 'oidc:sub': [SUBJECT], ...condition },
  },
})

if (canHandleSignals) {
  describe('docs/check-sign-in.sh', () => {
    const folder = useFolder('check-sign-in')

    // Runs the script with a curl that answers from a file, and says so if it was given a token as an argument.
    function run(env: Record<string, string>, changes: Readonly<Record<string, unknown>> = {}) {
      writeFileSync(join(folder(), 'answers.json'), JSON.stringify({ ...GOOD, ...changes }))
      const curl = [
        '#!/usr/bin/env bash',
        `case "$*" in *${TOKEN}*) echo 'the token is an argument' >&2; exit 9;; esac`,
        'for url; do :; done',
        `jq -c --arg url "$url" '.[$url]' '${join(folder(), 'answers.json')}'`,
      ]
      writeFileSync(join(folder(), 'curl'), curl.join('\n'), { mode: 0o755 })
      const path = `${folder()}:${process.env.PATH ?? ''}`
      try {
        const stdout = execFileSync('bash', [SCRIPT], { env: { PATH: path, SUBJECT, ...env }, stdio: 'pipe' })
        return { status: 0, lines: stdout.toString().trim().split('\n') }
      } catch (error) {
        const { status, stdout, stderr } = error as { status: number; stdout: Buffer; stderr: Buffer }
        return { status, lines: `${stdout.toString()}${stderr.toString()}`.trim().split('\n') }
      }
    }

    const USER = { IAM, TOKEN, PROVIDER: 'github', GROUP: 'dataarts-deploy' }
    const wrongLines = (lines: readonly string[]) =>
      lines.filter((line) => !line.startsWith('ok ')).map((line) => line.replace(/^WRONG +/, ''))

    it('accepts the federated user that docs/authentication.md sets up', () => {
      const { status, lines } = run(USER)
      expect([status, wrongLines(lines)]).toEqual([0, []])
      expect(lines).toHaveLength(8)
    })

    it.each<readonly [string, Readonly<Record<string, unknown>>, readonly string[]]>([
      [
        'a disabled provider',
        { [IAM + PROVIDER]: { identity_provider: { enabled: false, sso_type: 'virtual_user_sso' } } },
        ['identity provider github exists and is enabled'],
      ],
      [
        'another kind of provider',
        { [IAM + PROVIDER]: { identity_provider: { enabled: true, sso_type: 'iam_user_sso' } } },
        ['it is for virtual users'],
      ],
      [
        'a provider without a protocol',
        { [`${IAM}${PROVIDER}/protocols/oidc`]: NOT_FOUND },
        [
          'it has the protocol oidc with conversion rules',
          `a conversion rule gives ${SUBJECT} the group dataarts-deploy`,
          'each conversion rule has a condition on sub',
        ],
      ],
      ['another issuer', { [IAM + CONFIG]: config({ idp_url: 'https://x' }) }, [`its URL is ${ISSUER}`]],
      [
        'another client ID',
        { [IAM + CONFIG]: config({ client_id: 'other' }) },
        ['its client ID is huaweicloud'],
      ],
      [
        'a stale key set',
        { [`${ISSUER}/.well-known/jwks`]: keySet('key-1', 'key-3') },
        ["its signing key holds each of the issuer's current keys"],
      ],
      [
        'no key set of the issuer',
        { [`${ISSUER}/.well-known/jwks`]: {} },
        ["its signing key holds each of the issuer's current keys"],
      ],
      [
        'a rule for another subject',
        mapping({ ...RULE, remote: [{ type: 'sub', any_one_of: ['repo:x'] }] }),
        [`a conversion rule gives ${SUBJECT} the group dataarts-deploy`],
      ],
      [
        'a rule for another group',
        mapping({ ...RULE, local: [{ group: { name: 'admin' } }] }),
        [`a conversion rule gives ${SUBJECT} the group dataarts-deploy`],
      ],
      [
        'a rule that lets everyone in',
        mapping(RULE, { ...RULE, remote: [{ type: 'sub' }] }),
        ['each conversion rule has a condition on sub'],
      ],
    ])('finds %s', (_what, changes, expected) => {
      const { status, lines } = run(USER, changes)
      expect([status, wrongLines(lines)]).toEqual([1, expected])
    })

    it.each<readonly [string, object, readonly string[]]>([
      ['accepts the trust policy of docs/authentication.md', statement(), []],
      [
        'finds another subject',
        statement({ 'oidc:sub': ['repo:x'] }),
        [`the trust policy lets in ${SUBJECT}`],
      ],
      [
        'finds another audience',
        statement({ 'oidc:aud': ['x'] }),
        ['each statement compares issuer, audience and subject'],
      ],
      [
        'finds a statement without a subject',
        statement({ 'oidc:sub': undefined }),
        [`the trust policy lets in ${SUBJECT}`, 'each statement compares issuer, audience and subject'],
      ],
    ])('%s', (_what, only, expected) => {
      const policy = join(folder(), 'policy.json')
      writeFileSync(policy, JSON.stringify({ Version: '5.0', Statement: [only] }))
      const { status, lines } = run({ STS, POLICY: policy })
      expect([status, wrongLines(lines)]).toEqual([expected.length === 0 ? 0 : 1, expected])
    })

    it('finds that nothing answers as STS', () => {
      const policy = join(folder(), 'policy.json')
      writeFileSync(policy, JSON.stringify({ Version: '5.0', Statement: [statement()] }))
      const { lines } = run({ STS: 'https://elsewhere.example', POLICY: policy })
      expect(wrongLines(lines)).toEqual(['STS answers at https://elsewhere.example'])
    })

    it('says which variables it needs', () => {
      expect(run({})).toMatchObject({ status: 2, lines: [expect.stringContaining('Set IAM')] })
      expect(run({ IAM }).lines.join()).toContain('TOKEN: is not set')
    })
  })
}

function mapping(...rules: readonly object[]): Readonly<Record<string, unknown>> {
  return { [`${IAM}/v3/OS-FEDERATION/mappings/github-rules`]: { mapping: { rules } } }
}
