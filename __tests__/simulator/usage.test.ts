import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'

import { DEMO_ACCESS_KEY } from '../../simulator/access/access-keys.mjs'
import { DEMO_TOKEN } from '../../simulator/access/token-check.mjs'
import { MANY_IDS } from '../../simulator/scenarios/ended.mjs'
import { scenarios } from '../../simulator/scenarios/scenarios.mjs'
import { startSimulator } from '../../simulator/server/simulator.mjs'
import type { Scenario } from '../../simulator/types.d.ts'
import { usageLines } from '../../simulator/usage.mjs'

type Steps = readonly {
  readonly uses: string
  readonly with: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}[]

async function usageOf(name: string, settings: Partial<Scenario> = {}) {
  const scenario: Scenario = { ...(scenarios[name] ?? { title: '', tasks: {} }), ...settings }
  const simulator = await startSimulator({ scenario })
  try {
    const text = usageLines(simulator, scenario).join('\n').replaceAll(simulator.url, '<url>')
    return { text, steps: parse(text.slice(text.indexOf('  - '))) as Steps }
  } finally {
    await simulator.close()
  }
}

describe('usageLines', () => {
  it('gives a command that queries the task with the token, the project and the workspace', async () => {
    const { text } = await usageOf('running', { project: 'p', token: 't', workspace: "w'" })
    expect(text).toContain(
      "curl -sS -H 'X-Auth-Token: t' -H 'X-Project-Id: p' -H 'workspace: w'\\''' -i " +
        '<url>/v1/p/system-tasks/008aae2e675d3bcb01675d3c66f20000',
    )
  })

  it('gives the demo key, the demo token, and one query for each task ID', async () => {
    const { text, steps } = await usageOf('many')
    expect(text).toContain(DEMO_ACCESS_KEY.secret)
    for (const id of MANY_IDS) expect(text).toContain(`/system-tasks/${id}`)
    expect(steps).toMatchObject([{ uses: './', with: { token: DEMO_TOKEN, 'task-id': MANY_IDS.join(', ') } }])
  })

  it('queries no task before the import if the scenario has none', async () => {
    const { text, steps } = await usageOf('import')
    expect(text).not.toContain('Query a task')
    expect(text).toContain('/jobs/import | sed')
    expect(steps).toMatchObject([
      { uses: './import', with: { path: 'obs://my-bucket/jobs.zip', 'same-name-policy': 'OVERWRITE' } },
      { uses: './', with: { 'task-id': '${{ steps.import.outputs.task-id }}' } },
    ])
  })

  it('gives no token if every token is refused', async () => {
    const { text, steps } = await usageOf('signed')
    expect(text).not.toContain('curl')
    const { id, secret } = DEMO_ACCESS_KEY
    expect(steps[0]?.with).toMatchObject({ 'access-key-id': id, 'secret-access-key': secret })
    expect(steps[0]?.with).not.toHaveProperty('token')
  })

  it('gives the request for an ID token as variables and in the step', async () => {
    const { text, steps } = await usageOf('keyless')
    expect(text).toMatch(/^ACTIONS_ID_TOKEN_REQUEST_URL='<url>\/_apis.*\n.*_TOKEN=an-invented.*$/m)
    expect(steps[0]?.with['oidc-provider']).toBe('github')
    expect(steps[0]?.env?.ACTIONS_ID_TOKEN_REQUEST_URL).toMatch(/^<url>\/_apis/)
  })

  it('names the repository and the token of a scenario with a GitHub', async () => {
    const { text } = await usageOf('commit-status')
    expect(text).toMatch(/^GITHUB_API_URL=<url>, repository octo-org\/octo-repo, token an-invented/m)
  })
})
