import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'

import { describe, expect, it } from '@jest/globals'

import { finalFaults } from '../../../simulator/faults/final.mjs'
import type { FaultName, Keyless } from '../../../simulator/types.d.ts'
import { failureOf, type StartOptions, useBundle } from '../../support/bundle.ts'
import { isPoll, keysOf, runKeyless, scenarioOf } from './step.ts'

const bundle = useBundle()
const FINAL = Object.keys(finalFaults) as readonly FaultName[]

describe('a fault that stays', () => {
  const PERMISSION = "Check that the job has 'permissions: id-token: write'"
  const WHERE = "set 'sts-endpoint' to another region of the same cloud"
  const GITHUB_ADVICE: Partial<Record<FaultName, string>> = { 'http-401': PERMISSION, 'http-403': PERMISSION }
  const STS_ADVICE = (fault: FaultName): string =>
    fault.startsWith('redirect') || fault === 'http-404' || fault === 'http-405'
      ? WHERE
      : fault === 'too-large'
        ? 'This is not an answer that IAM or STS documents'
        : "Check 'oidc-provider', 'oidc-agency' and 'sts-endpoint'"

  it.each(FINAL)('ends the step at once, red, with advice: %s', async (fault) => {
    const [github, sts] = await Promise.all([
      runKeyless(bundle, scenarioOf({ idTokenSteps: [{ fault }] })),
      runKeyless(bundle, scenarioOf({ stsSteps: [{ fault }] })),
    ])
    for (const result of [github, sts]) {
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', polls: '0' } })
      expect(JSON.parse(result.outputs.tasks ?? '')).toMatchObject([
        { status: 'ERROR', polls: 0, subtasks: [] },
      ])
      // A fault that is retried takes two minutes.
      expect(result.ownMs).toBeLessThan(10_000)
      expect(result.requests.filter(isPoll)).toEqual([])
      expect(result.summary).toContain('docs/authentication.md')
    }
    // No redirect is followed: its Location is on the same server.
    expect(github.requests).toHaveLength(1)
    expect(sts.requests).toHaveLength(2)
    expect(failureOf(github)).toContain("GitHub's service gave no ID token")
    expect(failureOf(github)).toContain(GITHUB_ADVICE[fault] ?? 'so run it again')
    expect(failureOf(sts)).toContain('STS gave no temporary key')
    expect(failureOf(sts)).toContain(STS_ADVICE(fault))
  })

  it.each<readonly [string, Partial<Keyless>, StartOptions['inputs'], string, string]>([
    [
      'an audience that is no client id',
      {},
      { 'oidc-audience': 'other' },
      'STS5.0203',
      "Check that 'oidc-audience'",
    ],
    [
      'a subject that is not trusted',
      { trustedSubject: 'repo:x' },
      {},
      'PAP5.0001',
      "agency in 'oidc-agency' accepts",
    ],
    [
      'an unknown provider',
      {},
      { 'oidc-provider': 'iam::x:y:z' },
      'STS5.0101',
      "Check the URN in 'oidc-provider'",
    ],
    ['an unknown agency', {}, { 'oidc-agency': 'iam::x:y:z' }, 'STS5.0102', "Check the URN in 'oidc-agency'"],
    ['an ID token that is too old', { idTokenLifeMs: 0 }, {}, 'STS5.0204', "the clock of 'sts-endpoint'"],
  ])('gives its code as an output: %s', async (_what, keyless, inputs, code, advice) => {
    const result = await runKeyless(bundle, scenarioOf(keyless), { inputs: inputs ?? {} })
    expect(result).toMatchObject({
      exitCode: 1,
      outputs: { status: 'ERROR', 'error-code': code, polls: '0' },
    })
    expect(failureOf(result)).toContain(code)
    expect(failureOf(result)).toContain(advice)
    expect(failureOf(result)).toMatch(/request [0-9a-f]{32}/)
    expect(keysOf(result.issued)).toEqual([])
  })

  it('ends the step with advice on the address if STS is not there', async () => {
    const result = await runKeyless(bundle, scenarioOf(), ({ url }) => ({
      inputs: { 'sts-endpoint': `${url}/elsewhere` },
    }))
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', 'error-code': 'APIG.0101' } })
    expect(failureOf(result)).toContain(WHERE)
  })

  it('ends the step with advice on the permission if GitHub refuses the request token', async () => {
    const result = await runKeyless(bundle, scenarioOf(), {
      env: { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'another-request-token' },
    })
    expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR' } })
    expect(failureOf(result)).toContain(PERMISSION)
  })

  it('shows nothing of the ID token if STS echoes it', async () => {
    const sts = createServer((request, response) => {
      void json(request).then((body) => {
        const { id_token: token = '' } = body as { readonly id_token?: string }
        const written = [token, encodeURIComponent(token), btoa(token), JSON.stringify({ token })].join(' ')
        response.writeHead(403, { 'x-request-id': token })
        response.end(JSON.stringify({ error_code: 'PAP5.0001', error_msg: `access denied: ${written}` }))
      })
    }).listen(0, '127.0.0.1')
    try {
      await new Promise((resolve) => sts.once('listening', resolve))
      const address = sts.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      const inputs = { 'sts-endpoint': `http://127.0.0.1:${String(port)}` }
      const result = await runKeyless(bundle, scenarioOf(), { inputs })
      expect(result).toMatchObject({ exitCode: 1, outputs: { status: 'ERROR', 'error-code': 'PAP5.0001' } })
      expect(failureOf(result)).toContain('PAP5.0001 access denied: ***')
      expect(result.issued).toHaveLength(1)
    } finally {
      sts.closeAllConnections()
      sts.close()
    }
  })
})
